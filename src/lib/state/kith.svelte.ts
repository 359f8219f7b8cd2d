// The app in one object: the book, and what Svelte sees of it; writing.ts is the one door for writing.
import { createContext } from 'svelte';
import { Book, type BookEnvironment } from '$lib/store/book';
import { CORE } from '$lib/store/documents';
import type { Keeper } from '$lib/store/keeper';
import { Clock } from './clock.svelte';
import { Live } from './live.svelte';
import { breathe, lull } from './lull';
import { Saving } from './saving.svelte';
import { Steps } from './steps';
import { Ten } from './ten.svelte';
import { Toasts } from './toasts.svelte';

/** Everything a screen needs, handed down by context. */
export class Kith {
	readonly book: Book;
	readonly live: Live;
	readonly clock: Clock;
	readonly saving: Saving;
	readonly steps: Steps;
	readonly ten: Ten;
	readonly toasts = new Toasts();
	/** The keeper, once it has been called (state/keeper.ts). */
	keeper: Promise<Keeper> | undefined;

	constructor(book: Book, now: () => number) {
		this.book = book;
		this.live = new Live(book);
		this.clock = new Clock(now);
		this.saving = new Saving(book);
		this.steps = new Steps();
		// On this device, in another tab, or on another device.
		const { doc } = book.document(CORE);
		doc.getMap('erased').observe(({ keys }) => this.steps.dropErased(keys));
		this.ten = new Ten(this.live);
	}

	/** The page is going away, or has come back: what is written meanwhile must not wait. */
	leave(leaving: boolean): void {
		this.book.leave(leaving);
	}
}

/** A save waits for its second copy no longer than this; then one copy has to do. */
const KEEP_MS = 3_000;

/** Opens the book and starts to read its years; `close` ends everything. */
export async function openKith(env: BookEnvironment): Promise<Kith> {
	const book = await Book.open({
		...env,
		keep: (written) =>
			Promise.race([
				import('./keeper').then(({ keepTwice }) => keepTwice(kith, written)).catch(() => undefined),
				new Promise<void>((resolve) => setTimeout(resolve, KEEP_MS))
			])
	});
	const kith = new Kith(book, env.now);
	void book.openYears(new Date(env.now()).getFullYear(), lull, breathe);
	return kith;
}

/** The app, handed down to all components below. */
export const [getKith, setKith] = createContext<Kith>();
