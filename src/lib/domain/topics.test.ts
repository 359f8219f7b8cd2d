// The catalogue of the 66 topics: every number once, in its section, closed where it has to be.
import { expect, test } from 'vitest';
import { isSensitive } from './answers';
import { EASY } from './find-out';
import type { Fact } from './records/fact';
import { sections, topicOf, topics } from './topics';

const numbers = (which: (topic: (typeof topics)[number]) => boolean): number[] =>
	topics.filter(which).map(({ number }) => number);

test('they are 66, numbered, each in its section', () => {
	expect(topics.map(({ number }) => number)).toEqual(Array.from({ length: 66 }, (_, at) => at + 1));
	expect(sections.map((name) => numbers(({ section }) => section === name).length)).toEqual([
		6, 6, 7, 14, 6, 18, 9
	]);
	expect(topicOf(44)?.section).toBe('lifestyle');
	expect([topicOf(0), topicOf(67), topicOf(undefined)]).toEqual([undefined, undefined, undefined]);
});

test('nine are closed, three of them ask once more, and none of these is suggested', () => {
	const sensitive = numbers((topic) => topic.sensitive);
	expect(sensitive).toEqual([6, 11, 35, 37, 38, 40, 41, 42, 43]);
	expect(numbers(({ special }) => special)).toEqual([35, 37, 40]);
	for (const { number: topic, sensitive } of topics) {
		expect(isSensitive({ topic } as Fact)).toBe(sensitive);
	}
	expect(EASY.filter((topic) => sensitive.includes(topic))).toEqual([]);
});

test('ten are borrowed; three of these have a side in words as well', () => {
	expect(numbers(({ lender }) => lender !== undefined)).toEqual([
		1, 2, 3, 4, 5, 13, 16, 17, 20, 21
	]);
	expect(numbers(({ lender, takesWords }) => lender !== undefined && takesWords)).toEqual([
		5, 13, 17
	]);
});
