// Whom to text today, case by case, and never what is not to be mentioned.
// Over 300 lines, because each condition has its case.
import { describe, expect, test, vi } from 'vitest';
import { aPerson, anId, aTouch } from '../../../tests/support/books';
import { addDays, type Day } from './day';
import type { Entries } from './named-things';
import { seededRandom } from './random';
import type { Circle } from './records/circle';
import type { Fact } from './records/fact';
import type { Moment } from './records/moment';
import { properNamesIn } from './proper-names-en';
import type { Person } from './records/person';
import type { Touch } from './records/touch';
import { lackOf, textToday, type TextSources, type TextToday } from './text-one';
import { lastTouched } from './warmth';

const TODAY = '2026-11-21' as Day;
const person = anId<'person'>();

interface Known extends Partial<Entries> {
	readonly touches?: readonly Touch[];
	readonly ratio?: number;
	/** 0 for who is not tracked. */
	readonly cadence?: number;
}

/** Sources with these people; whatever is not said about one is not there. */
function among(known: ReadonlyMap<Person, Known>, more: Partial<TextSources> = {}): TextSources {
	const momentsOf = (one: Person): Moment[] =>
		(known.get(one)?.moments ?? []).map((moment) => ({ ...moment, person: one.id }));
	return {
		people: [...known].map(([one, { ratio, cadence = 90, touches = [] }]) => ({
			person: one,
			touchedOn: lastTouched(touches, TODAY),
			warmth: { ratio, cadence: cadence || undefined }
		})),
		ten: [],
		moments: [...known.keys()].flatMap(momentsOf),
		touchesOf: (one) => known.get(one)?.touches ?? [],
		entriesOf: (one) => ({
			namesIn: properNamesIn,
			circle: [],
			facts: [],
			...known.get(one),
			moments: momentsOf(one)
		}),
		declined: new Set(),
		...more
	};
}

function aFriend(fields: Partial<Person> = {}): Person {
	return aPerson({
		name: 'Grace Tanaka',
		company: 'Millbrook Labs',
		texting: 'we-text',
		...fields
	});
}
function aMember(fields: Partial<Circle> = {}): Circle {
	return { id: anId(), person, name: 'Max', relation: 'child', ...fields };
}
function aFact(text: string, fields: Partial<Fact> = {}): Fact {
	return { id: anId(), person, text, day: '2026-10-01' as Day, ...fields };
}
function aMoment(away: number, fields: Partial<Moment> = {}): Moment {
	const day = addDays(TODAY, away);
	return { id: anId(), person, kind: 'other', day, yearly: false, label: 'Max’s fair', ...fields };
}
function ago(days: number, fields: Partial<Touch> = {}): Touch {
	return aTouch({ day: addDays(TODAY, -days), ...fields });
}

/** What is said about one friend of whom this is known. */
function about(known: Known, friend = aFriend()): TextToday | undefined {
	return textToday(among(new Map([[friend, known]])), TODAY);
}
/** The name in the letter to one friend of whom this is known. */
function nameFrom(known: Known): string | undefined {
	const found = about(known);
	return found?.for === 'text' ? found.thing.name : undefined;
}

describe('who is a candidate', () => {
	const max = { circle: [aMember()] };
	test.each([
		['we text', aFriend(), max, 'text'],
		['they texted once', aFriend({ texting: 'they-texted' }), max, undefined],
		['nobody knows', aFriend({ texting: 'not-yet' }), max, undefined],
		['put off until tomorrow', aFriend({ snoozedUntil: addDays(TODAY, 1) }), max, undefined],
		['put off until today', aFriend({ snoozedUntil: TODAY }), max, 'text'],
		['touched six days ago', aFriend(), { ...max, touches: [ago(6)] }, undefined],
		['touched seven days ago', aFriend(), { ...max, touches: [ago(7)] }, 'text'],
		['a voicemail today', aFriend(), { ...max, touches: [ago(0)] }, undefined],
		['no name is known', aFriend(), {}, 'find-out'],
		['only a fact without a name', aFriend(), { facts: [aFact('Plays golf')] }, 'find-out']
	])('%s', (_, friend, known, expected) => {
		expect(about(known, friend)?.for).toBe(expected);
	});

	test('one a day: nothing more once anybody was texted just so today', () => {
		const other = aFriend();
		const just = ago(0, { kind: 'message', outcome: 'reached-out' });
		const say = (touch: Touch): string | undefined =>
			textToday(
				among(
					new Map<Person, Known>([
						[aFriend(), max],
						[other, { touches: [touch] }]
					])
				),
				TODAY
			)?.for;
		expect(say(just)).toBeUndefined();
		expect(say({ ...just, purpose: 'business' })).toBe('text');
		expect(say({ ...just, day: addDays(TODAY, -1) })).toBe('text');
		expect(say({ ...just, kind: 'call' })).toBe('text');
	});
});

