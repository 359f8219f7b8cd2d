// Writing a note about a company: what is typed waits through a closed tab and a new name of the company, and
// comes back with an Undo.
import { fold } from '$lib/domain/fold';
import { partsOf } from '$lib/domain/day';
import type { Kith } from './kith.svelte';
import { whenUndone } from './undoing';
import { broughtBack, takenOut } from './words-back';
import { WordsLeft } from './words-left';
import { wordsKept } from './words-kept';
import { write } from './writing';

/** Words by company. One form for all: a company's name is not to stand in the open as a key. */
type Waiting = Readonly<Record<string, string>>;

/** Where all of them wait. */
const FORM = 'company-notes';

/** Takes the words that wait for a company along to its new name; resolves with the way back. */
export async function carryWords(
	kith: Kith,
	before: string,
	name: string
): Promise<() => Promise<void>> {
	const { book } = kith;
	const left = new WordsLeft(book, FORM);
	const [from, to] = [fold(before), fold(name)];
	const keep = async (waiting: Waiting): Promise<void> => {
		keepWaiting(left, waiting);
		await wordsKept(book);
	};
	const { [from]: words, ...others } = await readWaiting(left);
	if (from === to) return async () => undefined;
	const there = others[to];
	const both = [there, words].filter((some) => some !== undefined).join('\n\n');
	if (words !== undefined) await keep({ ...others, [to]: both });
	return async () => {
		const { [to]: now = '', ...rest } = await readWaiting(left);
		// What has been written on since under a name that was there before stays there.
		if (there !== undefined && now !== both) return;
		const back = there === undefined ? now : (words ?? '');
		await keep({
			...rest,
			...(back === '' ? {} : { [from]: back }),
			...(there === undefined ? {} : { [to]: there })
		});
	};
}

/** What changes words of which some come back or go again. */
type Change = (words: string) => string;

/** Changes what stands in a box, and says what stands there then. */
type Box = (change: Change) => string;

/** The box on the screen, by company: what comes back is shown in the one that is there now. */
const boxes = new WeakMap<Kith, Map<string, Box>>();

/** The note being written about one company. */
export class CompanyNote {
	readonly #kith: Kith;
	readonly #company: string;
	readonly #left: WordsLeft;
	readonly #box: Box | undefined;

	/** @param box shows what Undo brings back, or takes away when the note is saved again after all */
	constructor(kith: Kith, company: string, box?: Box) {
		this.#kith = kith;
		this.#company = company;
		this.#left = new WordsLeft(kith.book, FORM);
		this.#box = box;
		if (!box) return;
		const shown = boxes.get(kith) ?? new Map<string, Box>();
		boxes.set(kith, shown.set(this.#key, box));
	}

	/** The box is off the screen. */
	close(): void {
		const shown = boxes.get(this.#kith);
		if (this.#box && shown?.get(this.#key) === this.#box) shown.delete(this.#key);
	}

	/** The words that were left here, or ''. */
	async read(): Promise<string> {
		return (await readWaiting(this.#left))[this.#key] ?? '';
	}

	/** Keeps words that are not saved yet. */
	async leave(words: string): Promise<void> {
		const { [this.#key]: _, ...others } = await readWaiting(this.#left);
		const waiting = words.trim() === '' ? others : { ...others, [this.#key]: words };
		keepWaiting(this.#left, waiting);
	}

	/** Writes the note into the book; false when the book is read-only. */
	save(words: string): boolean {
		const { book, clock, steps } = this.#kith;
		const day = clock.today;
		const id = book.newId('note', partsOf(day).year);
		const body = words.trim();
		const note = { id, people: [], company: this.#company, day, body };
		if (!write(this.#kith, (draft) => draft.add('note', note), 'Note written down')) return false;
		void this.leave('');
		const step = steps.latest;
		if (step) {
			whenUndone(step, {
				back: () => void this.#change((now) => broughtBack(words, now)),
				again: () => void this.#change((now) => takenOut(words, now) ?? now)
			});
		}
		return true;
	}

	async #change(change: Change): Promise<void> {
		const waiting = await this.read();
		// Where there is a box, what stands in it is what is kept.
		const box = boxes.get(this.#kith)?.get(this.#key);
		await this.leave(box ? box(change) : change(waiting));
	}

	get #key(): string {
		return fold(this.#company);
	}
}

async function readWaiting(left: WordsLeft): Promise<Waiting> {
	try {
		const kept: unknown = JSON.parse((await left.read()) || '{}');
		return isWaiting(kept) ? kept : {};
	} catch {
		return {};
	}
}

function keepWaiting(left: WordsLeft, waiting: Waiting): void {
	left.leave(Object.keys(waiting).length === 0 ? '' : JSON.stringify(waiting));
}

function isWaiting(kept: unknown): kept is Waiting {
	return (
		typeof kept === 'object' &&
		kept !== null &&
		Object.values(kept).every((words) => typeof words === 'string')
	);
}
