// Books for tests: in memory, with a clock and chance of their own, and ways to exchange updates.
import { applyUpdate, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { canonicalJson } from '$lib/domain/canonical';
import { dayOfDate } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import { seededRandom } from '$lib/domain/random';
import type { Person } from '$lib/domain/records/person';
import type { Note } from '$lib/domain/records/note';
import type { Touch } from '$lib/domain/records/touch';
import { tableNames } from '$lib/domain/records/tables';
import { Book } from '$lib/store/book';
import { Draft } from '$lib/store/change';
import { writeDraft } from '$lib/store/write';

/** 21 November 2026, noon UTC. */
export const NOON = Date.UTC(2026, 10, 21, 12);

/** A clock that stands still until it is told to go on. */
export class TestClock {
	ms: number;
	constructor(ms = NOON) {
		this.ms = ms;
	}
	readonly now = (): number => this.ms;
}

let made = 0;

/** An id that no other test record has. */
export function anId<T extends string>(year = 2026): Id<T> {
	made++;
	return `${year}${made.toString(36).padStart(17, '0')}` as Id<T>;
}

export function aPerson(fields: Partial<Person> = {}): Person {
	return { id: anId<'person'>(), name: 'Ada Lindqvist', ...fields };
}

export function aNote(fields: Partial<Note> = {}): Note {
	return {
		id: anId<'note'>(),
		people: [],
		day: dayOfDate(new Date(NOON)),
		body: 'Max builds a volcano.',
		...fields
	};
}

export function aTouch(fields: Partial<Touch> = {}): Touch {
	return {
		id: anId<'touch'>(),
		people: [],
		kind: 'call',
		purpose: 'just-talked',
		outcome: 'reached',
		day: dayOfDate(new Date(NOON)),
		...fields
	};
}

/** A book in memory; `device` is its name, `clock` its time. */
export function aBook(device: string, clock = new TestClock()): Promise<Book> {
	const seed = [...device].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
	return Book.open({ now: clock.now, random: seededRandom(seed), onDisk: false, device });
}

/** Writes one draft. */
export function write(book: Book, fill: (draft: Draft) => void) {
	const draft = new Draft();
	fill(draft);
	return writeDraft(book, draft);
}

/** All of `from` that `to` lacks, by document, as updates. */
export function updatesFor(from: Book, to: Book): [name: string, update: Uint8Array][] {
	return [...from.documents].map(([name, { doc }]) => [
		name,
		encodeStateAsUpdate(doc, encodeStateVector(to.document(name).doc))
	]);
}

/** Brings `to` up to what `from` knows. */
export function send(from: Book, to: Book): void {
	for (const [name, update] of updatesFor(from, to)) applyUpdate(to.document(name).doc, update);
}

/** Everything people see in a book, as one text: equal books give equal texts. */
export function digest(book: Book): string {
	return canonicalJson(
		Object.fromEntries(
			tableNames.map((table) => [
				table,
				[...book.all(table), ...book.trashed(table)].sort((a, b) => (a.id < b.id ? -1 : 1))
			])
		)
	);
}
