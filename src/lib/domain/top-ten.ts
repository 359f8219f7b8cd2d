// The Top Ten: ten places, and who sits where.
import type { Slot } from './records/slot';

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

function byAge(a: Slot, b: Slot): number {
	if (a.from !== b.from) return a.from < b.from ? -1 : 1;
	return a.id < b.id ? -1 : 1;
}
