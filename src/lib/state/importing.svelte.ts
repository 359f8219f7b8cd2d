// The import screen's course: choose, read, look, write, undo. Nothing is written before the rep says so.
import type { ContactImport } from '$lib/domain/records/import';
import { ContactChoices } from './contact-choices.svelte';
import { ContactReading, type ContactsRead } from './contact-reading.svelte';
import { importedSummary, previewSummary, refusalOf, undoneSentence } from './contact-words';
import { importContacts } from './contacts';
import { undoImport } from './contacts-undo';
import type { Explained } from './failures';
import type { Kith } from './kith.svelte';
import { keepWayBack } from './points';

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
	/** What is being written or taken back just now, in words. */
	doing = $state.raw<string>();
	/** The import just made. */
	made = $state.raw<ContactImport>();
	/** What the screen has to say, politely. */
	said = $state.raw('');
	/** The rep has come back from a preview without writing. */
	left = $state(false);
	/** Why files were not read. */
	refused = $state.raw<readonly Explained[]>([]);
	readonly #kith: Kith;
	readonly #makeWorker: () => Worker;

	constructor(kith: Kith, makeWorker: () => Worker = newWorker) {
		this.#kith = kith;
		this.#makeWorker = makeWorker;
	}

	/** Reads files; they take the place of whatever was looked at before. */
	async open(files: readonly File[]): Promise<void> {
		if (files.length === 0 || this.doing !== undefined) return;
		this.reading?.cancel();
		this.preview = undefined;
		this.made = undefined;
		this.refused = [];
		const reading = new ContactReading(this.#kith, files, this.#makeWorker);
		this.reading = reading;
		this.said = files.length === 1 ? `Reading ${files[0]?.name ?? ''}` : 'Reading the files';
		const read = await reading.result;
		if (!read || this.reading !== reading) return;
		this.reading = undefined;
		this.refused = read.refused.map(({ file, why }) => refusalOf(file, why));
		const choices = new ContactChoices(read.rows);
		this.said = read.files.length === 0 ? '' : previewSummary(read);
		if (read.files.length > 0) this.preview = { read, choices };
	}

	/** Back to the beginning; nothing was written. */
	leave(): void {
		this.left = true;
		this.reading?.cancel();
		this.reading = undefined;
		this.preview = undefined;
		this.made = undefined;
		this.refused = [];
		this.said = '';
	}

	/** Writes what was chosen, in one step. */
	async write(): Promise<void> {
		if (!this.preview || this.doing !== undefined) return;
		const { read, choices } = this.preview;
		await this.#do('Writing', async () => {
			// The import can be taken back without one, so it goes on where there is no room for a point.
			await keepWayBack(this.#kith, 'import');
			const made = importContacts(this.#kith, choices.chosen, read.files);
			if (!made) return;
			this.preview = undefined;
			this.made = made;
			this.said = importedSummary(made.added, made.filled?.length ?? 0);
		});
	}

	/** Takes an import back. */
	async undo(record: ContactImport): Promise<void> {
		if (this.doing !== undefined) return;
		await this.#do('Taking it back', async () => {
			const undone = await undoImport(this.#kith, record);
			if (!undone) return;
			if (this.made?.id === record.id) this.made = undefined;
			this.refused = [];
			this.said = undoneSentence(undone);
		});
	}

	/** Shows what is going on before the page is busy with it. */
	async #do(words: string, work: () => void | Promise<void>): Promise<void> {
		this.doing = words;
		await painted();
		try {
			await work();
		} finally {
			this.doing = undefined;
		}
	}
}

function newWorker(): Worker {
	return new Worker(new URL('./contact-worker.ts', import.meta.url), { type: 'module' });
}

function painted(): Promise<void> {
	return new Promise((resolve) => {
		// In a page nobody sees there are no frames to wait for.
		if (document.visibilityState === 'hidden') setTimeout(resolve);
		else requestAnimationFrame(() => setTimeout(resolve));
	});
}
