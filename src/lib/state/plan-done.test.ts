// What a sheet says of the booked touch that is done along with it.
import { expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import type { Day } from '$lib/domain/day';
import { wasBooked } from './plan-done';

const TODAY = '2026-11-21' as Day;

test.each([
	['call', TODAY, 'This was the call booked for today.'],
	['video', TODAY, 'This was the video call booked for today.'],
	['meal', '2026-11-18', 'This was the meal booked for Wed 18.']
] as const)('a %s of %s', (kind, day, words) => {
	const plan = { id: anId<'plan'>(), person: anId<'person'>(), purpose: 'just-talked' } as const;
	expect(wasBooked({ ...plan, kind, day: day as Day }, TODAY)).toBe(words);
});
