// One thing to find out: from the records alone, never sensitive, never twice in a row, and quick.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../tests/support/runs';
import { addDays, type Day } from './day';
import { EASY, knownSince, toFindOut, type FindOutSources } from './find-out';
import type { Fact } from './records/fact';
import type { Outcome } from './records/touch';
import { topicOf } from './topics';

const FIRST = '2026-01-01' as Day;
const none: FindOutSources = { touches: [], known: new Map() };
const touch = (in_: number, outcome: Outcome = 'reached') => ({
	...{ day: addDays(FIRST, in_), outcome }
});

test('is another one after each conversation, in the order of ease', () => {
	const after = (many: number) => ({
		...none,
		touches: Array.from({ length: many }, (_, at) => touch(at))
	});
	expect([0, 1, 2, 3].map((many) => toFindOut(after(many)))).toEqual(EASY.slice(0, 4));
	expect(toFindOut(after(EASY.length))).toBe(EASY[0]);
});

test('a call nobody took leaves it as it was', () => {
	expect(toFindOut({ ...none, touches: [touch(0, 'reached-out')] })).toBe(EASY[0]);
});

test('what was found out is left out from the day on which it was', () => {
	const touches = [touch(0), touch(10), touch(20)];
	const since = (day: string) => toFindOut({ touches, known: new Map([[47, day]]) });
	// For the first conversation it was 47 still, then 17, 48; now 49.
	expect(since(addDays(FIRST, 5))).toBe(49);
	// It was known already: 17, 48, 49; now 44.
	expect(since(FIRST)).toBe(44);
	expect(since('')).toBe(44);
});

test('the last one left waits every other time, and with none left there is none', () => {
	const known = new Map(EASY.slice(1).map((topic) => [topic, ''] as const));
	const after = (many: number) =>
		toFindOut({ known, touches: Array.from({ length: many }, (_, at) => touch(at)) });
	expect([0, 1, 2, 3].map(after)).toEqual([47, undefined, 47, undefined]);
	expect(toFindOut({ ...none, known: new Map(EASY.map((topic) => [topic, ''])) })).toBeUndefined();
});

test('the first day anything was said counts, and other records count always', () => {
	const fact = (topic: number | undefined, in_: number): Fact =>
		({ ...(topic && { topic }), day: addDays(FIRST, in_) }) as Fact;
	const known = knownSince([fact(47, 9), fact(47, 3), fact(undefined, 1), fact(17, 2)], [17, 20]);
	expect([...known]).toEqual([
		[47, addDays(FIRST, 3)],
		[17, ''],
		[20, '']
	]);
});

const history = fc.record({
	touches: fc.array(
		fc
			.record({
				in_: fc.nat({ max: 400 }),
				outcome: fc.constantFrom<Outcome>('reached', 'reached', 'reached-out')
			})
			.map(({ in_, outcome }) => touch(in_, outcome)),
		{ maxLength: 40 }
	),
	learned: fc.array(
		fc.record({
			topic: fc.integer({ min: 1, max: 66 }),
			in_: fc.option(fc.nat({ max: 400 }), { nil: undefined })
		}),
		{ maxLength: 40 }
	)
});

test('whatever happened, it is open, not sensitive, and not the one for the conversation before', () => {
	fc.assert(
		fc.property(history, ({ touches, learned }) => {
			const known = new Map(
				learned.map(({ topic, in_ }) => [topic, in_ === undefined ? '' : addDays(FIRST, in_)])
			);
			const spoken = touches
				.filter(({ outcome }) => outcome === 'reached')
				.toSorted((a, b) => (a.day < b.day ? -1 : 1));
			// What was suggested for each conversation, as it could be read on its day.
			const suggested = [...spoken, undefined].map((next, at) => {
				const by = new Map(
					[...known].filter(([, since]) => next === undefined || since <= next.day)
				);
				return { topic: toFindOut({ touches: spoken.slice(0, at), known: by }), by };
			});
			for (const [at, { topic, by }] of suggested.entries()) {
				const before = suggested[at - 1]?.topic;
				const open = EASY.filter((one) => !by.has(one));
				if (topic === undefined) {
					expect(open.filter((one) => one !== before)).toEqual([]);
					continue;
				}
				expect(topicOf(topic)?.sensitive).toBe(false);
				expect(open).toContain(topic);
				expect(topic).not.toBe(before);
			}
			const shuffled = { touches: touches.toReversed(), known };
			expect(toFindOut(shuffled)).toBe(toFindOut({ touches, known }));
		}),
		{ seed: 20261121, numRuns: runs(300) }
	);
});

test('three thousand touches are gone through in a few milliseconds', () => {
	const touches = Array.from({ length: 3_000 }, (_, at) => touch(at % 1_500));
	const start = performance.now();
	toFindOut({ touches, known: new Map(EASY.slice(2).map((topic) => [topic, FIRST])) });
	// Ten times what it takes, for a machine with other work to do.
	expect(performance.now() - start).toBeLessThan(100);
});
