// One table from what went wrong to what the screen says: what happened, what is safe, what to do.
import type { Trouble } from '$lib/store/disk';

/** A sentence for the rep about something that failed. */
export interface Explained {
	readonly title: string;
	readonly text: string;
}

/** How much of the book could be opened when the trouble began. */
export type Opened = 'all' | 'part' | 'none';

/** Words that are not on disk. The title begins with "Not saved". */
export function explainTrouble(trouble: Trouble, opened: Opened): Explained {
	if (opened === 'all') return troubles[trouble];
	const what = opened === 'none' ? 'your book' : 'part of your book';
	return {
		title: `Not saved: ${what} could not be opened`,
		text: `${closed[trouble]} ${trouble === 'StorageSealed' ? UNTIL_UNLOCKED : UNTIL_OPENED}`
	};
}

const troubles: Readonly<Record<Trouble, Explained>> = {
	StorageFull: {
		title: 'Not saved',
		text: 'This device is full. Your words are still here on the screen and will be saved by themselves as soon as there is room. Save a copy, or make a backup and clear some space.'
	},
	StorageClosed: {
		title: 'Not saved yet',
		text: 'The browser has shut the book or does not answer. Your words are still here, and Kith keeps trying. Leave this page open, or save a copy.'
	},
	StorageBlocked: {
		title: 'Not saved yet',
		text: 'Another tab or window holds the book in an older version of Kith. Your words are still here. Close all other tabs of Kith, and they are saved by themselves.'
	},
	StorageAborted: {
		title: 'Not saved yet',
		text: 'The browser broke off while it was writing. Your words are still here, and Kith keeps trying. Leave this page open, or save a copy.'
	},
	StorageRefused: {
		title: 'Not saved',
		text: 'This browser will not let Kith keep anything, as in a private window. Your words are here only while this page is open. Save a copy before you close it.'
	},
	StorageSealed: {
		title: 'Not saved',
		text: 'The book on this device is locked with a key that this page does not have. Nothing in it was changed. Save a copy of what you have written here, then load this page again and unlock the book.'
	}
};

/** Why the book, or a part of it, could not even be opened. */
const closed: Readonly<Record<Trouble, string>> = {
	StorageFull: 'This device is full, and the browser needs room to open it. Clear some space.',
	StorageClosed: 'The browser has shut it or does not answer.',
	StorageBlocked:
		'Another tab or window holds it in an older version of Kith. Close all other tabs of Kith.',
	StorageAborted: 'The browser broke off while it was opening it.',
	StorageRefused:
		'This browser does not let Kith in, as in a private window or where it may keep no data.',
	StorageSealed: 'It is locked with a key that this page does not have.'
};

const UNTIL_OPENED =
	'Nothing in it was changed. What you write now stays on this page, and is saved by itself as soon as the book can be opened. Leave this page open, or save a copy.';
const UNTIL_UNLOCKED =
	'Nothing in it was changed. Save a copy of what you write here, then load this page again and unlock the book.';
