// Two records of one person as one: what the one that stays takes over from the other. Done again it
// changes nothing more, so that devices which do it apart come to the same.
import { canonicalJson } from './canonical';
import { fold } from './fold';
import type { Address, Person, Reach } from './records/person';

/** A value of the other that has no place beside the one that stays; it is to be kept as words. */
export type Apart = {
	readonly [F in ApartField]: { readonly field: F; readonly value: NonNullable<Person[F]> };
}[ApartField];

/** What can be there only once: of two one stands, and the other is kept as words. */
export const ONCE = [
	...(['name', 'givenName', 'familyName', 'nickname', 'company', 'title', 'since'] as const),
	...(['cadence', 'closeness', 'introducedBy'] as const)
];
/** What is made one of two. */
export const JOINED = [
	...(['about', 'vcard', 'jobs', 'phones', 'emails', 'links', 'addresses'] as const),
	...(['uid', 'texting'] as const)
];
type ApartField = (typeof ONCE)[number];

/** What becomes of it. */
export interface PersonMerge {
	/** Fields of the one that stays, as they are to be; only those that change. */
	readonly change: Partial<Person>;
	readonly apart: readonly Apart[];
}

const textingOrder = ['not-yet', 'they-texted', 'we-text'] as const;

/**
 * Takes over all that `other` says: blanks are filled, lists joined, notes to self put one below the
 * other; what differs and can be there only once comes back as `apart`.
 */
export function mergePerson(kept: Person, other: Person): PersonMerge {
	const apart: Apart[] = [];
	const after: Partial<Person> = {
		...names(kept, other, apart),
		...work(kept, other, apart),
		...lists(kept, other),
		...single(kept, other, apart)
	};
	const held: Readonly<Record<string, unknown>> = { ...kept };
	const changed = Object.entries(after).filter(
		([field, value]) => canonicalJson(value) !== canonicalJson(held[field] ?? null)
	);
	return { change: Object.fromEntries(changed), apart };
}

/** The parts of a name belong to the name: they are filled in only where the names are the same. */
function names(kept: Person, other: Person, apart: Apart[]): Partial<Person> {
	const isSame = alike(kept.name, other.name);
	if (!isSame) apart.push({ field: 'name', value: other.name });
	const after: { -readonly [F in 'givenName' | 'familyName' | 'nickname']?: string } = {};
	for (const field of ['givenName', 'familyName', 'nickname'] as const) {
		const value = other[field];
		if (value === undefined || alike(kept[field] ?? '', value)) continue;
		const isFree = kept[field] === undefined && (isSame || field === 'nickname');
		if (isFree) after[field] = value;
		else if (!hasWords(isSame ? '' : other.name, value)) apart.push({ field, value });
	}
	return after;
}

/** Title and first day belong to a company: they are filled in only where it is the same one. */
function work(kept: Person, other: Person, apart: Apart[]): Partial<Person> {
	const isSame =
		kept.company === undefined ||
		other.company === undefined ||
		fold(kept.company) === fold(other.company);
	if (isSame) {
		if (kept.title !== undefined && other.title !== undefined && !alike(kept.title, other.title)) {
			apart.push({ field: 'title', value: other.title });
		}
		if (kept.since !== undefined && other.since !== undefined && kept.since !== other.since) {
			apart.push({ field: 'since', value: other.since });
		}
		const { company = other.company, title = other.title, since = other.since } = kept;
		return defined({ company, title, since });
	}
	apart.push({ field: 'company', value: other.company });
	if (other.title !== undefined) apart.push({ field: 'title', value: other.title });
	if (other.since !== undefined) apart.push({ field: 'since', value: other.since });
	return {};
}

function lists(kept: Person, other: Person): Partial<Person> {
	const uid = other.uid === undefined || other.uid === kept.uid ? undefined : other.uid;
	// Two UIDs are no contact card; the second goes on under a name of its own.
	const second = kept.uid !== undefined && uid !== undefined ? [`X-MERGED-UID:${uid}`] : [];
	return defined({
		phones: joinReach(kept.phones, other.phones, (value) => value.replace(/[\s().–/-]/g, '')),
		emails: joinReach(kept.emails, other.emails, (value) => value.trim()),
		links: joinReach(kept.links, other.links, (value) => value.trim()),
		addresses: joinAddresses(kept.addresses, other.addresses),
		tags: join(kept.tags, other.tags, (tag) => tag),
		jobs: join(kept.jobs, other.jobs, canonicalJson),
		vcard: join(kept.vcard, [...(other.vcard ?? []), ...second], (line) => line),
		about: joinText(kept.about, other.about),
		uid: kept.uid ?? uid
	});
}

