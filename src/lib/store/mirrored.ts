// Where the mirror of a document lies, and what is in it.
import type { Files } from './opfs';
import { readSlot, type Slot } from './mirror';

/** The folder of all mirrors. */
const MIRROR = 'mirror';

/** The two slots of a document. */
export function slotPaths(name: string): [string, string] {
	return [`${MIRROR}/${name}.1`, `${MIRROR}/${name}.2`];
}

/** A slot and where it lies. */
export interface PlacedSlot extends Slot {
	readonly path: string;
}

/** The readable slots of a document: whole ones first, of those the latest first. */
export async function readMirror(files: Files, name: string): Promise<PlacedSlot[]> {
	const slots: PlacedSlot[] = [];
	for (const path of slotPaths(name)) {
		const bytes = await files.read(path).catch(() => undefined);
		const slot = bytes && readSlot(bytes);
		if (slot) slots.push({ ...slot, path });
	}
	return slots.sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.turn - a.turn);
}
