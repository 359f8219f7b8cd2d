// A contact as an import brings it: the fields of a person, and what belongs around him, all without ids.
import type { AnyDay, Day } from './day';
import type { Circle, Relation } from './records/circle';
import type { Fact } from './records/fact';
import type { Gesture } from './records/gesture';
import type { MomentKind } from './records/moment';
import type { Person } from './records/person';
import type { RepPromise } from './records/promise';
import type { Touch } from './records/touch';

type PersonFields = Pick<
	Person,
	| 'name'
	| 'givenName'
	| 'familyName'
	| 'nickname'
	| 'company'
	| 'title'
	| 'phones'
	| 'emails'
	| 'links'
	| 'addresses'
	| 'tags'
	| 'about'
	| 'uid'
	| 'cadence'
>;

export interface ContactDraft extends PersonFields {
	readonly circle: readonly CircleDraft[];
	readonly moments: readonly MomentDraft[];
	readonly notes: readonly NoteDraft[];
	/** What the person record keeps as `vcard`. */
	readonly vcard: readonly string[];
	// What only another program's whole book has.
	readonly touches?: readonly TouchDraft[];
	readonly gestures?: readonly GestureDraft[];
	readonly promises?: readonly PromiseDraft[];
	readonly facts?: readonly FactDraft[];
}

export interface NoteDraft {
	readonly body: string;
	/** When it was written; without one it is the day of the import. */
	readonly day?: Day;
}

export interface TouchDraft extends Pick<Touch, 'kind' | 'purpose' | 'outcome' | 'day' | 'time'> {
	/** What was written about it. */
	readonly note?: string;
}

export type GestureDraft = Pick<Gesture, 'direction' | 'kind' | 'text' | 'day'>;
export type PromiseDraft = Pick<RepPromise, 'text' | 'due' | 'keptOn' | 'repeat'>;
export type FactDraft = Pick<
	Fact,
	'topic' | 'label' | 'aspect' | 'text' | 'source' | 'day' | 'sensitive'
>;

export interface CircleDraft {
	readonly name: string;
	readonly relation: Relation;
	/** The word the file had for the relation, where it says more. */
	readonly about?: string;
	readonly birthday?: AnyDay;
	/** An age heard, and when, where the birthday is not known. */
	readonly age?: NonNullable<Circle['age']>;
	/** The `uid` of the contact that this one is, where it is in the file too: it becomes `self`. */
	readonly otherUid?: string;
}

export interface MomentDraft {
	readonly kind: MomentKind;
	readonly day: AnyDay;
	readonly yearly: boolean;
	readonly label?: string;
	/** Kept out of calendars and off what others may see. */
	readonly sensitive?: boolean;
}
