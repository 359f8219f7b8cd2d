// The one door for writing: every change of the rep's is one step, told and undoable.
import { Draft, type Step } from '$lib/store/change';
import { writeDraft } from '$lib/store/write';
import type { Kith } from './kith.svelte';
import { newerBook } from './newer-book';
import { undo } from './undoing';

/**
 * Writes one step: all wishes of the draft together, undoable together.
 * @param said what to tell the rep; the line then carries an Undo
 * @param join steps in a row with one and the same `join` are taken back together
 * @returns false when the book is read-only; the rep has been told
 */
export function write(
	kith: Kith,
	fill: (draft: Draft) => void,
	said?: string,
	join?: object
): boolean {
	const { book, steps, toasts } = kith;
	if (book.isNewer) {
		toasts.show(`${newerBook.title}. ${newerBook.text}`);
		return false;
	}
	const draft = new Draft();
	fill(draft);
	const step = writeDraft(book, draft);
	steps.push(step, join);
	void book.saved().then(() => performance.mark('kith:saved'));
	// An older line would offer to undo something else than what has just been done.
	if (said === undefined) toasts.clear();
	else offerUndo(kith, said, step);
	return true;
}

function offerUndo(kith: Kith, said: string, step: Step): void {
	kith.toasts.show(said, {
		label: 'Undo',
		run: () => {
			undo(kith, step);
			kith.toasts.clear();
		}
	});
}
