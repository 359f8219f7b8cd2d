// Gifts and debts of a contact of Monica's. What is given is kept in kind; sums of money stay in notes.
import * as v from 'valibot';
import type { MonicaGathering } from './monica-gathering';
import { amount, anything, day, flag, isObject, text } from './monica-shape';

const giftShape = v.object({
	name: text,
	comment: text,
	url: text,
	amount,
	status: text,
	date: day,
	recipient: text,
	photos: anything
});
const debtShape = v.object({
	amount,
	currency: anything,
	status: text,
	in_debt: flag,
	reason: text
});

/** A gift given or got is a gesture, an idea something known about them. */
export function readGift(to: MonicaGathering, value: unknown, what: string): void {
	const entry = to.entry(giftShape, value, what);
	if (!entry) return;
	const { name, comment, url, status, date, recipient, photos } = entry.is;
	if (!name) {
		to.unread(what);
		return;
	}
	const recipientName = recipient ? to.account.names.get(recipient) : undefined;
	if (recipient && recipientName === undefined) to.unread(`${what}: recipient`);
	if (photos) to.took('photo of a gift', 'left-out');
	if (entry.is.amount) to.keep('gift: amount', `Gift “${name}”: worth ${entry.is.amount}.`);
	const forWhom = recipientName === undefined ? undefined : `for ${recipientName}`;
	const words = [name, forWhom, comment, url].filter(Boolean).join(', ').replace(/\s+/g, ' ');
	const on = date ?? entry.made() ?? to.account.exported;
	if (on === undefined) {
		to.keep('gift', `Gift (${status ?? 'idea'}): ${words}`);
	} else if (status === 'offered') {
		to.gestures.push({ direction: 'given', kind: 'gift', text: words, day: on });
		to.took('gift', 'gestures');
	} else if (status === 'received') {
		to.gestures.push({ direction: 'received', kind: 'favour', text: `Gift: ${words}`, day: on });
		to.took('gift', 'gestures');
	} else {
		const known = status === 'idea' || !status ? words : `${words} (${status})`;
		to.facts.push({ label: 'Gift idea', text: known, day: on });
		to.took('gift', 'facts');
	}
}

/** Who owes whom what: a line of the note, never of the ledger. */
export function readDebt(to: MonicaGathering, value: unknown, what: string): void {
	const entry = to.entry(debtShape, value, what);
	if (!entry) return;
	const { amount: sum, currency, status, in_debt, reason } = entry.is;
	if (!sum) {
		to.unread(what);
		return;
	}
	const unit = isObject(currency) ? (currency['iso'] ?? currency['symbol']) : currency;
	if (currency && typeof unit !== 'string') to.unread(`${what}: currency`);
	const money = typeof unit === 'string' ? `${sum} ${unit}` : sum;
	const who = in_debt ? `I owe them ${money}` : `They owe me ${money}`;
	const settled = status === 'complete' ? ', settled' : '';
	const made = entry.made();
	const since = made ? ` (${made})` : '';
	to.keep('debt', `${who}${settled}${since}${reason ? `: ${reason}` : ''}`);
}
