// Moves within the Top Ten; loaded with its screen, since Today only asks who sits where.
import type { Slot } from './records/slot';
import type { Seating } from './top-ten';

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
