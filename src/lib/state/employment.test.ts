// A move to a new job is one step that keeps everything, and one undo.
import { beforeEach, describe, expect, test } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import type { Person } from '$lib/domain/records/person';
import {
	aBook,
	anId,
	aNote,
	aPerson,
	digest,
	TestClock,
	write
} from '../../../tests/support/books';
import { keepPost, moveProblem, moveToNewJob, postsAbout, trashPost } from './employment';
import { Kith } from './kith.svelte';
import { trashOf } from './trash';
import { undo } from './undoing';

const clock = new TestClock();
let kith: Kith;
let tomasz: Person;

beforeEach(async () => {
	kith = new Kith(await aBook('phone', clock), clock.now);
	tomasz = aPerson({
		name: 'Tomasz Zielinski',
		company: 'Dressler & Sons',
		title: 'Buyer',
		since: '2019-03-01' as AnyDay,
		tags: ['tool'],
		about: 'Left-handed.',
		emails: [
			{ value: 'tz@dressler.example', label: 'Work' },
			{ value: 'tomasz@home.example', label: 'home' }
		],
		phones: [
			{ value: '+49 1', label: 'work fax' },
			{ value: '+49 2', label: 'mobile' }
		],
		jobs: [{ company: 'Tri-County Meats', title: 'Shift lead' }]
	});
	write(kith.book, (draft) => {
		draft.add('person', tomasz);
		draft.add('note', aNote({ people: [tomasz.id] }));
		draft.add('slot', {
			...{ id: anId<'slot'>(), person: tomasz.id, place: 1, from: '2026-01-01' as Day }
		});
	});
});

const now = (): Person => kith.book.get('person', tomasz.id) ?? tomasz;
const posts = (): string[] =>
	postsAbout(kith, now()).map(({ company, title, from, to }) =>
		[title, company, from, to].filter(Boolean).join(' ')
	);

