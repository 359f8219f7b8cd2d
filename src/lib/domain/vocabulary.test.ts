// The words for what people like: most used first, each in the spelling it was first written in.
import { expect, test } from 'vitest';
import { anId, aPerson } from '../../../tests/support/books';
import type { Day } from './day';
import type { Article } from './records/article';
import type { Fact } from './records/fact';
import { vocabularyIn } from './vocabulary';

const day = '2026-11-21' as Day;
const fact = (text: string, fields: Partial<Fact> = {}): Fact => ({
	...{ id: anId(), person: anId<'person'>(), aspect: 'interest', text, day },
	...fields
});
const article = (...tags: string[]): Article => ({
	...{ id: anId<'article'>(), title: 'On strings', tags, savedOn: day }
});

test('it grows with use, and what differs in case or accents is one word', () => {
	const facts = [fact('Chess'), fact('Café racers'), fact('cafe racers'), fact('Kites')];
	expect(vocabularyIn(facts, [article('kites', 'KITES'), article('kites')])).toEqual([
		'Kites',
		'Café racers',
		'Chess'
	]);
});

test('the tags of people count like those of articles', () => {
	const people = [aPerson({ tags: ['Bees', 'dairy'] }), aPerson({ tags: ['bees'] })];
	expect(vocabularyIn([fact('Kites')], [article('dairy'), ...people, article('dairy')])).toEqual([
		'dairy',
		'Bees',
		'Kites'
	]);
});

test('the first spelling is kept, in whatever order the records come', () => {
	const [first, second] = [fact('Kites'), fact('kites')];
	expect(vocabularyIn([second, first], [])).toEqual(['Kites']);
});

test('not what is sensitive, has been revised, or is no liking', () => {
	const [old, gambles] = [fact('Runs'), fact('Gambles')];
	const facts = [
		...[old, fact('Swims', { revises: old.id }), fact('Secret', { sensitive: true })],
		...[gambles, fact('Gambled', { revises: gambles.id, sensitive: true })],
		{ id: anId<'fact'>(), person: old.person, text: 'Drives a Saab', topic: 50, day }
	];
	expect(vocabularyIn(facts, [])).toEqual(['Swims']);
});
