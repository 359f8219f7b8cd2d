// Who may be the same person: candidates with reasons, from indexes, so that a whole file is quick to check.
import { fold } from './fold';
import { profileKey } from './profile-link';

/** Why two contacts may be one person, the strongest reason first. */
export type DuplicateReason = 'uid' | 'email' | 'profile' | 'phone' | 'name-and-company' | 'name';

/** What is compared. A person record and a contact draft both have it. */
export interface Comparable {
	readonly name: string;
	readonly company?: string;
	/** What the address book it comes from knows it by. */
	readonly uid?: string;
	readonly emails?: readonly { readonly value: string }[];
	readonly phones?: readonly { readonly value: string }[];
	/** Of these only profiles are compared. */
	readonly links?: readonly { readonly value: string }[];
}

/** Somebody known who may be the contact asked about. */
export interface DuplicateCandidate<Key extends string = string> {
	readonly id: Key;
	readonly reasons: readonly DuplicateReason[];
}

/** Those of one name, all of them and by company; '' for those without one. */
interface Named<Key> {
	readonly all: Set<Key>;
	readonly companies: Map<string, Set<Key>>;
}

/** ";ext=5", ",5", "ext. 5", "x5", "#5". */
const EXTENSION = /(?:[;,]|(?<=\d)\s?#|\bext|(?<=\d)\s?x(?=[.\s]?\d)).*$/is;
const COMPARED_DIGITS = 9;
const FEWEST_DIGITS = 7;
const FEWEST_IN_UID = 16;

/**
 * What two spellings of one number have in common: the last nine digits, without an extension and
 * without a leading + or 00, since the country code and the trunk zero come and go: +49 170 1234567
 * is 0170 1234567. Undefined for fewer than seven digits: an extension is not a person.
 */
export function phoneKey(phone: string): string | undefined {
	const digits = phone.replace(EXTENSION, '').replace(/\D/g, '').replace(/^00/, '');
	return digits.length < FEWEST_DIGITS ? undefined : digits.slice(-COMPARED_DIGITS);
}

/** The people an import is compared with: those of the book, then those of the file as they come. */
export class ContactIndex<Key extends string = string> {
	readonly #byUid = new Map<string, Set<Key>>();
	readonly #byEmail = new Map<string, Set<Key>>();
	readonly #byProfile = new Map<string, Set<Key>>();
	readonly #byPhone = new Map<string, Set<Key>>();
	readonly #byName = new Map<string, Named<Key>>();

	constructor(people: Iterable<Comparable & { readonly id: Key }> = []) {
		for (const person of people) this.add(person.id, person);
	}

	/** Lets a contact be found from now on, by an id of the caller's choice. */
	add(id: Key, contact: Comparable): void {
		for (const key of uidKeys(contact)) setAt(this.#byUid, key).add(id);
		for (const key of emailKeys(contact)) setAt(this.#byEmail, key).add(id);
		for (const key of profileKeys(contact)) setAt(this.#byProfile, key).add(id);
		for (const key of phoneKeys(contact)) setAt(this.#byPhone, key).add(id);
		const name = fold(contact.name);
		if (name === '') return;
		let named = this.#byName.get(name);
		if (!named) this.#byName.set(name, (named = { all: new Set(), companies: new Map() }));
		named.all.add(id);
		setAt(named.companies, fold(contact.company ?? '')).add(id);
	}

	/** Everyone known with just this name, whatever the company. */
	named(name: string): ReadonlySet<Key> {
		return this.#byName.get(fold(name))?.all ?? new Set();
	}

	/**
	 * Everyone known with the same UID, e-mail, LinkedIn profile or phone, with the same name and company, or
	 * with the same name where one of the two has no company. Those with the strongest reason come first. Of
	 * more than eight with one name the first eight will do, and theirs is no more than a name.
	 */
	find(contact: Comparable): DuplicateCandidate<Key>[] {
		const found = new Map<Key, DuplicateReason[]>();
		const note = (ids: Iterable<Key> | undefined, reason: DuplicateReason) => {
			for (const id of ids ?? []) {
				const reasons = found.get(id);
				if (!reasons) found.set(id, [reason]);
				else if (!reasons.includes(reason)) reasons.push(reason);
			}
		};
		/** A number or an address of more people is their company's, and says nothing of one of them. */
		const own = (ids: ReadonlySet<Key> | undefined): Iterable<Key> | undefined =>
			ids && ids.size <= MOST_SHARING ? ids : undefined;
		for (const key of uidKeys(contact)) note(own(this.#byUid.get(key)), 'uid');
		for (const key of emailKeys(contact)) note(own(this.#byEmail.get(key)), 'email');
		for (const key of profileKeys(contact)) note(own(this.#byProfile.get(key)), 'profile');
		for (const key of phoneKeys(contact)) note(own(this.#byPhone.get(key)), 'phone');
		const named = this.#byName.get(fold(contact.name));
		const company = fold(contact.company ?? '');
		const sameName = (ids: ReadonlySet<Key> | undefined, reason: DuplicateReason): void => {
			if (!ids) return;
			note(
				[...found.keys()].filter((id) => ids.has(id)),
				reason
			);
			note(firstOf(ids, MOST_NAMED), reason);
		};
		if (company === '') sameName(named?.all, 'name');
		else {
			const there = named?.companies.get(company);
			sameName(there, there && there.size > MOST_NAMED ? 'name' : 'name-and-company');
			sameName(named?.companies.get(''), 'name');
		}
		return [...found].map(([id, reasons]) => ({ id, reasons }));
	}
}

/** So many people may share a number or an address; with more it is a switchboard's or an office's. */
export const MOST_SHARING = 3;

/** So many of one name are compared with each other; with more it is a word for "unknown" or a company. */
export const MOST_NAMED = 8;

/** A UID of an address book's own, not a plain number that every small program counts up. */
export function uidKeys({ uid = '' }: Comparable): string[] {
	const key = uid
		.trim()
		.toLowerCase()
		.replace(/^urn:uuid:/, '');
	return key.length < FEWEST_IN_UID ? [] : [key];
}

/** What an e-mail is compared by. */
export function emailKeys(contact: Comparable): string[] {
	const keys = (contact.emails ?? []).map(({ value }) => value.trim().toLowerCase());
	return keys.filter((key) => key !== '');
}

/** What LinkedIn profiles are compared by. */
export function profileKeys({ links = [] }: Comparable): string[] {
	return links.map(({ value }) => profileKey(value)).filter((key) => key !== undefined);
}

/** What phones are compared by. */
export function phoneKeys(contact: Comparable): string[] {
	const keys = (contact.phones ?? []).map(({ value }) => phoneKey(value));
	return keys.filter((key) => key !== undefined);
}

function setAt<Key>(map: Map<string, Set<Key>>, key: string): Set<Key> {
	let set = map.get(key);
	if (!set) map.set(key, (set = new Set()));
	return set;
}

function* firstOf<Key>(ids: ReadonlySet<Key>, most: number): Generator<Key> {
	let left = most;
	for (const id of ids) {
		if (left-- <= 0) return;
		yield id;
	}
}
