// What a rep logs and books: touches, plans, promises, thank-yous, and putting any of it off.
import { addDays, partsOf, type Day } from '$lib/domain/day';
import { cardId, nextInSeries } from '$lib/domain/derived-id';
import { planDoneBy } from '$lib/domain/plan-done';
import type { Id } from '$lib/domain/id';
import type { Moment } from '$lib/domain/records/moment';
import type { Person } from '$lib/domain/records/person';
import type { Plan } from '$lib/domain/records/plan';
import type { RepPromise } from '$lib/domain/records/promise';
import type { Records } from '$lib/domain/records/tables';
import type { ThankYou } from '$lib/domain/records/thank-you';
import type { Outcome, Purpose, Touch, TouchKind } from '$lib/domain/records/touch';
import { nextTurn } from '$lib/domain/repeat';
import { owesThanks } from '$lib/domain/thanks';
import type { Draft } from '$lib/store/change';
import type { Kith } from './kith.svelte';
import { rememberMoment } from './moment-writing';
import { shortDay } from './say';
import { whenUndone, type Along } from './undoing';
import { write } from './writing';

/** What is logged of a touch. */
export interface TouchDraft {
	readonly people: readonly Id<'person'>[];
	readonly kind: TouchKind;
	readonly purpose: Purpose;
	readonly outcome: Outcome;
	readonly day: Day;
	/** What was said, kept as a note about the touch. */
	readonly words?: string;
	/** The booked touch this one fulfils. */
	readonly plan?: Id<'plan'>;
	/** The next touch, booked in the same step. */
	readonly next?: Omit<Plan, 'id'>;
	/** What else belongs to the same step, once the touch has its id. */
	readonly also?: (draft: Draft, touch: Id<'touch'>) => void;
	/** What else goes with it when it is taken back and done again. */
	readonly along?: Along;
}

/** Logs a touch; a meeting, meal or visit that took place opens a thank-you by itself. */
export function logTouch(kith: Kith, touch: TouchDraft, said?: string): Id<'touch'> | undefined {
	let id: Id<'touch'> | undefined;
	const done = write(
		kith,
		(draft) => {
			id = draftTouch(kith, draft, touch);
			const words = touch.words?.trim();
			if (words) {
				draft.add('note', {
					id: kith.book.newId('note', partsOf(touch.day).year),
					people: touch.people,
					day: touch.day,
					touch: id,
					body: words
				});
			}
			const plan = touch.plan && kith.book.get('plan', touch.plan);
			if (plan) closePlan(kith, draft, plan, { closedOn: touch.day, touch: id });
			else putOffTried(kith, draft, touch);
			if (touch.next) draft.add('plan', { id: kith.book.newId('plan'), ...touch.next });
			touch.also?.(draft, id);
		},
		said
	);
	const step = kith.steps.latest;
	if (done && step && touch.along) whenUndone(step, touch.along);
	return done ? id : undefined;
}

/** A booked call that was tried in vain comes up again tomorrow, not once more today. */
function putOffTried(kith: Kith, draft: Draft, { people, kind, outcome, day }: TouchDraft): void {
	if (outcome === 'reached') return;
	for (const person of people) {
		const plans = kith.book.about('plan', person);
		const tried = planDoneBy(plans, { kind, day, outcome: 'reached' });
		if (tried) draft.edit('plan', tried.id, { snoozedUntil: addDays(day, 1) });
	}
}

/** Puts a touch and the thank-you it opens into a draft; gives the touch's id. */
export function draftTouch(
	kith: Kith,
	draft: Draft,
	{ people, kind, purpose, outcome, day }: TouchDraft
): Id<'touch'> {
	const { year } = partsOf(day);
	const id = kith.book.newId('touch', year);
	draft.add('touch', { id, people, kind, purpose, outcome, day });
	if (owesThanks({ kind, outcome })) {
		for (const person of people) {
			draft.add('thankYou', {
				id: kith.book.newId('thankYou', year),
				person,
				touch: id,
				state: 'owed',
				since: sinceOf(kith, day)
			});
		}
	}
	return id;
}

/** Takes a touch back into the trash. */
export function trashTouch(kith: Kith, touch: Touch): void {
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	write(
		kith,
		(draft) => {
			draft.edit('touch', touch.id, { trashedAt });
			for (const thanks of kith.book.all('thankYou')) {
				if (thanks.touch === touch.id) draft.edit('thankYou', thanks.id, { trashedAt });
			}
		},
		'The touch is in the trash'
	);
}

/** Books the next touch with a person. */
export function bookTouch(kith: Kith, plan: Omit<Plan, 'id'>): void {
	write(kith, (draft) => draft.add('plan', { id: kith.book.newId('plan'), ...plan }), 'Booked');
}

