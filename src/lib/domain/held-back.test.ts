// What stays in: sensitive things, what they said before, and what touches on them; and nothing else.
import { describe, expect, test } from 'vitest';
import type { Day } from './day';
import { HeldBack, withoutHeldBack } from './held-back';
import type { Id } from './id';
import type { Fact } from './records/fact';
import type { Moment } from './records/moment';
import type { Note } from './records/note';
import type { Person } from './records/person';

const DAY = '2026-11-20' as Day;
let made = 0;
const anId = <T extends string>() => `2026${String(made++).padStart(17, '0')}` as Id<T>;
const dana: Person = { id: anId(), name: 'Dana Whitlock' };
const ben: Person = { id: anId(), name: 'Ben Ortiz' };
const aFact = (text: string, more: Partial<Fact> = {}): Fact => ({
	...{ id: anId<'fact'>(), person: dana.id, text, day: DAY },
	...more
});
const aNote = (
	body: string,
	people: readonly Person[] = [dana],
	more: Partial<Note> = {}
): Note => ({
	...{ id: anId<'note'>(), people: people.map(({ id }) => id), day: DAY, body },
	...more
});
const aMoment = (more: Partial<Moment>): Moment => ({
	...{ id: anId<'moment'>(), person: dana.id, kind: 'other', day: DAY, yearly: false },
	...more
});
const heldBackOf = (facts: readonly Fact[], moments: readonly Moment[] = []) =>
	new HeldBack({
		...{ facts, moments },
		nameOf: (id) => [dana, ben].find((person) => person.id === id)?.name
	});

test('a sensitive answer stays in with all it said before; one that was sensitive once does not pull the new one in', () => {
	const first = aFact('Drank');
	const second = aFact('Sober since May', { revises: first.id, sensitive: true });
	const third = aFact('Rows on Sundays', { revises: second.id });
	const heldBack = heldBackOf([first, second, third]);
	const stays = [first, second, third].map((fact) => heldBack.has('fact', fact));
	expect(stays).toEqual([true, true, false]);
});

test('facts that revise each other in a ring end', () => {
	const [one, other] = [aFact('a', { sensitive: true }), aFact('b')];
	const ring = [
		{ ...one, revises: other.id },
		{ ...other, revises: one.id }
	];
	expect(ring.every((fact) => heldBackOf(ring).has('fact', fact))).toBe(true);
});

describe('words', () => {
	const heldBack = heldBackOf([aFact('Marjorie left', { topic: 38 })]);

	test('that touch on it stay in, about that person only', () => {
		expect(heldBack.has('note', aNote('Saw Marjorie there'))).toBe(true);
		expect(heldBack.has('note', aNote('Saw Marjorie there', [ben, dana]))).toBe(true);
		expect(heldBack.has('note', aNote('Saw Marjorie there', [ben]))).toBe(false);
		expect(heldBack.has('note', aNote('Rowed on the lake'))).toBe(false);
	});

	test('leave a person as a field or a line', () => {
		const about = 'Knows Marjorie';
		const vcard = ['X-A:Marjorie', 'X-B:boats'];
		const left = withoutHeldBack({ ...dana, about, vcard, company: 'Alder' }, heldBack);
		expect(left).toEqual({ ...dana, company: 'Alder', vcard: ['X-B:boats'] });
		const tags = ['Marjorie', 'Dairy'];
		expect(withoutHeldBack({ ...dana, tags }, heldBack)).toEqual({ ...dana, tags: ['Dairy'] });
		expect(withoutHeldBack({ ...dana, about, vcard }, undefined)).toEqual({
			...dana,
			about,
			vcard
		});
	});
});

test('moments stay in when the rep says so, and an operation unless he says otherwise', () => {
	const moments = [
		aMoment({ sensitive: true }),
		aMoment({ kind: 'surgery' }),
		aMoment({ kind: 'surgery', sensitive: false }),
		aMoment({})
	];
	const heldBack = heldBackOf([], moments);
	expect(moments.map((one) => heldBack.has('moment', one))).toEqual([true, true, false, false]);
});

test('what a sensitive day is called is as quiet as a sensitive answer', () => {
	const heldBack = heldBackOf([], [aMoment({ sensitive: true, label: 'Hearing in Duluth' })]);
	expect(heldBack.has('note', aNote('Drives to Duluth for the hearing'))).toBe(true);
	expect(heldBack.has('note', aNote('Rowed on the lake'))).toBe(false);
});

test('the note a sensitive thing was taken from stays in', () => {
	const [of, from, other] = [aNote('One'), aNote('Two'), aNote('Three')];
	const heldBack = heldBackOf(
		[aFact('x', { sensitive: true, note: of.id })],
		[aMoment({ sensitive: true, note: from.id })]
	);
	expect([of, from, other].map((note) => heldBack.has('note', note))).toEqual([true, true, false]);
});

describe('words about nobody', () => {
	const heldBack = heldBackOf([
		aFact('Marjorie left', { topic: 38 }),
		aFact('Hearing in Duluth', { person: ben.id, sensitive: true })
	]);

	test('stay in when they touch on what is hushed of anybody', () => {
		const about = (body: string) => heldBack.has('note', aNote(body, [], { company: 'Alder' }));
		expect(about('Marjorie signs there')).toBe(true);
		expect(about('The hearing is in Duluth')).toBe(true);
		expect(about('They row on the lake')).toBe(false);
		const founding: Moment = {
			...{ id: anId<'moment'>(), company: 'Alder', kind: 'other', day: DAY, yearly: false },
			label: 'Marjorie’s first day'
		};
		expect(heldBack.has('moment', founding)).toBe(true);
		const article = { id: anId<'article'>(), title: 'Boats', savedOn: DAY };
		expect(heldBack.has('article', { ...article, tags: ['Marjorie'] })).toBe(true);
		expect(heldBack.has('article', article)).toBe(false);
	});

	test('are weighed against ten thousand people in no time', () => {
		const many = Array.from({ length: 10_000 }, (_, nth) =>
			aFact(`Drank since ${nth} and left Xer${nth} over it`, {
				...{ person: anId<'person'>(), sensitive: true }
			})
		);
		const everybodys = heldBackOf(many);
		expect(everybodys.touches([], 'warming up')).toBe(false);
		const since = performance.now();
		for (let nth = 0; nth < 2_000; nth++) everybodys.touches([], `A quiet talk, ${nth} boxes sold`);
		expect(performance.now() - since).toBeLessThan(1_000);
		expect(everybodys.touches([], 'Xer77 drank')).toBe(true);
	});
});
