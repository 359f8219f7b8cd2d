// What is due today as rows: who, why, when, what to do; who is going quiet is in quiet.svelte.ts.
import type { Day } from '$lib/domain/day';
import { comingMoments, type Coming } from '$lib/domain/moments';
import type { Person } from '$lib/domain/records/person';
import type { Moment } from '$lib/domain/records/moment';
import type { Plan } from '$lib/domain/records/plan';
import type { RepPromise } from '$lib/domain/records/promise';
import type { ThankYou } from '$lib/domain/records/thank-you';
import { bookedPlans, duePromises, owedThankYous } from '$lib/domain/today';
import type { Kith } from '$lib/state/kith.svelte';
import { reachLinks } from '$lib/state/reach';
import {
	longDay,
	momentKindWords,
	purposeWords,
	shortDay,
	touchKindWords,
	within
} from '$lib/state/say';
import type { WarmthKind } from '$lib/domain/warmth';

/** What a row is about; settling it is told by this alone (see settle.ts). */
export type Subject =
	| { readonly table: 'promise'; readonly record: RepPromise }
	| { readonly table: 'plan'; readonly record: Plan }
	| { readonly table: 'thankYou'; readonly record: ThankYou }
	| { readonly table: 'moment'; readonly record: Moment; readonly on: Day }
	| { readonly table: 'person'; readonly record: Person };

/** One row of Today. */
export interface AgendaRow {
	readonly key: string;
	/** A promise may still be about nobody, a moment a company's. */
	readonly person: Person | undefined;
	readonly when: string;
	readonly warmth?: WarmthKind;
	readonly name: string;
	readonly why: string;
	/** How the thing is done: a link out of the app, a sheet, or a place in the app. */
	readonly act: 'call' | 'text' | 'email' | 'write' | 'open';
	readonly href: string | undefined;
	readonly now?: boolean;
	readonly subject: Subject;
}

/** A group of rows under one heading. */
export interface AgendaGroup {
	readonly id: 'promises' | 'booked' | 'thanks' | 'moments' | 'fading';
	readonly title: string;
	readonly rows: readonly AgendaRow[];
	/** How many more there are, under #/moments. */
	readonly more?: number;
}

const NOW_MINUTES = 60;
const MOMENTS_SHOWN = 12;
/** Before these, one looks at who it is. */
const IN_PERSON = /^(meeting|meal|visit)$/;

