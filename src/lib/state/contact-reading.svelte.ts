// One reading of contact files in a worker: how far it is, what it has to ask, and in the end what can
// be imported.
import { Mapping, type Mapped } from '$lib/domain/contact-mapping';
import type { ReadSoFar } from '$lib/domain/contact-file';
import type { ImportRow, Known } from '$lib/domain/import-row';
import type { ContactProblem } from '$lib/domain/contact-problem';
import { knownToImport } from './contacts-known';
import type { FromReader, ToReader } from './contact-worker';
import type { FileRefusal } from './contact-limits';
import type { Kith } from './kith.svelte';
import { turn } from './pace';
import { TableMapping } from './table-mapping.svelte';
import type { TableToMap } from './table-to-map';
import { rememberedTables, rememberTable } from './tables-remembered';

/** A problem and the file it is in. */
export interface ProblemInFile extends ContactProblem {
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
	/** Cards, rows and contacts that gave nobody. */
	readonly unread: number;
	/** What of all files goes where. */
	readonly mapped: readonly Mapped[];
	readonly refused: readonly RefusedFile[];
	/** Some are tables, in which what goes where can be changed. */
	readonly hasTables: boolean;
}

/** People of the book handed to the worker at once. */
const PIECE = 500;

/** Reads files beside the page; `result` resolves to undefined when it was cancelled. */
export class ContactReading {
	/** How far the file at hand is read. */
	progress = $state.raw<ReadSoFar>();
	/** A table that waits for the rep to say what goes where. */
	mapping = $state.raw<TableMapping>();
	readonly result: Promise<ContactsRead | undefined>;
	readonly #kith: Kith;
	readonly #worker: Worker;
	#finish: (read: ContactsRead | undefined) => void = () => undefined;
	#fail: (error: unknown) => void = () => undefined;

	/** @param asking every table is asked about, even one that is known */
	constructor(kith: Kith, files: readonly File[], makeWorker: () => Worker, asking = false) {
		this.#kith = kith;
		this.#worker = makeWorker();
		this.result = new Promise((resolve, reject) => {
			this.#finish = resolve;
			this.#fail = reject;
		});
		this.#listen(files);
		this.#ask(files, asking).catch((error: unknown) => {
			this.#worker.terminate();
			this.#fail(error);
		});
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
		const mapping = new Mapping();
		let unread = 0;
		let hasTables = false;
		const fail = (): void => {
			rows.length = problems.length = files.length = refused.length = unread = 0;
			for (const { name } of chosen) refused.push({ file: name, why: 'unreadable' });
			end();
		};
		const end = (): void => {
			this.#worker.terminate();
			this.#finish({ files, rows, problems, unread, mapped: mapping.all, refused, hasTables });
		};
		this.#worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
			switch (data.say) {
				case 'progress':
					this.progress = {
						done: data.done,
						of: data.of,
						...(data.inText ? { inText: data.inText } : {})
					};
					break;
				case 'rows':
					for (const row of data.rows) rows.push(row);
					break;
				case 'file':
					files.push(data.file);
					for (const problem of data.problems) problems.push({ ...problem, file: data.file });
					unread += data.unread;
					hasTables ||= data.isTable === true;
					for (const { from, to, many } of data.mapped) mapping.add(from, to, many);
					break;
				case 'table':
					if (this.mapping) this.mapping.renew(data.table);
					else this.mapping = this.#mappingOf(data.table);
					break;
				case 'tried':
					if (this.mapping) this.mapping.tried = data.tried;
					break;
				case 'refused':
					refused.push({ file: data.file, why: data.why });
					break;
				case 'end':
					end();
			}
		};
		this.#worker.onerror = fail;
	}

	/** Hands the book over in pieces, each a task of its own, so that the page stays awake. */
	async #ask(files: readonly File[], asking: boolean): Promise<void> {
		let people: Known[] = [];
		const handOver = (): Promise<void> => {
			this.#tell({ say: 'know', people });
			people = [];
			return turn();
		};
		for (const person of knownToImport(this.#kith)) {
			if (people.push(person) === PIECE) await handOver();
		}
		if (people.length > 0) await handOver();
		const remembered = await rememberedTables(this.#kith);
		const { today } = this.#kith.clock;
		this.#tell({ say: 'read', files, today, remembered, asking });
	}

	#mappingOf(first: TableToMap): TableMapping {
		const mapping = new TableMapping(first, {
			takeFirstRow: (isPerson) => this.#tell({ say: 'first-row', isPerson }),
			attempt: (settled) => this.#tell({ say: 'try', settled }),
			settle: (settled) => {
				this.mapping = undefined;
				this.#tell({ say: 'settle', settled });
				if (!settled) return;
				const { columns, hasHeads } = mapping.table;
				const heads = columns.map(({ head }) => head);
				const kind = hasHeads ? {} : { isHeadless: true };
				void rememberTable(this.#kith, { heads, settled, ...kind });
			}
		});
		return mapping;
	}

	#tell(message: ToReader): void {
		this.#worker.postMessage(message);
	}
}
