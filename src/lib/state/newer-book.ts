// What is said of a book that a newer version of Kith has changed.
import type { Explained } from './failures';

export const newerBook: Explained = {
	title: 'Read only for now',
	text: 'A newer version of Kith has written this book. Everything can be read; update Kith on this device before you write.'
};
