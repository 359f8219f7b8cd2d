// What the plots find, in sentences: calm ones, that say what there was and judge nothing.
import { dateOfDay, partsOf, type Day } from '$lib/domain/day';
import type { FriendsQuarter } from '$lib/domain/friends';
import { sum, type Tally } from '$lib/domain/insights';
import type { Levels, MonthOfDays } from '$lib/domain/insights-days';
import { spans, type Period, type Step } from '$lib/domain/insights-period';
import { friendsInWords } from './friends';
import type { InsightsView } from './insights-view';
import type { Reckoned } from './insights.svelte';
import { locale } from './language';
import { count, figure, monthOf } from './say';

const spanWords: Readonly<Record<(typeof spans)[number], string>> = {
	'12-weeks': '12 weeks',
	'12-months': '12 months',
	'this-year': 'This year',
	'last-year': 'Last year',
	all: 'All of it'
};

/** The times to choose from. */
export const spanChoices: readonly {
	readonly value: InsightsView['span'];
	readonly label: string;
}[] = [
	...spans.map((value) => ({ value, label: spanWords[value] })),
	{ value: 'days', label: 'From … to …' }
];

/** The head over the names of the pieces. */
export const stepHeads: Readonly<Record<Step, string>> = {
	week: 'Week of',
	month: 'Month',
	quarter: 'Quarter',
	year: 'Year'
};

/** How a plot is cut: "by week". */
export function byStep(step: Step): string {
	return stepWords[step];
}

const stepWords: Readonly<Record<Step, string>> = {
	week: 'by week',
	month: 'by month',
	quarter: 'by quarter',
	year: 'by year'
};

const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const dayMonthYear = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const month = new Intl.DateTimeFormat(locale, { month: 'short' });
const shortMonthYear = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' });

/** "Jan 1, 2026 to Nov 22, 2026". */
export function periodInWords({ from, to }: Period): string {
	const [first, last] = [from, to].map((day) => dayMonthYear.format(dateOfDay(day)));
	return first === last ? `${first}` : `${first} to ${last}`;
}

/** The names of all pieces: whole ones for a table, short ones to stand below bars. */
export function pieceNames({
	step,
	pieces
}: Pick<Reckoned, 'step' | 'pieces'>): { readonly label: string; readonly short: string }[] {
	const isLong = pieces.length > 12;
	return pieces.map(({ from, to }) => {
		const date = dateOfDay(from);
		const { year } = partsOf(from);
		if (step === 'week') return { label: dayMonthYear.format(date), short: dayMonth.format(date) };
		if (step === 'month') {
			return { label: monthOf(from), short: (isLong ? shortMonthYear : month).format(date) };
		}
		if (step === 'quarter') {
			const name = `Q${Math.ceil(partsOf(from).month / 3)} ${year}`;
			return { label: name, short: name };
		}
		const last = partsOf(to).year;
		const name = year === last ? String(year) : `${year}–${last}`;
		return { label: name, short: name };
	});
}

/** What is counted, as a legend and a sum name it. */
export const countedWords = {
	selling: 'selling',
	business: 'business',
	given: 'given',
	received: 'received',
	friends: 'friends'
} as const;

/** What the touches were for, most of all. */
export function purposesFound({ byPurpose }: Tally): string {
	const [talked, business, asked] = [
		sum(byPurpose['just-talked']),
		sum(byPurpose.business),
		sum(byPurpose.asked)
	];
	if (talked > business + asked) return 'Most of the time you just talked';
	if (business > talked + asked) return 'Most of it was business';
	if (asked > talked + business) return 'Most of the time you asked for something';
	if (talked > business && talked > asked) return 'You just talked more often than anything else';
	if (business > talked && business > asked)
		return 'Business came up more often than anything else';
	if (asked > talked && asked > business)
		return 'You asked for something more often than anything else';
	return 'No one purpose stands out';
}

/** Selling against not selling. */
export function tenFound({ withTen }: Tally): string {
	const [talked, sold] = [sum(withTen.talked), sum(withTen.selling)];
	if (talked === sold) return 'As much just talking as selling with your ten';
	return talked > sold
		? 'More just talking than selling with your ten'
		: 'More selling than just talking with your ten';
}

/** Which way give and take lean. */
export function gesturesFound({ balance }: Tally): string {
	if (balance === undefined) return 'Too little is written down to say which way it leans';
	if (balance === 'even') return 'Give and take are even';
	return balance === 'given-more'
		? 'You have given more than you received'
		: 'You have received more than you gave';
}

/** How many were called friends the last time it was asked. */
export function friendsFound({ answer }: FriendsQuarter): string {
	return `In ${monthOf(answer.on)} you called ${friendsInWords(answer)} friends`;
}

/** "You were in touch on 143 days". */
export function daysFound(months: readonly MonthOfDays[]): string {
	const days = months.flatMap(({ counts }) => counts.filter((count) => count)).length;
	return `You were in touch on ${count(days, 'day')}`;
}

/** "30 just talked, 12 business". */
export function sums(
	rows: readonly { readonly label: string; readonly counts: readonly number[] }[]
): string {
	return rows.map(({ label, counts }) => `${figure(sum(counts))} ${label}`).join(', ');
}

/** What the squares of the map mean, from none on. */
export function levelWords([light, strong, strongest]: Levels): string[] {
	const range = (from: number, below: number): string =>
		below - from === 1 ? figure(from) : `${figure(from)} to ${figure(below - 1)}`;
	return ['none', range(light, strong), range(strong, strongest), `${figure(strongest)} and more`];
}

/** The days of a month with touches: "1, 3 (2), 17"; the number in brackets is how many there were. */
export function daysOfMonth({ counts }: MonthOfDays): string {
	const days = counts.flatMap((many, at) =>
		many ? [many === 1 ? `${at + 1}` : `${at + 1}\u00a0(${figure(many)})`] : []
	);
	return days.join(', ') || 'none';
}

const pictures = {
	days: 'kith-days',
	friends: 'kith-friends',
	'give-and-take': 'kith-give-and-take',
	'top-ten': 'kith-top-ten',
	touches: 'kith-touches'
} as const;

/** What a picture is of. */
export type Pictured = keyof typeof pictures;

/** The name of a picture's file: `kith-touches-2026-01-01-to-2026-11-22.png`. */
export function pictureName(what: Pictured, { from, to }: { from: Day; to: Day }): string {
	return `${pictures[what]}-${from}-to-${to}.png`;
}
