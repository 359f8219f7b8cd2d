// @vitest-environment node
// Who would like an article: by its tags and title, always with a reason, never for what is sensitive.
import { describe, expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import { isGiven } from './article-given';
import { inOrder, LikesIndex, likingsOf, reasonFor, type Likes } from './article-match';
import type { Day } from './day';
import { hushedOf } from './hush';
import type { Id } from './id';
import type { Article } from './records/article';
import type { Circle } from './records/circle';
import type { Fact } from './records/fact';
import type { Gesture } from './records/gesture';
import { germanStem } from './stems-de';
import { englishStem } from './stems-en';

const person = anId<'person'>();
const none: Likes = {
	stem: englishStem,
	tags: [],
	facts: [],
	circle: [],
	hushed: hushedOf([], '')
};
const whyFor = (article: Article, likes: Likes) => reasonFor(article, likingsOf(likes));

function anArticle(title: string, ...tags: string[]): Article {
	return { id: anId<'article'>(), title, tags, savedOn: '2026-11-02' as Day };
}
function aFact(text: string, fields: Partial<Fact> = {}): Fact {
	return { id: anId<'fact'>(), person, text, day: '2026-10-01' as Day, ...fields };
}
const interest = (text: string) => aFact(text, { aspect: 'interest' });
const oskar: Circle = {
	id: anId<'circle'>(),
	person,
	name: 'Oskar',
	relation: 'child',
	about: 'Volcanoes'
};

describe('reasonFor', () => {
	test('finds what they said they like, with the words as they stand in the book', () => {
		const climbs = aFact('Climbs; reads about the poles', { topic: 47 });
		expect(
			whyFor(anArticle('Up the north face', 'climbing'), { ...none, facts: [climbs] })
		).toEqual({ reason: { from: 'fact', fact: climbs }, rank: 0 });
	});

	test.each([
		['Bees', 'bee'],
		['Long-distance Hiking', 'hikes'],
		['Città e musica', 'citta'],
		['Trade fairs', 'trade-fair'],
		['Berries', 'berry'],
		['Running', 'runs']
	])('“%s” is answered by the tag %s', (text, tag) => {
		expect(whyFor(anArticle('Something', tag), { ...none, facts: [interest(text)] })).toBeDefined();
	});

	test.each([
		['Bienen', 'Biene'],
		['Alte Segelboote', 'segelboot'],
		['Bücher, mit Tinte', 'Buch']
	])('in German “%s” is answered by the tag %s', (text, tag) => {
		const likes = { ...none, stem: germanStem, facts: [interest(text)] };
		expect(whyFor(anArticle('Etwas', tag), likes)).toBeDefined();
		expect(whyFor(anArticle('Was nicht mehr geht'), likes)).toBeUndefined();
	});

	test.each(
		'alte alten alter altes beste besten große großen kleine kleinen Woche Wochen Mensch Menschen'.split(
			' '
		)
	)('in German “%s” in a title says nothing', (word) => {
		const likes = { ...none, stem: germanStem, facts: [interest(`${word} Segelboote`)] };
		expect(whyFor(anArticle(`${word} Städte`), likes)).toBeUndefined();
	});

	test.each([
		['Beer', 'bee'],
		['Old cars', 'car-sharing'],
		['Trade and other fairs', 'trade-fair']
	])('“%s” is not answered by the tag %s', (text, tag) => {
		expect(
			whyFor(anArticle('Something', tag), { ...none, facts: [interest(text)] })
		).toBeUndefined();
	});

	test('goes by the words of the title too, but not by its little words', () => {
		const likes = { ...none, facts: [interest('Old lighthouses, and what they do')] };
		expect(whyFor(anArticle('The last lighthouse keeper'), likes)).toMatchObject({ rank: 2 });
		expect(whyFor(anArticle('What they do and what you do'), likes)).toBeUndefined();
		expect(whyFor(anArticle('An old car'), likes)).toBeUndefined();
	});

	test('puts their own words before a tag, and a tag before the circle', () => {
		const article = anArticle('Iceland', 'volcanoes');
		const facts = [interest('Volcano watching')];
		const all = { ...none, tags: ['volcanoes'], facts, circle: [oskar] };
		expect(whyFor(article, all)?.reason.from).toBe('fact');
		expect(whyFor(article, { ...all, facts: [] })?.reason.from).toBe('tag');
		expect(whyFor(article, { ...none, circle: [oskar] })).toEqual({
			reason: { from: 'circle', member: oskar },
			rank: 4
		});
	});

	test('never for what is to be kept quiet, by no way in', () => {
		const facts = [interest('Golf'), interest('Old lighthouses')];
		const hushed = hushedOf([aFact('Never mention golf', { topic: 38 })], 'Dana Whitlock');
		const likes = { ...none, facts, tags: ['golf', 'lighthouse'], hushed };
		for (const article of [
			anArticle('Golf clubs ranked'),
			anArticle('Ten courses', 'golf'),
			anArticle('A lighthouse on the golf course'),
			{ ...anArticle('A lighthouse'), text: 'It stands beside a golf course.' }
		]) {
			expect(whyFor(article, { ...likes, hushed: none.hushed })).toBeDefined();
			expect(whyFor(article, likes)).toBeUndefined();
			const index = new LikesIndex(englishStem);
			index.set('dana', likes);
			expect(index.find(article)).toEqual([]);
		}
		const last = anArticle('The last lighthouse');
		expect(whyFor(last, likes)?.reason).toMatchObject({ from: 'fact' });
		// Nor would the reason itself be read out.
		const both = [interest('Golf beside a lighthouse')];
		expect(whyFor(last, { ...none, facts: both, hushed })).toBeUndefined();
	});

	test('never for what is sensitive, no liking at all, or no longer so', () => {
		const article = anArticle('Chess');
		const was = interest('Chess');
		for (const facts of [
			[aFact('Chess', { aspect: 'interest', sensitive: true })],
			[aFact('Chess', { topic: 38 })],
			[aFact('Chess', { aspect: 'challenge' })],
			[was, aFact('Draughts', { aspect: 'interest', revises: was.id })]
		]) {
			expect(whyFor(article, { ...none, facts })).toBeUndefined();
		}
	});
});

test('an article counts as given by its id, or by a line of give and take with its title', () => {
	const article = anArticle('Walking in Crete');
	const line = (fields: Partial<Gesture>) =>
		({
			...{ id: anId<'gesture'>(), person, day: '2026-11-03' as Day },
			...{ direction: 'given', kind: 'article', ...fields }
		}) as Gesture;
	expect(isGiven(article, line({ article: article.id }))).toBe(true);
	expect(isGiven(article, line({ text: '“Walking in Crete”, by post' }))).toBe(true);
	expect(isGiven(article, line({ text: 'Walking' }))).toBe(false);
	expect(isGiven(article, line({ text: 'Sleepwalking in Crete' }))).toBe(false);
	const other = anId<'article'>();
	expect(isGiven(article, line({ text: 'walking in crete', article: other }))).toBe(true);
	expect(isGiven(article, line({ text: 'Not walking in Crete', article: other }))).toBe(false);
	expect(isGiven(anArticle('…'), line({ text: 'Something' }))).toBe(false);
	expect(isGiven(article, line({ kind: 'gift', text: 'Walking in Crete' }))).toBe(false);
	expect(
		isGiven(article, line({ direction: 'received', kind: 'favour', article: article.id }))
	).toBe(false);
});

describe('the index', () => {
	test('finds the same as asking one by one, also after a change', () => {
		const index = new LikesIndex(englishStem);
		const article = anArticle('Iceland', 'volcanoes');
		const likes = { ...none, circle: [oskar] };
		index.set('nora', likes);
		index.set('hank', { ...none, tags: ['tooling'] });
		expect(index.find(article)).toEqual([{ person: 'nora', ...whyFor(article, likes) }]);
		index.set('hank', { ...none, tags: ['Volcanoes'] });
		index.set('nora', none);
		expect(index.find(article).map((match) => match.person)).toEqual(['hank']);
		index.set('hank', undefined);
		expect(index.find(article)).toEqual([]);
	});

	test('answers within a frame for 10,000 people', () => {
		const index = new LikesIndex(englishStem);
		const words = 'bees food hiking volcanoes chess paper cars dairy rowing tools'.split(' ');
		for (let at = 0; at < 10_000; at++) {
			const facts = [interest(`Old ${words[(at * 7) % 10]}, and ${words[(at * 3) % 10]} too`)];
			index.set(`${at}`, { ...none, tags: [words[at % 10] ?? ''], facts });
		}
		const article = anArticle('Food and old volcanoes for people with cars', 'food', 'bees');
		const once = (): number => {
			const start = performance.now();
			const found = inOrder(index.find(article), () => ({
				place: undefined,
				touchedOn: undefined
			}));
			expect(found.length).toBeGreaterThan(2_000);
			return performance.now() - start;
		};
		// Half of everybody fits; the machine has other work to do, so the best of some counts.
		expect(Math.min(...Array.from({ length: 60 }, once))).toBeLessThanOrEqual(16);
	});
});

test('the ten come first, then the better reason, then who was not heard of for longest', () => {
	const people = ['a', 'b', 'c', 'd', 'e'].map((name) => name as Id<'person'>);
	const standing: Record<string, [number | undefined, string | undefined]> = {
		a: [undefined, undefined],
		b: [undefined, '2026-11-01'],
		c: [undefined, '2026-03-01'],
		d: [7, '2026-11-20'],
		e: [undefined, '2026-11-20']
	};
	const matches = people.map((id) => ({
		person: id,
		reason: { from: 'tag' as const, tag: 'food' },
		rank: id === 'e' ? 0 : id === 'd' ? 5 : 1
	}));
	const order = inOrder(matches, (id) => {
		const [place, touchedOn] = standing[id] ?? [];
		return { place, touchedOn: touchedOn as Day | undefined };
	});
	expect(order.map(({ person: id }) => id)).toEqual(['d', 'e', 'c', 'b', 'a']);
});
