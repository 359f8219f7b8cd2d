// Devices that were apart: any order, repetition or split of updates gives equal books, nothing lost.
import fc from 'fast-check';
import { applyUpdate } from 'yjs';
import { describe, expect, test } from 'vitest';
import type { Person } from '$lib/domain/records/person';
import type { Book } from '$lib/store/book';
import {
	aBook,
	anId,
	aNote,
	aPerson,
	digest,
	NOON,
	send,
	TestClock,
	updatesFor,
	write
} from '../support/books';
import { runs } from '../support/runs';
import { undoStep } from '$lib/store/undo';

const PEOPLE = Array.from({ length: 4 }, () => anId<'person'>());
const NOTES = Array.from({ length: 3 }, () => anId<'note'>());

type Deed =
	| { kind: 'name' | 'company' | 'about'; person: number; text: string }
	| { kind: 'tag' | 'untag'; person: number; text: string }
	| { kind: 'trash' | 'bring-back'; person: number }
	| { kind: 'body'; note: number; text: string }
	| { kind: 'undo' };

const word = fc.constantFrom('oak', 'ash', 'elm', 'fir', 'bay', 'yew');
const person = fc.nat({ max: PEOPLE.length - 1 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
	fc.record({ kind: fc.constantFrom('name', 'company', 'about'), person, text: word }),
	fc.record({ kind: fc.constantFrom('tag', 'untag'), person, text: word }),
	fc.record({ kind: fc.constantFrom('trash', 'bring-back'), person }),
	fc.record({ kind: fc.constant('body'), note: fc.nat({ max: 2 }), text: word }),
	fc.record({ kind: fc.constant('undo') })
);

function perform(book: Book, deed: Deed, lastStep: { undo?: () => void }): void {
	const doing = (fill: Parameters<typeof write>[1]): void => {
		const step = write(book, fill);
		lastStep.undo = () => void undoStep(book, step);
	};
	if (deed.kind === 'undo') {
		lastStep.undo?.();
		delete lastStep.undo;
	} else if (deed.kind === 'body') {
		const id = NOTES[deed.note] as (typeof NOTES)[number];
		const held = book.get('note', id);
		if (held) doing((draft) => draft.edit('note', id, { body: `${held.body} ${deed.text}` }));
		else doing((draft) => draft.add('note', aNote({ id, body: deed.text })));
	} else {
		const id = PEOPLE[deed.person] as (typeof PEOPLE)[number];
		const held = book.get('person', id);
		if (!held) return doing((draft) => draft.add('person', aPerson({ id })));
		doing((draft) => draft.edit('person', id, changeOf(deed, held)));
	}
}

function changeOf(deed: Exclude<Deed, { kind: 'body' | 'undo' }>, held: Person) {
	switch (deed.kind) {
		case 'tag':
			return { tags: [...(held.tags ?? []), deed.text] };
		case 'untag':
			return { tags: (held.tags ?? []).filter((tag) => tag !== deed.text) };
		case 'trash':
			return { trashedAt: new Date(NOON).toISOString() };
		case 'bring-back':
			return { trashedAt: undefined };
		default:
			return { [deed.kind]: deed.text };
	}
}

describe('books converge', () => {
	test('in any order, with any repetition and any split of updates among 2 to 4 devices', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 2, max: 4 }),
				fc.array(
					fc.record({
						device: fc.nat({ max: 3 }),
						deed,
						// Mostly no time passes: equal stamps on two devices must be settled alike everywhere.
						pass: fc.constantFrom(0, 0, 0, 1, 5_000),
						sendTo: fc.option(fc.nat({ max: 3 }), { nil: undefined })
					}),
					{ minLength: 1, maxLength: 40 }
				),
				fc.infiniteStream(fc.nat({ max: 1_000_000 })),
				async (count, story, chance) => {
					const clocks = Array.from({ length: count }, () => new TestClock());
					const books = await Promise.all(clocks.map((clock, i) => aBook(`device${i}`, clock)));
					const pieces: [name: string, update: Uint8Array][] = [];
					for (const book of books) {
						for (const name of ['kith-core', 'kith-journal-2026']) {
							const { doc } = book.document(name);
							doc.on('update', (update: Uint8Array, origin) => {
								if (origin === 'rep' || origin === null) pieces.push([name, update]);
							});
						}
					}
					const steps = books.map(() => ({}));
					for (const { device, deed, pass, sendTo } of story) {
						const at = device % count;
						(clocks[at] as TestClock).ms += pass;
						perform(books[at] as Book, deed, steps[at] as object);
						const to = sendTo === undefined ? at : sendTo % count;
						if (to !== at) send(books[at] as Book, books[to] as Book);
					}
					// Every device gets every piece, shuffled its own way, some of them twice.
					for (const book of books) {
						const order = [...pieces, ...pieces.slice(0, pieces.length / 3)]
							.map((piece) => ({ piece, rank: chance.next().value as number }))
							.sort((a, b) => a.rank - b.rank);
						for (const { piece } of order) {
							applyUpdate(book.document(piece[0]).doc, piece[1], 'other device');
						}
					}
					const [first, ...others] = books.map(digest);
					for (const other of others) expect(other).toBe(first);
				}
			),
			{ seed: 20261121, numRuns: runs(150) }
		);
	});

	test('a whole-state exchange in either direction gives equal books', async () => {
		const [one, two] = [await aBook('one'), await aBook('two', new TestClock(NOON + 5))];
		write(one, (draft) => draft.add('person', aPerson({ name: 'Bo' })));
		write(two, (draft) => draft.add('person', aPerson({ name: 'Cy' })));
		for (const [name, update] of updatesFor(one, two)) applyUpdate(two.document(name).doc, update);
		send(two, one);
		expect(digest(one)).toBe(digest(two));
		expect(
			one
				.all('person')
				.map(({ name }) => name)
				.sort()
		).toEqual(['Bo', 'Cy']);
	});
});

