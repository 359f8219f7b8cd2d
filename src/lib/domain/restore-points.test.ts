import { describe, expect, test } from 'vitest';
import { keptPoints, type RestorePoint } from './restore-points';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 22, 12);

function pointAt(ago: number, bytes = 1): RestorePoint {
	return { at: new Date(NOW - ago).toISOString(), why: 'daily', people: 1, notes: 1, bytes };
}

describe('kept restore points', () => {
	test('are the last 10, however close together', () => {
		const points = Array.from({ length: 30 }, (_, at) => pointAt(at * 60_000));
		expect(keptPoints(points, 1_000)).toEqual(points.slice(0, 10));
	});

	test('are besides the last of each of 7 days and of 4 weeks', () => {
		const points = Array.from({ length: 120 }, (_, at) => pointAt(at * 8 * HOUR));
		const kept = keptPoints(points, 1_000);
		const days = new Set(kept.map(({ at }) => at.slice(0, 10)));
		expect(days.size).toBeGreaterThanOrEqual(7);
		const oldest = Date.parse(kept.at(-1)?.at ?? '');
		expect(NOW - oldest).toBeGreaterThan(14 * DAY);
		expect(NOW - oldest).toBeLessThan(29 * DAY);
		expect(kept.length).toBeLessThanOrEqual(21);
	});

	test('count days and weeks that have a point, not empty ones', () => {
		const points = Array.from({ length: 12 }, (_, at) => pointAt(at * 100 * DAY));
		expect(keptPoints(points, 1_000)).toHaveLength(10);
	});

	test('give way to the budget, the oldest first, and never below three', () => {
		const points = Array.from({ length: 8 }, (_, at) => pointAt(at * DAY, 10));
		expect(keptPoints(points, 45)).toEqual(points.slice(0, 4));
		expect(keptPoints(points, 0)).toEqual(points.slice(0, 3));
	});

	test('come the newest first, in whatever order they are given', () => {
		const points = [pointAt(3 * HOUR), pointAt(0), pointAt(HOUR)];
		expect(keptPoints(points, 9).map(({ at }) => at)).toEqual(
			[points[1], points[2], points[0]].map((point) => point?.at)
		);
	});
});
