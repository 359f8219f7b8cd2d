// The import screen's course: choose, read, look, write, undo. Nothing is written before the rep says so.
import type { ContactImport } from '$lib/domain/records/import';
import { ContactChoices } from './contact-choices.svelte';
import { lookAtRows } from './contact-looks';
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
	#files: readonly File[] = [];
	readonly #kith: Kith;
	readonly #makeWorker: () => Worker;

	constructor(kith: Kith, makeWorker: () => Worker = newWorker) {
		this.#kith = kith;
		this.work = importWorkOf(kith);
		this.#makeWorker = makeWorker;
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
		this.preview = undefined;
		this.work.forget();
		this.refused = [];
		this.#files = files;
		const reading = new ContactReading(this.#kith, files, this.#makeWorker, asking);
		this.reading = reading;
		this.#read = files.length === 1 ? `Reading ${files[0]?.name ?? ''}` : 'Reading the files';
		const read = await reading.result;
		if (!read || this.reading !== reading) return;
		const looks = await lookAtRows(this.#kith, read.rows, paceFor());
		if (this.reading !== reading) return;
		this.reading = undefined;
		this.refused = read.refused.map(({ file, why }) => refusalOf(file, why));
		const choices = new ContactChoices(read.rows, looks);
		this.#read = read.files.length === 0 ? '' : previewSummary(read);
		if (read.files.length > 0) this.preview = { read, choices };
	}

	/** Reads the same files once more and asks what goes where in each table. */
	async remap(): Promise<void> {
		await this.open(this.#files, true);
	}

	/** Back to the beginning; nothing was written. */
	leave(): void {
		this.left = true;
		this.reading?.cancel();
		this.reading = undefined;
		this.preview = undefined;
		this.work.forget();
		this.refused = [];
		this.#read = '';
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

function newWorker(): Worker {
	return new Worker(new URL('./contact-worker.ts', import.meta.url), { type: 'module' });
}
