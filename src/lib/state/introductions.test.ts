// Who introduced whom is written once, never in a circle, and read from both sides.
import { beforeEach, expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { Person } from '$lib/domain/records/person';
import { aBook, anId, aPerson, digest, TestClock, write } from '../../../tests/support/books';
import {
	addIntroducer,
	chainAbove,
	introducedBy,
	introducedProblem,
	introducerProblem,
	introductionsIn,
	nearTo,
	setIntroducer
} from './introductions';
import { Kith } from './kith.svelte';
import { undo } from './undoing';

const clock = new TestClock();
const nora = aPerson({ name: 'Nora Lindqvist' });
const yusuf = aPerson({ name: 'Yusuf Demir', introducedBy: nora.id });
const ellen = aPerson({ name: 'Ellen Voss', introducedBy: yusuf.id });
let kith: Kith;

beforeEach(async () => {
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => {
		for (const person of [nora, yusuf, ellen]) draft.add('person', person);
	});
});

const names = (people: readonly Person[]): string[] => people.map(({ name }) => name);

test('the chain leads up to the first, past nobody in the trash', () => {
	expect(names(chainAbove(kith, ellen))).toEqual(['Nora Lindqvist', 'Yusuf Demir']);
	const trashedAt = new Date(clock.ms).toISOString();
	write(kith.book, (draft) => draft.edit('person', yusuf.id, { trashedAt }));
	expect(chainAbove(kith, ellen)).toEqual([]);
	expect(introducedBy(kith, nora.id)).toEqual([]);
});

test('somebody who would close a circle is refused with a sentence', () => {
	expect(introducerProblem(kith, nora, ellen)).toBe(
		'You know Ellen Voss through Nora Lindqvist, so it cannot be the other way round as well.'
	);
	expect(introducerProblem(kith, nora, nora)).toMatch(/^Nobody introduces/);
	expect(introducerProblem(kith, ellen, nora)).toBeUndefined();
});

test('who was introduced by somebody else is not taken over without a word', () => {
	const dana = aPerson({ name: 'Dana Whitlock' });
	write(kith.book, (draft) => draft.add('person', dana));
	expect(introducedProblem(kith, dana, yusuf)).toBe(
		'Nora Lindqvist introduced Yusuf Demir to you. Take that off Yusuf’s page first.'
	);
	expect(introducedProblem(kith, dana, nora)).toBeUndefined();
	expect(introducedProblem(kith, ellen, nora)).toMatch(/^You know Ellen Voss through/);
	const trashedAt = new Date(clock.ms).toISOString();
	write(kith.book, (draft) => draft.edit('person', nora.id, { trashedAt }));
	expect(introducedProblem(kith, dana, yusuf)).toBeUndefined();
});

test('is written once, taken back by one undo, also with somebody new', () => {
	const before = digest(kith.book);
	addIntroducer(kith, nora, 'Aksel Nygaard');
	expect(names(chainAbove(kith, ellen))[0]).toBe('Aksel Nygaard');
	expect(kith.book.all('gesture')).toEqual([]);
	undo(kith);
	expect(digest(kith.book)).toBe(before);
	setIntroducer(kith, ellen, nora);
	expect(names(introducedBy(kith, nora.id))).toEqual(['Ellen Voss', 'Yusuf Demir']);
});

test('the ledger adds only introductions that are not shown anyway', () => {
	const gesture = (kind: 'introduction' | 'favour', text: string) =>
		write(kith.book, (draft) =>
			draft.add('gesture', {
				...{ id: anId<'gesture'>(), person: nora.id, direction: 'received', kind, text },
				day: '2026-05-01' as Day
			})
		);
	gesture('introduction', 'Brought me to Yusuf Demir, at the fair');
	gesture('introduction', 'Yusuf Demirel rang me');
	gesture('introduction', 'Brought me to Yusuf of the ferry');
	gesture('introduction', 'Brought me to the mayor');
	gesture('favour', 'Lent a van');
	expect(introductionsIn(kith, nora, [yusuf]).map(({ text }) => text)).toEqual([
		'Brought me to the mayor',
		'Brought me to Yusuf of the ferry',
		'Yusuf Demirel rang me'
	]);
});

test('circle members who are in the book are near, seen from either side', () => {
	write(kith.book, (draft) =>
		draft.add('circle', {
			...{ id: anId<'circle'>(), person: nora.id, name: 'Ellen', relation: 'sibling' },
			self: ellen.id
		})
	);
	expect(nearTo(kith, nora)).toMatchObject([{ person: ellen, isTheirs: false }]);
	expect(nearTo(kith, ellen)).toMatchObject([{ person: nora, isTheirs: true }]);
});