describe('a move to a new job', () => {
	const move = { company: 'Acme', title: 'Head of buying', since: '2026-11-01' as Day };

	test('keeps the old post with the day before, and all else', () => {
		moveToNewJob(kith, tomasz, { ...move, dropped: new Set(['+49 1']) });
		expect(now()).toEqual({
			...tomasz,
			...move,
			emails: [
				{ value: 'tomasz@home.example', label: 'home' },
				{ value: 'tz@dressler.example', label: 'old work' }
			],
			phones: [{ value: '+49 2', label: 'mobile' }]
		});
		expect(posts()).toEqual([
			'Head of buying Acme 2026-11-01',
			'Buyer Dressler & Sons 2019-03-01 2026-10-31',
			'Shift lead Tri-County Meats'
		]);
		expect(kith.book.about('note', tomasz.id)).toHaveLength(1);
		expect(kith.ten.places.get(tomasz.id)).toBe(1);
	});

	test('is one step, taken back by one undo', () => {
		const before = digest(kith.book);
		moveToNewJob(kith, tomasz, move);
		expect(digest(kith.book)).not.toBe(before);
		undo(kith);
		expect(digest(kith.book)).toBe(before);
	});

	test('without a day leaves the days open', () => {
		moveToNewJob(kith, tomasz, { company: 'Acme' });
		expect(now()).toMatchObject({ company: 'Acme' });
		expect(now()).not.toHaveProperty('since');
		expect(now()).not.toHaveProperty('title');
		expect(posts()).toEqual([
			'Acme',
			'Buyer Dressler & Sons 2019-03-01',
			'Shift lead Tri-County Meats'
		]);
	});

	test('after another one without a day keeps the order in which they came', () => {
		for (const company of ['Acme', 'Bolt', 'Cork']) {
			clock.ms += 60_000;
			moveToNewJob(kith, now(), { company });
		}
		expect(posts()).toEqual([
			...['Cork', 'Bolt', 'Acme'],
			...['Buyer Dressler & Sons 2019-03-01', 'Shift lead Tri-County Meats']
		]);
	});

	test('leads back to an earlier employer as well', () => {
		moveToNewJob(kith, tomasz, move);
		moveToNewJob(kith, now(), {
			...{ company: 'Dressler & Sons', title: 'Buyer', since: '2026-11-20' as Day }
		});
		expect(posts()).toEqual([
			'Buyer Dressler & Sons 2026-11-20',
			'Head of buying Acme 2026-11-01 2026-11-19',
			'Buyer Dressler & Sons 2019-03-01 2026-10-31',
			'Shift lead Tri-County Meats'
		]);
	});

	test('to another title at the same place keeps the day they began there, and the numbers', () => {
		moveToNewJob(kith, tomasz, {
			...{ company: 'dressler & sons', title: 'Head of buying', since: '2026-11-01' as Day }
		});
		expect(now()).toMatchObject({ since: '2019-03-01', emails: tomasz.emails });
		expect(posts()).toEqual([
			'Head of buying dressler & sons 2026-11-01',
			'Buyer Dressler & Sons 2019-03-01 2026-10-31',
			'Shift lead Tri-County Meats'
		]);
	});

	test('may lead nowhere: retired, or between jobs', () => {
		const before = digest(kith.book);
		moveToNewJob(kith, tomasz, { since: '2026-11-01' as Day });
		expect(now()).not.toHaveProperty('company');
		expect(now()).not.toHaveProperty('since');
		expect(posts()).toEqual([
			'Buyer Dressler & Sons 2019-03-01 2026-10-31',
			'Shift lead Tri-County Meats'
		]);
		undo(kith);
		expect(digest(kith.book)).toBe(before);
	});

	test('is refused on a day that has not come', () => {
		const late = { company: 'Acme', since: '2030-01-01' as Day };
		expect(moveProblem(kith, tomasz, late)).toMatch(/has not come yet/);
		expect(moveProblem(kith, { ...tomasz, company: '' }, late)).toMatch(/has not come yet/);
	});

	test('is refused where they are already, and before they began where they are', () => {
		const same = { company: 'DRESSLER & SONS', title: 'buyer' };
		expect(moveProblem(kith, tomasz, same)).toMatch(/where they are already/);
		expect(moveProblem(kith, tomasz, { company: 'Acme', since: '2019-03-01' as Day })).toMatch(
			/^That is the day they began at Dressler/
		);
		expect(moveProblem(kith, tomasz, { company: 'Acme', since: '2018-03-01' as Day })).toMatch(
			/^That is before .*2019, when they began at Dressler/
		);
		expect(moveProblem(kith, tomasz, move)).toBeUndefined();
	});
});

describe('an earlier post', () => {
	const [jobs] = [() => now().jobs];

	test('of the older list becomes a record when it is corrected, in one step', () => {
		const before = digest(kith.book);
		const [, meats] = postsAbout(kith, tomasz);
		keepPost(kith, tomasz, { company: 'Tri-County Meats', to: '2010-12-31' as AnyDay }, meats);
		expect(jobs()).toBeUndefined();
		expect(posts()[1]).toBe('Tri-County Meats 2010-12-31');
		undo(kith);
		expect(digest(kith.book)).toBe(before);
	});

	test('goes to the trash from either list, and comes back', () => {
		const [, meats] = postsAbout(kith, tomasz);
		if (!meats) throw new Error('no such post');
		trashPost(kith, tomasz, meats);
		expect(jobs()).toBeUndefined();
		expect(posts()).toHaveLength(1);
		expect(trashOf(kith)).toMatchObject([
			{ table: 'employment', text: 'Tri-County Meats', of: 'Tomasz Zielinski' }
		]);
		undo(kith);
		expect(posts()).toHaveLength(2);
	});

	test('written twice is corrected once', () => {
		for (const id of [anId<'employment'>(), anId<'employment'>()]) {
			const twin = { id, person: tomasz.id, company: 'Acme' };
			write(kith.book, (draft) => draft.add('employment', twin));
		}
		const post = postsAbout(kith, tomasz).find(({ company }) => company === 'Acme');
		keepPost(kith, tomasz, { company: 'Acme', title: 'Fitter' }, post);
		expect(posts().filter((one) => one.includes('Acme'))).toEqual(['Fitter Acme']);
	});
});
