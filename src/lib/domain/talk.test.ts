// What to talk about comes from the rep's own entries, and from nothing else.
import { describe, expect, test } from 'vitest';
import { aNote, anId, aTouch } from '../../../tests/support/books';
import type { Day } from './day';
import { hushedOf } from './hush';
import type { Fact } from './records/fact';
import type { Moment } from './records/moment';
import type { RepPromise } from './records/promise';
import { englishStem } from './stems-en';
import { talkOf, type TalkSources } from './talk';

const TODAY = '2026-11-21' as Day;
const person = anId<'person'>();
const none: TalkSources = {
	promises: [],
	moments: [],
	notes: [],
	facts: [],
	circle: [],
	gestures: [],
	tags: [],
	stem: englishStem,
	hushed: hushedOf([], ''),
	articles: [],
	touches: []
};
function aPromise(fields: Partial<RepPromise> = {}): RepPromise {
	return { id: anId<'promise'>(), person, text: 'Send the drawing', ...fields };
}
function aMoment(day: string, fields: Partial<Moment> = {}): Moment {
	return { id: anId(), person, kind: 'birthday', day: day as Day, yearly: true, ...fields };
}

describe('talkOf', () => {
	test('says nothing where nothing was written down', () => {
		expect(talkOf(none, TODAY)).toEqual([]);
	});

	test('brings up what is owed, soonest first, and not what was kept', () => {
		const later = aPromise({ due: '2026-12-01' as Day });
		const undated = aPromise();
		const overdue = aPromise({ due: '2026-11-02' as Day });
		const kept = aPromise({ keptOn: '2026-11-20' as Day });
		const lines = talkOf({ ...none, promises: [undated, later, kept, overdue] }, TODAY);
		expect(lines.map((line) => line.from === 'promise' && line.promise.id)).toEqual([
			overdue.id,
			later.id,
			undated.id
		]);
	});

	test('brings up moments of the next thirty days that were not seen to', () => {
		const soon = aMoment('1978-12-21');
		const far = aMoment('1978-12-22');
		const over = aMoment('2026-09-20', { yearly: false });
		const seenTo = aMoment('--11-25', { doneFor: '2026-11-25' as Day });
		const lines = talkOf({ ...none, moments: [far, over, seenTo, soon] }, TODAY);
		expect(lines).toMatchObject([{ from: 'moment', coming: { moment: soon, in: 30, years: 48 } }]);
	});

	test('begins the latest note that has words, with its first line', () => {
		const older = aNote({ day: '2026-10-01' as Day, body: 'Older' });
		const latest = aNote({ day: '2026-11-06' as Day, body: '\n Max builds a volcano. \nMore.' });
		const empty = aNote({ day: '2026-11-07' as Day, body: '  ' });
		const lines = talkOf({ ...none, notes: [older, latest, empty] }, TODAY);
		expect(lines).toEqual([{ from: 'note', note: latest, line: 'Max builds a volcano.' }]);
	});
});

describe('how something went', () => {
	const went = (day: string, fields: Partial<Moment> = {}) =>
		aMoment(day, { kind: 'trip', yearly: false, ...fields });

	test.each([
		['2026-11-20', true],
		['2026-10-22', true],
		['2026-10-21', false],
		['2026-11-21', false]
	])('is asked about what was on %s: %s', (day, is) => {
		const lines = talkOf({ ...none, moments: [went(day)] }, TODAY);
		expect(lines.some(({ from }) => from === 'loop')).toBe(is);
	});

	test('is asked though good luck was wished, but not of what comes back every year', () => {
		const day = '2026-11-10' as Day;
		const wished = went(day, { doneFor: day });
		expect(talkOf({ ...none, moments: [wished, aMoment(day)] }, TODAY)).toEqual([
			{ from: 'loop', moment: wished }
		]);
	});

	test.each([
		['2026-11-09', 'reached', 1],
		['2026-11-10', 'reached', 1],
		['2026-11-11', 'reached-out', 1],
		['2026-11-11', 'reached', 0]
	] as const)('after a touch on %s that %s them: %i', (day, outcome, lines) => {
		const sources = {
			...none,
			moments: [went('2026-11-10')],
			touches: [aTouch({ day: day as Day, outcome })]
		};
		expect(talkOf(sources, TODAY)).toHaveLength(lines);
	});
});

describe('an article', () => {
	const article = {
		id: anId<'article'>(),
		title: 'Walking in Crete',
		tags: ['Walking'],
		savedOn: '2026-11-02' as Day
	};
	const hobby: Fact = {
		id: anId(),
		person,
		topic: 47,
		text: 'Long walks, walking the dog'
	} as Fact;

	test('is for whoever likes what it is about, by hobby or tag', () => {
		const articles = [article];
		expect(talkOf({ ...none, articles, facts: [hobby] }, TODAY)).toEqual([
			{ from: 'article', article, reason: { from: 'fact', fact: hobby } }
		]);
		expect(talkOf({ ...none, articles, tags: ['walking'] }, TODAY)).toEqual([
			{ from: 'article', article, reason: { from: 'tag', tag: 'walking' } }
		]);
	});

	test('is the one for the best reason, and the newest among equals', () => {
		const older = { ...article, id: anId<'article'>(), savedOn: '2026-10-02' as Day };
		const newer = { ...article, id: anId<'article'>(), tags: ['kites'], title: 'On strings' };
		const circle = [
			{ id: anId<'circle'>(), person, name: 'Pixel', relation: 'pet' as const, about: 'Kites' }
		];
		const sources = { ...none, articles: [older, newer, article], facts: [hobby], circle };
		expect(talkOf(sources, TODAY)).toMatchObject([{ article: { id: article.id } }]);
	});

	test('is not offered again, nor for what is sensitive', () => {
		const given = {
			id: anId<'gesture'>(),
			person,
			direction: 'given',
			kind: 'article',
			text: 'Walking in Crete',
			day: TODAY
		} as const;
		const tags = ['walking'];
		expect(talkOf({ ...none, articles: [article], tags, gestures: [given] }, TODAY)).toEqual([]);
		const facts = [{ ...hobby, sensitive: true }];
		expect(talkOf({ ...none, articles: [article], facts }, TODAY)).toEqual([]);
	});
});

test('the one thing to find out stands last', () => {
	const lines = talkOf({ ...none, promises: [aPromise()], toFindOut: 47 }, TODAY);
	expect(lines.map(({ from }) => from)).toEqual(['promise', 'topic']);
	expect(lines[1]).toEqual({ from: 'topic', topic: 47 });
});
