// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { daysBetween, isDay, type Day } from './day';
import { cut, finder, monthsBefore, periodOf, type Period } from './insights-period';

const MONDAY = 1;
const TODAY = '2026-11-22' as Day;

function period(from: string, to: string): Period {
	return { from: from as Day, to: to as Day };
}

describe('the time looked at', () => {
	test.each([
		['12-weeks', '2026-08-31', '2026-11-22'],
		['12-months', '2025-12-01', '2026-11-22'],
		['this-year', '2026-01-01', '2026-11-22'],
		['last-year', '2025-01-01', '2025-12-31'],
		['all', '2023-02-03', '2026-11-22']
	] as const)('%s is from %s to %s', (span, from, to) => {
		expect(periodOf(span, TODAY, MONDAY, '2023-02-03' as Day)).toEqual({ from, to });
	});

	test('all of an empty book, or of one that only looks ahead, is today', () => {
		expect(periodOf('all', TODAY, MONDAY, undefined)).toEqual({ from: TODAY, to: TODAY });
		expect(periodOf('all', TODAY, MONDAY, '2027-01-01' as Day)).toEqual({ from: TODAY, to: TODAY });
	});
});

describe('cutting it', () => {
	test('twelve weeks are twelve weeks', () => {
		const { step, pieces } = cut(periodOf('12-weeks', TODAY, MONDAY, undefined), MONDAY);
		expect(step).toBe('week');
		expect(pieces).toHaveLength(12);
		expect(pieces[11]).toEqual({ from: '2026-11-16', to: '2026-11-22' });
	});

	test('the first and the last week are as long as the period allows', () => {
		const { pieces } = cut(period('2026-11-04', '2026-11-17'), MONDAY);
		expect(pieces).toEqual([
			{ from: '2026-11-04', to: '2026-11-08' },
			{ from: '2026-11-09', to: '2026-11-15' },
			{ from: '2026-11-16', to: '2026-11-17' }
		]);
	});

	test.each([
		['week', '2026-01-01', '2026-06-30', 27],
		['month', '2026-01-01', '2026-11-22', 11],
		['month', '2024-09-15', '2026-11-22', 27],
		['quarter', '2024-08-15', '2026-11-22', 10],
		['year', '2010-01-01', '2026-11-22', 17],
		// A year typed wrong: still no more bars than can be read.
		['year', '1026-05-05', '2026-11-22', 27]
	])('%s for %s to %s', (step, from, to, count) => {
		const made = cut(period(from, to), MONDAY);
		expect(made.step).toBe(step);
		expect(made.pieces).toHaveLength(count);
		expect(made.pieces[0]?.from).toBe(from);
		expect(made.pieces.at(-1)?.to).toBe(to);
		for (const [at, piece] of made.pieces.entries()) {
			expect(isDay(piece.from) && isDay(piece.to)).toBe(true);
			const next = made.pieces[at + 1];
			if (next) expect(daysBetween(piece.to, next.from), 'nothing between').toBe(1);
		}
	});

	test('every day finds its piece, and days outside find none', () => {
		const { pieces } = cut(period('2026-01-15', '2026-11-22'), MONDAY);
		const find = finder(pieces);
		expect(find('2026-01-14' as Day)).toBeUndefined();
		expect(find('2026-01-15' as Day)).toBe(0);
		expect(find('2026-01-31' as Day)).toBe(0);
		expect(find('2026-02-01' as Day)).toBe(1);
		expect(find('2026-11-22' as Day)).toBe(10);
		expect(find('2026-11-22' as Day), 'asked again').toBe(10);
		expect(find('2026-11-23' as Day)).toBeUndefined();
	});
});

test('months back and forward begin on their first day', () => {
	expect(monthsBefore('2026-01-31' as Day, 2)).toBe('2025-11-01');
	expect(monthsBefore('2026-12-05' as Day, -1)).toBe('2027-01-01');
});
