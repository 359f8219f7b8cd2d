// Ids that sort by time and carry their year, so that a journal entry never moves between documents.
import type { Random } from './random';

declare const brand: unique symbol;
/** A record id of one table; `Id<'person'>` and `Id<'note'>` do not mix. */
export type Id<Table extends string = string> = string & { readonly [brand]: Table };

const SHAPE = /^\d{4}[0-9a-z]{17}$/;

/**
 * A new id: the year of the journal the record belongs to, the time of creation, 41 random bits.
 * @param year four-digit year whose journal keeps the record
 * @param now milliseconds since 1970
 */
export function newId<Table extends string>(year: number, now: number, random: Random): Id<Table> {
	const time = Math.max(0, Math.trunc(now)).toString(36).padStart(9, '0').slice(-9);
	let chance = '';
	while (chance.length < 8) chance += Math.floor(random() * 36).toString(36);
	return `${String(year).padStart(4, '0')}${time}${chance}` as Id<Table>;
}

/** Whether a text has the shape of an id made here. */
export function isId(text: unknown): text is Id {
	return typeof text === 'string' && SHAPE.test(text);
}

/** The year an id carries, or undefined for the few fixed ids such as the settings record's. */
export function yearOfId(id: string): number | undefined {
	return isId(id) ? Number(id.slice(0, 4)) : undefined;
}
