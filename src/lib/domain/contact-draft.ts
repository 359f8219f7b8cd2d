// A contact as an import brings it: the fields of a person, and what belongs around him, all without ids.
import type { AnyDay } from './day';
import type { Relation } from './records/circle';
import type { MomentKind } from './records/moment';
import type { Person } from './records/person';

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
>;

export interface ContactDraft extends PersonFields {
	readonly circle: readonly CircleDraft[];
	readonly moments: readonly MomentDraft[];
	/** Bodies of notes. */
	readonly notes: readonly string[];
	/** What the person record keeps as `vcard`. */
	readonly vcard: readonly string[];
}

export interface CircleDraft {
	readonly name: string;
	readonly relation: Relation;
	/** The word the file had for the relation, where it says more. */
	readonly about?: string;
	readonly birthday?: AnyDay;
}

export interface MomentDraft {
	readonly kind: MomentKind;
	readonly day: AnyDay;
	readonly yearly: boolean;
	readonly label?: string;
}
