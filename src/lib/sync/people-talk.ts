// The look from one book at the people of another over a conversation: shown in pieces, and given to
// whoever asked when all have come, or not at all.
import type { Book } from '$lib/store/book';
import { peopleInPieces } from './card';
import type { Message } from './message-kinds';
import type { PersonThere } from './talk';

/** More people than this are not looked at. */
const MOST_PEOPLE = 1_000_000;

interface Asked {
	readonly people: PersonThere[];
	readonly all: Promise<readonly PersonThere[]>;
	readonly give: (people: readonly PersonThere[]) => void;
	readonly fail: (why: Error) => void;
}

/** Both sides of the look. */
export class PeopleTalk {
	readonly #book: Book;
	readonly #say: (message: Message) => Promise<void>;
	#isShowing = false;
	#isOver = false;
	#asked: Asked | undefined;

	/** @param say says one message; resolves when there is room for the next */
	constructor(book: Book, say: (message: Message) => Promise<void>) {
		this.#book = book;
		this.#say = say;
	}

	/** All people there; rejects when the conversation ends before they have come. */
	ask(): Promise<readonly PersonThere[]> {
		if (this.#asked) return this.#asked.all;
		const { promise, resolve, reject } = withResolvers();
		this.#asked = { people: [], all: promise, give: resolve, fail: reject };
		// Whoever asked may have gone by then.
		promise.catch(() => undefined);
		void this.#say({ is: 'ask-people' });
		return promise;
	}

	/** The other side asks; throws when it has not been answered yet. */
	hearAsking(): void {
		if (this.#isShowing) throw new Error('out of turn');
		this.#isShowing = true;
		void this.#show();
	}

	/** Some people have come; throws when nobody asked. */
	hear(people: readonly PersonThere[], isLast: boolean): void {
		const asked = this.#asked;
		if (!asked || asked.people.length > MOST_PEOPLE) throw new Error('out of turn');
		asked.people.push(...people);
		if (!isLast) return;
		this.#asked = undefined;
		asked.give(asked.people);
	}

	/** The conversation is over: part of the people is not shown as all of them. */
	stop(): void {
		this.#isOver = true;
		this.#asked?.fail(new Error('cut off'));
		this.#asked = undefined;
	}

	async #show(): Promise<void> {
		for (const people of peopleInPieces(this.#book)) {
			if (this.#isOver) return;
			await this.#say({ is: 'people', people, isLast: false });
		}
		await this.#say({ is: 'people', people: [], isLast: true });
		this.#isShowing = false;
	}
}

function withResolvers(): {
	readonly promise: Promise<readonly PersonThere[]>;
	readonly resolve: Asked['give'];
	readonly reject: Asked['fail'];
} {
	let [resolve, reject]: [Asked['give'], Asked['fail']] = [() => undefined, () => undefined];
	const promise = new Promise<readonly PersonThere[]>((give, fail) => {
		[resolve, reject] = [give, fail];
	});
	return { promise, resolve, reject };
}
