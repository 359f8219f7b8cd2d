// Taking the rep's own steps back, and doing again what was taken back.
import type { Step } from '$lib/store/change';
import { undoStep } from '$lib/store/undo';
import type { Kith } from './kith.svelte';

interface Along {
	readonly back: () => void;
	readonly again: (() => void) | undefined;
}

const along = new WeakMap<Step, Along>();

/**
 * Has something else put back along with a step, however that is taken back.
 * @param again what belongs to doing the step again; without it that is not offered
 */
export function whenUndone(step: Step, back: () => void, again?: () => void): void {
	along.set(step, { back, again });
}

/** Takes back a certain step, or the latest; false when there is none, or it is gone already. */
export function undo(kith: Kith, step: Step | undefined = kith.steps.latest): boolean {
	if (!step || kith.steps.isGone(step) || isErased(kith, step)) return false;
	const besides = along.get(step);
	const redone = undoStep(kith.book, step);
	const canRedo = besides === undefined || besides.again !== undefined;
	if (besides?.again) along.set(redone, { back: besides.again, again: besides.back });
	kith.steps.forget(step, canRedo ? redone : undefined);
	besides?.back();
	return true;
}

/** Does again what was taken back last; false when there is nothing. */
export function redo(kith: Kith): boolean {
	const { undone } = kith.steps;
	if (!undone || isErased(kith, undone)) return false;
	const besides = along.get(undone);
	const step = undoStep(kith.book, undone);
	if (besides?.again) along.set(step, { back: besides.again, again: besides.back });
	kith.steps.again(step);
	besides?.back();
	return true;
}

/* Whoever holds a part of a step, or an old one, does not bring erased words back either. */
function isErased({ book }: Kith, { traces }: Step): boolean {
	return traces.some(({ id }) => book.isErased(id));
}