/** Closes a booked touch that was done, in a draft; the next one is booked where it comes back. */
export function closePlan(
	kith: Kith,
	draft: Draft,
	plan: Plan,
	closing: Pick<Required<Plan>, 'closedOn' | 'touch'>
): void {
	draft.edit('plan', plan.id, closing);
	const { person, time, kind, purpose, opener } = plan;
	const turn = plan.repeat && nextTurn(plan.day, plan.repeat, kith.clock.today);
	const id = turn && successorOf(kith, 'plan', plan.id, ({ closedOn }) => closedOn === undefined);
	if (!turn || !id) return;
	draft.add('plan', {
		...{ id, person, kind, purpose, ...turn },
		...(time === undefined ? {} : { time }),
		...(opener === undefined ? {} : { opener })
	});
}

/**
 * The id for what comes after a record, on every device the same; undefined when the next one is there
 * already. One that was trashed, erased or done stays as it is, and the id after it is taken.
 */
function successorOf<T extends 'plan' | 'promise'>(
	{ book }: Kith,
	table: T,
	from: Id<T>,
	isOpen: (record: Records[T]) => boolean
): Id<T> | undefined {
	for (let id = nextInSeries(from); ; id = nextInSeries(id)) {
		const record = book.get(table, id);
		if (record && record.trashedAt === undefined && isOpen(record)) return undefined;
		if (!record && !book.isErased(id)) return id;
	}
}

/** Lets a booked touch go without doing it; it does not come back either. */
export function dropPlan(kith: Kith, plan: Plan): void {
	write(
		kith,
		(draft) => draft.edit('plan', plan.id, { closedOn: kith.clock.today }),
		'No longer booked'
	);
}

/** Writes down a promise. */
export function makePromise(kith: Kith, promise: Omit<RepPromise, 'id'>, said?: string): void {
	write(
		kith,
		(draft) => draft.add('promise', { id: kith.book.newId('promise'), ...promise }),
		said
	);
}

/** Marks a promise as kept today; one that comes back is owed again. */
export function keepPromise(kith: Kith, promise: RepPromise): void {
	const { today } = kith.clock;
	const { repeat, text, person } = promise;
	const turn = repeat && nextTurn(promise.due ?? today, repeat, today);
	const id = turn && successorOf(kith, 'promise', promise.id, ({ keptOn }) => keptOn === undefined);
	write(
		kith,
		(draft) => {
			draft.edit('promise', promise.id, { keptOn: today });
			if (!turn || !id) return;
			draft.add('promise', {
				...{ id, text, due: turn.day, repeat: turn.repeat },
				...(person === undefined ? {} : { person })
			});
		},
		turn ? `Kept. Again on ${shortDay(turn.day, today)}` : 'Kept'
	);
}

/** What can be put off until later. */
export type Snoozable =
	| { readonly table: 'promise'; readonly record: RepPromise }
	| { readonly table: 'plan'; readonly record: Plan }
	| { readonly table: 'thankYou'; readonly record: ThankYou }
	| { readonly table: 'moment'; readonly record: Moment }
	| { readonly table: 'person'; readonly record: Person };

/** Puts something off for a number of days; nothing else changes, and nothing is counted against it. */
export function snooze(kith: Kith, { table, record }: Snoozable, days: number, said: string): void {
	const snoozedUntil = addDays(kith.clock.today, days);
	write(
		kith,
		(draft) => {
			if (table === 'moment') rememberMoment(kith, draft, record, { snoozedUntil });
			else draft.edit(table, record.id, { snoozedUntil });
		},
		said
	);
}

/** Moves a thank-you on: written, posted, not needed after all, or still to be written. */
export function settleThankYou(kith: Kith, thankYou: ThankYou, state: ThankYou['state']): void {
	const { today } = kith.clock;
	write(
		kith,
		(draft) => {
			draft.edit('thankYou', thankYou.id, {
				state,
				on: state === 'owed' ? undefined : today,
				snoozedUntil: undefined
			});
			if (state === 'posted') writeCard(kith, draft, thankYou);
		},
		THANKED[state]
	);
}

/** A thank-you is one card, wherever and however often it is marked as posted. */
function writeCard({ book, clock }: Kith, draft: Draft, thankYou: ThankYou): void {
	const { today } = clock;
	const { year } = partsOf(today);
	const id = cardId(thankYou.id, year);
	if (book.get('gesture', id)) {
		draft.edit('gesture', id, { day: today, trashedAt: undefined });
		return;
	}
	draft.add('gesture', {
		id: book.isErased(id) ? book.newId('gesture', year) : id,
		person: thankYou.person,
		direction: 'given',
		kind: 'card',
		day: today,
		touch: thankYou.touch
	});
}

const THANKED: Readonly<Record<ThankYou['state'], string>> = {
	owed: 'Still to write',
	written: 'Written, still to post',
	posted: 'In the post',
	'waved-off': 'No thank-you needed'
};

/** Since when a thank-you is owed: now for a touch of today, else noon of its day. */
function sinceOf(kith: Kith, day: Day): string {
	const now = kith.clock.exactly();
	return new Date(day === kith.clock.today ? now : Date.parse(`${day}T12:00`)).toISOString();
}
