// Bringing contacts into the book in pieces, so that the screen stays alive, and as a whole all the same:
// what is stopped, or finds no room on the disk, is taken back, and what is cut off is found again.
import type { ContactImport } from '$lib/domain/records/import';
import { Draft } from '$lib/store/change';
import { writeDraft } from '$lib/store/write';
import { allYears, type Say } from './backup';
import { correctedBy, fewerBy, givenIn, type Differing } from './contacts-gift';
import { knownSince } from './contacts-known';
import { planImport, type ChosenRow, type ImportPlan } from './contacts-plan';
import { takeOut } from './contacts-undo';
import { wishesOf } from './contacts-writing';
import { DiskFull, keepUp, onDisk } from './disk-room';
import { aloneAtImport, beginImport, endImport, noteOf } from './import-begun';
import type { Kith } from './kith.svelte';
import { newerBook } from './newer-book';
import { paceFor } from './pace';
import { inPieces } from './pieces';

export type { ChosenRow } from './contacts-plan';

/** How an import ended. Only what is `done` has left anything in the book. */
export type ImportOutcome =
	| { readonly is: 'done'; readonly record: ContactImport }
	/** The rep stopped it; the disk had no room; somebody took it back from another device meanwhile. */
	| { readonly is: 'stopped' | 'full' | 'gone' }
	/** A newer Kith has written the book, or another tab is at an import: nothing was begun. */
	| { readonly is: 'newer' | 'busy' };

/** What else is to be known of an import. */
export interface ImportMore {
	readonly say?: Say;
	readonly signal?: AbortSignal;
	/** Hears which record the import has, before it is written. */
	readonly onbegin?: (id: ContactImport['id']) => void;
	/** New jobs that the rep left as they are. */
	readonly left?: NonNullable<ContactImport['left']>;
	/** How many rows were left out. */
	readonly leftOut?: number;
}

/** The import was taken back elsewhere while it was being written here. */
class TakenBack extends Error {}

/** Writes the chosen rows and a record of the import. It is done once all of it is on disk. */
export async function importContacts(
	kith: Kith,
	chosen: readonly ChosenRow[],
	files: readonly string[],
	more: ImportMore = {}
): Promise<ImportOutcome> {
	if (kith.book.isNewer) {
		kith.toasts.show(`${newerBook.title}. ${newerBook.text}`);
		return { is: 'newer' };
	}
	const outcome = await aloneAtImport(() => writeImport(kith, chosen, files, more));
	return outcome ?? { is: 'busy' };
}

async function writeImport(
	kith: Kith,
	asked: readonly ChosenRow[],
	files: readonly string[],
	more: ImportMore
): Promise<ImportOutcome> {
	const { say = () => undefined, signal } = more;
	const { book } = kith;
	let record: ContactImport | undefined;
	try {
		const pace = paceFor(undefined, signal);
		const chosen = await knownSince(kith, asked, pace);
		// Whoever is filled in must not be given a second time what an older year holds.
		if (chosen.some(({ as }) => as !== 'person')) await allYears(kith, say, signal);
		signal?.throwIfAborted();
		const plan = await planImport(kith, chosen, pace);
		const planned = recordOf(kith, plan, files, more);
		await beginImport(kith, noteOf(planned, 'writing', plan.records));
		record = planned;
		more.onbegin?.(record.id);
		await writeAll(kith, plan, record, say, signal);
		say('Waiting for the disk…');
		await onDisk(kith, signal);
		await endImport(kith);
		performance.mark('kith:saved');
		// What was done before it is not to be taken back in its stead.
		kith.steps.push({ traces: [], elsewhere: 'import' });
		return { is: 'done', record: book.get('import', record.id) ?? record };
	} catch (error) {
		const isFull = error instanceof DiskFull || isQuota(error);
		if (record) await takeBack(kith, record, say, isFull);
		if (isFull) return { is: 'full' };
		if (error instanceof TakenBack) return { is: 'gone' };
		if (signal?.aborted) return { is: 'stopped' };
		throw error;
	}
}

/** The record goes first, and is on disk before anything else: whatever is there can be taken back by it. */
async function writeAll(
	kith: Kith,
	plan: ImportPlan,
	record: ContactImport,
	say: Say,
	signal: AbortSignal | undefined
): Promise<void> {
	const { book } = kith;
	const write = (wishes: readonly ((draft: Draft) => void)[]): void => {
		const draft = new Draft();
		for (const wish of wishes) wish(draft);
		writeDraft(book, draft);
	};
	const doing = 'Writing…';
	say(doing, 0);
	// An older line would offer to undo something else than what is being done.
	kith.toasts.clear();
	write([(draft) => draft.add('import', record)]);
	await onDisk(kith, signal);
	const all = plan.records + plan.fillings.length;
	const differing: Differing[] = [];
	let fewer = 0;
	await inPieces(
		wishesOf(kith, plan, record.id, differing),
		all,
		(lot) => {
			const now = book.get('import', record.id);
			if (!now) throw new TakenBack();
			const told = differing.splice(0);
			for (const one of told) fewer += fewerBy(one);
			const tell = (draft: Draft): void => {
				if (told.length > 0) draft.edit('import', record.id, correctedBy(kith, now, told));
			};
			write([...lot, tell]);
		},
		{ told: (part) => say(doing, part), signal, before: () => keepUp(kith, signal) }
	);
	if (!book.get('import', record.id)) throw new TakenBack();
	// So many make it whole.
	if (fewer > 0) await beginImport(kith, noteOf(record, 'writing', plan.records - fewer));
}

/** Takes back what has been written so far. A full disk learns of it once there is room again. */
async function takeBack(
	kith: Kith,
	record: ContactImport,
	say: Say,
	isFull: boolean
): Promise<void> {
	const doing = 'Taking it back…';
	say(doing, 0);
	await takeOut(kith, record, { told: (part) => say(doing, part), atOnce: true });
	const kept = kith.book.saved().then(() => endImport(kith));
	// Should the page be closed before, the note on disk says what happened at the next start.
	if (isFull) kept.catch(() => undefined);
	else await kept;
}

function recordOf(
	kith: Kith,
	plan: ImportPlan,
	files: readonly string[],
	{ left = [], leftOut = 0 }: ImportMore
): ContactImport {
	return {
		id: kith.book.newId('import'),
		at: new Date(kith.clock.exactly()).toISOString(),
		files: files.map((name) => name.trim() || 'A file without a name'),
		added: plan.people.length,
		...givenIn(plan),
		...(left.length > 0 ? { left } : {}),
		...(leftOut > 0 ? { leftOut } : {})
	};
}

function isQuota(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'QuotaExceededError';
}
