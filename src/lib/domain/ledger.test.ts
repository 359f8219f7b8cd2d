// Give and take, in words from three gestures on.
import { expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import type { Day } from './day';
import { balanceOf, ledgerOf } from './ledger';
import type { Gesture } from './records/gesture';

function gestures(given: number, received: number): Gesture[] {
	const day = '2026-11-21' as Day;
	const common = () => ({ id: anId<'gesture'>(), person: anId<'person'>(), day });
	return [
		...Array.from({ length: given }, () => ({
			...common(),
			direction: 'given' as const,
			kind: 'help' as const
		})),
		...Array.from({ length: received }, () => ({
			...common(),
			direction: 'received' as const,
			kind: 'favour' as const
		}))
	];
}

test.each([
	[2, 0, undefined],
	[3, 0, 'given-more'],
	[2, 1, 'given-more'],
	[1, 2, 'received-more'],
	[3, 2, 'even'],
	[2, 2, 'even']
])('%i given and %i received: %s', (given, received, balance) => {
	expect(balanceOf(gestures(given, received))).toBe(balance);
});

test('the ledger is read from the newest on', () => {
	const [first, second] = gestures(2, 0) as [Gesture, Gesture];
	const older = { ...second, day: '2025-01-01' as Day };
	expect(ledgerOf([older, first, second]).map(({ id, day }) => [id, day])).toEqual([
		[second.id, second.day],
		[first.id, first.day],
		[older.id, older.day]
	]);
});
