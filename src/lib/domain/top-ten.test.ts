// Ten places: seats do not depend on order, and nobody is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from './day';
import type { Slot } from './records/slot';
import { freePlace, reorder } from './ten-moves';
import { placesOf, seatTen } from './top-ten';

const TODAY = '2026-11-21' as Day;

function slot(number: number, place: number, fields: Partial<Slot> = {}): Slot {
	const id = `2026${String(number).padStart(17, '0')}`;
	return {
		id: id as Slot['id'],
		person: `person ${number}` as Slot['person'],
		place,
		from: TODAY,
		...fields
	};
}

describe('seating', () => {
	test('two devices that wanted one place: the older stays, the other sits beside', () => {
		const { seats, waiting } = seatTen([slot(2, 3), slot(1, 3), slot(3, 4)]);
		expect(seats.map((seat) => seat?.person.slice(7))).toEqual([
			...[undefined, undefined, '1', '3', '2'],
			...[undefined, undefined, undefined, undefined, undefined]
		]);
		expect(waiting).toEqual([]);
	});

	test('an eleventh waits, ended and trashed memberships leave their place', () => {
		const full = Array.from({ length: 11 }, (_, index) => slot(index + 1, (index % 10) + 1));
		expect(seatTen(full).waiting.map(({ person }) => person)).toEqual(['person 11']);
		const left = full.map((each, index) => (index === 4 ? { ...each, to: TODAY } : each));
		expect(seatTen(left).waiting).toEqual([]);
		expect(placesOf(seatTen(left)).get('person 11')).toBe(5);
	});

	test('is the same in any order and loses nobody', () => {
		const memberships = fc
			.array(fc.integer({ min: 1, max: 10 }), { maxLength: 14 })
			.map((places) => places.map((place, index) => slot(index % 12, place)));
		fc.assert(
			fc.property(memberships, (slots) => {
				const forth = seatTen(slots);
				const people = new Set(slots.map(({ person }) => person));
				const found = [...forth.seats, ...forth.waiting].flatMap((each) => each?.person ?? []);
				expect(new Set(found)).toEqual(people);
				expect(found).toHaveLength(people.size);
				const unique = [...new Map(slots.map((each) => [each.id, each])).values()];
				expect(seatTen(unique.toReversed())).toEqual(seatTen(unique));
			}),
			{ seed: 20261121, numRuns: 300 }
		);
	});

	test('moving one up moves those between down', () => {
		const seating = seatTen([slot(1, 1), slot(2, 2), slot(3, 3)]);
		expect([...reorder(seating, 3, 1)].map(([id, place]) => [id.slice(-1), place])).toEqual([
			['3', 1],
			['1', 2],
			['2', 3]
		]);
		expect(freePlace(seating)).toBe(4);
	});
});
