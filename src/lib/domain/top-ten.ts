// The Top Ten: ten places, who sits where, and how often the rep called without selling.
import { daysBetween, type Day } from './day';
import type { Slot } from './records/slot';
import type { Touch } from './records/touch';

export const PLACES = 10;

/** Who sits at each place (index 0 is place 1), and memberships for which no place is left. */
export interface Seating {
	readonly seats: readonly (Slot | undefined)[];
	readonly waiting: readonly Slot[];
}

/**
 * Seats the open memberships. Each gets the place it wants; where two devices wanted the same one
 * apart, the older membership stays and the other takes the nearest free place after it, then any.
 * A person with two open memberships is seated once. The result depends on the records alone.
 */
export function seatTen(slots: readonly Slot[]): Seating {
	const seats = Array.from<Slot | undefined>({ length: PLACES });
	const seated = new Set<string>();
	const homeless: Slot[] = [];
	const open = slots.filter(({ to, trashedAt }) => to === undefined && trashedAt === undefined);
	for (const slot of open.toSorted(byAge)) {
		if (seated.has(slot.person)) continue;
		seated.add(slot.person);
		if (seats[slot.place - 1]) homeless.push(slot);
		else seats[slot.place - 1] = slot;
	}
	const waiting = homeless.filter((slot) => {
		const after = seats.findIndex((seat, index) => !seat && index >= slot.place);
		const free = after >= 0 ? after : seats.findIndex((seat) => !seat);
		if (free < 0) return true;
		seats[free] = slot;
		return false;
	});
	return { seats, waiting };
}

/** The place, 1 to 10, of each person who has one. */
export function placesOf({ seats }: Seating): ReadonlyMap<string, number> {
	return new Map(seats.flatMap((slot, index) => (slot ? [[slot.person, index + 1] as const] : [])));
}

/** The first free place, 1 to 10, or undefined when the ten are full. */
export function freePlace({ seats }: Seating): number | undefined {
	const free = seats.findIndex((slot) => !slot);
	return free < 0 ? undefined : free + 1;
}

/** Who wants which place after moving the one at `from` to `to` (places 1 to 10); free places move too. */
export function reorder(seating: Seating, from: number, to: number): Map<Slot['id'], number> {
	const seats = [...seating.seats];
	const [moved] = seats.splice(from - 1, 1);
	seats.splice(to - 1, 0, moved);
	const places = new Map<Slot['id'], number>();
	seats.forEach((slot, index) => {
		if (slot && slot.place !== index + 1) places.set(slot.id, index + 1);
	});
	return places;
}

/** Touches of a time span, counted by what the rep wanted. */
export interface Counts {
	readonly justTalked: number;
	readonly selling: number;
}

/** Rule 4: touches of the last `days` days (today included), just talked against business and asked. */
export function countTouches(touches: readonly Touch[], days: number, today: Day): Counts {
	let justTalked = 0;
	let selling = 0;
	for (const touch of touches) {
		const ago = daysBetween(touch.day, today);
		if (ago < 0 || ago >= days) continue;
		if (touch.purpose === 'just-talked') justTalked++;
		else selling++;
	}
	return { justTalked, selling };
}

/** Rule 4: three or more selling touches and none without an agenda, in 90 days. */
export function isOneWayStreet(counts90: Counts): boolean {
	return counts90.selling >= 3 && counts90.justTalked === 0;
}

/** The last day without an agenda, for the headline "days since"; undefined when there was none. */
export function lastNotSelling(touches: readonly Touch[], today: Day): Day | undefined {
	let last: Day | undefined;
	for (const { purpose, day } of touches) {
		if (purpose === 'just-talked' && day <= today && (!last || day > last)) last = day;
	}
	return last;
}

function byAge(a: Slot, b: Slot): number {
	if (a.from !== b.from) return a.from < b.from ? -1 : 1;
	return a.id < b.id ? -1 : 1;
}
