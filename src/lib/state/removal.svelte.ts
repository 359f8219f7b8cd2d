// Removing everything from this device, asked for here or in another tab of it.
import { Removals } from '$lib/store/letting-go';
import { beginRemoval, isRemovalBegun, keepNothing } from '$lib/store/removal';
import { unforeseeable } from './chance';
import type { Kith } from './kith.svelte';
import { newId } from '$lib/domain/id';

/**
 * How far it is. `elsewhere`: another tab removes everything, and this one has let go. `blocked`:
 * somebody holds the book open. `failed`: the browser refused, and something may still be there.
 */
export type RemovalStep = 'rest' | 'others' | 'removing' | 'blocked' | 'failed' | 'elsewhere';

/** Closing waits for a disk that may never answer; the browser closes what is left with the page. */
const CLOSING_MS = 1_500;
/** Removing that takes longer than this waits for somebody. */
const PATIENCE_MS = 4_000;
/** A tab that has let go begins anew after this time, also when it hears no more. */
const ELSEWHERE_MS = 20_000;

const removals = new WeakMap<Kith, BookRemoval>();

/** The one removal of a book. */
export function removalOf(kith: Kith): BookRemoval {
	const known = removals.get(kith) ?? new BookRemoval(kith);
	removals.set(kith, known);
	return known;
}

/** Removes everything, and lets go when another tab does. */
export class BookRemoval {
	readonly #kith: Kith;
	readonly #tabs: Removals;
	readonly #beginAnew: () => void;
	#step = $state<RemovalStep>('rest');

	/** @param beginAnew starts the app from nothing */
	constructor(kith: Kith, beginAnew = reload) {
		this.#kith = kith;
		this.#beginAnew = beginAnew;
		this.#tabs = new Removals(newId(2000, kith.clock.exactly(), unforeseeable(crypto)));
	}

	get step(): RemovalStep {
		return this.#step;
	}

	/** Listens to other tabs, and goes on with a removal that was broken off; the way to stop. */
	listen(): () => void {
		if (isRemovalBegun() && this.#step === 'rest') void this.run();
		return this.#tabs.listen({
			onletgo: () => this.#letGo(),
			onremoved: () => this.#step === 'elsewhere' && this.#beginAnew()
		});
	}

	/** Removes everything from this device and begins anew. Only the rep may ask for it. */
	async run(): Promise<void> {
		this.#step = 'others';
		await this.#tabs.othersLetGo();
		this.#step = 'removing';
		const names = [...this.#kith.book.documents.keys()];
		const removal = await beginRemoval(names);
		await this.#close();
		const block = (): void => {
			this.#step = 'blocked';
		};
		// A browser that is still at an earlier removal says nothing at all.
		const impatience = setTimeout(block, PATIENCE_MS);
		try {
			await removal.run(block);
		} catch {
			this.#step = 'failed';
			return;
		} finally {
			clearTimeout(impatience);
		}
		this.#tabs.tellRemoved();
		this.#beginAnew();
	}

	/** Starts the page anew, which goes on with what was begun. */
	again(): void {
		this.#beginAnew();
	}

	async #letGo(): Promise<void> {
		// A tab that removes as well has let go, or is about to.
		if (this.#step !== 'rest') return;
		this.#step = 'elsewhere';
		keepNothing();
		setTimeout(this.#beginAnew, ELSEWHERE_MS);
		await this.#close();
	}

	async #close(): Promise<void> {
		const { book, keeper } = this.#kith;
		const closed = Promise.all([keeper?.then((one) => one.close()), book.close()]);
		await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSING_MS))]);
	}
}

function reload(): void {
	// eslint-disable-next-line no-restricted-syntax -- the page is loaded anew in any case
	location.hash = '#/';
	location.reload();
}
