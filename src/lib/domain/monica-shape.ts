// The door for an account of Monica: kinds of value an entry is made of, and reading what is right of it.
import * as v from 'valibot';
import { dayOfDate, isDay, type Day } from './day';

type Fields = v.ObjectSchema<v.ObjectEntries, undefined>;

/** What was read of an object, and the names of what was not as it has to be. */
export interface FieldsRead<Output> {
	readonly fields: Output;
	readonly bad: readonly string[];
}

const LONE_SURROGATE = /\p{Surrogate}/gu;
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;
/** `2024-05-03`, alone or as the start of `2024-05-03T18:20:00.000000Z`. */
const MOMENT_IN_TIME =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const MIDNIGHT = /^00:00(:00)?$/;

/** Text, `undefined` where there is nothing in it. */
export const text = v.nullish(v.pipe(v.string(), v.transform(cleaned)));

/** Text on one line. */
export const line = v.nullish(
	v.pipe(
		v.string(),
		v.transform((value) => cleaned(value)?.replace(/\s+/g, ' '))
	)
);

/** Yes or no, also as a database writes it. */
export const flag = v.nullish(
	v.pipe(
		v.union([v.boolean(), v.picklist([0, 1]), v.picklist(['0', '1'])]),
		v.transform((value) => value === true || Number(value) === 1)
	)
);

/** An amount: a number, or digits as text. */
export const amount = v.nullish(
	v.pipe(
		v.union([v.string(), v.pipe(v.number(), v.finite())]),
		v.transform((value) => cleaned(String(value)))
	)
);

/** A count of days, months and the like, 0 where there is none. */
export const whole = v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));

/** A civil day, from a date or an instant; an instant is the day that the clock on the wall showed. */
export const day = v.nullish(
	v.pipe(
		v.string(),
		v.rawTransform<string, Day>(({ dataset, addIssue, NEVER }) => {
			const found = dayOfText(dataset.value);
			if (found !== undefined) return found;
			addIssue({ message: 'no day' });
			return NEVER;
		})
	)
);

/** Whatever is there; the one who asked looks at it himself. */
export const anything = v.optional(v.unknown());

/**
 * The fields of an object that are as they have to be. All of a schema's fields are optional, so what
 * is wrong can be left out and named. Undefined when it is no object at all. Monica writes an empty
 * list for an object without fields.
 */
export function readFields<Schema extends Fields>(
	schema: Schema,
	value: unknown
): FieldsRead<v.InferOutput<Schema>> | undefined {
	const given = Array.isArray(value) && value.length === 0 ? {} : value;
	if (!isObject(given)) return undefined;
	const first = v.safeParse(schema, given);
	if (first.success) return { fields: first.output, bad: [] };
	const bad = new Set(first.issues.map(({ path }) => String(path?.[0].key)));
	const rest = Object.entries(given).filter(([name]) => !bad.has(name));
	const second = v.safeParse(schema, Object.fromEntries(rest));
	return second.success ? { fields: second.output, bad: [...bad] } : undefined;
}

/** Whether a value is an object with named fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list; Monica's framework writes one with gaps as an object. */
export function itemsOf(value: unknown): readonly unknown[] | undefined {
	if (Array.isArray(value)) return value as readonly unknown[];
	return isObject(value) && Object.keys(value).every((key) => /^\d+$/.test(key))
		? Object.values(value)
		: undefined;
}

/** Adds to the list of a name; one list may come in many thousand pieces. */
export function addTo(
	lists: Map<string, unknown[]>,
	name: string,
	values: readonly unknown[]
): void {
	let list = lists.get(name);
	if (!list) lists.set(name, (list = []));
	for (const value of values) list.push(value);
}

/** A text as it may stand in the book: whole characters, one kind of line end, nothing around it. */
export function cleaned(value: string): string | undefined {
	const whole = value.replace(LONE_SURROGATE, '\ufffd').replace(/\r\n?/g, '\n');
	return whole.replace(CONTROL, '').trim() || undefined;
}

function dayOfText(value: string): Day | undefined {
	const match = MOMENT_IN_TIME.exec(value.trim());
	const [, date, time, zone] = match ?? [];
	if (!isDay(date)) return undefined;
	if (time === undefined || zone === undefined || MIDNIGHT.test(time)) return date;
	const instant = new Date(`${date}T${time}${zone}`);
	const found = Number.isNaN(instant.getTime()) ? undefined : dayOfDate(instant);
	return isDay(found) ? found : undefined;
}
