// What of a contacts file went where: shown in the preview, so that nothing is taken or left unseen.

/** Where something of a file goes in the book. */
export type ContactPlace =
	| 'name'
	| 'nickname'
	| 'company'
	| 'title'
	| 'phones'
	| 'emails'
	| 'links'
	| 'addresses'
	| 'tags'
	| 'about'
	| 'birthday'
	| 'wedding'
	| 'moments'
	| 'circle'
	| 'notes'
	| 'touches'
	| 'gestures'
	| 'promises'
	| 'facts'
	/** Kept as written with the person, and written out again with the card. */
	| 'kept'
	/** Not taken at all. */
	| 'left-out';

/** One column, property or kind of entry of the file. */
export interface Mapped {
	/** Its name in the file: a column's head, a property's name, a kind of entry. */
	readonly from: string;
	readonly to: ContactPlace;
	/** How often there is something in it. */
	readonly many: number;
}

/** Counts what went where, in the order of first appearance. */
export class Mapping {
	readonly #all = new Map<string, { from: string; to: ContactPlace; many: number }>();

	/** Counts one more, or several. */
	add(from: string, to: ContactPlace, many = 1): void {
		const key = `${to} ${from}`;
		const known = this.#all.get(key);
		if (known) known.many += many;
		else this.#all.set(key, { from, to, many });
	}

	/** All of it so far. */
	get all(): readonly Mapped[] {
		return [...this.#all.values()];
	}
}
