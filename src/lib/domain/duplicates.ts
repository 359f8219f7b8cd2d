// Who may be the same person: candidates with reasons, from indexes, so that a whole file is quick to check.
import { fold, wordsOf } from './fold';
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
	/** By name, then by company; '' for those without one. */
	readonly #byName = new Map<string, Map<string, Set<Key>>>();

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
		let companies = this.#byName.get(name);
		if (!companies) this.#byName.set(name, (companies = new Map<string, Set<Key>>()));
		setAt(companies, fold(contact.company ?? '')).add(id);
	}

	/**
	 * Everyone known with the same UID, the same e-mail, the same LinkedIn profile, the same phone, the same name and company, or the same name
	 * where one of the two has no company. Those with the strongest reason come first.
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
		for (const key of profileKeys(contact)) note(this.#byProfile.get(key), 'profile');
		for (const key of phoneKeys(contact)) note(own(this.#byPhone.get(key)), 'phone');
		const companies = this.#byName.get(fold(contact.name));
		const company = fold(contact.company ?? '');
		if (company !== '') {
			note(companies?.get(company), 'name-and-company');
			note(companies?.get(''), 'name');
		} else {
			for (const ids of companies?.values() ?? []) note(ids, 'name');
		}
		return [...found].map(([id, reasons]) => ({ id, reasons }));
	}
}

/** So many people may share a number or an address; with more it is a switchboard's or an office's. */
export const MOST_SHARING = 3;

/**
 * Whether two things speak for one person: the UID, the name and the company, a profile, or an e-mail or a phone
 * with a name in common. A shared number alone may be a switchboard, an address like info@ a whole
 * office, and two people may have one name.
 */
export function isLikely(reasons: readonly DuplicateReason[], one: string, other: string): boolean {
	const sure = ['uid', 'name-and-company', 'profile'] as const;
	if (sure.some((reason) => reasons.includes(reason))) return true;
	if (!reasons.includes('email') && !reasons.includes('phone')) return false;
	const words = new Set(wordsOf(one));
	return wordsOf(other).some((word) => words.has(word));
}

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
