// The kinds of field records are made of, as valibot schemas: what is not of its kind is refused at the door.
import * as v from 'valibot';
import { isAnyDay, isDay, type AnyDay, type Day } from '$lib/domain/day';
import { isId, type Id } from '$lib/domain/id';

/** A full civil day. */
export const day = v.custom<Day>(isDay);
/** A civil day with or without its year. */
export const anyDay = v.custom<AnyDay>(isAnyDay);
/** An instant as ISO 8601 in UTC, for what really is an instant: when something was put in the trash. */
export const instant = v.pipe(v.string(), v.isoTimestamp());
/** A time on the wall clock, `HH:MM`. */
export const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** Text with something in it. */
export const words = v.pipe(
	v.string(),
	v.check((text) => text.trim() !== '')
);

/** The id of a record of another table. */
export function idOf<Table extends string>() {
	return v.custom<Id<Table>>(isId);
}

/** The ids of several records of one table, frozen. */
export function idsOf<Table extends string>() {
	return v.pipe(v.array(idOf<Table>()), v.readonly());
}

/** Fields that every record of every table has. */
export const everyRecord = {
	/** When it was moved to the trash; absent while it is not there. */
	trashedAt: v.exactOptional(instant),
	/** The import, or the sample book, that brought it. */
	batch: v.exactOptional(v.string())
};
