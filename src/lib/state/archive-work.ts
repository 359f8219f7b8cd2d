// The heavy part of an archive: ordering names, putting the backup together, packing. Runs in a worker beside
// the page, or in the page where there are none; it knows no book and no screen.
import { Zip, ZipDeflate } from 'fflate';
import { BackupBinding, type BackupLot, type BackupTitle } from '$lib/domain/backup-write';
import { locale } from './language';
import { sha256 } from './sha256';

/** The media type of an archive. */
const ARCHIVE_TYPE = 'application/zip';

/** A file of the archive, or the next piece of the one that is being written. */
export interface ArchivePiece {
	readonly name: string;
	readonly text: string;
	/** Whether more of this file is to come. */
	readonly goesOn?: boolean;
}

/** Packed bytes are put aside in lumps of this size: a million small ones would take more room than they hold. */
const LUMP = 4_000_000;

/** One archive being written. */
export class ArchiveWork {
	readonly #tell: (part: number) => void;
	#binding = new BackupBinding();
	readonly #encoder = new TextEncoder();
	readonly #lumps: Blob[] = [];
	#packed: Uint8Array<ArrayBuffer>[] = [];
	#bytes = 0;
	#fault: Error | undefined;
	#writing: { readonly name: string; readonly file: ZipDeflate } | undefined;
	#modified: Date | undefined;
	readonly #zip = new Zip((fault, bytes) => {
		if (fault) this.#fault = fault;
		else this.#take(bytes);
	});

	/** @param tell hears how much of the work at hand is done, from 0 to 1 */
	constructor(tell: (part: number) => void = () => undefined) {
		this.#tell = tell;
	}

	/** When the files say they were made. */
	async begin(at: number): Promise<void> {
		this.#modified = new Date(at);
	}

	/** The places of names in the order of the device's language. */
	async order(names: readonly string[]): Promise<readonly number[]> {
		const { compare } = new Intl.Collator(locale, { numeric: true });
		return names.map((_, place) => place).sort((a, b) => compare(names[a] ?? '', names[b] ?? ''));
	}

	/** Takes some records of the book for the backup. */
	async add(lot: BackupLot): Promise<void> {
		this.#binding.take(lot);
	}

	/** Packs files, or pieces of one, in this order. */
	async write(pieces: readonly ArchivePiece[]): Promise<void> {
		for (const { name, text, goesOn = false } of pieces) {
			if (this.#writing?.name !== name) this.#writing = { name, file: this.#open(name) };
			this.#writing.file.push(this.#encoder.encode(text), !goesOn);
			if (!goesOn) this.#writing = undefined;
		}
		if (this.#fault) throw this.#fault;
	}

	/** Packs the backup of all records that were added. */
	async bind(name: string, title: BackupTitle): Promise<void> {
		const { parts } = await this.#binding.bind(title, {
			sha256,
			pace: async (done, of) => this.#tell(done / of / 2)
		});
		// What it holds is in the parts now.
		this.#binding = new BackupBinding();
		for (const [index, text] of parts.entries()) {
			await this.write([{ name, text, goesOn: index < parts.length - 1 }]);
			this.#tell(0.5 + index / parts.length / 2);
		}
	}

	/** The archive. */
	async close(): Promise<Blob> {
		this.#zip.end();
		if (this.#fault) throw this.#fault;
		return new Blob([...this.#lumps, ...this.#packed], { type: ARCHIVE_TYPE });
	}

	#open(name: string): ZipDeflate {
		const file = new ZipDeflate(name, { level: 6 });
		if (this.#modified) file.mtime = this.#modified;
		this.#zip.add(file);
		return file;
	}

	#take(bytes: Uint8Array): void {
		this.#packed.push(bytes as Uint8Array<ArrayBuffer>);
		this.#bytes += bytes.length;
		if (this.#bytes < LUMP) return;
		this.#lumps.push(new Blob(this.#packed));
		this.#packed = [];
		this.#bytes = 0;
	}
}