describe('the later edit wins', () => {
	test('2,000 times of 2,000, whichever device it was made on and whichever syncs first', async () => {
		const clocks = [new TestClock(), new TestClock()] as const;
		const [one, two] = [await aBook('one', clocks[0]), await aBook('two', clocks[1])];
		const id = anId<'person'>();
		write(one, (draft) => draft.add('person', aPerson({ id })));
		send(one, two);
		let wins = 0;
		for (let round = 0; round < 2_000; round++) {
			const later = round % 2;
			const start = NOON + round * 10_000;
			clocks[later]!.ms = start + 1 + (round % 7);
			clocks[1 - later]!.ms = start;
			const books = round % 3 === 0 ? [two, one] : [one, two];
			for (const book of books) {
				const mine = book === (later === 0 ? one : two);
				write(book, (draft) =>
					draft.edit('person', id, { company: `${mine ? 'later' : 'earlier'} ${round}` })
				);
			}
			send(books[0] as Book, books[1] as Book);
			send(books[1] as Book, books[0] as Book);
			const [a, b] = [one.get('person', id)?.company, two.get('person', id)?.company];
			if (a === `later ${round}` && b === a) wins++;
		}
		expect(wins).toBe(2_000);
	});

	test('an edit made after seeing one from a clock a year ahead still wins', async () => {
		const ahead = new TestClock(NOON + 365 * 86_400_000);
		const [wrong, right] = [await aBook('wrong', ahead), await aBook('right')];
		const id = anId<'person'>();
		write(wrong, (draft) => draft.add('person', aPerson({ id, company: 'from the future' })));
		send(wrong, right);
		write(right, (draft) => draft.edit('person', id, { company: 'from today' }));
		send(right, wrong);
		expect(wrong.get('person', id)?.company).toBe('from today');
		// and the wrong clock has not spread to what else is written here
		const other = anId<'person'>();
		write(right, (draft) => draft.add('person', aPerson({ id: other })));
		const stamp = [...right.cells('person', other).values()][0]?.stamp ?? '';
		expect(parseInt(stamp.slice(0, 9), 36)).toBeLessThanOrEqual(NOON + 5 * 60_000);
	});
});

describe('nothing is lost', () => {
	test('two offline edits of one note body both survive', async () => {
		const [one, two] = [await aBook('one'), await aBook('two')];
		const id = anId<'note'>();
		write(one, (draft) => draft.add('note', aNote({ id, body: 'Lunch with Abena.' })));
		send(one, two);
		write(one, (draft) => draft.edit('note', id, { body: 'Long lunch with Abena.' }));
		write(two, (draft) => draft.edit('note', id, { body: 'Lunch with Abena. Kofi to Purdue.' }));
		send(one, two);
		send(two, one);
		expect(one.get('note', id)?.body).toBe('Long lunch with Abena. Kofi to Purdue.');
		expect(digest(one)).toBe(digest(two));
	});

	test('no edit to an unrelated field is ever lost', async () => {
		const fields = ['name', 'company', 'title', 'about', 'nickname'] as const;
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray([...fields], { minLength: 2 }), async (order) => {
				const [one, two] = [await aBook('one'), await aBook('two')];
				const id = anId<'person'>();
				write(one, (draft) => draft.add('person', aPerson({ id })));
				send(one, two);
				order.forEach((field, index) =>
					write(index % 2 ? two : one, (draft) => draft.edit('person', id, { [field]: field }))
				);
				send(two, one);
				send(one, two);
				for (const field of order) {
					expect(one.get('person', id)?.[field]).toBe(field);
					expect(two.get('person', id)?.[field]).toBe(field);
				}
			}),
			{ seed: 20261121, numRuns: runs(60) }
		);
	});

	test('tags added apart both stay', async () => {
		const [one, two] = [await aBook('one'), await aBook('two')];
		const id = anId<'person'>();
		write(one, (draft) => draft.add('person', aPerson({ id, tags: ['dairy'] })));
		send(one, two);
		write(one, (draft) => draft.edit('person', id, { tags: ['dairy', 'export'] }));
		write(two, (draft) => draft.edit('person', id, { tags: ['climbing'] }));
		send(one, two);
		send(two, one);
		expect(two.get('person', id)?.tags).toEqual(['climbing', 'export']);
		expect(digest(one)).toBe(digest(two));
	});

	test('a body made on two devices apart shows all that was written', async () => {
		const [one, two] = [await aBook('one'), await aBook('two')];
		const id = anId<'note'>();
		write(one, (draft) => draft.add('note', aNote({ id, body: 'The old words.' })));
		write(two, (draft) => draft.add('note', aNote({ id, body: 'Other words.' })));
		send(one, two);
		send(two, one);
		expect(one.get('note', id)?.body).toBe('The old words.\n\nOther words.');
		write(two, (draft) => draft.edit('note', id, { body: 'One text now.' }));
		send(two, one);
		expect(one.get('note', id)?.body).toBe('One text now.');
	});
});