function single(kept: Person, other: Person, apart: Apart[]): Partial<Person> {
	const introducer = other.introducedBy === kept.id ? undefined : other.introducedBy;
	if (kept.cadence !== undefined && other.cadence !== undefined && kept.cadence !== other.cadence) {
		apart.push({ field: 'cadence', value: other.cadence });
	}
	if (kept.closeness && other.closeness && kept.closeness !== other.closeness) {
		apart.push({ field: 'closeness', value: other.closeness });
	}
	if (kept.introducedBy && introducer && kept.introducedBy !== introducer) {
		apart.push({ field: 'introducedBy', value: introducer });
	}
	const steps = [kept.texting, other.texting].map((step) => step && textingOrder.indexOf(step));
	const furthest = Math.max(...steps.map((step) => step ?? -1));
	const snoozed = [kept.snoozedUntil, other.snoozedUntil].filter((day) => day !== undefined);
	return defined({
		cadence: kept.cadence ?? other.cadence,
		closeness: kept.closeness ?? other.closeness,
		introducedBy: kept.introducedBy ?? introducer,
		texting: textingOrder[furthest],
		// Nobody is put off for longer because of the other record.
		snoozedUntil: kept.snoozedUntil && snoozed.sort()[0]
	});
}

/** A way to reach someone that is there already gets the label it lacks. */
function joinReach(
	kept: readonly Reach[] | undefined,
	other: readonly Reach[] | undefined,
	keyOf: (value: string) => string
): readonly Reach[] | undefined {
	const key = ({ value }: Reach): string => keyOf(value).toLowerCase();
	const labelOf = (one: Reach): string | undefined =>
		one.label ?? other?.find((same) => key(same) === key(one) && same.label)?.label;
	const labelled = kept?.map((one) => {
		const label = labelOf(one);
		return label === undefined ? one : { ...one, label };
	});
	return join(labelled, other, key);
}

/** An address that says no more than one that is there already is not added. */
function joinAddresses(
	kept: readonly Address[] | undefined,
	other: readonly Address[] | undefined
): readonly Address[] | undefined {
	const says = (address: Address): [string, string][] =>
		Object.entries(address).map(([field, value]) => [field, fold(value)]);
	const isIn = (one: Address, fuller: Address): boolean => {
		const all = new Map(says(fuller));
		return says(one).every(([field, value]) => all.get(field) === value);
	};
	const more = (other ?? []).filter((one) => !kept?.some((fuller) => isIn(one, fuller)));
	return join(kept, more, canonicalJson);
}

function joinText(kept: string | undefined, other: string | undefined): string | undefined {
	if (kept === undefined || other === undefined) return kept ?? other;
	const parts = other.split(/\n{2,}/).filter((part) => !kept.includes(part.trim()));
	return [kept, ...parts].join('\n\n');
}

function join<Item>(
	kept: readonly Item[] | undefined,
	other: readonly Item[] | undefined,
	keyOf: (item: Item) => string
): readonly Item[] | undefined {
	if (!other || other.length === 0) return kept;
	const keys = new Set((kept ?? []).map(keyOf));
	const more = other.filter((item) => {
		const key = keyOf(item);
		return keys.has(key) ? false : keys.add(key);
	});
	return [...(kept ?? []), ...more];
}

function alike(a: string, b: string): boolean {
	const plain = (text: string): string =>
		text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
	return plain(a) === plain(b);
}

function hasWords(text: string, words: string): boolean {
	return ` ${text.toLowerCase()} `.includes(` ${words.toLowerCase().trim()} `);
}

function defined<Fields extends object>(fields: {
	readonly [F in keyof Fields]: Fields[F] | undefined;
}): Partial<Fields> {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined)
	) as Partial<Fields>;
}
