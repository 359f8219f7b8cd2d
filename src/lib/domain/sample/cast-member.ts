// The shape in which the people of the sample book are written down; days count from today.
import type { Closeness } from '$lib/domain/records/closeness';
import type { Aspect } from '$lib/domain/records/fact';
import type { Owner } from '$lib/domain/records/field';
import type { Relation } from '$lib/domain/records/circle';
import type { MomentKind } from '$lib/domain/records/moment';
import type { Purpose, TouchKind } from '$lib/domain/records/touch';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Person } from '$lib/domain/records/person';
import type { ThankYou } from '$lib/domain/records/thank-you';

/** What can be given, or received. */
export type Kind<Direction extends Gesture['direction']> = Extract<
	Gesture,
	{ direction: Direction }
>['kind'];

/** One around a person. `turns`: in how many days the next birthday is, and which one. */
export interface CastCircle {
	readonly relation: Relation;
	readonly name: string;
	readonly age?: number;
	readonly turns?: readonly [inDays: number, age: number];
	readonly about?: string;
	/** The name of the same one in the cast. */
	readonly self?: string;
}

/** A day that matters: yearly, its `count` giving the year, unless it is `once`. */
export interface CastMoment {
	readonly kind: MomentKind;
	readonly in: number;
	readonly label?: string;
	readonly count?: number;
	readonly once?: true;
	readonly post?: true;
}

/** A booked touch. */
export interface CastPlan {
	readonly in: number;
	readonly time?: string;
	readonly kind: TouchKind;
	readonly purpose: Purpose;
	readonly opener?: string;
}

/** What the rep took away, from a note or long ago. In texts `{-4}` stands for that day's name. */
export interface Learned {
	/** Mackay topic, or the label of a free fact; the text. */
	readonly facts?: readonly (readonly [topic: number | string, text: string])[];
	/** What they like or are after, in a few words. */
	readonly likes?: readonly (readonly [aspect: Aspect, text: string])[];
	readonly moments?: readonly CastMoment[];
	readonly promises?: readonly {
		readonly text: string;
		readonly due: number;
		readonly kept?: number;
	}[];
}

/** Something that happened `ago` days ago: one purpose with its kind of touch, or a gesture alone. */
export interface Happening extends Learned {
	readonly ago: number;
	readonly talked?: TouchKind;
	readonly business?: TouchKind;
	readonly asked?: TouchKind;
	/** Only left word. */
	readonly left?: true;
	readonly note?: string;
	/** The name of another one of the cast who was there. */
	readonly with?: string;
	readonly given?: readonly [Kind<'given'>, string];
	readonly received?: readonly [Kind<'received'>, string];
	/** Where it has not been posted, which it has after most meetings, meals and visits. */
	readonly thanks?: ThankYou['state'];
	/** Whose the note and what was given or received are, where it is marked. */
	readonly owner?: Owner;
}

/** One of the people written by hand. */
export interface CastMember extends Learned {
	readonly person: Pick<
		Person,
		| 'name'
		| 'nickname'
		| 'company'
		| 'title'
		| 'tags'
		| 'about'
		| 'texting'
		| 'closeness'
		| 'cadence'
	>;
	readonly city: string;
	readonly introducedBy?: string;
	/** How many years there by now, where nothing else says so. */
	readonly there?: number;
	/** Where they were before: the company, the post, and from and to how many years ago; 0 until the farewell. */
	readonly worked?: readonly (readonly [
		company: string,
		title: string,
		from: number,
		to: number
	])[];
	/** How the rep called them from how many days ago on. */
	readonly closer?: readonly (readonly [ago: number, kind: Closeness['kind']])[];
	readonly circle?: readonly CastCircle[];
	readonly plans?: readonly CastPlan[];
	/** The latest first. */
	readonly happened: readonly Happening[];
	/** How much of the rep's time went here, against the usual 1. */
	readonly pace?: number;
	/** Share of made-up older touches without an agenda; 0.4 when not given. */
	readonly talk?: number;
}
