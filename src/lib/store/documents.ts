// Which Y.Doc keeps what: one core document, and one journal for each year.

/** The database of the core document: people and what belongs to them, settings, devices. */
export const CORE = 'kith-core';

const JOURNAL = 'kith-journal-';

/** The oldest document format that may be written by this version of the app. */
export const READER = 1;

/** The database of a year's journal: touches, notes, gestures and thank-yous. */
export function journalName(year: number): string {
	return JOURNAL + String(year).padStart(4, '0');
}

/** The year of a journal's database, or undefined for any other name. */
export function yearOfJournal(name: string): number | undefined {
	if (!name.startsWith(JOURNAL)) return undefined;
	const year = Number(name.slice(JOURNAL.length));
	return Number.isInteger(year) ? year : undefined;
}
