// One table from what went wrong to what the screen says: what happened, what is safe, what to do.
import type { Trouble } from '$lib/store/disk';

/** A sentence for the rep about something that failed. */
export interface Explained {
	readonly title: string;
	readonly text: string;
}

/** Words that are not on disk. The title begins with "Not saved". */
export const troubles: Readonly<Record<Trouble, Explained>> = {
	StorageFull: {
		title: 'Not saved',
		text: 'This device is full. Your words are still here on the screen and will be saved by themselves as soon as there is room. Save a copy, or make a backup and clear some space.'
	},
	StorageClosed: {
		title: 'Not saved yet',
		text: 'The browser closed the book for a moment. Your words are still here, and Kith keeps trying. Leave this page open, or save a copy.'
	},
	StorageRefused: {
		title: 'Not saved',
		text: 'This browser will not let Kith keep anything, as in a private window. Your words are here only while this page is open. Save a copy before you close it.'
	}
};
