// The words of the weekly walk: how each of the ten stands, how it went, when it was walked last.
import { daysBetween, type Day } from '$lib/domain/day';
import type { Plan } from '$lib/domain/records/plan';
import type { Step } from '$lib/domain/walk';
import { ago, figure, shortDay, timeOf, weekdayOf } from './say';

/** The file with all booked calls. */
export const callsFile = 'kith-calls.ics';

const numbers = [
	'no',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve'
];

/** A small number as a word: "six". */
export function numberWord(number: number): string {
	return numbers[number] ?? figure(number);
}

/** "Mon 23, 16:15". */
export function planDay({ day, time }: Pick<Plan, 'day' | 'time'>, today: Day): string {
	const at = time === undefined ? '' : `, ${clockTime(time)}`;
	return `${shortDay(day, today)}${at}`;
}

/** A time on the wall as people write it here: "16:15", "4:15 PM". */
export function clockTime(time: string): string {
	return timeOf(new Date(`2000-01-01T${time}`).getTime());
}

/** How somebody stands, for the list of the ten. */
export function stepInWords(step: Step, today: Day): string {
	if (step.state === 'booked') return planDay(step.plan, today);
	return step.state === 'passed' ? 'not this week' : 'to come';
}

/** A day to name on a button: "today", "Monday", "9 Dec". */
export function dayToBook(day: Day, today: Day): string {
	const away = daysBetween(today, day);
	return away > 0 && away < 7 ? weekdayOf(day) : shortDay(day, today);
}

/** How it went: "Six calls booked, three not this week." */
export function walkInWords(booked: number, passed: number): string {
	const calls = `${numberWord(booked)} ${booked === 1 ? 'call' : 'calls'} booked`;
	return `${capital(passed === 0 ? calls : `${calls}, ${numberWord(passed)} not this week`)}.`;
}

/** Where a walk stands that is under way: "Four of nine have an answer." */
export function walkBegun(done: number, ten: number): string {
	return `${capital(numberWord(done))} of ${numberWord(ten)} ${done === 1 ? 'has' : 'have'} an answer.`;
}

/** What lies ahead: "Nine people, about five minutes." */
export function walkAhead(ten: number): string {
	const people = `${capital(numberWord(ten))} ${ten === 1 ? 'person' : 'people'}`;
	return `${people}, about ${ten > 4 ? 'five' : 'two'} minutes.`;
}

/** How it stands before a walk: "You last walked yesterday.", "Four have no day booked yet." */
export function beforeWalk(open: number, last: Day | undefined, today: Day): string {
	const away = last === undefined ? undefined : daysBetween(last, today);
	if (away !== undefined && away >= 0 && away < 7) return `You last walked ${ago(away)}.`;
	if (open === 0) return 'Everybody has a day.';
	return `${capital(numberWord(open))} ${open === 1 ? 'has' : 'have'} no day booked yet.`;
}

function capital(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
