// What a call is opened with: the rep's own entries first, and none of what is to be kept quiet.
import { beforeEach, expect, test } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import { aBook, anId, aPerson, NOON, TestClock, write } from '../../../tests/support/books';
import { Kith } from './kith.svelte';
import { openersFor } from './openers';
import { FIVE_OPENERS, talkAbout } from './talk';

const dana = aPerson({ name: 'Dana Whitlock' });
const max = anId<'circle'>();
const usual = [FIVE_OPENERS[0], FIVE_OPENERS[4]];
let kith: Kith;

beforeEach(async () => {
	kith = new Kith(await aBook('phone', new TestClock()), () => NOON);
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('circle', { id: max, person: dana.id, name: 'Max', relation: 'child' });
		draft.add('promise', { id: anId<'promise'>(), person: dana.id, text: 'Ask about Alder' });
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: dana.id, circle: max, kind: 'birthday' },
			...{ day: '2017-11-24' as AnyDay, yearly: true }
		});
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: dana.id, circle: max, kind: 'trip', label: 'Norway' },
			...{ day: '2026-11-20' as AnyDay, yearly: false }
		});
	});
});

test('what is owed and what is coming stands first', () => {
	expect(openersFor(kith, dana)).toEqual(['Ask about Alder', 'Max turns 9', ...usual]);
});

test.each([
	['The talks with Alder', ['Max turns 9', ...usual]],
	['Max is not hers', ['Ask about Alder', ...usual]]
])('not what touches on “%s”', (text, expected) => {
	write(kith.book, (draft) =>
		draft.add('fact', {
			...{ id: anId<'fact'>(), person: dana.id, topic: 38, text },
			day: '2026-01-05' as Day
		})
	);
	expect(openersFor(kith, dana)).toEqual(expected);
});

test('somebody of the circle who is in the trash is not named', () => {
	const trashedAt = new Date(NOON).toISOString();
	const said = () => [...openersFor(kith, dana), ...talkAbout(kith, dana).map((line) => line.said)];
	expect(said().filter((words) => words.includes('Max'))).toHaveLength(3);
	write(kith.book, (draft) => draft.edit('circle', max, { trashedAt }));
	expect(said()).toEqual(expect.arrayContaining(['Birthday', 'How was it? Norway']));
	expect(said().filter((words) => words.includes('Max'))).toEqual([]);
});
