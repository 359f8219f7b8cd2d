// The number on the app's icon: what Today asks for, as of the last time Kith was open.
import { dayOfDate } from '$lib/domain/day';
import { bookedPlans, duePromises, owedThankYous } from '$lib/domain/today';
import type { Kith } from './kith.svelte';
import { hasBadge, reminderChoices } from './reminder-choices';

/** Promises due, booked touches whose day has come, and thank-yous owed. */
function dueCount({ book, clock }: Kith): number {
	const today = dayOfDate(new Date(clock.exactly()));
	const isHere = (table: 'person' | 'touch', id: string): boolean => {
		const record = book.get(table, id);
		return record !== undefined && record.trashedAt === undefined;
	};
	const promises = duePromises(book.all('promise'), today).filter(
		({ person }) => person === undefined || isHere('person', person)
	);
	const plans = bookedPlans(book.all('plan'), today).filter(({ person }) =>
		isHere('person', person)
	);
	const thanks = owedThankYous(book.all('thankYou'), today).filter(
		({ person, touch }) => isHere('person', person) && isHere('touch', touch)
	);
	return promises.length + plans.length + thanks.length;
}

/** Brings the number up to date, or takes it away where the rep wants none. */
export async function showBadge(kith: Kith): Promise<void> {
	if (!hasBadge()) return;
	const due = reminderChoices().badge ? dueCount(kith) : 0;
	try {
		if (due > 0) await navigator.setAppBadge(due);
		else await navigator.clearAppBadge();
	} catch {
		// Some platforms have the function and refuse: then there is no number.
	}
}
