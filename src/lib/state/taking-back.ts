// The rep's last change in this tab, taken back or done again by one key, and a line that says which.
import { goTo } from './going';
import type { Kith } from './kith.svelte';
import { newerBook } from './newer-book';
import type { Elsewhere } from './steps';
import { stepInWords, undoneInWords } from './step-words';
import { redo, undo } from './undoing';

const PLACES: Readonly<Record<Elsewhere, { readonly text: string; readonly path: string }>> = {
	import: {
		text: 'The last change was an import. It is taken back on the Import page.',
		path: '#/import'
	},
	restore: {
		text: 'The last change was a restore. It is taken back on the Backup page.',
		path: '#/backup'
	}
};

/** What would be taken back next, in a few words; undefined when there is nothing. */
export function nextToTakeBack(kith: Kith): string | undefined {
	const { latest } = kith.steps;
	return latest && !latest.elsewhere ? stepInWords(kith, latest) : undefined;
}

/** Takes back the rep's last change in this tab, and says so. */
export function takeBackLatest(kith: Kith): void {
	const { steps, toasts } = kith;
	const step = steps.latest;
	if (isReadOnly(kith)) return;
	if (!step) {
		toasts.show('Nothing to take back since this page was opened');
		return;
	}
	if (step.elsewhere) {
		const { text, path } = PLACES[step.elsewhere];
		const run = (): void => {
			toasts.clear();
			goTo(path);
		};
		toasts.show(text, { label: 'Go there', run });
		return;
	}
	// Read before: what the step made is not in the book afterwards.
	const said = undoneInWords(kith, step);
	undo(kith, step);
	toasts.show(said, steps.undone && { label: 'Do it again', run: () => doAgain(kith) });
}

/** Does again what was taken back last, and says so. */
export function doAgain(kith: Kith): void {
	const { steps, toasts } = kith;
	if (isReadOnly(kith)) return;
	if (!redo(kith)) {
		toasts.show('Nothing to do again');
		return;
	}
	const step = steps.latest;
	if (step) {
		const run = (): void => takeBackLatest(kith);
		toasts.show(`Done again: ${stepInWords(kith, step)}`, { label: 'Undo', run });
	}
}

function isReadOnly({ book, toasts }: Kith): boolean {
	if (book.isNewer) toasts.show(`${newerBook.title}. ${newerBook.text}`);
	return book.isNewer;
}
