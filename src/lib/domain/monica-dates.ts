// The three days Monica has a field for: birth, death, and when the rep first met somebody.
import * as v from 'valibot';
import type { CircleDraft } from './contact-draft';
import { monthAndDayOf, partsOf, yearlessDayOf, type AnyDay, type Day } from './day';
import type { ContactFields } from './monica-fields';
import { hasSomething, type MonicaGathering } from './monica-gathering';
import { day, flag, readFields } from './monica-shape';

const dateShape = v.object({
	is_age_based: flag,
	is_year_unknown: flag,
	date: day,
	created_at: day
});

/** A day as far as it is known, or only the year it was reckoned from an age. */
type SpecialDate =
	| { readonly day: AnyDay }
	| { readonly year: number; readonly age?: NonNullable<CircleDraft['age']> };

/** Takes the days of a contact. */
export function addDates(to: MonicaGathering, fields: ContactFields, made: Day | undefined): void {
	const { is_dead, birthdate, deceased_date, deceased_reminder } = fields;
	const death = toldDate(to, deceased_date, 'deceased_date');
	const isDead = is_dead === true || hasSomething(deceased_date);
	if (isDead) {
		to.keep('is_dead', death ? `Died ${inWords(death)}.` : 'Has died.');
		if (hasSomething(deceased_reminder)) to.took('deceased_reminder', 'left-out');
	}
	const birth = toldDate(to, birthdate, 'birthdate', made);
	// Nobody congratulates the dead: their birthday is told, but does not come back as a day to call.
	if (birth && 'day' in birth && !isDead) {
		to.moments.push({ kind: 'birthday', day: birth.day, yearly: true });
		to.took('birthdate', 'birthday');
	} else if (birth) {
		to.keep('birthdate', `Born ${inWords(birth)}.`);
	}
	addFirstMet(to, fields, isDead);
}

/** Comes back every year where Monica reminded of it; else it is only known. */
function addFirstMet(to: MonicaGathering, fields: ContactFields, isDead: boolean): void {
	const met = toldDate(to, fields.first_met_date, 'first_met_date');
	if (!met) return;
	const yearly = hasSomething(fields.first_met_reminder);
	if ('day' in met && !isDead && (yearly || !met.day.startsWith('--'))) {
		to.moments.push({ kind: 'other', label: 'First met', day: met.day, yearly });
		to.took('first_met_date', 'moments');
	} else {
		to.keep('first_met_date', `First met ${inWords(met)}.`);
	}
}

/** The birthday or the age of somebody who is to be in another's circle. */
export function birthOf(
	value: unknown,
	made: Day | undefined
): Pick<CircleDraft, 'birthday' | 'age'> {
	const found = dateOf(value, made);
	if (!found) return {};
	if ('day' in found) return { birthday: found.day };
	return found.age ? { age: found.age } : {};
}

function toldDate(
	to: MonicaGathering,
	value: unknown,
	what: string,
	made?: Day
): SpecialDate | undefined {
	if (!hasSomething(value)) return undefined;
	const read = readFields(dateShape, value);
	const found = dateOf(value, made);
	if (!found || !read) to.unread(what);
	else for (const name of read.bad) to.unread(`${what}: ${name}`);
	return found;
}

/** An age was reckoned back to 1 January of a year, from the day it was heard. */
function dateOf(value: unknown, made?: Day): SpecialDate | undefined {
	const fields = readFields(dateShape, value)?.fields;
	const date = fields?.date;
	if (!date) return undefined;
	if (fields.is_age_based) {
		const { year } = partsOf(date);
		const on = fields.created_at ?? made;
		const years = on ? partsOf(on).year - year : -1;
		return on && years >= 0 ? { year, age: { years, on } } : { year };
	}
	const { month, day: dayOfMonth } = monthAndDayOf(date);
	const yearless = fields.is_year_unknown ? yearlessDayOf(month, dayOfMonth) : undefined;
	return { day: yearless ?? date };
}

function inWords(date: SpecialDate): string {
	if ('year' in date) return `about ${date.year}`;
	return date.day.startsWith('--')
		? `on ${date.day.slice(2)}, the year is not known`
		: `on ${date.day}`;
}
