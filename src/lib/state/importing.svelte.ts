// The import screen's course: choose, read, look, write, undo. Nothing is written before the rep says so.
import type { ContactImport } from '$lib/domain/records/import';
import { ContactChoices } from './contact-choices.svelte';
import { lookAtRows, type RowLooks } from './contact-looks';
import { ContactReading, type ContactsRead } from './contact-reading.svelte';
import { previewSummary, refusalOf } from './contact-words';
import type { Explained } from './failures';
import { importWorkOf, type ImportWork } from './import-work.svelte';
import type { Kith } from './kith.svelte';
import { paceFor } from './pace';

/** One look at what files hold, with what the rep wants of it. */
export interface Preview {
	readonly read: ContactsRead;
	readonly choices: ContactChoices;
}

const NOT_COMPARED: Explained = {
	title: 'The contacts could not be compared with your book',
	text: 'Nothing was changed. Part of your book could not be read just now. Close Kith, open it again, and choose the file once more.'
};

/** Where the import stands. */
export class Importing {
	/** Files are being read. */
	reading = $state.raw<ContactReading>();
	/** What they hold, to be looked at. */
	preview = $state.raw<Preview>();
	/** Writing and taking back. */
	readonly work: ImportWork;
	#read = $state.raw('');
	/** The rep has come back from a preview without writing. */
	left = $state(false);
	/** Why files were not read. */
	refused = $state.raw<readonly Explained[]>([]);
	/** Back from a step: it waits, with all that was chosen in it, while the beginning is shown. */
	isAside = $state(false);
	/** The look from which the rep went to change what goes where. */
	#before = $state.raw<Preview>();
	#files: readonly File[] = [];
	readonly #kith: Kith;
	readonly #makeWorker: () => Worker;

	constructor(kith: Kith, makeWorker: () => Worker = newWorker) {
		this.#kith = kith;
		this.work = importWorkOf(kith);
		this.#makeWorker = makeWorker;
	}

	/** How many steps in: the beginning, files being read and looked at, a table asked about again. */
	get depth(): number {
		if (this.doing !== undefined) return 0;
		if (this.#before) return 2;
		return this.preview || this.reading ? 1 : 0;
	}

	/** What is being written or taken back just now, in words. */
	get doing(): string | undefined {
		return this.work.doing?.text;
	}

	/** The import just made. */
	get made(): ContactImport | undefined {
		return this.work.made;
	}

	/** What the screen has to say, politely. */
	get said(): string {
		return this.work.said || this.#read;
	}

	/** Reads files; they take the place of whatever was looked at before. `asking` of every table, known or not. */
	async open(files: readonly File[], asking = false): Promise<void> {
		if (files.length === 0 || this.doing !== undefined) return;
		this.reading?.cancel();
		this.#before = asking ? (this.#before ?? this.preview) : undefined;
		this.isAside = false;
		this.preview = undefined;
		this.work.forget();
		this.refused = [];
		this.#files = files;
		const reading = new ContactReading(this.#kith, files, this.#makeWorker, asking);
		this.reading = reading;
		this.#read = files.length === 1 ? `Reading ${files[0]?.name ?? ''}` : 'Reading the files';
		let read: ContactsRead | undefined;
		try {
			read = await reading.result;
		} catch {
			if (this.reading === reading) this.#stop(NOT_COMPARED);
			return;
		}
		if (!read || this.reading !== reading) return;
		let looks: RowLooks;
		try {
			looks = await Promise.race([
				lookAtRows(this.#kith, read.rows, paceFor()),
				partMissing(this.#kith.book)
			]);
		} catch {
			if (this.reading === reading) this.#stop(NOT_COMPARED);
			return;
		}
		if (this.reading !== reading) return;
		this.reading = undefined;
		this.refused = read.refused.map(({ file, why }) => refusalOf(file, why));
		const choices = new ContactChoices(read.rows, looks);
		this.#read = read.files.length === 0 ? '' : previewSummary(read);
		if (this.#before) choices.takeOver(this.#before.choices);
		this.#before = undefined;
		if (read.files.length > 0) this.preview = { read, choices };
	}

	/** Ends a reading that cannot go on. */
	#stop(why: Explained): void {
		this.reading?.cancel();
		this.reading = undefined;
		this.#read = '';
		if (this.#before) this.#toBefore();
		this.refused = [why];
	}

	/** Reads the same files once more and asks what goes where in each table. */
	async remap(): Promise<void> {
		await this.open(this.#files, true);
	}

	/** What waits, by its files; undefined while it is shown or there is nothing. */
	get waiting(): string | undefined {
		return this.isAside ? this.#files.map(({ name }) => name).join(', ') : undefined;
	}

	/** One step back: to the look that was before, or to the beginning while this step waits. */
	stepBack(): void {
		if (this.#before || (this.reading && !this.reading.mapping)) this.leave();
		else if (this.depth > 0) this.isAside = true;
	}

	/** Goes on with the step that waits. */
	goOn(): void {
		this.isAside = false;
	}

	/** Back to the look before, or to the beginning; nothing was written. */
	leave(): void {
		if (this.#before) {
			this.#toBefore();
			return;
		}
		this.left = true;
		this.isAside = false;
		this.reading?.cancel();
		this.reading = undefined;
		this.preview = undefined;
		this.work.forget();
		this.refused = [];
		this.#read = '';
	}

	#toBefore(): void {
		this.reading?.cancel();
		this.reading = undefined;
		this.refused = [];
		this.preview = this.#before;
		this.#read = this.preview ? previewSummary(this.preview.read) : '';
		this.#before = undefined;
	}

	/** Writes what was chosen. */
	async write(): Promise<void> {
		if (!this.preview || this.doing !== undefined) return;
		const { read, choices } = this.preview;
		const { chosen, left, counts } = choices;
		const more = { left, leftOut: counts.leave };
		if (await this.work.write(chosen, read.files, more)) this.preview = undefined;
	}

	/** Takes an import back. */
	async undo(record: ContactImport): Promise<void> {
		if (this.doing !== undefined) return;
		this.refused = [];
		await this.work.undo(record);
	}
}

/** Rejects where part of the book is lacking because its disk has failed; else it waits for ever. */
function partMissing(book: Kith['book']): Promise<never> {
	return new Promise((_, reject) => {
		const look = (): void => {
			if (book.reach === 'whole') stop();
			else if (book.trouble !== undefined) {
				stop();
				reject(new Error(book.trouble));
			}
		};
		const stop = book.listen({ onreach: look, ontrouble: look });
		look();
	});
}

function newWorker(): Worker {
	return new Worker(new URL('./contact-worker.ts', import.meta.url), { type: 'module' });
}
