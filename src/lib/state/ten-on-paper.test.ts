// The printed Top Ten says who, what to begin with and when, and nothing that is to be kept quiet.
import { beforeEach, expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { aBook, anId, aPerson, NOON, TestClock, write } from '../../../tests/support/books';
import { Kith } from './kith.svelte';
import { seatPerson } from './people';
import { tenOnPaper } from './ten-on-paper';

const dana = aPerson({ name: 'Dana Whitlock', company: 'Harrow Foods' });
let kith: Kith;

beforeEach(async () => {
	kith = new Kith(await aBook('phone', new TestClock()), () => NOON);
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('circle', { id: anId<'circle'>(), person: dana.id, name: 'Max', relation: 'child' });
		draft.add('circle', {
			id: anId<'circle'>(),
			person: dana.id,
			name: 'Greg',
			relation: 'spouse'
		});
		draft.add('promise', { id: anId<'promise'>(), person: dana.id, text: 'The rope shop' });
		draft.add('plan', {
			...{ id: anId<'plan'>(), person: dana.id, kind: 'call', purpose: 'just-talked' },
			...{ day: '2026-11-27' as Day, opener: 'Greg’s knee' }
		});
	});
	seatPerson(kith, dana);
});

test('ten places, each with what the next call begins with', () => {
	const sheet = tenOnPaper(kith, false);
	expect(sheet).toHaveLength(10);
	expect(sheet[0]).toMatchObject({ place: 1, name: 'Dana Whitlock', company: 'Harrow Foods' });
	expect(sheet[0]?.circle).toContain('Greg');
	expect(sheet[0]?.opener).toBe('Greg’s knee');
	expect(sheet[0]?.day).toMatch(/27/);
	expect(sheet[9]).toEqual({ place: 10 });
});

test('not what is not to be mentioned', () => {
	write(kith.book, (draft) =>
		draft.add('fact', {
			...{ id: anId<'fact'>(), person: dana.id, topic: 38, text: 'Greg moved out' },
			day: '2026-11-01' as Day
		})
	);
	const [first] = tenOnPaper(kith, false);
	expect(JSON.stringify(first)).not.toContain('Greg');
	expect(first?.opener).toBe('The rope shop');
});

test('with initials only, nothing that tells who it is', () => {
	const [first] = tenOnPaper(kith, true);
	expect(Object.keys(first ?? {}).toSorted()).toEqual(['day', 'name', 'place']);
	expect(first?.name).toBe('D. W.');
});
