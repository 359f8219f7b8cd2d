// Changing a line of give and take; its note and its touch stay with it.
import { changedFields } from '$lib/domain/changed-fields';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Kith } from './kith.svelte';
import { write } from './writing';

/** What of a line the rep may change. */
type GestureChange = Gesture extends infer Line
	? Line extends Gesture
		? Pick<Line, 'direction' | 'kind' | 'day' | 'text' | 'owner'>
		: never
	: never;

/**
 * Changes a line of give and take; words and owner it does not get are taken from it.
 * @param start the line as the form opened it: what is still so is not written
 */
export function changeGesture(kith: Kith, start: Gesture, change: GestureChange): void {
	const { direction, kind, day, text, owner } = change;
	const changed = changedFields(start, { direction, kind, day, text, owner }, [
		['direction', 'kind']
	]);
	if (changed) write(kith, (draft) => draft.edit('gesture', start.id, changed));
}
