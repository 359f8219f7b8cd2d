// What each row of an import would give to whom it is the same as, and whether it tells of a new job:
// looked up in the book before anything is shown, in short pieces.
import type { Pace } from '$lib/domain/backup';
import type { ContactDraft } from '$lib/domain/contact-draft';
import { postsOf } from '$lib/domain/employment';
import { gainOf, isAllIn, missingOf, type GainedIn } from '$lib/domain/gain';
import type { Id } from '$lib/domain/id';
import type { ImportRow } from '$lib/domain/import-row';
import { jobChangeOf, type Job, type JobChange } from '$lib/domain/job-change';
import type { Kith } from './kith.svelte';
import { standsFor } from './merged';
import { wholeBook } from './whole-book';

/** What the book says to a row. */
export interface RowLook {
	/** What filling in would add; empty when there is nothing new. */
	readonly gain: readonly GainedIn[];
	/** A move the row may tell of. */
	readonly move?: JobChange;
	/** Of a row that is perhaps the same: all that stands in it is there, so that nothing is lost with it. */
	readonly isAllKnown?: true;
}

export type RowLooks = ReadonlyMap<number, RowLook>;

/** Looks at every row that may be the same as somebody. */
export async function lookAtRows(
	kith: Kith,
	rows: readonly ImportRow[],
	pace: Pace = () => Promise.resolve()
): Promise<RowLooks> {
	const looks = new Map<number, RowLook>();
	const byNumber = new Map(rows.map((row) => [row.number, row]));
	const said = saidBefore(kith);
	let done = 0;
	// What somebody was given in an older year is not new to him.
	if (rows.some(({ contact, same }) => same && isDated(contact))) await wholeBook(kith.book);
	for (const row of rows) {
		const look = lookAt(kith, row, byNumber, said);
		if (look) looks.set(row.number, look);
		await pace(++done, rows.length);
	}
	return looks;
}

/** What filling a row in would add, to be shown in full; undefined where there is nobody to add it to. */
export function missingFor(
	kith: Kith,
	row: ImportRow,
	rowOf: (number: number) => ImportRow | undefined
): ContactDraft | undefined {
	const held = heldBy(kith, row, rowOf);
	return held && missingOf(held, row.contact);
}

/** Somebody of the book as an import would bring them; undefined once they are gone. */
export function heldContact({ book }: Kith, id: Id<'person'>): ContactDraft | undefined {
	const person = book.get('person', id);
	if (!person || person.trashedAt !== undefined) return undefined;
	const notes = book.about('note', id);
	const written = new Map(notes.map(({ touch, body }) => [touch, body]));
	return {
		...person,
		circle: book.about('circle', id),
		moments: book.about('moment', id),
		notes,
		touches: book.about('touch', id).map((touch) => {
			const note = written.get(touch.id);
			return note === undefined ? touch : { ...touch, note };
		}),
		gestures: book.about('gesture', id),
		promises: book.about('promise', id),
		facts: book.about('fact', id),
		vcard: person.vcard ?? []
	};
}

function isDated({ notes, touches = [], gestures = [] }: ContactDraft): boolean {
	return notes.length + touches.length + gestures.length > 0;
}

function heldBy(
	kith: Kith,
	{ same }: ImportRow,
	rowOf: (number: number) => ImportRow | undefined
): ContactDraft | undefined {
	if (same?.who.in === 'book') return heldContact(kith, same.who.id);
	return same?.who.in === 'file' ? rowOf(same.who.row)?.contact : undefined;
}

function lookAt(
	kith: Kith,
	row: ImportRow,
	rows: ReadonlyMap<number, ImportRow>,
	said: ReadonlyMap<string, Job>
): RowLook | undefined {
	const held = heldBy(kith, row, (number) => rows.get(number));
	if (!held) return undefined;
	const { contact, same } = row;
	const gain = gainOf(missingOf(held, contact));
	if (!same?.sure) return isAllIn(held, contact) ? { gain, isAllKnown: true } : { gain };
	if (same.who.in !== 'book' || !same.tellsJob) return { gain };
	const person = kith.book.get('person', same.who.id);
	if (!person) return { gain };
	const posts = postsOf(person, kith.book.about('employment', person.id));
	const move = jobChangeOf(contact, {
		...(person.company === undefined ? {} : { company: person.company }),
		...(person.title === undefined ? {} : { title: person.title }),
		earlier: posts.filter(({ isPresent }) => !isPresent).map(asJob),
		said: said.get(person.id)
	});
	return move ? { gain, move } : { gain };
}

/**
 * What LinkedIn said of each person at the imports before, the last one counting. It is kept with the
 * records of the imports, only where it was another job than the book's: so it reaches the other devices,
 * goes when the import is taken back, and stays small.
 */
function saidBefore(kith: Kith): ReadonlyMap<string, Job> {
	const said = new Map<string, Job>();
	const imports = kith.book.all('import').toSorted((a, b) => (a.at < b.at ? -1 : 1));
	for (const { moved = [], left = [] } of imports) {
		for (const { to, now } of moved) said.set(standsFor(kith, to), asJob(now));
		for (const { to, now } of left) said.set(standsFor(kith, to), asJob(now));
	}
	return said;
}

function asJob({
	company,
	title
}: {
	readonly company: string;
	readonly title?: string | undefined;
}): Job {
	return title === undefined ? { company } : { company, title };
}
