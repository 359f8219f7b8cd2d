// Taking stock of what lies on this device: whether the second copy has all of it, and what was put
// aside. Nothing is changed.
import { withDatabase } from './compaction';
import { holds, type Slot } from './mirror';
import { readMirror } from './mirrored';
import { openFiles, type Files } from './opfs';
import { aboutOf } from './disk-aid';
import { readStore, result } from './rows';

/** How the second copy stands to the first: all of it, not all of it, nothing. */
export type CopyStand = 'whole' | 'behind' | 'none';

/** What lies on this device. */
export interface Stock {
	readonly copy: CopyStand;
	/** When the second copy was last written to, in milliseconds since 1970. */
	readonly copiedAt?: number;
	/** Pieces that could not be read and were put aside. */
	readonly aside: number;
}

interface Shelved {
	readonly copy: CopyStand;
	readonly copiedAt: number;
	readonly aside: number;
}

/** Looks at these documents and their second copies. */
export async function takeStock(names: readonly string[]): Promise<Stock> {
	const files = await openFiles();
	const all: Shelved[] = [];
	for (const name of names) {
		all.push(await withDatabase(name, (db) => look(db, name, files)));
	}
	const copiedAt = Math.max(0, ...all.map((one) => one.copiedAt));
	const stands = new Set(all.map(({ copy }) => copy));
	const [stand = 'none'] = stands;
	return {
		copy: stands.size > 1 ? 'behind' : stand,
		...(copiedAt > 0 ? { copiedAt } : {}),
		aside: all.reduce((sum, { aside }) => sum + aside, 0)
	};
}

async function look(db: IDBDatabase, name: string, files: Files | undefined): Promise<Shelved> {
	const keys = await result(readStore(db, 'updates').getAllKeys());
	const sum: unknown = await result(readStore(db, 'sums').get(keys.at(-1) ?? 0));
	const aside = await result(readStore(db, 'quarantine').count());
	const { id } = await aboutOf(db);
	const [slot] = files ? await readMirror(files, name) : [];
	if (slot?.database !== id) return { copy: 'none', copiedAt: 0, aside };
	const isWhole = slot.isWhole && keys.every((key) => holds(slot, key as number));
	const written: unknown = isWhole && Array.isArray(sum) ? sum[2] : undefined;
	return { copy: isWhole ? 'whole' : 'behind', copiedAt: lastOf(slot, written), aside };
}

/** A slot tells when it was begun; rows it holds may have been written later. */
function lastOf({ at }: Slot, written: unknown): number {
	return typeof written === 'number' ? Math.max(at, written) : at;
}
