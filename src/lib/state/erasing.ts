// Erasing for good: what goes with a record, that nothing of it stays on this device, and that a
// browser killed in the middle goes on with it.
import { tableNames, type Table } from '$lib/domain/records/tables';
import { Draft } from '$lib/store/change';
import { eraseRecords, leftOvers } from '$lib/store/erasing';
import { callKeeper } from './keeper';
import type { Kith } from './kith.svelte';
import { TRASH_DAYS } from './trash';
import { LEFT_PREFIX } from './words-left';
import { writeDraft } from '$lib/store/write';

/** One record that is to go. */
export interface Doomed {
	readonly table: Table;
	readonly id: string;
}

/** What erasing would take along. */
export interface Going {
	/** All ids that go. */
	readonly ids: readonly string[];
	/** Touches and notes that are also about others: they stay, without the erased person. */
	readonly shared: readonly { readonly table: 'touch' | 'note'; readonly id: string }[];
}

const DAY_MS = 86_400_000;
/** Kept beside the book from the moment something is erased until nothing of it is on disk. */
const UNDER_WAY = 'erasing';

/** What goes with these records: with a person all that is about nobody else. */
export function whatGoes(kith: Kith, doomed: readonly Doomed[]): Going {
	const ids = new Set(doomed.map(({ id }) => id));
	const shared = new Map<string, Going['shared'][number]>();
	const people = new Set(doomed.filter(({ table }) => table === 'person').map(({ id }) => id));
	if (people.size === 0) return { ids: [...ids], shared: [] };
	for (const table of tableNames) {
		for (const record of everything(kith, table)) {
			if ('person' in record && people.has(record.person)) ids.add(record.id);
			if (!('people' in record) || !record.people.some((id) => people.has(id))) continue;
			if (record.people.every((id) => people.has(id))) ids.add(record.id);
			else if (table === 'touch' || table === 'note')
				shared.set(record.id, { table, id: record.id });
		}
	}
	return { ids: [...ids], shared: [...shared.values()].filter(({ id }) => !ids.has(id)) };
}

/** Erases for good. Resolves once nothing of it is left on this device; there is no way back. */
export async function erase(kith: Kith, doomed: readonly Doomed[]): Promise<void> {
	if (kith.book.isNewer || doomed.length === 0) return;
	const { ids, shared } = whatGoes(kith, doomed);
	await noteUnderWay(kith, ids);
	const draft = new Draft();
	const gone = new Set<string>(ids);
	for (const { table, id } of shared) {
		const people = kith.book.get(table, id)?.people.filter((person) => !gone.has(person));
		draft.edit(table, id, { people });
	}
	writeDraft(kith.book, draft);
	await forget(kith, ids);
}

/** Erases what has been in the trash for 30 days, and what another device has erased. */
export async function eraseDue(kith: Kith): Promise<void> {
	if (kith.book.isNewer || kith.book.reach !== 'whole') return;
	const before = new Date(kith.clock.exactly() - TRASH_DAYS * DAY_MS).toISOString();
	const due = tableNames.flatMap((table) =>
		kith.book
			.trashed(table)
			.filter(({ trashedAt }) => trashedAt !== undefined && trashedAt < before)
			.map(({ id }): Doomed => ({ table, id }))
	);
	await erase(kith, due);
	const left = [...new Set([...leftOvers(kith.book), ...(await underWay(kith))])];
	// What a killed browser left half done may be in any year.
	if (left.length > 0) await forget(kith, left, [...kith.book.documents.keys()]);
}

/** Erases once more what had been let in again and was then taken back. */
export async function eraseAgain(kith: Kith, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await noteUnderWay(kith, ids);
	await forget(kith, ids, [...kith.book.documents.keys()]);
}

async function forget(
	kith: Kith,
	ids: readonly string[],
	names: readonly string[] = []
): Promise<void> {
	// A step back would bring the words back, so there is none any more.
	kith.steps.clear();
	kith.toasts.clear();
	const touched = eraseRecords(kith.book, ids);
	forgetLeftWords(ids);
	await kith.book.saved();
	const keeper = await callKeeper(kith);
	await keeper.run('forget', { names: [...new Set([...touched, ...names])], ids });
	await kith.book.setLocal(UNDER_WAY, '');
}

function forgetLeftWords(ids: readonly string[]): void {
	try {
		for (const key of Object.keys(localStorage)) {
			if (key.startsWith(LEFT_PREFIX) && ids.some((id) => key.includes(id))) {
				localStorage.removeItem(key);
			}
		}
	} catch {
		// A browser that keeps nothing has nothing of it.
	}
}

async function noteUnderWay(kith: Kith, ids: readonly string[]): Promise<void> {
	const all = new Set([...(await underWay(kith)), ...ids]);
	await kith.book.setLocal(UNDER_WAY, JSON.stringify([...all]));
}

/** What a browser that was killed has left half done. */
async function underWay(kith: Kith): Promise<string[]> {
	const kept = await kith.book.getLocal(UNDER_WAY);
	const ids: unknown = typeof kept === 'string' && kept !== '' ? JSON.parse(kept) : [];
	return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

function everything(kith: Kith, table: Table) {
	return [...kith.book.all(table), ...kith.book.trashed(table)];
}
