// Erasing for good: what goes with a record, that nothing of it stays on this device, and that a
// browser killed in the middle goes on with it.
import { tableNames, type Table } from '$lib/domain/records/tables';
import { Draft } from '$lib/store/change';
import { CORE } from '$lib/store/documents';
import { allowAgain, eraseRecords, leftOvers } from '$lib/store/erasing';
import { callKeeper } from './keeper';
import type { Kith } from './kith.svelte';
import { mergedIds, mergedInto, standsFor, standsInstead } from './merged';
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
	/** What is also about others: it stays, without the erased person. */
	readonly shared: readonly { readonly table: 'touch' | 'note' | 'notSame'; readonly id: string }[];
}

const DAY_MS = 86_400_000;
/** Kept beside the book from the moment something is erased until nothing of it is on disk. */
const UNDER_WAY = 'erasing';
/**
 * Kept beside the book: the erased ids of which nothing is on this disk any more. Marks of another device
 * come together with its deletions, so the documents in memory do not tell what still lies on disk.
 */
const FORGOTTEN = 'erased-here';

/**
 * What goes with these records: with a person all that is about nobody else, and the records that had
 * become one with hers. A record that became one with another goes alone: what names it is the other's.
 */
export function whatGoes(kith: Kith, doomed: readonly Doomed[]): Going {
	const ids = new Set(doomed.map(({ id }) => id));
	const shared = new Map<string, Going['shared'][number]>();
	const persons = doomed.filter(({ table }) => table === 'person').map(({ id }) => id);
	const people = new Set(persons.filter((id) => !isAnothers(kith, id, ids)));
	if (people.size > 0) {
		for (const id of mergedIds(kith)) {
			if (!people.has(standsFor(kith, id)) || !kith.book.get('person', id)) continue;
			people.add(id);
			ids.add(id);
		}
	}
	if (people.size === 0) return { ids: [...ids], shared: [] };
	for (const table of tableNames) {
		for (const record of everything(kith, table)) {
			if ('person' in record && people.has(record.person)) ids.add(record.id);
			if (!('people' in record) || !record.people.some((id) => people.has(id))) continue;
			const left = record.people.filter((id) => !people.has(id)).length;
			// Who differs from somebody erased is no longer worth a word that names both.
			const goesWhole = left < (table === 'notSame' ? 2 : 1);
			if (goesWhole) ids.add(record.id);
			else if (table === 'touch' || table === 'note' || table === 'notSame')
				shared.set(record.id, { table, id: record.id });
		}
	}
	return { ids: [...ids], shared: [...shared.values()].filter(({ id }) => !ids.has(id)) };
}

/** Erases for good. Resolves once nothing of it is left on this device; there is no way back. */
export async function erase(kith: Kith, doomed: readonly Doomed[]): Promise<void> {
	if (kith.book.isNewer || doomed.length === 0) return;
	await settleFirst(kith, doomed);
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
	const left = [
		...new Set([
			...leftOvers(kith.book),
			...(await underWay(kith)),
			...(await notForgottenYet(kith))
		])
	];
	// What a killed browser left half done may be in any year.
	if (left.length > 0) await forget(kith, left, [...kith.book.documents.keys()]);
}

/** Erases once more what had been let in again and was then taken back. */
export async function eraseAgain(kith: Kith, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await noteUnderWay(kith, ids);
	await forget(kith, ids, [...kith.book.documents.keys()]);
}

/** Lets records be written again that were erased; erased once more, they are forgotten once more. */
export async function letInAgain(kith: Kith, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	allowAgain(kith.book, ids);
	await noteForgotten(kith, await forgotten(kith));
}

async function forget(
	kith: Kith,
	ids: readonly string[],
	names: readonly string[] = []
): Promise<void> {
	// A step back would bring the words back, so there is none any more.
	kith.steps.clear();
	kith.toasts.clear();
	const touched = eraseRecords(kith.book, ids, intoOf(kith, ids));
	forgetLeftWords(ids);
	await kith.book.saved();
	const keeper = await callKeeper(kith);
	await keeper.run('forget', { names: [...new Set([...touched, ...names])], ids });
	await noteForgotten(kith, [...(await forgotten(kith)), ...ids]);
	await kith.book.setLocal(UNDER_WAY, '');
}

/** Words about somebody that came late are with the one who stays before anything goes. */
async function settleFirst(kith: Kith, doomed: readonly Doomed[]): Promise<void> {
	if (kith.book.reach !== 'whole' || !doomed.some(({ table }) => table === 'person')) return;
	if (mergedIds(kith).length === 0) return;
	const { settleMerged } = await import('./merge-people');
	await settleMerged(kith);
}

/** Whether a record stands for somebody who stays. */
function isAnothers(kith: Kith, id: string, doomed: ReadonlySet<string>): boolean {
	const kept = standsInstead(kith, id);
	return kept !== undefined && !doomed.has(kept) && !kith.book.isErased(kept);
}

/** Where those went that had become one with another. */
function intoOf(kith: Kith, ids: readonly string[]): Map<string, string> {
	const into = new Map<string, string>();
	for (const id of ids) {
		const kept = mergedInto(kith, id);
		if (kept !== undefined) into.set(id, kept);
	}
	return into;
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
function underWay(kith: Kith): Promise<string[]> {
	return idsKept(kith, UNDER_WAY);
}

async function notForgottenYet(kith: Kith): Promise<string[]> {
	const known = await forgotten(kith);
	const done = new Set(known.filter((id) => kith.book.isErased(id)));
	// Another device has let some in again.
	if (done.size < known.length) await noteForgotten(kith, known);
	return erasedIds(kith).filter((id) => !done.has(id));
}

function forgotten(kith: Kith): Promise<string[]> {
	return idsKept(kith, FORGOTTEN);
}

async function noteForgotten(kith: Kith, ids: readonly string[]): Promise<void> {
	const still = [...new Set(ids)].filter((id) => kith.book.isErased(id));
	await kith.book.setLocal(FORGOTTEN, JSON.stringify(still));
}

function erasedIds(kith: Kith): string[] {
	return [...kith.book.document(CORE).doc.getMap('erased').keys()];
}

async function idsKept(kith: Kith, place: string): Promise<string[]> {
	const kept = await kith.book.getLocal(place);
	const ids: unknown = typeof kept === 'string' && kept !== '' ? JSON.parse(kept) : [];
	return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

function everything(kith: Kith, table: Table) {
	return [...kith.book.all(table), ...kith.book.trashed(table)];
}
