// What is held about one person is gathered from everywhere it stands, and what stays in is left out everywhere.
import { expect, test } from 'vitest';
import { anniversaryId } from './anniversaries';
import type { Day } from './day';
import { HeldBack } from './held-back';
import { heldOf, type HeldSources } from './held';
import { heldJson } from './held-json';
import type { Id } from './id';
import type { Circle } from './records/circle';
import type { Fact } from './records/fact';
import type { Moment } from './records/moment';
import type { Person } from './records/person';

const DAY = '2026-11-20' as Day;
let made = 0;
const anId = <T extends string>() => `2026${String(made++).padStart(17, '0')}` as Id<T>;
const max: Person = { id: anId(), name: 'Max', closeness: 'friend', tags: ['Rower', 'Marjorie'] };
const dana: Person = { id: anId(), name: 'Dana' };
const child: Circle = {
	...{ id: anId<'circle'>(), person: dana.id, name: 'Max', relation: 'child', self: max.id },
	about: 'Rows'
};
const aMoment = (more: Partial<Moment>): Moment => ({
	...{ id: anId<'moment'>(), person: max.id, kind: 'other', day: DAY, yearly: false },
	...more
});
const wife: Circle = { id: anId<'circle'>(), person: max.id, name: 'Ida', relation: 'spouse' };
const sources: HeldSources = {
	...{ person: max, employment: [], fact: [], promise: [], plan: [], touch: [], note: [] },
	...{ gesture: [], thankYou: [], closeness: [], slot: [], friendsAnswer: [] },
	circle: [wife],
	moment: [
		aMoment({ label: 'Her play', circle: wife.id }),
		aMoment({ id: anniversaryId(max.id), kind: 'work-anniversary', yearly: true })
	],
	introducer: 'Dana',
	introduced: ['Zoe', 'Ben'],
	memberOf: [
		{ of: 'Dana', member: child, moments: [aMoment({ person: dana.id, label: 'Regatta' })] }
	]
};
const title = { madeAt: '2026-11-21T12:00:00Z', withSensitive: true, topicOf: () => undefined };

test('the person in the circles of others, whom they introduced, and whose a day is', () => {
	const held = heldOf(sources, undefined);
	expect(JSON.parse(heldJson(held, title))).toMatchObject({
		person: { closeness: 'friend', introducedBy: 'Dana', introduced: ['Ben', 'Zoe'] },
		inCircleOf: [
			{ of: 'Dana', name: 'Max', relation: 'child', about: 'Rows', moments: [{ label: 'Regatta' }] }
		],
		moments: [{ label: 'Her play', whose: 'Ida' }]
	});
});

test('a day that is only counted is no entry of its own', () => {
	expect(heldOf(sources, undefined).moments.map(({ label }) => label)).toEqual(['Her play']);
});

test('what others have of the person is weighed against both', () => {
	const secret = (person: Person, text: string): Fact => ({
		...{ id: anId<'fact'>(), person: person.id, day: DAY, topic: 38, text }
	});
	const without = (fact: Fact, more: Partial<HeldSources> = {}) =>
		heldOf(
			{ ...sources, ...more },
			new HeldBack({ facts: [fact], moments: [], nameOf: () => undefined })
		);
	const open = without(secret(max, 'Marjorie left'));
	expect(open.memberOf).toHaveLength(1);
	expect(open.person.tags).toEqual(['Rower']);
	expect(open.leftOut).toBe(1);
	expect(without(secret(max, 'Never rows')).memberOf).toEqual([]);
	expect(without(secret(dana, 'Never rows')).memberOf).toEqual([]);
	expect(without(secret(max, 'Regatta lost')).memberOf[0]?.moments).toEqual([]);
});
