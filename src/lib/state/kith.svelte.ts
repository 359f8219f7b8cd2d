// The app in one object: the book, what Svelte sees of it, and the one door for writing.
import { createContext } from 'svelte';
import { Book, type BookEnvironment } from '$lib/store/book';
import { Draft, type Step } from '$lib/store/change';
import type { Keeper } from '$lib/store/keeper';
import { Clock } from './clock.svelte';
import { Live } from './live.svelte';
import { newerBook } from './newer-book';
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
		this.ten = new Ten(this.live, this.clock);
	}

	/**
	 * Writes one step: all wishes of the draft together, undoable together.
	 * @param said what to tell the rep; the line then carries an Undo
	 * @param join steps in a row with one and the same `join` are taken back together
	 * @returns false when the book is read-only; the rep has been told
	 */
	write(fill: (draft: Draft) => void, said?: string, join?: object): boolean {
		if (this.book.isNewer) {
			this.toasts.show(`${newerBook.title}. ${newerBook.text}`);
			return false;
		}
		const draft = new Draft();
		fill(draft);
		const step = this.book.write(draft);
		this.steps.push(step, join);
		void this.book.saved().then(() => performance.mark('kith:saved'));
		// An older line would offer to undo something else than what has just been done.
		if (said === undefined) this.toasts.clear();
		else this.offerUndo(said, step);
		return true;
	}

	/** The page is going away, or has come back: what is written meanwhile must not wait. */
	leave(leaving: boolean): void {
		this.book.leave(leaving);
	}

	/** Shows a line with an Undo for one step. */
	offerUndo(said: string, step: Step): void {
		this.toasts.show(said, {
			label: 'Undo',
			run: () => {
				void import('./undoing').then(({ undo }) => undo(this, step));
				this.toasts.clear();
			}
		});
	}
}

/** Opens the book and starts to read its years; `close` ends everything. */
export async function openKith(env: BookEnvironment): Promise<Kith> {
	const book = await Book.open(env);
	const kith = new Kith(book, env.now);
	void book.openYears(new Date(env.now()).getFullYear(), idle);
	return kith;
}

/** The app, handed down to all components below. */
export const [getKith, setKith] = createContext<Kith>();

function idle(): Promise<void> {
	return new Promise((resolve) => {
		if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
		else setTimeout(resolve, 50);
	});
}
