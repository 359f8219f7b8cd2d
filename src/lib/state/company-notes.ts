// Writing a note about a company: what is typed waits through a closed tab, and comes back with an Undo.
import { fold } from '$lib/domain/fold';
import { partsOf } from '$lib/domain/day';
import type { Kith } from './kith.svelte';
import { whenUndone } from './undoing';
import { WordsLeft } from './words-left';
import { write } from './writing';

/** Words by company. One form for all: a company's name is not to stand in the open as a key. */
type Waiting = Readonly<Record<string, string>>;

/** The note being written about one company. */
export class CompanyNote {
	readonly #kith: Kith;
	readonly #company: string;
	readonly #left: WordsLeft;

	constructor(kith: Kith, company: string) {
		this.#kith = kith;
		this.#company = company;
		this.#left = new WordsLeft(kith.book, 'company-notes');
	}

	/** The words that were left here, or ''. */
	async read(): Promise<string> {
		return (await this.#waiting())[this.#key] ?? '';
	}

	/** Keeps words that are not saved yet. */
	async leave(words: string): Promise<void> {
		const { [this.#key]: _, ...others } = await this.#waiting();
		const waiting = words.trim() === '' ? others : { ...others, [this.#key]: words };
		this.#left.leave(Object.keys(waiting).length === 0 ? '' : JSON.stringify(waiting));
	}

	/**
	 * Writes the note into the book.
	 * @param onback gets the words again when the rep takes it back
	 * @returns false when the book is read-only
	 */
	save(words: string, onback: (words: string) => void): boolean {
		const { book, clock, steps } = this.#kith;
		const day = clock.today;
		const id = book.newId('note', partsOf(day).year);
		const body = words.trim();
		const note = { id, people: [], company: this.#company, day, body };
		if (!write(this.#kith, (draft) => draft.add('note', note), 'Note written down')) return false;
		void this.leave('');
		const step = steps.latest;
		if (step) {
			whenUndone(step, () => {
				void this.leave(words);
				onback(words);
			});
		}
		return true;
	}

	get #key(): string {
		return fold(this.#company);
	}

	async #waiting(): Promise<Waiting> {
		try {
			const kept: unknown = JSON.parse((await this.#left.read()) || '{}');
			return isWaiting(kept) ? kept : {};
		} catch {
			return {};
		}
	}
}

function isWaiting(kept: unknown): kept is Waiting {
	return (
		typeof kept === 'object' &&
		kept !== null &&
		Object.values(kept).every((words) => typeof words === 'string')
	);
}
