// An import that is being written or taken back: noted on disk, so that one which was cut off, as by a
// closed tab, is found again and nothing half stays unsaid; and held by one tab at a time.
import * as v from 'valibot';
import type { ContactImport } from '$lib/domain/records/import';
import { hold, type Locks } from '$lib/store/writer';
import type { Kith } from './kith.svelte';

const KEY = 'import-begun';
const LOCK = 'kith-import';

const begun = v.object({
	id: v.string(),
	files: v.array(v.string()),
	doing: v.picklist(['writing', 'undoing']),
	/** How many people it was to bring, and how many records with all that is about them. */
	people: v.number(),
	records: v.number()
});

/** What had been begun. */
export type ImportBegun = Readonly<v.InferOutput<typeof begun>>;

/** Notes on disk what begins; rejects where the disk does not take it, and then nothing may begin. */
export async function beginImport(kith: Kith, note: ImportBegun): Promise<void> {
	await kith.book.setLocal(KEY, JSON.stringify(note));
}

/** All of it is on disk, or taken back. */
export async function endImport(kith: Kith): Promise<void> {
	await kith.book.setLocal(KEY, '');
}

/** What was begun and has not come to its end; what another tab is busy with has not been cut off. */
export async function begunImport(kith: Kith): Promise<ImportBegun | undefined> {
	const text = await kith.book.getLocal(KEY).catch(() => undefined);
	if (typeof text !== 'string' || text === '') return undefined;
	const held = (await locksHere()?.query())?.held ?? [];
	if (held.some(({ name }) => name === LOCK)) return undefined;
	try {
		const note = v.safeParse(begun, JSON.parse(text));
		return note.success ? note.output : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Works on an import while no other tab does.
 * @returns undefined when another tab is at it
 */
export async function aloneAtImport<Result>(
	work: () => Promise<Result>
): Promise<Result | undefined> {
	const locks: Locks | undefined = locksHere();
	const release = locks ? await hold(locks, LOCK) : () => undefined;
	if (!release) return undefined;
	try {
		return await work();
	} finally {
		release();
	}
}

/** The note for an import whose record is there. */
export function noteOf(
	{ id, files, added }: ContactImport,
	doing: ImportBegun['doing'],
	records: number
): ImportBegun {
	return { id, files: [...files], doing, people: added, records };
}

/** Typed as always there; on an insecure origin, and in tests, they are not. */
function locksHere(): LockManager | undefined {
	const { locks }: { readonly locks?: LockManager } = navigator;
	return locks;
}
