// Warmth with its borders: what counts, what only puts off the prompt, and the arithmetic behind it.
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from './day';
import type { Touch } from './records/touch';
import { cadenceOf, isDue, warmthOf } from './warmth';

const TODAY = '2026-11-21' as Day;
let made = 0;

function touch(daysAgo: number, fields: Partial<Touch> = {}): Touch {
	made++;
	return {
		id: `2026${String(made).padStart(17, '0')}` as Touch['id'],
		people: [],
		kind: 'call',
		purpose: 'just-talked',
		outcome: 'reached',
		day: addDays(TODAY, -daysAgo),
		...fields
	};
}

describe('the kind follows the ratio', () => {
	test.each([
		[0, 'warm'],
		[30, 'warm'],
		[31, 'fading'],
		[45, 'fading'],
		[46, 'cold']
	])('%i days at a cadence of 30 is %s', (days, kind) => {
		expect(warmthOf([touch(days)], 30, true, TODAY)).toMatchObject({ kind, days });
	});

	test('nobody is cold for want of a touch', () => {
		expect(warmthOf([], 30, false, TODAY).kind).toBe('unknown');
		expect(warmthOf([touch(400)], undefined, false, TODAY).kind).toBe('unknown');
	});
});

describe('what counts', () => {
	test('for the ten only what had no agenda, for others every touch that reached them', () => {
		const touches = [touch(5, { purpose: 'business' }), touch(60)];
		expect(warmthOf(touches, 30, true, TODAY).days).toBe(60);
		expect(warmthOf(touches, 30, false, TODAY).days).toBe(5);
	});

	test('a touch of tomorrow does not', () => {
		expect(warmthOf([touch(-1)], 30, false, TODAY).kind).toBe('unknown');
	});

	test('left word postpones the prompt by a third of the cadence, and resets nothing', () => {
		const tried = touch(3, { outcome: 'reached-out' });
		const warmth = warmthOf([touch(40), tried], 30, true, TODAY);
		expect(warmth).toMatchObject({ kind: 'fading', days: 40 });
		expect(warmth.postponedUntil).toBe(addDays(TODAY, 7));
		expect(isDue(warmth, TODAY)).toBe(false);
		expect(isDue(warmth, addDays(TODAY, 7))).toBe(true);
	});

	test('at most fourteen days, and not when they were reached since', () => {
		const tried = touch(1, { outcome: 'reached-out' });
		expect(warmthOf([touch(400), tried], 90, false, TODAY).postponedUntil).toBe(addDays(TODAY, 13));
		expect(warmthOf([touch(0), tried], 90, false, TODAY).postponedUntil).toBeUndefined();
	});
});

test('the cadence is the person’s own, else the default; 0 is not tracked', () => {
	expect(cadenceOf({}, true)).toBe(30);
	expect(cadenceOf({}, false)).toBe(90);
	expect(cadenceOf({}, false, { cadence: 60 })).toBe(60);
	expect(cadenceOf({ cadence: 14 }, true)).toBe(14);
	expect(cadenceOf({ cadence: 0 }, true)).toBeUndefined();
});

describe('the days wanted', () => {
	const settings = {
		cadence: 100,
		tenCadence: 20,
		tagCadences: [
			{ tag: 'key', days: 45 },
			{ tag: 'plant', days: 60 },
			{ tag: 'left', days: 0 }
		]
	};
	test.each([
		['the person’s own', { cadence: 7, tags: ['key'] }, true, 7],
		['none, by the person', { cadence: 0, tags: ['key'] }, true, undefined],
		['that of the ten', { tags: ['key'] }, true, 20],
		['the shortest of the tags', { tags: ['plant', 'key', 'left'] }, false, 45],
		['none, by tag', { tags: ['left'] }, false, undefined],
		['as usual', { tags: ['other'] }, false, 100]
	])('%s', (_, person, inTen, days) => {
		expect(cadenceOf(person, inTen, settings)).toBe(days);
	});
});
