// Where the focus goes when the row it was in has gone: to the row that took its place, so that whoever
// works with the keyboard goes on from there. It is for lists of VirtualList.

/** The rows of one screen, and in which of them the person was. */
export class RowFocus {
	#within: HTMLElement | undefined;
	#instead: HTMLElement | undefined;
	#place: number | undefined;

	/** Begins before any row was pressed. @param place the row to go to, from 0 */
	constructor(place?: number) {
		this.#place = place;
	}

	/** Attached around the rows. */
	rows = (within: HTMLElement): (() => void) => {
		this.#within = within;
		window.addEventListener('click', this.#press, true);
		return () => window.removeEventListener('click', this.#press, true);
	};

	/** Attached to what takes the focus when no row is left; it needs a tabindex. */
	instead = (element: HTMLElement): void => {
		this.#instead = element;
	};

	/** The rows have changed: goes on there if the focus is lost, and calls nobody away. */
	changed(): void {
		if (this.#place === undefined) return;
		// After the router has let go of the focus, and the list has drawn its rows.
		setTimeout(() => requestAnimationFrame(() => this.#goOn()));
	}

	/* A button elsewhere, such as Undo, goes as well and leads back here. */
	#press = ({ target }: Event): void => {
		if (!(target instanceof Element)) return;
		if (this.#within?.contains(target)) this.#place = placeOf(target);
		else if (!target.closest('button')) this.#place = undefined;
	};

	#goOn(): void {
		const { activeElement } = document;
		if (this.#place === undefined || (activeElement && activeElement !== document.body)) return;
		const rows = [...(this.#within?.querySelectorAll('[aria-posinset]') ?? [])];
		const row = rows.find((each) => placeOf(each) === this.#place) ?? rows.at(-1);
		const next = row?.querySelector<HTMLElement>('a[href], button:not(:disabled)');
		(next ?? this.#instead)?.focus();
	}
}

function placeOf(element: Element): number | undefined {
	const at = element.closest('[aria-posinset]')?.getAttribute('aria-posinset');
	return at ? Number(at) - 1 : undefined;
}
