// Writing moments down, and what was done about them.
import { isCounted } from '$lib/domain/counted-moments';
import { isDay, occurrenceIn, partsOf, type AnyDay, type Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import type { Holiday, Moment, MomentKind } from '$lib/domain/records/moment';
import type { Draft } from '$lib/store/change';
import type { Kith } from './kith.svelte';
import { write } from './writing';

/** Writes down a moment. */
export function addMoment(
	kith: Kith,
	moment: {
		readonly person: Id<'person'>;
		readonly kind: MomentKind;
		readonly day: AnyDay;
		readonly yearly: boolean;
		readonly holiday?: Holiday;
		readonly label?: string;
		readonly post?: boolean;
		readonly sensitive?: boolean;
	}
): void {
	write(
		kith,
		(draft) => draft.add('moment', { id: kith.book.newId('moment'), ...moment }),
		'Moment written down'
	);
}

/** Marks a coming moment as seen to; it comes back next year if it is yearly. */
export function seeToMoment(kith: Kith, moment: Moment, on: Day, whose: string): void {
	write(kith, (draft) => rememberMoment(kith, draft, moment, { doneFor: on }), `Seen to: ${whose}`);
}

/** A counted moment becomes a record with the first thing that is done about it. */
export function rememberMoment(
	{ book }: Kith,
	draft: Draft,
	moment: Moment,
	change: { readonly doneFor: Day } | { readonly snoozedUntil: Day }
): void {
	if (book.get('moment', moment.id) === undefined && isCounted(moment)) {
		draft.add('moment', { ...moment, ...change });
	} else {
		draft.edit('moment', moment.id, change);
	}
}

/** Whether a day fits a moment that comes back every year or once only. */
export function fitsMoment(day: string, yearly: boolean): boolean {
	return yearly ? isDay(day) || /^--/.test(day) : isDay(day);
}

/** A yearly day without its year, for a moment whose year the rep does not know. */
export function withoutYear(day: Day): AnyDay {
	return `--${occurrenceIn(day, partsOf(day).year).slice(5)}` as AnyDay;
}
