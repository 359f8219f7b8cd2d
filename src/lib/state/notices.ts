// A notification when the time of a booked touch has come, while Kith is open: once, in one tab.
import { dayOfDate, type Day } from '$lib/domain/day';
import { initialsOf } from '$lib/domain/initials';
import type { Person } from '$lib/domain/records/person';
import type { Plan } from '$lib/domain/records/plan';
import { goTo } from './going';
import type { Kith } from './kith.svelte';
import { browserHelp, noticePermission, reminderChoices } from './reminder-choices';
import { timeOf, touchKindWords } from './say';

/** One that was missed, because the device slept, is still shown so long. */
const LATE_MS = 10 * 60_000;
/** Which ones were shown today: ids, no words. */
const TOLD = 'kith:told';
const LOCK = 'kith-notices';

interface Timely {
	readonly plan: Plan;
	readonly person: Person;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** Booked touches whose time has just come. */
function timelyPlans({ book, clock }: Kith): Timely[] {
	const now = clock.exactly();
	const today = dayOfDate(new Date(now));
	return book.all('plan').flatMap((plan) => {
		const { day, time, closedOn, snoozedUntil } = plan;
		if (time === undefined || closedOn !== undefined || (snoozedUntil ?? '') > today) return [];
		const at = instantOf(day, time);
		if (at > now || now >= at + LATE_MS) return [];
		const person = book.get('person', plan.person);
		return person && person.trashedAt === undefined ? [{ plan, person, at }] : [];
	});
}

/** Shows what is timely and has not been shown on this device. */
export async function showNotices(kith: Kith): Promise<void> {
	if (noticePermission() !== 'granted' || !reminderChoices().notices) return;
	if (timelyPlans(kith).length === 0) return;
	await alone(async () => {
		for (const timely of timelyPlans(kith)) {
			const key = `${timely.plan.id} ${timely.plan.day} ${timely.plan.time}`;
			if (toldAlready().includes(key)) continue;
			await show(timely);
			keepTold(key, timely.plan.day);
		}
	});
}

/** Glance-safe: what and when, and initials. */
async function show({ plan, person, at }: Timely): Promise<void> {
	const title = `${touchKindWords[plan.kind]} at ${timeOf(at)}`;
	const href = `#/people/${person.id}`;
	const options = { body: initialsOf(person.name), tag: plan.id, data: { href } };
	const { serviceWorker } = browserHelp();
	const worker = await serviceWorker?.getRegistration();
	if (worker?.active) {
		await worker.showNotification(title, options);
		return;
	}
	const notice = new Notification(title, options);
	notice.onclick = () => {
		notice.close();
		window.focus();
		goTo(href);
	};
}

/** One tab at a time, so that two of them do not both show it. */
async function alone(work: () => Promise<void>): Promise<void> {
	const { locks } = browserHelp();
	if (locks) await locks.request(LOCK, work);
	else await work();
}

let toldHere: readonly string[] = [];

function toldAlready(): readonly string[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(TOLD) ?? '[]');
		return Array.isArray(kept) ? [...toldHere, ...kept.map(String)] : toldHere;
	} catch {
		return toldHere;
	}
}

/** Those of other days have done their service. */
function keepTold(key: string, day: Day): void {
	const told = [...new Set([...toldAlready(), key])].filter((one) => one.split(' ')[1] === day);
	toldHere = told;
	try {
		localStorage.setItem(TOLD, JSON.stringify(told));
	} catch {
		// Then this page alone remembers.
	}
}

/** The instant at which a clock on the wall here shows a day and a time. */
function instantOf(day: Day, time: string): number {
	return new Date(`${day}T${time}`).getTime();
}
