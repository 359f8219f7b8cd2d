// What a rep does with what is known: no liking twice, in one spelling, and each step can be taken back.
import { beforeEach, expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { Fact } from '$lib/domain/records/fact';
import { aKith } from '../../../tests/support/backups';
import { anId, aPerson, aTouch, write } from '../../../tests/support/books';
import { answersAbout } from './about-person';
import {
	addAspect,
	aspectsAbout,
	borrowedAbout,
	forgetAnswer,
	forgetAspect,
	settle,
	toFindOutAbout
} from './facts';
import type { Kith } from './kith.svelte';
import { undo } from './undoing';
import { vocabularyOf } from './vocabulary';

const dana = aPerson({ name: 'Dana Whitlock' });
const omar = aPerson({ name: 'Omar Reyes' });
const day = '2026-05-03' as Day;
let kith: Kith;

beforeEach(async () => {
	kith = await aKith('phone');
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('person', omar);
	});
});

function know(text: string, fields: Partial<Fact> = {}): Fact {
	const fact: Fact = { ...{ id: anId(), person: dana.id, text, day }, ...fields };
	write(kith.book, (draft) => draft.add('fact', fact));
	return fact;
}

const liked = (): string[] => aspectsAbout(kith, dana.id).map(({ fact }) => fact.text);
const known = (): string[] => answersAbout(kith, dana.id).map(({ fact }) => fact.text);

test('a liking is taken over in the spelling the book knows, and not twice for one person', () => {
	expect(addAspect(kith, omar.id, 'interest', ' Fly  fishing ')).toBe(true);
	expect(addAspect(kith, dana.id, 'preference', 'FLY FISHING')).toBe(true);
	expect(addAspect(kith, dana.id, 'interest', 'fly fishing')).toBe(false);
	expect(addAspect(kith, dana.id, 'goal', ' ')).toBe(false);
	expect(liked()).toEqual(['Fly fishing']);
	expect(vocabularyOf(kith)).toEqual(['Fly fishing']);
});

test('taken away, it is gone wherever it was written down, and comes back by Undo', () => {
	know('Chess', { aspect: 'interest' });
	know('chess', { aspect: 'preference' });
	know('Kites', { aspect: 'interest' });
	const [chess] = aspectsAbout(kith, dana.id);
	if (chess) forgetAspect(kith, chess);
	expect(known()).toEqual(['Kites']);
	undo(kith);
	expect(known().toSorted()).toEqual(['Chess', 'Kites', 'chess']);
});

test('one of two answers forgotten leaves the other all it said before', () => {
	const runs = know('Runs');
	know('Swims', { revises: runs.id });
	know('Climbs', { revises: runs.id });
	const [swims] = answersAbout(kith, dana.id);
	if (swims) forgetAnswer(kith, swims);
	expect(answersAbout(kith, dana.id)).toMatchObject([
		{ fact: { text: 'Climbs' }, before: [{ text: 'Runs' }] }
	]);
});

test('settling is one step, and undone as one', () => {
	const runs = know('Runs');
	know('Swims', { revises: runs.id });
	know('Climbs', { revises: runs.id });
	const [swims] = answersAbout(kith, dana.id);
	if (swims) settle(kith, swims);
	expect(known()).toEqual(['Swims']);
	undo(kith);
	expect(known()).toEqual(['Swims', 'Climbs']);
});

test('what circle and facts tell is not to be found out, and a conversation brings the next', () => {
	expect(toFindOutAbout(kith, dana)).toBe(47);
	know('Chess', { topic: 47 });
	expect(toFindOutAbout(kith, dana)).toBe(17);
	write(kith.book, (draft) => {
		const id = anId<'circle'>();
		draft.add('circle', { id, person: dana.id, name: 'Max', relation: 'child' });
	});
	expect([...borrowedAbout(kith, dana).keys()]).toEqual([17]);
	expect(toFindOutAbout(kith, dana)).toBe(48);
	write(kith.book, (draft) => draft.add('touch', aTouch({ people: [dana.id] })));
	expect(toFindOutAbout(kith, dana)).toBe(49);
});
