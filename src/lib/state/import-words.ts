// What is said of an import while it is written, when it was stopped, and when it was cut off.
import type { Explained } from './failures';
import type { BrokenImport } from './import-broken';
import { count, figure } from './say';

/** The rep stopped the writing. */
export const stoppedWriting = 'Stopped. Nothing of it is in your book.';

/** The rep stopped the undoing. */
export const stoppedUndoing = 'Stopped. The import is in your book as it was before.';

/** The disk had no room. */
export const noRoom: Explained = {
	title: 'There is no room for this import',
	text: 'This device is full, so the import was taken back and your book is as it was. Free some room, or import the people in parts.'
};

/** Somebody took it back on another device. */
export const takenBackElsewhere: Explained = {
	title: 'The import was undone on another device',
	text: 'That happened while it was still being written here. Nothing of it is in your book.'
};

/** Another tab is at it. */
export const otherTab: Explained = {
	title: 'Another tab is busy with an import',
	text: 'Nothing was changed here. Wait until it has ended there, and try again.'
};

/** Something nobody thought of. */
export const importFailed: Explained = {
	title: 'This did not work',
	text: 'Kith met something it did not expect. What you wrote yourself is still there. Load this page again; if anything was left half done, it says so here.'
};

/** What is offered at the next start. */
export const brokenLine = 'An import was cut off before its end.';

/** What of a cut-off import is in the book, and what the ways on are called. */
export function brokenWords({ doing, files, here, people }: BrokenImport): Explained & {
	readonly back: string;
	readonly keep: string;
} {
	const of = files.join(', ');
	if (doing === 'undoing') {
		return {
			title: `Taking back ${of} was cut off before its end`,
			text: `${counted(here)} of that import ${here === 1 ? 'is' : 'are'} still in your book. What you wrote yourself is all there.`,
			back: 'Take out the rest',
			keep: 'Keep the rest'
		};
	}
	const part =
		people === 0
			? 'Some of what it was to add to people you knew'
			: `${figure(here)} of ${counted(people)}`;
	return {
		title: `The import of ${of} was cut off before its end`,
		text: `${part} ${people === 0 || here === 1 ? 'is' : 'are'} in your book, and nothing of yours is gone. Take it back and import the file again, or keep what is there: whoever is in already is recognised when you import it again.`,
		back: 'Take it back',
		keep: 'Keep what is there'
	};
}

function counted(many: number): string {
	return count(many, 'person', 'people');
}
