// Who may be the same person: candidates with reasons, from indexes, so that a whole file is quick to check.
import { fold } from './fold';

/** Why two contacts may be one person, the strongest reason first. */
export type DuplicateReason = 'email' | 'phone' | 'name-and-company' | 'name';

/** What is compared. A person record and a contact draft both have it. */
export interface Comparable {
	readonly name: string;
	readonly company?: string;
	readonly emails?: readonly { readonly value: string }[];
	readonly phones?: readonly { readonly value: string }[];
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
	readonly #byEmail = new Map<string, Set<Key>>();
	readonly #byPhone = new Map<string, Set<Key>>();
	/** By name, then by company; '' for those without one. */
	readonly #byName = new Map<string, Map<string, Set<Key>>>();

	constructor(people: Iterable<Comparable & { readonly id: Key }> = []) {
		for (const person of people) this.add(person.id, person);
	}

	/** Lets a contact be found from now on, by an id of the caller's choice. */
	add(id: Key, contact: Comparable): void {
		for (const key of emailKeys(contact)) setAt(this.#byEmail, key).add(id);
		for (const key of phoneKeys(contact)) setAt(this.#byPhone, key).add(id);
		const name = fold(contact.name);
		if (name === '') return;
		let companies = this.#byName.get(name);
		if (!companies) this.#byName.set(name, (companies = new Map<string, Set<Key>>()));
		setAt(companies, fold(contact.company ?? '')).add(id);
	}

	/**
	 * Everyone known with the same e-mail, the same phone, the same name and company, or the same name
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
		for (const key of emailKeys(contact)) note(this.#byEmail.get(key), 'email');
		for (const key of phoneKeys(contact)) note(this.#byPhone.get(key), 'phone');
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

function emailKeys(contact: Comparable): string[] {
	const keys = (contact.emails ?? []).map(({ value }) => value.trim().toLowerCase());
	return keys.filter((key) => key !== '');
}

function phoneKeys(contact: Comparable): string[] {
	const keys = (contact.phones ?? []).map(({ value }) => phoneKey(value));
	return keys.filter((key) => key !== undefined);
}

function setAt<Key>(map: Map<string, Set<Key>>, key: string): Set<Key> {
	let set = map.get(key);
	if (!set) map.set(key, (set = new Set()));
	return set;
}
