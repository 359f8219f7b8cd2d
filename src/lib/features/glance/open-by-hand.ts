// A field shows what is in it once the rep touches it or types in it, and until he leaves it. That it has
// the focus says nothing: a form gives it to its first field.

/** @returns what to call when fields are no longer to be covered */
export function openByHand(root: Document): () => void {
	const opened = new Set<HTMLElement>();
	const open = ({ target }: Event): void => {
		if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
		target.dataset['opened'] = '';
		opened.add(target);
	};
	const close = ({ target }: Event): void => {
		if (target instanceof HTMLElement && opened.delete(target)) delete target.dataset['opened'];
	};
	const stop = new AbortController();
	const early = { capture: true, signal: stop.signal };
	root.addEventListener('pointerdown', open, early);
	root.addEventListener('beforeinput', open, early);
	root.addEventListener('input', open, early);
	root.addEventListener('focusout', close, early);
	return () => {
		stop.abort();
		for (const field of opened) delete field.dataset['opened'];
	};
}
