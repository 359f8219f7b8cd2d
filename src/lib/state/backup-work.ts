// The heavy part of saving and restoring: parsing, sums, sealing. Runs in a worker beside the page, or
// in the page where there are none; it knows no book and no screen.
import type { BackupFault } from '$lib/domain/backup-fault';
import type { SealedFile } from '$lib/domain/backup-envelope';
import { parseBackup, readParsed, type Backup, type Incoming } from '$lib/domain/backup-read';
import { BackupBinding, type BackupLot, type BackupTitle } from '$lib/domain/backup-write';
import { pack, type Packed } from './backup-packed';
import { isWhole, MOST_BYTES, openBackup, closeBackup } from './backup-closing';
import type { FileSeal } from './backup-seal';
import { sha256, sha256OfBytes } from './sha256';

/** Everything of a backup but its records. */
export type BackupHead = Omit<Backup, 'records'> & { readonly size: number };

/** What a file turned out to be. */
export type Looked =
	| { readonly is: 'backup'; readonly head: BackupHead }
	| ({ readonly is: 'sealed'; readonly kdf: FileSeal['kdf']; readonly key: string } & Pick<
			SealedFile['head'],
			'madeAt' | 'device'
	  >)
	| { readonly is: 'fault'; readonly fault: BackupFault | { readonly code: 'FileUnreadable' } };

/** A backup as a file. */
export interface BoundBackup {
	readonly blob: Blob;
	readonly counts: Readonly<Record<string, number>>;
}

/** Records handed over at once: a piece that the page takes in well below a frame. */
const PIECE = 200;
/** So many bytes show whether a file may be a backup at all. */
const LOOKED_AT = 4_096;

/** One file being read, or one being written. */
export class BackupWork {
	readonly #tell: (part: number) => void;
	readonly #binding = new BackupBinding();
	#sealed: SealedFile | undefined;
	#records: readonly Incoming[] = [];
	#given = 0;

	/** @param tell hears how much of the work at hand is done, from 0 to 1 */
	constructor(tell: (part: number) => void = () => undefined) {
		this.#tell = tell;
	}

	/** Reads a file; a plain backup can then be taken with `next`, a sealed one wants `unlock`. */
	async look(file: Blob, now: number): Promise<Looked> {
		let text: string;
		try {
			const start = new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer());
			// A film is not read whole only to find that it is one.
			const fault = faultOfStart(start);
			const inside = fault && isZip(start) ? await textInZip(file) : undefined;
			if (fault && inside === undefined) return { is: 'fault', fault };
			if (inside === undefined && file.size > MOST_BYTES)
				return { is: 'fault', fault: { code: 'FileUnreadable' } };
			text = inside ?? (await file.text());
		} catch {
			// Gone, not allowed, or larger than a text can be.
			return { is: 'fault', fault: { code: 'FileUnreadable' } };
		}
		const parsed = parseBackup(text);
		if (parsed.is === 'fault') return parsed;
		if (parsed.is === 'plain') return this.#take(parsed.json, now);
		if (!(await isWhole(parsed.file))) return { is: 'fault', fault: { code: 'BackupDamaged' } };
		this.#sealed = parsed.file;
		const { madeAt, device, sealed } = parsed.file.head;
		return {
			is: 'sealed',
			kdf: sealed.kdf,
			key: sealed.key,
			...(madeAt === undefined ? {} : { madeAt }),
			...(device === undefined ? {} : { device })
		};
	}

	/** Opens the sealed backup that was looked at. */
	async unlock(secret: string, now: number): Promise<Looked> {
		if (!this.#sealed) throw new Error('no sealed backup was looked at');
		const opened = await openBackup(this.#sealed, secret);
		if ('fault' in opened) return { is: 'fault', fault: opened.fault };
		const parsed = parseBackup(opened.text);
		// Sealed by whoever knows the passphrase, but not by Kith.
		if (parsed.is !== 'plain') return { is: 'fault', fault: { code: 'BackupAltered' } };
		this.#sealed = undefined;
		return this.#take(parsed.json, now);
	}

	/** The next records of the backup, packed; undefined: that was all. */
	async next(): Promise<Packed | undefined> {
		const piece = this.#records.slice(this.#given, this.#given + PIECE);
		this.#given += piece.length;
		return piece.length > 0 ? pack(piece) : undefined;
	}

	/** Takes some records of the book. */
	async add(lot: BackupLot): Promise<void> {
		this.#binding.take(lot);
	}

	/** Makes one file of all that was added. */
	async bind(title: BackupTitle, seal?: FileSeal): Promise<BoundBackup> {
		const { parts, counts } = await this.#binding.bind(title, {
			sha256,
			pace: async (done, of) => this.#tell(done / of)
		});
		const sealed = seal ? await closeBackup(parts, title, seal) : parts;
		return { blob: new Blob([...sealed], { type: 'application/json' }), counts };
	}

	/** The check sum of a file's bytes, as it lies there. */
	async sum(file: Blob): Promise<string> {
		return sha256OfBytes(new Uint8Array(await file.arrayBuffer()));
	}

	async #take(json: Record<string, unknown>, now: number): Promise<Looked> {
		const pace = async (done: number, of: number): Promise<void> => this.#tell(done / of);
		const read = await readParsed(json, { sha256, now, pace });
		if (!read.ok) return { is: 'fault', fault: read.fault };
		const { records, ...head } = read.backup;
		this.#records = [...records];
		this.#given = 0;
		return { is: 'backup', head: { ...head, size: records.length } };
	}
}

/** PK, and that a file follows. */
function isZip(start: Uint8Array): boolean {
	return start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;
}

/** The text of the backup in an archive; few files are one, so what unpacks it comes when it is needed. */
async function textInZip(file: Blob): Promise<string | undefined> {
	const { backupInZip } = await import('./backup-zipped');
	return backupInZip(file);
}

/** Why a file can be no backup, where its first bytes show it; a good text shows nothing here. */
function faultOfStart(start: Uint8Array): BackupFault | undefined {
	const text = new TextDecoder().decode(start);
	if (/^\s*[{[]/.test(text) && isUtf8(start)) return undefined;
	const parsed = parseBackup(text);
	// What ends too early here may only have been cut by us.
	const isSure = parsed.is === 'fault' && !/Empty|CutShort/.test(parsed.fault.code);
	return isSure ? parsed.fault : undefined;
}

function isUtf8(start: Uint8Array): boolean {
	try {
		// As part of a stream: the last character may go on in what was not looked at.
		new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
		return true;
	} catch {
		return false;
	}
}
