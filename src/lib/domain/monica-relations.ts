// Relationships of Monica's: each makes one contact a member of another's circle.
import * as v from 'valibot';
import type { CircleDraft } from './contact-draft';
import type { MonicaAccount } from './monica-account';
import type { OpenedContact } from './monica-opened';
import { birthOf } from './monica-dates';
import { hasSomething } from './monica-gathering';
import { anything, readFields, text } from './monica-shape';
import { relationWords } from './monica-words';
import type { Relation } from './records/circle';

const outerShape = v.object({ properties: anything });
const relationshipShape = v.object({ type: text, contact_is: text, of_contact: text });

const RELATIONS: Readonly<Record<string, Relation>> = {
	spouse: 'spouse',
	partner: 'spouse',
	child: 'child',
	stepchild: 'child',
	parent: 'parent',
	stepparent: 'parent',
	sibling: 'sibling',
	friend: 'friend',
	bestfriend: 'friend',
	colleague: 'colleague',
	subordinate: 'colleague',
	boss: 'boss'
};
/** Whom somebody loves is not said in a circle, which is shown and counted; it becomes a line of the note. */
const PRIVATE = new Set(['date', 'lover', 'inlovewith', 'lovedby', 'ex']);

/** All that a contact who is only somebody around another has; whatever else there is makes him a person. */
const ONLY_AROUND = new Set([
	...['first_name', 'middle_name', 'last_name', 'gender', 'birthdate', 'is_partial', 'is_active'],
	...['is_dead', 'deceased_date', 'avatar', 'number_of_views', 'last_consulted_at', 'distant_etag']
]);

/** Somebody's circle, and what of it is only written in his note. */
export interface Relatives {
	readonly circle: CircleDraft[];
	readonly lines: string[];
}

export interface Relationships {
	/** By uuid of the contact. */
	readonly of: ReadonlyMap<string, Relatives>;
	/** The uuids of those who are in somebody's circle and no people of their own. */
	readonly absorbed: ReadonlySet<string>;
}

type Contacts = ReadonlyMap<string, OpenedContact>;

/**
 * The circle of each contact. On the page of `contact_is`, Monica shows `of_contact` as the one who is
 * the `type`: the spouse, the child. The other direction is an entry of its own.
 */
export function readRelationships(account: MonicaAccount, contacts: Contacts): Relationships {
	const all = entriesOf(account, contacts);
	const absorbed = new Set<string>();
	for (const { whose, member } of all) {
		if (isOnlyAround(member) && !isOnlyAround(whose)) absorbed.add(member.uuid);
	}
	const of = new Map<string, Relatives>();
	for (const { type, whose, member } of all) {
		if (absorbed.has(whose.uuid)) {
			// The way back from somebody who is no person of his own; between two of them nobody tells it.
			if (absorbed.has(member.uuid)) account.mapping.add('relationship', 'left-out');
			continue;
		}
		const relatives = of.get(whose.uuid) ?? { circle: [], lines: [] };
		of.set(whose.uuid, relatives);
		const name = nameOf(member);
		const more = absorbed.has(member.uuid) ? around(member) : { otherUid: member.uuid };
		relatives.circle.push({ name, ...relationOf(type), ...more });
		account.mapping.add('relationship', 'circle');
		if (PRIVATE.has(type)) relatives.lines.push(`${name}: ${relationWords[type] ?? type}`);
		if (absorbed.has(member.uuid) && isDead(member)) relatives.lines.push(`${name} has died.`);
	}
	return { of, absorbed };
}

type WithUuid = OpenedContact & { readonly uuid: string };

interface Told {
	readonly type: string;
	readonly whose: WithUuid;
	readonly member: WithUuid;
}

/** Each relationship once; one that names nobody of the file is told. */
function entriesOf(account: MonicaAccount, contacts: Contacts): Told[] {
	const all = new Map<string, Told>();
	for (const [index, value] of account.relationships.entries()) {
		const properties = readFields(outerShape, value)?.fields.properties;
		const { type, contact_is, of_contact } =
			readFields(relationshipShape, properties)?.fields ?? {};
		const whose = contacts.get(contact_is ?? '');
		const member = contacts.get(of_contact ?? '');
		if (!type || !whose || !member || whose === member) {
			account.problem('bad-entry', 0, `relationship ${index + 1}`);
		} else {
			const told = { type, whose: whose as WithUuid, member: member as WithUuid };
			all.set(`${told.whose.uuid} ${told.member.uuid} ${type}`, told);
		}
	}
	return [...all.values()];
}

/** The relation, and the word for it where it says more. */
function relationOf(type: string): Pick<CircleDraft, 'relation' | 'about'> {
	const relation = RELATIONS[type] ?? 'other';
	return relation === type || PRIVATE.has(type)
		? { relation }
		: { relation, about: relationWords[type] ?? type };
}

/** What is known of somebody who is no person of his own. The birthday of the dead stays away. */
function around(member: OpenedContact): Pick<CircleDraft, 'birthday' | 'age'> {
	return isDead(member) ? {} : birthOf(member.is.fields.birthdate, member.made ?? undefined);
}

function isDead({ is }: OpenedContact): boolean {
	return is.fields.is_dead === true || hasSomething(is.fields.deceased_date);
}

function isOnlyAround({ is, properties, collections, name }: OpenedContact): boolean {
	if (is.fields.is_partial !== true || name === undefined) return false;
	const isMore = Object.entries(properties).some(
		([field, value]) => !ONLY_AROUND.has(field) && hasSomething(value)
	);
	return !isMore && [...collections.keys()].every((type) => type === 'reminder');
}

function nameOf({ name, row }: OpenedContact): string {
	return name ?? `contact ${row}`;
}
