// Taking the rep's own steps back, and doing again what was taken back.
import type { Step } from '$lib/store/change';
import { undoStep } from '$lib/store/undo';
import type { Kith } from './kith.svelte';

/** What goes with a step, however it is taken back and done again. */
export interface Along {
	/** After the step was taken back. */
	readonly back?: () => void;
	/** After it was done again. */
	readonly again?: () => void;
}

const alongs = new WeakMap<Step, Along>();

/** Has something else go with a step. */
export function whenUndone(step: Step, along: Along): void {
	alongs.set(step, along);
}

/** Takes back a certain step, or the latest; false when there is none, or it is gone already. */
export function undo(kith: Kith, step: Step | undefined = kith.steps.latest): boolean {
	if (!step || kith.steps.isGone(step) || isErased(kith, step)) return false;
	const along = alongs.get(step);
	const redone = undoStep(kith.book, step);
	if (along) alongs.set(redone, along);
	kith.steps.forget(step, redone);
	along?.back?.();
	return true;
}

/** Does again what was taken back last; false when there is nothing. */
export function redo(kith: Kith): boolean {
	const { undone } = kith.steps;
	if (!undone || isErased(kith, undone)) return false;
	const along = alongs.get(undone);
	const step = undoStep(kith.book, undone);
	if (along) alongs.set(step, along);
	kith.steps.again(step);
	along?.again?.();
	return true;
}

/* Whoever holds a part of a step, or an old one, does not bring erased words back either. */
function isErased({ book }: Kith, { traces }: Step): boolean {
	return traces.some(({ id }) => book.isErased(id));
}