describe('in which order', () => {
	const [near, far, quiet] = [aFriend(), aFriend(), aFriend()];
	const all = new Map<Person, Known>([
		[quiet, { circle: [aMember()], ratio: 3 }],
		[far, { moments: [aMoment(20)], ratio: 2 }],
		[near, { moments: [aMoment(-3)], ratio: 0.1 }]
	]);
	const first = (more: Partial<TextSources>): Person | undefined =>
		textToday(among(all, more), TODAY)?.person;

	test('closeness to a moment, then the ratio', () => {
		expect(first({})).toBe(near);
		expect(first({ declined: new Set([near.id]) })).toBe(far);
		expect(first({ declined: new Set([near.id, far.id]) })).toBe(quiet);
	});
	test('who has declined everybody is not asked what to find out', () => {
		const declined = new Set([near.id, far.id, quiet.id]);
		const sources = among(new Map([...all, [aFriend(), {}]]), { declined });
		expect(textToday(sources, TODAY)).toBeUndefined();
		expect(textToday({ ...sources, declined: new Set() }, TODAY)?.for).toBe('text');
	});
	test('among equals the longer unheard: never reached first, not tracked last', () => {
		const max = { circle: [aMember()] };
		const equals = new Map<Person, Known>([
			[far, { ...max, ratio: 1 }],
			[near, { ...max, cadence: 0 }],
			[quiet, { ...max, ratio: 2 }]
		]);
		const never = aFriend();
		const declined = new Set<string>();
		for (const expected of [never, quiet, far, near]) {
			const sources = among(new Map([...equals, [never, max]]), { declined });
			expect(textToday(sources, TODAY)?.person).toBe(expected);
			declined.add(expected.id);
		}
	});
	test('who is being written to stays, unless declined', () => {
		expect(first({ kept: quiet.id })).toBe(quiet);
		expect(first({ kept: quiet.id, declined: new Set([quiet.id]) })).toBe(near);
	});
	test('the order of the people does not matter', () => {
		const random = seededRandom(11);
		for (let times = 0; times < 20; times++) {
			const mixed = [...all].sort(() => random() - 0.5);
			expect(textToday(among(new Map(mixed)), TODAY)?.person).toBe(near);
		}
	});
});

describe('about what', () => {
	test.each([
		['a moment just over', { moments: [aMoment(-14)], circle: [aMember({ name: 'Liv' })] }, 'Max'],
		['no moment long over', { moments: [aMoment(-15)], circle: [aMember({ name: 'Liv' })] }, 'Liv'],
		['a moment to come', { moments: [aMoment(30)], circle: [aMember({ name: 'Liv' })] }, 'Max'],
		['no moment far off', { moments: [aMoment(31)], circle: [aMember({ name: 'Liv' })] }, 'Liv'],
		['a moment far off rather than nothing', { moments: [aMoment(90)] }, 'Max'],
		[
			'no moment seen to',
			{ moments: [aMoment(2, { doneFor: addDays(TODAY, 2) })], circle: [aMember({ name: 'Liv' })] },
			'Liv'
		],
		[
			'no moment put off',
			{
				moments: [aMoment(2, { snoozedUntil: addDays(TODAY, 1) })],
				circle: [aMember({ name: 'Liv' })]
			},
			'Liv'
		],
		['his project', { moments: [aMoment(2, { label: 'Max’s project is due' })] }, 'Max'],
		['his too', { moments: [aMoment(2, { label: 'See Max’ project' })] }, 'Max'],
		['his on any keyboard', { moments: [aMoment(2, { label: "See Lars' project" })] }, 'Lars'],
		[
			'no project of the company',
			{ moments: [aMoment(2, { label: 'The Lakeside project' })] },
			undefined
		],
		['no go-live', { moments: [aMoment(2, { kind: 'go-live' })] }, undefined],
		[
			'a child before a spouse',
			{
				circle: [aMember({ name: 'Tom', relation: 'spouse' }), aMember()]
			},
			'Max'
		],
		[
			'whoever something is known about',
			{
				circle: [
					aMember(),
					aMember({ name: 'Tom', relation: 'spouse', about: 'Built a treehouse' })
				]
			},
			'Tom'
		],
		['no boss', { circle: [aMember({ relation: 'boss' })] }, undefined],
		[
			'the latest fact',
			{
				facts: [aFact('Roots for the Packers'), aFact('Reads Borges', { day: '2026-11-01' as Day })]
			},
			'Borges'
		],
		['no fact about business', { facts: [aFact('Wants a quote from Harrow')] }, undefined],
		['no business topic', { facts: [aFact('Came from Harrow', { topic: 20 })] }, undefined],
		['not the person', { facts: [aFact('They call Grace lucky')] }, undefined],
		['not the company', { facts: [aFact('Sings in the choir of Millbrook Labs')] }, undefined]
	] as [string, Known, string | undefined][])('%s', (_, known, name) => {
		expect(nameFrom(known)).toBe(name);
	});

	test('Andrea is somebody else than Andreas, whose wife she is', () => {
		const known = { circle: [aMember({ name: 'Andrea', relation: 'spouse' })] };
		expect(about(known, aFriend({ name: 'Andreas Brandt' }))).toMatchObject({
			thing: { name: 'Andrea' }
		});
		expect(about(known, aFriend({ name: 'Andrea Brandt' }))?.for).not.toBe('text');
	});
	test('a moment of somebody in the circle carries that name', () => {
		const liv = aMember({ name: 'Liv' });
		const moment = aMoment(3, { circle: liv.id, kind: 'birthday', label: 'Turns six' });
		expect(nameFrom({ moments: [moment], circle: [liv] })).toBe('Liv');
	});
	test('a name known from the circle counts at the head of a label', () => {
		const known = { moments: [aMoment(3, { label: 'Max starts school' })], circle: [aMember()] };
		expect(about(known)).toMatchObject({ for: 'text', thing: { from: 'moment', name: 'Max' } });
	});
});

