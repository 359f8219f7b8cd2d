// Taking the rep's own steps back.
import type { Step } from '$lib/store/change';
import { undoStep } from '$lib/store/undo';
import type { Kith } from './kith.svelte';

const onundo = new WeakMap<Step, () => void>();

/** Has something else put back along with a step, however that is taken back. */
export function whenUndone(step: Step, run: () => void): void {
	onundo.set(step, run);
}

/** Takes back a certain step, or the latest; false when there is none. */
export function undo(kith: Kith, step: Step | undefined = kith.steps.latest): boolean {
	if (!step) return false;
	kith.steps.forget(step);
	undoStep(kith.book, step);
	onundo.get(step)?.();
	return true;
}
