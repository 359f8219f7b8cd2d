// Which screen a file from outside belongs on. What is in it decides; phones rename what they pass on.
import { fileKindOf } from './file-kind';

/** A screen that takes files in, by its address. */
export type ArrivedPlace = 'devices' | 'import' | 'backup';

/** How every file of changes begins (sync/carried-file). */
const CHANGES = [...'KITHXCHG'].map((sign) => sign.charCodeAt(0));
/** `book.kith`, and what mail programs and phones make of it: `book.kith.txt`, `book.kith (1)`. */
const KITH_NAME = /\.kith(?![\p{L}\p{N}])/iu;

/** Where a file goes. @param start its first bytes, `LOOKED_AT` of them at least */
export function arrivedPlaceOf(name: string, start: Uint8Array): ArrivedPlace {
	if (start.length > 0 && CHANGES.every((byte, at) => start[at] === byte)) return 'devices';
	const kind = fileKindOf(start);
	if (kind === 'backup') return 'backup';
	return kind === undefined && KITH_NAME.test(name) ? 'devices' : 'import';
}
