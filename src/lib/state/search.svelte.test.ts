// The search follows the book record by record, keeps secrets, and forgets what is erased.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { Person } from '$lib/domain/records/person';
import { SearchIndex } from '$lib/domain/search';
import type { Book } from '$lib/store/book';
import { aBook, aNote, anId, aPerson, NOON, write } from '../../../tests/support/books';
import { Search } from './search.svelte';
import { withdraw } from '$lib/store/rewrite';

const DAY = '2026-11-01' as Day;

/** A search that works when it is told to. */
class Turns {
	#waiting: (() => void)[] = [];
	readonly pause = (): Promise<void> => new Promise((resolve) => this.#waiting.push(resolve));

	/** Lets everybody who waits go on, until nobody waits any more. */
	async all(): Promise<void> {
		do {
			await this.one();
		} while (this.#waiting.length > 0);
	}

	async one(): Promise<void> {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const go of waiting) go();
		for (let turn = 0; turn < 10; turn++) await Promise.resolve();
	}
}

const dana: Person = aPerson({
	name: 'Dana Whitlock',
	company: 'Harrow Foods',
	tags: ['climbing'],
	nickname: 'Dee',
	title: 'Plant manager',
	phones: [{ value: '+1 312 555-0142' }],
	emails: [{ value: 'dana@harrow.example' }],
	jobs: [{ company: 'Calder Dairy' }]
});

let book: Book;
let turns: Turns;
let search: Search;

beforeEach(async () => {
	book = await aBook('laptop');
	turns = new Turns();
	search = new Search(book, { lull: turns.pause, painted: turns.pause });
	write(book, (draft) => draft.add('person', dana));
});

async function notes(query: string): Promise<string[] | undefined> {
	const found = search.notes(query, () => true);
	await turns.all();
	return (await found)?.map(({ note }) => note);
}

describe('people', () => {
	test.each(['whitlock', 'harrow', 'climb', 'dee', 'plant', '312 555', '3125550142', 'calder'])(
		'%s finds Dana at once, before any lull',
		(query) => {
			expect(search.people(query)).toEqual([dana.id]);
		}
	);

	test('the circle and what is known are found, what is sensitive is not', async () => {
		write(book, (draft) => {
			draft.add('circle', {
				id: anId<'circle'>(),
				person: dana.id,
				name: 'Pepper',
				relation: 'pet'
			});
			draft.add('fact', { id: anId<'fact'>(), person: dana.id, text: 'Plays the cello', day: DAY });
			draft.add('fact', {
				id: anId<'fact'>(),
				person: dana.id,
				text: 'Divorce',
				sensitive: true,
				day: DAY
			});
			draft.add('fact', {
				...{ id: anId<'fact'>(), person: dana.id, text: 'Votes for Smith', topic: 35, day: DAY }
			});
		});
		search.begin();
		await turns.all();
		expect(search.people('pepper')).toEqual([dana.id]);
		expect(search.people('cello')).toEqual([dana.id]);
		expect(search.people('divorce')).toEqual([]);
		expect(search.people('smith')).toEqual([]);
	});

	test('a change is found at once; the trash is not', async () => {
		search.begin();
		await turns.all();
		write(book, (draft) => draft.edit('person', dana.id, { company: 'Alder' }));
		expect(search.people('alder')).toEqual([dana.id]);
		expect(search.people('harrow foods')).toEqual([]);
		const bo = aPerson({ name: 'Bo' });
		write(book, (draft) => draft.add('person', bo));
		expect(search.people('bo')).toEqual([bo.id]);
		write(book, (draft) =>
			draft.edit('person', bo.id, { trashedAt: new Date(NOON).toISOString() })
		);
		expect(search.people('bo')).toEqual([]);
	});

	test('a fact taken out of the book is not found any more', async () => {
		const fact = { id: anId<'fact'>(), person: dana.id, text: 'cello', day: DAY };
		write(book, (draft) => draft.add('fact', fact));
		search.begin();
		await turns.all();
		expect(search.people('cello')).toEqual([dana.id]);
		write(book, (draft) => withdraw(draft, 'fact', fact.id));
		expect(search.people('cello')).toEqual([]);
	});
});

describe('notes', () => {
	test('those of the book are found, then those that are added, edited, trashed', async () => {
		const old = aNote({ body: 'A volcano', people: [dana.id] });
		write(book, (draft) => draft.add('note', old));
		search.begin();
		await turns.all();
		expect(await notes('volcano')).toEqual([old.id]);
		const young = aNote({ body: 'Another volcano' });
		write(book, (draft) => draft.add('note', young));
		await turns.all();
		expect(await notes('volcano')).toEqual([old.id, young.id]);
		write(book, (draft) => draft.edit('note', old.id, { body: 'Nothing' }));
		write(book, (draft) =>
			draft.edit('note', young.id, { trashedAt: new Date(NOON).toISOString() })
		);
		await turns.all();
		expect(await notes('volcano')).toEqual([]);
	});

	test('nothing is looked for before the screen has been painted, nor once nobody wants it', async () => {
		let looked = 0;
		vi.spyOn(SearchIndex.prototype, 'findNotes').mockImplementation(function* () {
			for (let slice = 0; slice < 3; slice++) {
				looked++;
				yield [];
			}
		});
		search.begin();
		await turns.all();
		let wanted = true;
		const found = search.notes('volcano', () => wanted);
		for (let turn = 0; turn < 10; turn++) await Promise.resolve();
		expect(looked).toBe(0);
		wanted = false;
		await turns.all();
		expect([await found, looked]).toEqual([undefined, 1]);
		vi.restoreAllMocks();
	});
});

test('it says when all is in, and tells those who wait for more', async () => {
	let told = 0;
	const stop = search.onmore(() => told++);
	search.begin();
	expect(search.isComplete).toBe(false);
	await turns.all();
	expect([search.isComplete, told]).toEqual([true, 1]);
	const version = search.version;
	write(book, (draft) => draft.edit('person', dana.id, { company: 'Alder' }));
	await turns.all();
	expect([search.version > version, told]).toEqual([true, 2]);
	stop();
	write(book, (draft) => draft.edit('person', dana.id, { company: 'Harrow' }));
	await turns.all();
	expect(told).toBe(2);
});

test('only what has changed is read again', async () => {
	search.begin();
	await turns.all();
	const read: string[] = [];
	const get = book.get.bind(book);
	book.get = (table, id) => {
		read.push(id);
		return get(table, id);
	};
	const bo = aPerson({ name: 'Bo' });
	write(book, (draft) => draft.add('person', bo));
	search.people('x');
	await turns.all();
	expect(read).toEqual([bo.id]);
});
