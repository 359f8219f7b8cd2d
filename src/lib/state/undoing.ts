// Taking the rep's own steps back.
import type { Step } from '$lib/store/change';
import { undoStep } from '$lib/store/undo';
import type { Kith } from './kith.svelte';

/** Takes back a certain step, or the latest; false when there is none. */
export function undo(kith: Kith, step: Step | undefined = kith.steps.latest): boolean {
	if (!step) return false;
	kith.steps.forget(step);
	undoStep(kith.book, step);
	return true;
}
