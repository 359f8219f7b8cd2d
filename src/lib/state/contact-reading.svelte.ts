// One reading of contact files in a worker: how far it is, and in the end what can be imported.
import type { ImportRow, Known } from '$lib/domain/import-row';
import type { VcardProblem } from '$lib/domain/vcard';
import type { FromReader, ToReader } from './contact-worker';
import type { FileRefusal } from './contact-limits';
import type { Kith } from './kith.svelte';

/** A problem and the file it is in. */
export interface ProblemInFile extends VcardProblem {
	readonly file: string;
}

/** A file that gave no contacts. */
export interface RefusedFile {
	readonly file: string;
	readonly why: FileRefusal;
}

/** Everything the chosen files gave. */
export interface ContactsRead {
	/** The names of the files that were read. */
	readonly files: readonly string[];
	/** By name. */
	readonly rows: readonly ImportRow[];
	readonly problems: readonly ProblemInFile[];
	/** Cards that gave nobody. */
	readonly unread: number;
	readonly refused: readonly RefusedFile[];
}

/** People of the book handed to the worker at once. */
const PIECE = 500;

/** Reads files beside the page; `result` resolves to undefined when it was cancelled. */
export class ContactReading {
	/** How far the file at hand is read; undefined until its cards are counted. */
	progress = $state.raw<{ readonly done: number; readonly of: number }>();
	readonly result: Promise<ContactsRead | undefined>;
	readonly #worker: Worker;
	#finish: (read: ContactsRead | undefined) => void = () => undefined;

	constructor(kith: Kith, files: readonly File[], makeWorker: () => Worker) {
		this.#worker = makeWorker();
		this.result = new Promise((resolve) => {
			this.#finish = resolve;
		});
		this.#listen(files);
		void this.#ask(kith, files);
	}

	/** Stops; nothing has been written anywhere. */
	cancel(): void {
		this.#worker.terminate();
		this.#finish(undefined);
	}

	#listen(chosen: readonly File[]): void {
		const files: string[] = [];
		const rows: ImportRow[] = [];
		const problems: ProblemInFile[] = [];
		const refused: RefusedFile[] = [];
		let unread = 0;
		const end = (): void => {
			this.#worker.terminate();
			this.#finish({ files, rows, problems, unread, refused });
		};
		this.#worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
			switch (data.say) {
				case 'progress':
					this.progress = { done: data.done, of: data.of };
					break;
				case 'rows':
					for (const row of data.rows) rows.push(row);
					break;
				case 'file':
					files.push(data.file);
					for (const problem of data.problems) problems.push({ ...problem, file: data.file });
					unread += data.unread;
					break;
				case 'refused':
					refused.push({ file: data.file, why: data.why });
					break;
				case 'end':
					end();
			}
		};
		this.#worker.onerror = () => {
			rows.length = problems.length = files.length = refused.length = unread = 0;
			for (const { name } of chosen) refused.push({ file: name, why: 'unreadable' });
			end();
		};
	}

	/** Hands the book over in pieces, each a task of its own, so that the page stays awake. */
	async #ask(kith: Kith, files: readonly File[]): Promise<void> {
		const people = kith.book.all('person');
		for (let at = 0; at < people.length; at += PIECE) {
			this.#tell({ say: 'know', people: people.slice(at, at + PIECE).map(knownOf) });
			await new Promise((resolve) => setTimeout(resolve));
		}
		this.#tell({ say: 'read', files });
	}

	#tell(message: ToReader): void {
		this.#worker.postMessage(message);
	}
}

function knownOf({ id, name, company, emails, phones }: Known): Known {
	return {
		id,
		name,
		...(company === undefined ? {} : { company }),
		...(emails ? { emails } : {}),
		...(phones ? { phones } : {})
	};
}
