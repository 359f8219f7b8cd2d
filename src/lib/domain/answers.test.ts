// A changed answer takes the place of the old one, and the old one stays readable.
import { describe, expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import { answersOf, isSensitive } from './answers';
import type { Day } from './day';
import type { Fact } from './records/fact';

function aFact(fields: Partial<Fact> = {}): Fact {
	const day = '2026-11-21' as Day;
	return { id: anId(), person: anId(), text: 'Climbs on Saturdays', day, ...fields };
}

describe('answersOf', () => {
	test('the latest answer stands, older ones behind it', () => {
		const first = aFact({ text: 'Runs' });
		const second = aFact({ text: 'Swims', revises: first.id });
		const third = aFact({ text: 'Climbs', revises: second.id });
		expect(answersOf([second, third, first])).toEqual([
			{ root: first.id, fact: third, before: [second, first] }
		]);
	});

	test('two revisions of one answer both stand, under different keys', () => {
		const first = aFact();
		const [here, there] = [aFact({ revises: first.id }), aFact({ revises: first.id })];
		const answers = answersOf([first, here, there]);
		expect(answers.map(({ fact }) => fact)).toEqual([here, there]);
		expect(new Set(answers.map(({ root }) => root)).size).toBe(2);
	});

	test('numbered topics come first, in their order', () => {
		const facts = [aFact(), aFact({ topic: 51 }), aFact({ topic: 44 })];
		expect(answersOf(facts).map(({ fact }) => fact.topic)).toEqual([44, 51, undefined]);
	});

	test('answers that revise each other in a ring harm nobody', () => {
		const ids = [anId<'fact'>(), anId<'fact'>()] as const;
		const ring = [aFact({ id: ids[0], revises: ids[1] }), aFact({ id: ids[1], revises: ids[0] })];
		expect(answersOf([...ring, aFact({ revises: ids[0] })])[0]?.before).toHaveLength(2);
	});
});

test('some topics are sensitive whatever was ticked', () => {
	expect(isSensitive(aFact({ topic: 40 }))).toBe(true);
	expect(isSensitive(aFact({ topic: 44 }))).toBe(false);
	expect(isSensitive(aFact({ sensitive: true }))).toBe(true);
});
