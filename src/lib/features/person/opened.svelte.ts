// What is open among all that one knows about a person: one thing at a time, and the ways to where the
// rest is kept.
import type { Answer } from '$lib/domain/answers';
import type { Id } from '$lib/domain/id';
import type { Door } from './topic-door';

/** Where things lead that are kept elsewhere on the page. */
export interface Ways {
	readonly twins: () => ReadonlySet<string>;
	/** Opens the person's particulars. */
	readonly onperson: () => void;
	/** Goes to a note among what happened. */
	readonly onnote: (note: Id<'note'>) => void;
}

/** The one thing that is open. */
export class Opened {
	readonly #ways: Ways;
	#key = $state<string>();
	#door = $state.raw<Door>();

	constructor(ways: Ways) {
		this.#ways = ways;
	}

	/** The editor of another record, while it is open. */
	get door(): Door | undefined {
		return this.#door;
	}

	readonly onnote = (note: Id<'note'>): void => this.#ways.onnote(note);

	is(key: string): boolean {
		return this.#key === key;
	}

	hasTwin({ fact }: Answer): boolean {
		return this.#ways.twins().has(fact.id);
	}

	open(key: string): void {
		this.#key = key;
	}

	/** Goes to where another record is edited. */
	through(door: Door): void {
		if (door.to === 'person') this.#ways.onperson();
		else this.#door = door;
	}

	close(): void {
		this.#key = undefined;
		this.#door = undefined;
	}
}
