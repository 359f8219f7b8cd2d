// Ids made of another record's, so that devices which do the same thing apart write the same record.
import type { Id } from './id';
import type { ThankYou } from './records/thank-you';

const DIGITS = 36;
/** Year and time; what follows is chance. */
const FIXED = 13;

/** The id of what comes after a record in its series: the same year and time, the next chance. */
export function nextInSeries<Table extends string>(id: Id<Table>): Id<Table> {
	const chance = id.slice(FIXED);
	const next = (Number.parseInt(chance, DIGITS) + 1) % DIGITS ** chance.length;
	return `${id.slice(0, FIXED)}${next.toString(DIGITS).padStart(chance.length, '0')}` as Id<Table>;
}

/**
 * The id of the card that a thank-you was: its own with all but the year read backwards.
 * @param year the one whose journal keeps the card
 */
export function cardId(thankYou: ThankYou['id'], year: number): Id<'gesture'> {
	const rest = [...thankYou.slice(4)].reverse().join('');
	return `${String(year).padStart(4, '0')}${rest}` as Id<'gesture'>;
}
