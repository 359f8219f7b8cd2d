// One contact of an import beside whoever it may be the same as: in the book, or earlier in the file.
import type { ContactDraft } from './contact-draft';
import { ContactIndex, profileKeys, type Comparable, type DuplicateReason } from './duplicates';
import { fold } from './fold';
import type { Id } from './id';
import { isLikely, isOneName, partsOf } from './likely';

/** Somebody of the book, as far as an import needs to know. */
export interface Known extends Comparable {
	readonly id: Id<'person'>;
	/** In the trash: not the same as nobody, since the rep took them out himself. */
	readonly inTrash?: true;
}

/** Who a contact may be the same as, and why. */
export interface SameAs {
	/** A person of the book, one in its trash, or the number of a row before this one. */
	readonly who:
		| { readonly in: 'book' | 'trash'; readonly id: Id<'person'> }
		| { readonly in: 'file'; readonly row: number };
	readonly name: string;
	readonly reason: DuplicateReason;
	/**
	 * Whether `isLikely` says so. A mailbox or a number alone may be an office's, a name alone a namesake's,
	 * unless nothing but that name is known in the book.
	 */
	readonly sure: boolean;
	/** The name of the row is none they are known by, so that it would be lost with the row. */
	readonly otherName?: true;
	/**
	 * What LinkedIn's file says of the job is theirs: the profile is the same, or the name is the same, nobody
	 * else has it, and nothing speaks against it.
	 */
	readonly tellsJob?: true;
}

/** One line of the preview. */
export interface ImportRow {
	/** Its number, from 0, over all files. */
	readonly number: number;
	readonly contact: ContactDraft;
	readonly same?: SameAs;
	/** From LinkedIn's own file, which says where somebody works now. */
	readonly fromLinkedIn?: true;
}

type Key = `${'book' | 'gone'} ${Id<'person'>}` | `file ${number}`;

/** Makes the rows of an import in order: each is compared with the book and the rows before it. */
export class ImportRows {
	readonly #index = new ContactIndex<Key>();
	readonly #names = new Map<Key, string[]>();
	/** Of the book, the profiles of each. */
	readonly #profiles = new Map<Key, string[]>();
	/** Of the book, those of whom nothing is known but a name. */
	readonly #nameOnly = new Set<Key>();
	/** Rows that are somebody of the book by a name nobody else has so far. */
	readonly #byNameAlone = new Map<string, { same?: SameAs }>();
	#count = 0;

	/**
	 * Adds people of the book; they have to come before the first row. One id may come more than once,
	 * as a record that became one with another does: the name that came last is theirs.
	 */
	know(people: Iterable<Known>): void {
		for (const person of people) {
			const key: Key = `${person.inTrash ? 'gone' : 'book'} ${person.id}`;
			this.#add(key, person);
			if (isNameOnly(person)) this.#nameOnly.add(key);
			else this.#nameOnly.delete(key);
		}
	}

	/** The row of the next contact. */
	next(contact: ContactDraft, fromLinkedIn = false): ImportRow {
		const number = this.#count++;
		const same = this.#same(contact, fromLinkedIn);
		const byName =
			this.#writtenDown(contact, same) ??
			(same || !fromLinkedIn ? undefined : this.#byNameOf(contact));
		this.#endNameAlone(contact);
		this.#add(`file ${number}`, contact);
		const found = byName ?? same;
		const row = {
			number,
			contact,
			...(found ? { same: found } : {}),
			...(fromLinkedIn ? { fromLinkedIn: true as const } : {})
		};
		if (byName) this.#byNameAlone.set(fold(contact.name), row);
		return row;
	}

	#add(key: Key, who: Comparable): void {
		this.#index.add(key, who);
		const names = this.#names.get(key);
		if (names) names.push(who.name);
		else this.#names.set(key, [who.name]);
		const profiles = profileKeys(who);
		if (profiles.length > 0 && !key.startsWith('file ')) {
			this.#profiles.set(key, [...(this.#profiles.get(key) ?? []), ...profiles]);
		}
	}

	/**
	 * Somebody of the book who is at another company than LinkedIn's row without a profile says, where the name
	 * is all there is: only who is known by a profile, and has a name nobody else has.
	 */
	#byNameOf(contact: Comparable): SameAs | undefined {
		const [key, ...others] = this.#index.named(contact.name);
		if (key === undefined || others.length > 0 || !key.startsWith('book ')) return undefined;
		if (profileKeys(contact).length > 0 || !this.#profiles.has(key)) return undefined;
		const name = this.#names.get(key)?.at(-1) ?? '';
		return { who: whoOf(key), name, reason: 'name', sure: true, tellsJob: true };
	}

	/**
	 * Somebody the rep has written down with nothing but a full name that nobody else has: what the address
	 * book knows is what he lacks.
	 */
	#writtenDown({ name }: Comparable, same: SameAs | undefined): SameAs | undefined {
		if (!same || same.sure || same.reason !== 'name' || same.who.in !== 'book') return undefined;
		const isAlone = this.#index.named(name).size === 1;
		const isFull = partsOf(name).length > 1;
		if (!isAlone || !isFull || !this.#nameOnly.has(`book ${same.who.id}`)) return undefined;
		return { ...same, sure: true };
	}

	/** A second row of one name: of the first nothing is sure any more. */
	#endNameAlone({ name }: Comparable): void {
		const row = this.#byNameAlone.get(fold(name));
		if (!row?.same) return;
		const { tellsJob: _, ...same } = row.same;
		row.same = { ...same, sure: false };
	}

	/**
	 * The best candidate: a sure one before others, of those the one with the strongest reason. Who is in
	 * the trash counts only where it is sure and nobody else is.
	 */
	#same(contact: ContactDraft, fromLinkedIn: boolean): SameAs | undefined {
		const candidates = this.#index.find(contact).map(({ id, reasons }): SameAs => {
			const names = this.#names.get(id) ?? [];
			const [reason = 'name'] = reasons;
			const sure = names.some((name) => isLikely(reasons, name, contact.name));
			const isNamed = names.some((name) => isOneName(name, contact.name));
			const tellsJob = fromLinkedIn && sure && this.#tellsJob(id, contact, reasons, isNamed);
			return {
				...{ who: whoOf(id), name: names.at(-1) ?? '', reason, sure },
				...(isNamed ? {} : { otherName: true }),
				...(tellsJob ? { tellsJob } : {})
			};
		});
		const here = candidates.filter(({ who }) => who.in !== 'trash');
		const isSure = ({ sure }: SameAs): boolean => sure;
		return here.find(isSure) ?? candidates.find(isSure) ?? here[0];
	}

	#tellsJob(
		key: Key,
		contact: Comparable,
		reasons: readonly DuplicateReason[],
		isNamed: boolean
	): boolean {
		if (reasons.includes('profile')) return true;
		const hasBoth = this.#profiles.has(key) && profileKeys(contact).length > 0;
		return isNamed && !hasBoth;
	}
}

function whoOf(key: Key): SameAs['who'] {
	const id = key.slice(5);
	if (key.startsWith('file ')) return { in: 'file', row: Number(id) };
	return { in: key.startsWith('gone ') ? 'trash' : 'book', id: id as Id<'person'> };
}

function isNameOnly({ company, emails = [], phones = [], links = [] }: Comparable): boolean {
	return !company?.trim() && emails.length + phones.length + links.length === 0;
}
