// Parts of messages put together again: never more than one window and one message, and never more
// memory than has come.
import { costOf, FULL, LARGEST_MESSAGE, LAST, LAST_DEFLATED, PART, WINDOW } from './frame-code';

/** A message that has come whole, as it came. */
export interface Arrived {
	readonly parts: readonly Uint8Array[];
	readonly isDeflated: boolean;
	/** What it takes of the window. */
	readonly cost: number;
}

/** What has come and has not been taken in. */
export class Arrivals {
	#parts: Uint8Array[] = [];
	#bytes = 0;
	readonly #whole: Arrived[] = [];
	/** The cost of all whole messages that were not taken in, the one being taken in too. */
	#waiting = 0;

	/**
	 * The next part, as it came; false: no other end of ours sends such a thing.
	 * @param limit bytes of the largest message
	 */
	add(kind: number, part: Uint8Array, limit = LARGEST_MESSAGE): boolean {
		const isLast = kind === LAST || kind === LAST_DEFLATED;
		// Were short parts allowed, millions of them would take much more memory than they bring.
		if (!isLast && (kind !== PART || part.length !== FULL)) return false;
		if (this.#parts.length === 0 && this.#waiting >= WINDOW) return false;
		if (this.#bytes + part.length > limit) return false;
		this.#parts.push(part);
		this.#bytes += part.length;
		if (!isLast) return true;
		const cost = costOf(this.#bytes, this.#parts.length);
		this.#whole.push({ parts: this.#parts, isDeflated: kind === LAST_DEFLATED, cost });
		this.#waiting += cost;
		this.#parts = [];
		this.#bytes = 0;
		return true;
	}

	/** The oldest whole message. */
	next(): Arrived | undefined {
		return this.#whole.shift();
	}

	/** One message was taken in. */
	takenIn({ cost }: Arrived): void {
		this.#waiting -= cost;
	}

	/** No whole message is there. */
	get isEmpty(): boolean {
		return this.#whole.length === 0;
	}

	/** Forgets what has not come whole; with `all` the rest too. */
	drop(all: boolean): void {
		this.#parts = [];
		if (all) this.#whole.length = 0;
	}
}
