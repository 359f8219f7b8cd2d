/* A vertical list put in another order by its handles: drag with mouse, pen or finger, or Space,
   arrows, Space. Nothing is written before the drop; until then rows only stand elsewhere.
   Let rows slide (transition: translate) only while something is lifted, and never the lifted one. */
import { tick } from 'svelte';
import { createAttachmentKey, type Attachment } from 'svelte/attachments';
import { feel } from './haptics';

export interface ReorderEvent {
	readonly kind: 'lifted' | 'moved' | 'dropped' | 'cancelled';
	readonly from: number;
	readonly to: number;
}

interface ReorderOptions {
	readonly count: () => number;
	readonly onmove: (from: number, to: number) => void;
	readonly say: (event: ReorderEvent) => void;
}

interface Span {
	readonly top: number;
	readonly height: number;
}

interface HandleProps {
	readonly 'data-lifted': true | undefined;
	readonly onkeydown: (event: KeyboardEvent) => void;
	readonly onblur: () => void;
	readonly onpointerdown: (event: PointerEvent) => void;
	readonly onpointermove: (event: PointerEvent) => void;
	readonly onpointerup: () => void;
	readonly onpointercancel: () => void;
	readonly [attachment: symbol]: Attachment<HTMLElement>;
}

/** How near the window's edge a dragged row makes the page scroll, and how far each time. */
const EDGE = 72;
const STEP = 10;

export class Reorder {
	/** The place the lifted row came from, or undefined. */
	lifted = $state<number | undefined>();
	/** The place it would be dropped at. */
	over = $state<number | undefined>();
	#pull = $state<number | undefined>();
	#spans = $state.raw<readonly Span[]>([]);

	readonly #options: ReorderOptions;
	readonly #handles = new Map<number, HTMLElement>();
	readonly #attachments = new Map<number, Attachment<HTMLElement>>();
	readonly #key = createAttachmentKey();
	#grip = 0;
	#pointerY = 0;
	#frame = 0;

	constructor(options: ReorderOptions) {
		this.#options = options;
	}

	/** Spread on the handle, a button inside the row (an <li> or role=listitem). */
	handleProps(index: number): HandleProps {
		return {
			'data-lifted': this.lifted === index || undefined,
			onkeydown: (event) => this.#press(event, index),
			onblur: () => {
				if (this.#pull === undefined) this.cancel();
			},
			onpointerdown: (event) => this.#grab(event, index),
			onpointermove: (event) => this.#drag(event),
			onpointerup: () => {
				if (this.#pull !== undefined) this.drop();
			},
			onpointercancel: () => {
				if (this.#pull !== undefined) this.cancel();
			},
			[this.#key]: this.#attachmentAt(index)
		};
	}

	/** Where a row stands meanwhile, for `style:translate={reorder.shift(index)}`. */
	shift(index: number): string | undefined {
		const { lifted: from, over: to } = this;
		if (from === undefined || to === undefined) return undefined;
		const height = this.#spans[from]?.height ?? 0;
		if (index === from) return `0 ${this.#pull ?? this.#distance(from, to)}px`;
		if (from < index && index <= to) return `0 ${-height}px`;
		if (to <= index && index < from) return `0 ${height}px`;
		return '0 0px';
	}

	drop(): void {
		const { lifted: from, over: to } = this;
		if (from === undefined || to === undefined) return;
		if (this.#pull !== undefined) feel();
		this.#rest();
		if (from !== to) this.#options.onmove(from, to);
		this.#options.say({ kind: 'dropped', from, to });
		// The row has a new place in the document, and moving it there took the focus away.
		void tick().then(() => this.#handles.get(to)?.focus());
	}

	cancel(): void {
		const { lifted: from, over: to } = this;
		if (from === undefined || to === undefined) return;
		this.#rest();
		this.#options.say({ kind: 'cancelled', from, to: from });
	}

	/** The same function for the same place, or each render would take every handle off and on. */
	#attachmentAt(index: number): Attachment<HTMLElement> {
		const known = this.#attachments.get(index);
		if (known !== undefined) return known;
		const attach: Attachment<HTMLElement> = (handle) => {
			this.#handles.set(index, handle);
			handle.style.touchAction = 'none';
			return () => {
				if (this.#handles.get(index) === handle) this.#handles.delete(index);
			};
		};
		this.#attachments.set(index, attach);
		return attach;
	}

	#lift(index: number): void {
		this.#spans = Array.from({ length: this.#options.count() }, (_, at) => {
			const row = this.#handles.get(at)?.closest('li, [role="listitem"]');
			const { top = 0, height = 0 } = row?.getBoundingClientRect() ?? {};
			return { top: top + window.scrollY, height };
		});
		this.lifted = index;
		this.over = index;
		this.#options.say({ kind: 'lifted', from: index, to: index });
	}

	#rest(): void {
		cancelAnimationFrame(this.#frame);
		this.lifted = undefined;
		this.over = undefined;
		this.#pull = undefined;
	}

	#hover(to: number): void {
		const from = this.lifted;
		if (from === undefined || to === this.over) return;
		if (to < 0 || to >= this.#options.count()) return;
		this.over = to;
		this.#options.say({ kind: 'moved', from, to });
	}

	#press(event: KeyboardEvent, index: number): void {
		const isLifted = this.lifted !== undefined;
		const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
		if (event.key === ' ' || event.key === 'Enter') {
			if (isLifted) this.drop();
			else this.#lift(index);
		} else if (isLifted && step !== undefined) {
			this.#hover((this.over ?? index) + step);
			this.#show();
		} else if (isLifted && event.key === 'Escape') this.cancel();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}

	#show(): void {
		const { top, height } = this.#spans[this.over ?? 0] ?? { top: 0, height: 0 };
		const above = top - EDGE - window.scrollY;
		const below = top + height + EDGE - window.scrollY - window.innerHeight;
		if (above < 0 || below > 0) window.scrollBy(0, above < 0 ? above : below);
	}

	#grab(event: PointerEvent, index: number): void {
		if (event.button !== 0 || !event.isPrimary) return;
		this.cancel();
		this.#handles.get(index)?.setPointerCapture(event.pointerId);
		this.#lift(index);
		feel();
		this.#pull = 0;
		this.#pointerY = event.clientY;
		this.#grip = event.clientY + window.scrollY;
		this.#frame = requestAnimationFrame(() => this.#scroll());
	}

	#drag(event: PointerEvent): void {
		if (this.#pull === undefined) return;
		this.#pointerY = event.clientY;
		this.#follow();
	}

	#follow(): void {
		const from = this.lifted;
		const span = from === undefined ? undefined : this.#spans[from];
		if (from === undefined || span === undefined) return;
		this.#pull = this.#pointerY + window.scrollY - this.#grip;
		const middle = span.top + this.#pull + span.height / 2;
		const others = this.#spans.filter((_, at) => at !== from);
		// The row takes a place as soon as its middle is past the middle of the one that has it.
		this.#hover(others.filter(({ top, height }) => top + height / 2 < middle).length);
	}

	#scroll(): void {
		const below = this.#pointerY > window.innerHeight - EDGE;
		const above = this.#pointerY < EDGE;
		if (below || above) {
			window.scrollBy(0, below ? STEP : -STEP);
			this.#follow();
		}
		this.#frame = requestAnimationFrame(() => this.#scroll());
	}

	#distance(from: number, to: number): number {
		const [start, end] = [this.#spans[from], this.#spans[to]];
		if (start === undefined || end === undefined) return 0;
		return to > from ? end.top + end.height - start.top - start.height : end.top - start.top;
	}
}
