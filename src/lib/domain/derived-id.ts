// Ids made of another record's, so that devices which do the same thing apart write the same record.
import type { Id } from './id';
import type { ThankYou } from './records/thank-you';

const DIGITS = 36;
/** Year and time; what follows is chance. */
const FIXED = 13;

/**
 * The id of what comes after a record in its series: the same year and time, the next chance. So is that
 * of a person made of somebody in a circle, and of their birthday.
 */
export function nextInSeries<Table extends string>(id: Id<Table>): Id<Table> {
	const chance = id.slice(FIXED);
	const next = (Number.parseInt(chance, DIGITS) + 1) % DIGITS ** chance.length;
	return `${id.slice(0, FIXED)}${next.toString(DIGITS).padStart(chance.length, '0')}` as Id<Table>;
}

/** The id of what is counted from a record: the same year, all the rest read backwards. */
export function mirroredId<Table extends string>(id: Id): Id<Table> {
	return `${id.slice(0, 4)}${[...id.slice(4)].reverse().join('')}` as Id<Table>;
}

/** Whether one id is that of what is counted from the other; most are told apart by a letter. */
export function isMirrored(id: Id, of: Id): boolean {
	return id.at(4) === of.at(-1) && id === mirroredId(of);
}

/**
 * The id of the card that a thank-you was: its own with all but the year read backwards.
 * @param year the one whose journal keeps the card
 */
export function cardId(thankYou: ThankYou['id'], year: number): Id<'gesture'> {
	const rest = [...thankYou.slice(4)].reverse().join('');
	return `${String(year).padStart(4, '0')}${rest}` as Id<'gesture'>;
}
