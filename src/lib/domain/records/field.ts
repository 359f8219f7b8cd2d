// The kinds of field records are made of, as valibot schemas: what is not of its kind is refused at the door.
import * as v from 'valibot';
import { isAnyDay, isDay, type AnyDay, type Day } from '$lib/domain/day';
import { isId, type Id } from '$lib/domain/id';

/** What an instant, a time, and text with something in it look like. */
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const WORDS = /\S/;

/** A full civil day. */
export const day = v.custom<Day>(isDay);
/** A civil day with or without its year. */
export const anyDay = v.custom<AnyDay>(isAnyDay);
/** An instant as ISO 8601 in UTC, for what really is an instant: when something was put in the trash. */
export const instant = textLike(INSTANT);
/** A time on the wall clock, `HH:MM`. */
export const time = textLike(TIME);
/** Text with something in it. */
export const words = textLike(WORDS);
/** A whole number from `least` to `most`. */
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER) =>
	v.custom<number>(
		// With its borders on it, so that the published JSON Schema can be drawn from it.
		Object.assign(
			(value: unknown) =>
				Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
			{ least, most }
		)
	);
/** A list of items, frozen. */
export const listOf = <Item extends v.GenericSchema>(item: Item) =>
	v.pipe(v.array(item), v.readonly());

/** Text of a certain look; the look stays readable on the check, as with `whole`. */
export function textLike(look: RegExp) {
	const check = (value: unknown): boolean => typeof value === 'string' && look.test(value);
	return v.custom<string>(Object.assign(check, { look }));
}

/** The id of a record of another table. */
export function idOf<Table extends string>() {
	return v.custom<Id<Table>>(isId);
}

/** The ids of several records of one table, frozen. */
export function idsOf<Table extends string>() {
	return listOf(idOf<Table>());
}

/** How often something comes back after it was done. */
export const repeat = v.object({
	every: whole(1),
	unit: v.picklist(['day', 'week', 'month', 'year']),
	/** The day of the month it belongs to, while a month too short for it stands in. */
	on: v.exactOptional(whole(1, 31))
});

export type Repeat = Readonly<v.InferOutput<typeof repeat>>;

/** Whose an entry is: the rep's own, or the employer's, to be handed over or erased when the rep leaves. */
export const owners = ['mine', 'employer'] as const;
export const owner = v.picklist(owners);
export type Owner = (typeof owners)[number];

/** Fields that every record of every table has. */
export const everyRecord = {
	/** When it was moved to the trash; absent while it is not there. */
	trashedAt: v.exactOptional(instant),
	/** The import, or the sample book, that brought it. */
	batch: v.exactOptional(v.string())
};
