// Words typed into a form and left there: they wait, and are in the form when it opens again. Kept twice,
// as drafts are: in localStorage unless the book is locked, and beside the book, sealed when it is.
import { plainStore } from './plain-store';
import { keeping, wordsKept } from './words-kept';

/** The beginning of their keys in localStorage; the form's name follows. */
export const LEFT_PREFIX = 'kith:left:';

/** Where words are kept beside the book. */
export interface LeftDisk {
	getLocal(key: string): Promise<unknown>;
	setLocal(key: string, value: string): Promise<void>;
}

/** The key beside the book for a form. */
export function leftKey(form: string): string {
	return `left:${form}`;
}

/** The words of one form. */
export class WordsLeft {
	readonly #disk: LeftDisk;
	readonly #form: string;
	#wanted: string | undefined;
	#isWriting = false;

	/** @param form its name, with the record it belongs to */
	constructor(disk: LeftDisk, form: string) {
		this.#disk = disk;
		this.#form = form;
	}

	/** The words left here, or ''. */
	async read(): Promise<string> {
		try {
			const local = plainStore()?.getItem(LEFT_PREFIX + this.#form);
			if (local) return local;
			// What is on its way counts, not what it replaces.
			await wordsKept(this.#disk);
			const kept = await this.#disk.getLocal(leftKey(this.#form));
			return typeof kept === 'string' ? kept : '';
		} catch {
			return '';
		}
	}

	/** Keeps the words of a form that has not been saved; '' lets go of them. */
	leave(words: string): void {
		const text = words.trim() === '' ? '' : words;
		try {
			if (text === '') plainStore()?.removeItem(LEFT_PREFIX + this.#form);
			else plainStore()?.setItem(LEFT_PREFIX + this.#form, text);
		} catch {
			// Full, or a browser that keeps nothing: the other store is asked all the same.
		}
		this.#wanted = text;
		if (!this.#isWriting) keeping(this.#disk, this.#write());
	}

	/** One write at a time; what was typed meanwhile goes with the next. */
	async #write(): Promise<void> {
		this.#isWriting = true;
		try {
			while (this.#wanted !== undefined) {
				const words = this.#wanted;
				this.#wanted = undefined;
				const key = leftKey(this.#form);
				// Most forms are saved before anything was kept of them: no empty line for those.
				if (words !== '' || (await this.#disk.getLocal(key))) await this.#disk.setLocal(key, words);
			}
		} catch {
			// The words stay while the form is open.
		} finally {
			this.#isWriting = false;
		}
	}
}