describe('what is never used', () => {
	test.each([
		['a do-not-mention fact', [aFact('Asks about Rome', { topic: 38 })]],
		['a sensitive fact', [aFact('In treatment at Lakeside', { sensitive: true })]],
		['a sensitive fact in short words', [aFact('Ill, as is Bo', { sensitive: true })]],
		['a sensitive topic', [aFact('Votes for Smith', { topic: 35 })]]
	])('%s', (_, facts) => {
		expect(nameFrom({ facts })).toBeUndefined();
	});
	test('an older answer', () => {
		const older = aFact('Roots for the Packers');
		const newer = aFact('Gave up football', { revises: older.id });
		expect(nameFrom({ facts: [older, newer] })).toBeUndefined();
	});
	test.each([
		['in the circle', { circle: [aMember({ name: 'Paul', relation: 'spouse' })] }],
		['in a moment', { moments: [aMoment(2, { label: 'Paul’s trial dates' })] }],
		['in another fact', { facts: [aFact('Met at a concert of Paul')] }]
	] as [string, Known][])('a name that stands in a do-not-mention fact: %s', (_, known) => {
		const hush = aFact('She left Paul', { topic: 38 });
		expect(nameFrom(known)).toBe('Paul');
		expect(nameFrom({ ...known, facts: [...(known.facts ?? []), hush] })).toBeUndefined();
	});
});

describe('when there is nobody to text', () => {
	const [first, second] = [aPerson({ name: 'Lucía' }), aPerson({ name: 'Bo' })];
	const noName = aFriend();
	const say = (more: Partial<TextSources>, known = new Map<Person, Known>()) =>
		textToday(among(known, more), TODAY);

	test('somebody you text of whom no name is known, before the question', () => {
		const found = say({ ten: [first] }, new Map([[noName, { touches: [ago(2)] }]]));
		expect(found).toEqual({ for: 'find-out', person: noName });
	});
	test('the first of the ten of whom nothing was said', () => {
		const said: Person = { ...first, texting: 'not-yet' };
		expect(say({ ten: [said, second] })).toEqual({ for: 'ask', person: second });
		expect(say({ ten: [{ ...second, snoozedUntil: addDays(TODAY, 1) }] })).toBeUndefined();
	});
	test('nothing, when all is known', () => {
		expect(say({ ten: [] })).toBeUndefined();
	});
});

test('of 10,000 people only those one texts are looked at, and closely only the nearest to a moment', () => {
	const crowd = new Map<Person, Known>();
	for (let at = 0; at < 10_000; at++) {
		const isTexted = at % 10 === 0;
		crowd.set(aPerson(isTexted ? { texting: 'we-text' } : {}), {
			circle: [aMember()],
			moments: at % 100 === 0 ? [aMoment(at % 1000 === 0 ? 5 : 60)] : [],
			ratio: at
		});
	}
	const sources = among(crowd);
	const [touches, entries] = [vi.fn(sources.touchesOf), vi.fn(sources.entriesOf)];
	expect(textToday({ ...sources, touchesOf: touches, entriesOf: entries }, TODAY)?.for).toBe(
		'text'
	);
	expect(touches).not.toHaveBeenCalled();
	expect(entries).toHaveBeenCalledTimes(1);
});

test.each([
	['', 'Max', 'name'],
	['How did it go?', 'Max', 'name'],
	['Maximum fun', 'Max', 'name'],
	['Max', 'Max', 'words'],
	['Max ', 'Max', 'words'],
	['Did max’s volcano erupt?', 'Max', undefined],
	['Did Max win', 'Max Whitlock', undefined],
	['Max Whitlock won', 'Max Whitlock', undefined],
	['Whitlock won', 'Max Whitlock', 'name']
])('the draft %j about %s lacks %s', (draft, name, lack) => {
	expect(lackOf(draft, name)).toBe(lack);
});
