// A plan: the next booked touch with one person.
import * as v from 'valibot';
import { day, everyRecord, idOf, repeat, time } from './field';
import { purposes, touchKinds } from './touch';

export const plan = v.object({
	...everyRecord,
	id: idOf<'plan'>(),
	person: idOf<'person'>(),
	day,
	time: v.exactOptional(time),
	kind: v.picklist(touchKinds),
	purpose: v.picklist(purposes),
	opener: v.exactOptional(v.string()),
	/** When it is done, the next one is booked. */
	repeat: v.exactOptional(repeat),
	/** The day it was done or let go; absent while it is booked. */
	closedOn: v.exactOptional(day),
	/** The touch that came of it. */
	touch: v.exactOptional(idOf<'touch'>()),
	snoozedUntil: v.exactOptional(day)
});

export type Plan = Readonly<v.InferOutput<typeof plan>>;
