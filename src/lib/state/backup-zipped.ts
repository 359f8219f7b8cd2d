// A backup inside an archive of everything: found and unpacked, so that nobody has to do it by hand. Of the
// archive only its list and the backup are read, however large the rest is.
import { inflateSync } from 'fflate';
import { MOST_BYTES } from './backup-closing';

/** What archives call the backup in them; somebody may have packed it anew within a folder. */
const BACKUP = /(?:^|\/)kith-backup-[^/]*\.json$/;

/* The parts of a zip, as APPNOTE.TXT has them: the end with where the list is, the list, and before each file
   its own head. */
const END_MARK = 0x06054b50;
const END = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_MARK = 0x02014b50;
const ENTRY = 46;
const HEAD_MARK = 0x04034b50;
const HEAD = 30;
const STORED = 0;
const DEFLATED = 8;
const SEALED = 1;
/** No list of ours is larger. */
const LONGEST_LIST = 64_000_000;

interface Entry {
	readonly at: number;
	readonly packed: number;
	readonly size: number;
	readonly how: number;
}

/** The text of the backup in a zip; undefined when there is none, it is too large, or the zip is not whole. */
export async function backupInZip(file: Blob): Promise<string | undefined> {
	try {
		const entry = await findBackup(file);
		if (!entry || entry.size > MOST_BYTES || entry.packed > MOST_BYTES) return undefined;
		const head = await viewOf(file, entry.at, HEAD);
		if (head.getUint32(0, true) !== HEAD_MARK) return undefined;
		const from = entry.at + HEAD + head.getUint16(26, true) + head.getUint16(28, true);
		const packed = new Uint8Array(await file.slice(from, from + entry.packed).arrayBuffer());
		if (packed.length !== entry.packed) return undefined;
		const isPlain = entry.how === STORED;
		const bytes = isPlain ? packed : inflateSync(packed, { out: new Uint8Array(entry.size) });
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Goes through the list by its length: of very many files some programs write a wrong count. */
async function findBackup(file: Blob): Promise<Entry | undefined> {
	const list = await listOf(file);
	const name = new TextDecoder();
	for (let at = 0; list && at + ENTRY <= list.byteLength;) {
		if (list.getUint32(at, true) !== ENTRY_MARK) return undefined;
		const length = list.getUint16(at + 28, true);
		const bytes = new Uint8Array(list.buffer, list.byteOffset + at + ENTRY, length);
		const how = list.getUint16(at + 10, true);
		const isReadable =
			(how === STORED || how === DEFLATED) && (list.getUint16(at + 8, true) & SEALED) === 0;
		if (isReadable && BACKUP.test(name.decode(bytes))) {
			return {
				at: list.getUint32(at + 42, true),
				packed: list.getUint32(at + 20, true),
				size: list.getUint32(at + 24, true),
				how
			};
		}
		at += ENTRY + length + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
	}
	return undefined;
}

async function listOf(file: Blob): Promise<DataView | undefined> {
	const before = Math.max(0, file.size - END - LONGEST_COMMENT);
	const tail = await viewOf(file, before, file.size - before);
	for (let at = tail.byteLength - END; at >= 0; at--) {
		if (tail.getUint32(at, true) !== END_MARK) continue;
		const length = tail.getUint32(at + 12, true);
		return length <= LONGEST_LIST ? viewOf(file, tail.getUint32(at + 16, true), length) : undefined;
	}
	return undefined;
}

async function viewOf(file: Blob, from: number, length: number): Promise<DataView> {
	return new DataView(await file.slice(from, from + length).arrayBuffer());
}
