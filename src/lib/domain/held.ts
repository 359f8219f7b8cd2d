// All that is held about one person, gathered from every table and put in order, for the person's own eyes.
import { compare } from './compare';
import { answersOf, type Answer } from './answers';
import { isCounted } from './counted-moments';
import type { Day } from './day';
import { postsOf, type Post } from './employment';
import { withoutHeldBack, type HeldBack } from './held-back';
import type { Circle } from './records/circle';
import type { Closeness } from './records/closeness';
import type { Employment } from './records/employment';
import type { Fact } from './records/fact';
import type { FriendsAnswer } from './records/friends-answer';
import type { Gesture } from './records/gesture';
import type { Moment } from './records/moment';
import type { Note } from './records/note';
import type { Person } from './records/person';
import type { Plan } from './records/plan';
import type { RepPromise } from './records/promise';
import type { Slot } from './records/slot';
import type { Records, Table } from './records/tables';
import type { ThankYou } from './records/thank-you';
import type { Touch } from './records/touch';
import { timelineOf, type Happening } from './timeline';
import { topicOf, type Section } from './topics';

/** The records about a person, outside the trash. */
export interface HeldSources {
	readonly person: Person;
	readonly employment: readonly Employment[];
	readonly circle: readonly Circle[];
	readonly fact: readonly Fact[];
	readonly moment: readonly Moment[];
	readonly promise: readonly RepPromise[];
	readonly plan: readonly Plan[];
	readonly touch: readonly Touch[];
	readonly note: readonly Note[];
	readonly gesture: readonly Gesture[];
	readonly thankYou: readonly ThankYou[];
	readonly closeness: readonly Closeness[];
	readonly slot: readonly Slot[];
	/** The answers in which the person was called a friend. */
	readonly friendsAnswer: readonly FriendsAnswer[];
	/** The name of whoever introduced the person. */
	readonly introducer: string | undefined;
	/** The names of those the person introduced. */
	readonly introduced: readonly string[];
	/** Where the person stands in somebody else's circle. */
	readonly memberOf: readonly HeldPlace[];
}

/** The person as somebody of another one's circle. */
export interface HeldPlace {
	/** The name of the other one. */
	readonly of: string;
	readonly member: Circle;
	/** Days written down with the other one that are this one's. */
	readonly moments: readonly Moment[];
}

/** The answers of one section; those without a number come last. */
export interface HeldAnswers {
	readonly section: Section | 'free';
	readonly answers: readonly Answer[];
}

/** What is held, in the order in which it is read. Lists of days have the newest first. */
export interface Held {
	readonly person: Person;
	readonly introducer: string | undefined;
	readonly introduced: readonly string[];
	readonly memberOf: readonly HeldPlace[];
	readonly posts: readonly Post[];
	readonly circle: readonly Circle[];
	readonly known: readonly HeldAnswers[];
	readonly moments: readonly Moment[];
	readonly promises: readonly RepPromise[];
	readonly plans: readonly Plan[];
	readonly happened: readonly Happening[];
	readonly gestures: readonly Gesture[];
	readonly thankYous: readonly ThankYou[];
	readonly closeness: readonly Closeness[];
	readonly ten: readonly Slot[];
	/** The days on which the rep called the person a friend. */
	readonly friendOn: readonly Day[];
	/** How many sensitive things, and things that touch on them, are not in it. */
	readonly leftOut: number;
}

/** Gathers it. @param heldBack what stays in; undefined: sensitive parts are in it too */
export function heldOf(sources: HeldSources, heldBack: HeldBack | undefined): Held {
	let leftOut = 0;
	const open = <T extends Table>(table: T, records: readonly Records[T][]): Records[T][] =>
		records.filter((record) => {
			const stays = heldBack?.has(table, record) ?? false;
			if (stays) leftOut++;
			return !stays;
		});
	/** A field of words that a record can do without. */
	const without = <Item extends Plan | Slot | ThankYou>(item: Item, field: keyof Item): Item => {
		const words = item[field];
		if (typeof words !== 'string' || !heldBack?.touches([item.person], words)) return item;
		leftOut++;
		return Object.fromEntries(Object.entries(item).filter(([name]) => name !== field)) as Item;
	};
	/** What others have written down of the person: neither their matters nor the person's own. */
	const place = ({ of, member, moments }: HeldPlace): HeldPlace[] => {
		const words = [member.name, member.about].filter(Boolean).join('. ');
		const isOpen = open('circle', [member]).length > 0;
		if (isOpen && heldBack?.touches([sources.person.id], words)) leftOut++;
		else if (isOpen) {
			const days = open('moment', written(moments)).filter(({ label }) => {
				const stays = heldBack?.touches([sources.person.id], label) ?? false;
				if (stays) leftOut++;
				return !stays;
			});
			return [{ of, member, moments: days.sort((a, b) => compare(a.day, b.day) || byId(a, b)) }];
		}
		return [];
	};
	const person = withoutHeldBack(sources.person, heldBack);
	if (person.about !== sources.person.about) leftOut++;
	leftOut += (sources.person.tags?.length ?? 0) - (person.tags?.length ?? 0);
	return {
		person,
		introducer: sources.introducer,
		introduced: sources.introduced.toSorted(compare),
		memberOf: sources.memberOf
			.toSorted((a, b) => compare(a.of, b.of) || byId(a.member, b.member))
			.flatMap(place),
		posts: postsOf(sources.person, sources.employment),
		circle: open('circle', sources.circle).sort(byId),
		known: bySection(answersOf(open('fact', sources.fact))),
		moments: open('moment', written(sources.moment)).sort(
			(a, b) => compare(a.day, b.day) || byId(a, b)
		),
		promises: open('promise', sources.promise).sort(
			(a, b) => compare(b.due ?? '', a.due ?? '') || byId(a, b)
		),
		plans: sources.plan.toSorted(newestFirst).map((plan) => without(plan, 'opener')),
		happened: timelineOf(sources.touch, open('note', sources.note)),
		gestures: open('gesture', sources.gesture).sort(newestFirst),
		thankYous: sources.thankYou
			.toSorted((a, b) => compare(b.since, a.since))
			.map((thanks) => without(thanks, 'mention')),
		closeness: sources.closeness.toSorted((a, b) => compare(b.on, a.on) || byId(b, a)),
		ten: sources.slot
			.toSorted((a, b) => compare(b.from, a.from) || byId(a, b))
			.map((slot) => without(slot, 'reason')),
		friendOn: sources.friendsAnswer.map(({ on }) => on).sort((a, b) => compare(b, a)),
		leftOut
	};
}

/** What is counted is told where it is counted from. */
function written(moments: readonly Moment[]): readonly Moment[] {
	return moments.filter((moment) => !isCounted(moment));
}

function bySection(answers: readonly Answer[]): HeldAnswers[] {
	const found = new Map<Section | 'free', Answer[]>();
	for (const answer of answers) {
		const section = topicOf(answer.fact.topic)?.section ?? 'free';
		const same = found.get(section);
		if (same) same.push(answer);
		else found.set(section, [answer]);
	}
	return [...found].map(([section, own]) => ({ section, answers: own }));
}

function newestFirst(
	a: { readonly day: string; readonly id: string },
	b: { readonly day: string; readonly id: string }
): number {
	return compare(b.day, a.day) || byId(b, a);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
	return compare(a.id, b.id);
}
