// Changing a line of give and take; its note and its touch stay with it.
import type { Gesture } from '$lib/domain/records/gesture';
import type { Kith } from './kith.svelte';
import { write } from './writing';

/** What of a line the rep may change. */
type GestureChange = Gesture extends infer Line
	? Line extends Gesture
		? Pick<Line, 'direction' | 'kind' | 'day' | 'text' | 'owner'>
		: never
	: never;

/** Changes a line of give and take; words and owner it does not get are taken from it. */
export function changeGesture(kith: Kith, id: Gesture['id'], change: GestureChange): void {
	const { direction, kind, day, text, owner } = change;
	write(kith, (draft) => draft.edit('gesture', id, { direction, kind, day, text, owner }));
}
