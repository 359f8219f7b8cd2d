// Reminders and life events of a contact of Monica's: days that come back, things to do again, and notes.
import * as v from 'valibot';
import { monthAndDayOf, type AnyDay, type Day } from './day';
import type { OpenedContact } from './monica-opened';
import type { MonicaGathering } from './monica-gathering';
import { anything, day, flag, isObject, text, whole } from './monica-shape';
import { wordsOfKey } from './monica-words';
import type { Repeat } from './records/field';
import { nextTurn } from './repeat';

const reminderShape = v.object({
	initial_date: day,
	title: text,
	description: text,
	frequency_type: v.nullish(v.picklist(['one_time', 'day', 'week', 'month', 'year'])),
	frequency_number: whole,
	delible: flag,
	inactive: flag
});
const lifeEventShape = v.object({
	name: text,
	note: text,
	happened_at: day,
	type: text,
	specific_information: anything
});

/** Monica makes reminders of its own of these days. */
const OWN_REMINDERS = ['birthdate', 'deceased_date', 'first_met_date'] as const;
/** Life events that are a day of two people, come back every year, and are told everywhere. */
const WEDDINGS = new Set(['marriage', 'anniversary']);
/** What Monica writes where only the year is known. */
const NEW_YEAR = '-01-01';

/**
 * Every year or once is a moment; every month, week or few years is a promise that comes back. What is
 * over or switched off is a line of the note.
 */
export function readReminder(
	to: MonicaGathering,
	value: unknown,
	what: string,
	contact: OpenedContact
): void {
	const entry = to.entry(reminderShape, value, what);
	if (!entry) return;
	const { initial_date: first, title, description, frequency_type, delible, inactive } = entry.is;
	if (delible === false && first && isOwnReminder(contact, first)) {
		to.took('reminder of a special date', 'birthday');
		return;
	}
	const words = [title, description].filter(Boolean).join(': ').replace(/\s+/g, ' ');
	if (!first || words === '') {
		to.unread(what);
		if (words !== '') to.keep('reminder', `Reminder: ${words}`);
		return;
	}
	const unit = frequency_type ?? 'one_time';
	const every = entry.is.frequency_number || 1;
	const { exported } = to.account;
	const isOver = unit === 'one_time' && exported !== undefined && first < exported;
	if (inactive || isOver || contact.is.fields.is_dead) {
		to.keep('reminder', `Reminder of ${first}: ${words}`);
	} else if (unit === 'one_time' || (unit === 'year' && every === 1)) {
		to.moments.push({ kind: 'other', label: words, day: first, yearly: unit === 'year' });
		to.took('reminder', 'moments');
	} else {
		const repeat: Repeat = { every, unit };
		const next = exported && first < exported ? nextTurn(first, repeat, exported) : undefined;
		to.promises.push({ text: words, due: next?.day ?? first, repeat: next?.repeat ?? repeat });
		to.took('reminder', 'promises');
	}
}

/**
 * A note of its day; it may be about health or belief, so it goes nowhere else. Only a wedding is a
 * moment, where its day is known.
 */
export function readLifeEvent(
	to: MonicaGathering,
	value: unknown,
	what: string,
	contact: OpenedContact
): void {
	const entry = to.entry(lifeEventShape, value, what);
	if (!entry) return;
	const { name, note, happened_at, type, specific_information: more } = entry.is;
	const kind = type ? to.account.lifeEventTypes.get(type) : undefined;
	if (type && !kind) to.unread(`${what}: type`);
	if (more !== undefined && more !== null && more !== '') {
		to.took('life event: specific_information', 'left-out');
	}
	const called = kind?.name ?? (kind?.key === undefined ? undefined : wordsOfKey(kind.key));
	const on = happened_at ?? undefined;
	const isWedding = WEDDINGS.has(kind?.key ?? '') && on !== undefined && !on.endsWith(NEW_YEAR);
	if (isWedding && !contact.is.fields.is_dead && !to.moments.some(isWeddingDay)) {
		to.moments.push({ kind: 'wedding', day: on, yearly: true });
		to.took('life event', 'wedding');
		if (!name && !note) return;
	}
	const words = [called, name === called ? undefined : name, note].filter(Boolean).join('\n');
	if (words === '') {
		to.unread(what);
		return;
	}
	to.notes.push({ body: words, ...(on ? { day: on } : {}) });
	to.took('life event', 'notes');
}

function isWeddingDay({ kind }: { readonly kind: string }): boolean {
	return kind === 'wedding';
}

/** Whether a reminder is the one Monica made of a special date that is read as such. */
function isOwnReminder({ is }: OpenedContact, first: Day): boolean {
	const on = monthAndDayOf(first);
	return OWN_REMINDERS.some((field) => {
		const special = is.fields[field];
		const date = isObject(special) ? special['date'] : undefined;
		if (typeof date !== 'string') return false;
		const { month, day: dayOfMonth } = monthAndDayOf(date.slice(0, 10) as AnyDay);
		return month === on.month && dayOfMonth === on.day;
	});
}
