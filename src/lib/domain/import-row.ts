// One contact of an import beside whoever it may be the same as: in the book, or earlier in the file.
import type { ContactDraft } from './contact-draft';
import { ContactIndex, type Comparable, type DuplicateReason } from './duplicates';
import { fold } from './fold';
import type { Id } from './id';

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
	/** False where only a number is shared and no part of the name: colleagues at one switchboard. */
	readonly sure: boolean;
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
	readonly #names = new Map<Key, string>();
	#count = 0;

	/**
	 * Adds people of the book; they have to come before the first row. One id may come more than once,
	 * as a record that became one with another does: the name that came last is theirs.
	 */
	know(people: Iterable<Known>): void {
		for (const person of people) {
			this.#add(`${person.inTrash ? 'gone' : 'book'} ${person.id}`, person);
		}
	}

	/** The row of the next contact. */
	next(contact: ContactDraft, fromLinkedIn = false): ImportRow {
		const number = this.#count++;
		const same = this.#same(contact);
		this.#add(`file ${number}`, contact);
		return {
			number,
			contact,
			...(same ? { same } : {}),
			...(fromLinkedIn ? { fromLinkedIn: true } : {})
		};
	}

	#add(key: Key, who: Comparable): void {
		this.#index.add(key, who);
		this.#names.set(key, who.name);
	}

	/**
	 * The best candidate: a sure one before others, of those the one with the strongest reason. Who is in
	 * the trash counts only where it is sure and nobody else is.
	 */
	#same(contact: ContactDraft): SameAs | undefined {
		const candidates = this.#index.find(contact).map(({ id, reasons }) => {
			const name = this.#names.get(id) ?? '';
			const [reason = 'name'] = reasons;
			const sure = reasons.some((each) => each !== 'phone') || shareWord(name, contact.name);
			return { who: whoOf(id), name, reason, sure };
		});
		const here = candidates.filter(({ who }) => who.in !== 'trash');
		const isSure = ({ sure }: SameAs): boolean => sure;
		return here.find(isSure) ?? candidates.find(isSure) ?? here[0];
	}
}

function whoOf(key: Key): SameAs['who'] {
	const id = key.slice(5);
	if (key.startsWith('file ')) return { in: 'file', row: Number(id) };
	return { in: key.startsWith('gone ') ? 'trash' : 'book', id: id as Id<'person'> };
}

function shareWord(one: string, other: string): boolean {
	const words = new Set(wordsOf(one));
	return wordsOf(other).some((word) => words.has(word));
}

function wordsOf(name: string): string[] {
	return fold(name)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word.length > 1);
}
