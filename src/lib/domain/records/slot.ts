// A slot: one membership in the Top Ten, from a day, at a place; kept after it has ended.
import * as v from 'valibot';
import { day, everyRecord, idOf, whole } from './field';

export const slot = v.object({
	...everyRecord,
	id: idOf<'slot'>(),
	person: idOf<'person'>(),
	/** The wanted place, 1 to 10. Two devices may want the same one; `seatTen` settles it. */
	place: whole(1, 10),
	from: day,
	/** The day the membership ended. */
	to: v.exactOptional(day),
	/** Why somebody else took the place. */
	reason: v.exactOptional(v.string())
});

export type Slot = Readonly<v.InferOutput<typeof slot>>;
