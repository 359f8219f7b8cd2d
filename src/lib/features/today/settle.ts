// How a row of Today is settled or put off; loaded when the rep asks for it.
import { addDays, type Day } from '$lib/domain/day';
import type { Kith } from '$lib/state/kith.svelte';
import { ahead } from '$lib/state/say';
import { seeToMoment } from '$lib/state/moment-writing';
import { dropPlan, keepPromise, settleThankYou, snooze } from '$lib/state/touches';
import type { AgendaRow } from './agenda.svelte';

const WAITS = [
	{ days: 1, label: 'Tomorrow' },
	{ days: 3, label: 'In three days' },
	{ days: 7, label: 'In a week' }
];

/** How long a row may wait; a moment no longer than until its day. */
export function waitsFor(subject: AgendaRow['subject'], today: Day): typeof WAITS {
	if (subject.table !== 'moment') return WAITS;
	return WAITS.filter(({ days }) => addDays(today, days) <= subject.on);
}

/** One way to settle a row. */
export interface Way {
	readonly label: string;
	readonly run: () => void;
}

/** The ways to settle a row: done, another way out where there is one, or later. */
export interface Ways {
	readonly done?: Way;
	readonly other?: Way;
	readonly later: (days: number) => void;
}

/** What can be done about a row; `done` is left to logging where a touch settles it. */
export function waysToSettle(kith: Kith, { subject, name }: AgendaRow): Ways {
	const later = (days: number): void => {
		snooze(kith, subject, days, `${name}: ${ahead(days)}`);
	};
	switch (subject.table) {
		case 'promise':
			return { later, done: { label: 'Kept', run: () => keepPromise(kith, subject.record) } };
		case 'plan':
			return {
				later,
				other: { label: 'No longer booked', run: () => dropPlan(kith, subject.record) }
			};
		case 'thankYou': {
			const { record } = subject;
			return {
				later,
				done: { label: 'Written and posted', run: () => settleThankYou(kith, record, 'posted') },
				other: { label: 'Not needed', run: () => settleThankYou(kith, record, 'waved-off') }
			};
		}
		case 'moment': {
			const { record, on } = subject;
			return { later, done: { label: 'Seen to', run: () => seeToMoment(kith, record, on, name) } };
		}
		case 'person':
			return { later };
	}
}
