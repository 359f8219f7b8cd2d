// A walk: the weekly way through the Top Ten, begun in one week, perhaps finished later.
import * as v from 'valibot';
import { day, everyRecord, idOf, idsOf } from './field';

export const walk = v.object({
	...everyRecord,
	id: idOf<'walk'>(),
	/** The day it was begun. */
	on: day,
	/** Who was answered with "not this week"; who was booked is told by the plans. */
	passed: v.exactOptional(idsOf<'person'>()),
	finishedOn: v.exactOptional(day)
});

export type Walk = Readonly<v.InferOutput<typeof walk>>;
