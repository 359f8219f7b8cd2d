// Backups for tests: made, read and brought in by the app's own verbs, without a screen.
import fc from 'fast-check';
import { canonicalJson } from '$lib/domain/canonical';
import type { Id } from '$lib/domain/id';
import { tableNames } from '$lib/domain/records/tables';
import { SETTINGS_ID } from '$lib/domain/records/settings';
import type { RestoreMode } from '$lib/domain/backup-plan';
import {
	parseBackup,
	readParsed,
	type Backup,
	type BackupRead,
	type Incoming
} from '$lib/domain/backup-read';
import { bindBackup } from '$lib/state/backup';
import { Kith } from '$lib/state/kith.svelte';
import { planFor, restore } from '$lib/state/restore';
import { sha256 } from '$lib/state/sha256';
import type { Json } from '$lib/domain/version';
import type { Book } from '$lib/store/book';
import type { Keeper } from '$lib/store/keeper';
import { aBook, anId, aNote, aPerson, NOON, TestClock, write } from './books';
import { setFields } from '$lib/store/rewrite';

export const noPace = async (): Promise<void> => undefined;
const say = (): void => undefined;

/** The app over a book in memory, all years read. */
export async function aKith(device: string, clock = new TestClock()): Promise<Kith> {
	return kithOf(await aBook(device, clock), clock);
}

/** The app over a book, all years read. */
export async function kithOf(book: Book, clock = new TestClock()): Promise<Kith> {
	await book.openYears(2026, noPace);
	const kith = new Kith(book, clock.now);
	// Restore points have a suite of their own; here there always is one.
	kith.keeper = Promise.resolve({ run: async () => ({}) } as unknown as Keeper);
	return kith;
}

/** The text of a book's backup. */
export async function backupOf(kith: Kith): Promise<string> {
	return (await bindBackup(kith)).blob.text();
}

/** A backup as plain JSON, for tests that look inside or spoil it. */
export interface BackupJson {
	readonly counts: Readonly<Record<string, number>>;
	readonly content: Readonly<Record<string, Record<string, Json>[]>>;
}

/** The JSON of a backup's text. */
export function jsonIn(text: string): BackupJson {
	return JSON.parse(text) as BackupJson;
}

/** Reads a text as a plain backup, at noon. */
export async function read(text: string, now = NOON): Promise<BackupRead> {
	const parsed = parseBackup(text);
	if (parsed.is === 'plain') return readParsed(parsed.json, { sha256, now, pace: noPace });
	if (parsed.is === 'sealed') throw new Error('a plain backup is wanted here');
	return { ok: false, fault: parsed.fault };
}

/** Reads a text that has to be a backup. */
export async function backupIn(text: string, now = NOON): Promise<Backup> {
	const result = await read(text, now);
	if (!result.ok) throw new Error(result.fault.code);
	return result.backup;
}

/** Brings a backup in; gives what came of it. */
export async function bring(kith: Kith, text: string, mode: RestoreMode) {
	return restore(kith, await backupIn(text, kith.clock.exactly()), mode, say);
}

/** What bringing it in would do. */
export async function planOf(kith: Kith, text: string, mode: RestoreMode) {
	return planFor(kith, await backupIn(text, kith.clock.exactly()), mode, say);
}

const PEOPLE = Array.from({ length: 4 }, () => anId<'person'>());
const NOTES = [anId<'note'>(2024), anId<'note'>(2026), anId<'note'>(2026)];

const word = fc.constantFrom('oak', 'ash', 'elm', 'fir', 'bay', 'Ünal 👩‍🌾', '"\\\n');
const person = fc.constantFrom(...PEOPLE);

/** Something done to a book: what is written, changed, cleared, tagged, trashed, brought back. */
export type Deed = (book: Book) => void;

export const deed: fc.Arbitrary<Deed> = fc.oneof(
	fc.record({ id: person, field: fc.constantFrom('name', 'company', 'about'), word }).map(
		({ id, field, word }): Deed =>
			(book) =>
				onPerson(book, id, { [field]: word })
	),
	fc.record({ id: person, field: fc.constantFrom('company', 'about', 'phones') }).map(
		({ id, field }): Deed =>
			(book) =>
				onPerson(book, id, { [field]: undefined })
	),
	fc.record({ id: person, tags: fc.uniqueArray(word) }).map(
		({ id, tags }): Deed =>
			(book) =>
				onPerson(book, id, { tags })
	),
	fc.record({ id: person, gone: fc.boolean() }).map(
		({ id, gone }): Deed =>
			(book) =>
				onPerson(book, id, { trashedAt: gone ? new Date(NOON).toISOString() : undefined })
	),
	fc
		.record({ id: person, value: fc.jsonValue({ maxDepth: 3 }) })
		.map(({ id, value }): Deed => (book) => {
			onPerson(book, id, {});
			write(book, (draft) => setFields(draft, 'person', id, { ofTomorrow: value as never }));
		}),
	fc
		.record({ id: fc.constantFrom(...NOTES), word, at: fc.nat({ max: 9 }) })
		.map(({ id, word, at }): Deed => (book) => {
			const held = book.get('note', id);
			if (!held) return void write(book, (draft) => draft.add('note', aNote({ id, body: word })));
			const editedAt = new Date(NOON + at).toISOString();
			write(book, (draft) => draft.edit('note', id, { body: `${held.body} ${word}`, editedAt }));
		}),
	fc.integer({ min: 1, max: 99 }).map(
		(cadence): Deed =>
			(book) =>
				write(book, (draft) => draft.edit('settings', SETTINGS_ID, { cadence }))
	)
);

function onPerson(book: Book, id: Id<'person'>, change: Record<string, unknown>): void {
	if (!book.get('person', id)) {
		write(book, (draft) =>
			draft.add('person', aPerson({ id, phones: [{ value: '+1 555', label: 'work' }] }))
		);
	}
	write(book, (draft) => draft.edit('person', id, change));
}

/** The records of a backup as one text, whatever they are kept in. */
export function digestOf(records: Iterable<Incoming>): string {
	return canonicalJson(
		[...records].map((incoming) => ({ ...incoming, cells: [...incoming.cells] }))
	);
}

/** Everything that is not in the trash, as one text. */
export function liveDigest(book: Book): string {
	return canonicalJson(
		tableNames.map((table) => [...book.all(table)].sort((a, b) => (a.id < b.id ? -1 : 1)))
	);
}
