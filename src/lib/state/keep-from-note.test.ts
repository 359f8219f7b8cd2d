// Words of a note are kept with the note as their source, in one step that can be taken back.
import { beforeEach, expect, test } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import { aBook, anId, aNote, aPerson, NOON, TestClock, write } from '../../../tests/support/books';
import { keepWords, type Kept } from './keep-from-note';
import { Kith } from './kith.svelte';
import { momentsOf } from './moments';
import { undo } from './undoing';

const dana = aPerson({ name: 'Dana Whitlock', company: 'Acme' });
const note = aNote({ people: [dana.id], day: '2026-11-18' as Day, owner: 'mine' });
const clock = new TestClock();
let kith: Kith;

beforeEach(async () => {
	clock.ms = NOON;
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('note', note);
	});
});

const person = dana.id;
test.each<[Kept, 'fact' | 'moment' | 'promise' | 'circle', object]>([
	[
		{ kind: 'fact', person, text: 'Born in Kiruna', sensitive: true },
		'fact',
		{ text: 'Born in Kiruna', day: '2026-11-18', sensitive: true, owner: 'mine' }
	],
	[{ kind: 'interest', person, text: 'fly fishing' }, 'fact', { aspect: 'interest' }],
	[
		{
			...{ kind: 'moment', person, moment: 'surgery', day: '2026-12-02' as AnyDay },
			...{ yearly: false, label: 'Knee', sensitive: false }
		},
		'moment',
		{ kind: 'surgery', label: 'Knee', sensitive: false }
	],
	[
		{ kind: 'promise', person: undefined, text: 'Send the brochure', due: '2026-11-23' as Day },
		'promise',
		{ text: 'Send the brochure', due: '2026-11-23' }
	],
	[
		{
			...{ kind: 'circle', person, name: 'Maya', relation: 'child', years: 9, about: 'cello' },
			birthday: '--12-03' as AnyDay
		},
		'circle',
		{ name: 'Maya', birthday: '--12-03', age: { years: 9, on: '2026-11-18' }, about: 'cello' }
	]
])('%j', (kept, table, fields) => {
	expect(keepWords(kith, kept, note)).toBe(true);
	expect(kith.book.all(table)).toEqual([expect.objectContaining({ ...fields, note: note.id })]);
	expect(kith.toasts.current?.action?.label).toBe('Undo');
	undo(kith);
	expect(kith.book.all(table)).toEqual([]);
});

test('what they like is kept in the spelling the book knows, and not twice', () => {
	const kept = { kind: 'interest', person } as const;
	expect(keepWords(kith, { ...kept, text: 'Fly fishing' }, undefined)).toBe(true);
	expect(keepWords(kith, { ...kept, text: 'fly  fishing' }, note)).toBe(true);
	expect(kith.book.all('fact').map(({ text }) => text)).toEqual(['Fly fishing']);
	expect(kith.toasts.current?.text).toBe('“fly  fishing” is there already');
	expect(kith.toasts.current?.action).toBeUndefined();
	const omar = aPerson();
	write(kith.book, (draft) => draft.add('person', omar));
	keepWords(kith, { kind: 'interest', person: omar.id, text: 'FLY FISHING' }, note);
	expect(kith.book.all('fact').map(({ text }) => text)).toEqual(['Fly fishing', 'Fly fishing']);
});

test('the same is not promised twice', () => {
	const text = 'Send the brochure by Monday.';
	const due = '2026-11-23' as Day;
	write(kith.book, (draft) =>
		draft.add('promise', { id: anId<'promise'>(), person, text, due, note: note.id })
	);
	const promise = { kind: 'promise', person, text: 'send the brochure by Monday', due } as const;
	for (const again of [promise, { ...promise, text: 'the brochure' }]) {
		expect(keepWords(kith, again, note)).toBe(true);
		expect(kith.toasts.current?.text).toBe('You promised this already');
	}
	expect(keepWords(kith, promise, undefined)).toBe(true);
	expect(kith.book.all('promise')).toHaveLength(1);
	keepWords(kith, { ...promise, text: 'Call Max' }, note);
	expect(kith.book.all('promise')).toHaveLength(2);
});

const max = anId<'circle'>();
function addMax(): void {
	write(kith.book, (draft) =>
		draft.add('circle', {
			...{ id: max, person: dana.id, name: 'Max', relation: 'child', about: 'Volcanoes' },
			birthday: '2016-11-27' as AnyDay
		})
	);
}

test('a moment of somebody in the circle is theirs', () => {
	addMax();
	const moment = { kind: 'moment', person, moment: 'birthday', yearly: true } as const;
	const day = '--11-27' as AnyDay;
	keepWords(kith, { ...moment, day, label: 'Max’s birthday', sensitive: false }, note);
	expect(kith.book.all('moment')[0]?.circle).toBe(max);
	expect(momentsOf(kith, dana)).toHaveLength(1);
});