/** Builds Today from the book; groups that are empty are left out by the screen. */
export class Agenda {
	readonly #kith: Kith;
	// One by one, so that a change reckons anew only what it concerns.
	readonly #promised = $derived.by(() => this.#promises());
	readonly #planned = $derived.by(() => this.#booked());
	readonly #owed = $derived.by(() => this.#thanks());
	readonly #coming = $derived.by(() => this.#moments());
	readonly groups = $derived.by((): AgendaGroup[] => [
		{ id: 'promises', title: 'You promised', rows: this.#promised },
		{ id: 'booked', title: 'Booked', rows: this.#planned },
		{ id: 'thanks', title: 'Thank-yous to write', rows: this.#owed },
		{
			id: 'moments',
			title: 'Moments',
			// Meetings to give thanks for stand above and come with this year: nothing is pushed down by them.
			...(this.#kith.live.reach === 'core' ? { rows: [] } : this.#coming)
		}
	]);
	readonly rows = $derived(this.groups.flatMap(({ rows }) => rows));
	#reckoned = $state.raw<typeof import('./reckoned')>();

	constructor(kith: Kith) {
		this.#kith = kith;
		void import('./reckoned').then((reckoned) => (this.#reckoned = reckoned));
	}

	/** Followed once for all rows. */
	get #book() {
		return this.#kith.live.read('person');
	}

	get #today(): Day {
		return this.#kith.clock.today;
	}

	#person(id: string | undefined): Person | undefined {
		const person = id === undefined ? undefined : this.#book.get('person', id);
		return person?.trashedAt === undefined ? person : undefined;
	}

	/** Rows about somebody in the trash do not show. */
	#isGone(id: string | undefined): boolean {
		return id !== undefined && !this.#person(id);
	}

	#promises(): AgendaRow[] {
		return duePromises(this.#kith.live.all('promise'), this.#today)
			.filter(({ person }) => !this.#isGone(person))
			.map((promise) => {
				const person = this.#person(promise.person);
				const name = person?.name ?? 'A note without a person';
				return {
					key: promise.id,
					person,
					when: promise.due ? shortDay(promise.due, this.#today) : '',
					name,
					why: promise.text,
					...doing(
						person,
						/\bmail|send\b|schick/i.test(promise.text) ? 'email' : 'call',
						'#/inbox'
					),
					subject: { table: 'promise', record: promise }
				};
			});
	}

	#booked(): AgendaRow[] {
		return bookedPlans(this.#kith.live.all('plan'), this.#today).flatMap((plan) => {
			const person = this.#person(plan.person);
			if (!person) return [];
			const opener = plan.opener ? `: ${plan.opener}` : '';
			return {
				key: plan.id,
				person,
				when: (plan.day === this.#today && plan.time) || shortDay(plan.day, this.#today),
				name: person.name,
				why: `${touchKindWords[plan.kind]}, ${within(purposeWords[plan.purpose])}${opener}`,
				...(IN_PERSON.test(plan.kind)
					? ({ act: 'open', href: `#/people/${person.id}/before` } as const)
					: doing(person, plan.kind === 'text' || plan.kind === 'email' ? plan.kind : 'call')),
				now: this.#isNow(plan),
				subject: { table: 'plan', record: plan } as const
			};
		});
	}

	#isNow(plan: Plan): boolean {
		if (plan.day !== this.#today || plan.time === undefined) return false;
		const at = new Date(this.#kith.clock.now);
		const minutes = at.getHours() * 60 + at.getMinutes();
		const [hour = 0, minute = 0] = plan.time.split(':').map(Number);
		return Math.abs(hour * 60 + minute - minutes) <= NOW_MINUTES;
	}

	#thanks(): AgendaRow[] {
		const kith = this.#kith;
		return owedThankYous(kith.live.all('thankYou'), this.#today).flatMap((thanks) => {
			const person = this.#person(thanks.person);
			const touch = kith.live.get('touch', thanks.touch);
			if (!person || !touch || touch.trashedAt !== undefined) return [];
			const hours = Math.max(
				0,
				Math.floor((kith.clock.now - Date.parse(thanks.since)) / 3_600_000)
			);
			const when = hours < 72 ? `${hours} h` : shortDay(touch.day, this.#today);
			return {
				key: thanks.id,
				person,
				when,
				name: person.name,
				why: `${touchKindWords[touch.kind]}, ${longDay(touch.day)}`,
				act: 'write' as const,
				href: `#/thanks/${thanks.id}`,
				subject: { table: 'thankYou', record: thanks } as const
			};
		});
	}

	/* Of hundreds that may come only those shown are put into words. */
	#moments(): Pick<AgendaGroup, 'rows' | 'more'> {
		const kith = this.#kith;
		const theirs = (
			this.#reckoned?.comingToday(kith) ?? comingMoments(kith.live.all('moment'), this.#today)
		).filter(({ moment }) => this.#person(moment.person) ?? moment.company);
		const rows = theirs.slice(0, MOMENTS_SHOWN).map((coming): AgendaRow => {
			const { moment } = coming;
			const person = this.#person(moment.person);
			const name = person?.name ?? moment.company ?? '';
			return {
				key: moment.id,
				person,
				when: shortDay(coming.on, this.#today),
				name,
				why: this.#momentWhy(coming),
				...doing(person, 'text', this.#reckoned?.companyHref(name)),
				subject: { table: 'moment', record: moment, on: coming.on }
			};
		});
		return { rows, more: theirs.length - MOMENTS_SHOWN };
	}

	#momentWhy(coming: Coming): string {
		const { label, kind } = coming.moment;
		return this.#reckoned?.comingInWords(this.#kith, coming) ?? label ?? momentKindWords[kind];
	}
}

/**
 * The link that does what a row asks for, or the nearest other way to reach the person.
 * @param elsewhere where a row without a person leads
 */
export function doing(
	person: Person | undefined,
	wanted: 'call' | 'text' | 'email',
	elsewhere = '#/companies'
): Pick<AgendaRow, 'act' | 'href'> {
	if (!person) return { act: 'open', href: elsewhere };
	const links = reachLinks(person);
	for (const act of [wanted, 'call', 'email'] as const) {
		const href = links[act];
		if (href) return { act, href };
	}
	return { act: 'open', href: `#/people/${person.id}` };
}
