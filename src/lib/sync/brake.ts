// The brake: how much of what is here a merge would trash, erase or change, found out before it happens.
// It is for files and folders, where what comes may be old, rolled back or made by a device that went wrong
// unseen. Directly there is none, and that is decided: both devices are open in the rep's hands, what he
// does on one he means, and it is there on the other at once. A first meeting has its look and its restore
// point either way, and what was trashed rests for thirty days.
import { decodeUpdate, getState, isDeleted, Item } from 'yjs';
import { canonicalJson } from '$lib/domain/canonical';
import type { Book } from '$lib/store/book';
import { CORE } from '$lib/store/documents';
import { recordOfKey } from '$lib/store/versions';
import { PeopleThere } from './people-there';
import { slicesOf } from './slices';

/** So few people may always be changed. */
const FEW = 5;
/** A larger part of the people than one in this many is too much to go unasked. */
const PART = 5;
const NAMES = 20;

/** What a merge would do to the people here. */
export interface Weight {
	/** Up to twenty names of those who would go to the trash or for good. */
	readonly trashed: readonly string[];
	/** How many those are, and how many would be changed in any way. */
	readonly trashing: number;
	readonly changed: number;
	/** How many people are here. */
	readonly of: number;
}

/**
 * What updates of the core document would do, when that is more than a fifth of the people and more than
 * five; else undefined. Only when it could be so is it worked out on a copy, with pauses.
 * @param updates in the order they would be applied; the first builds on what is here
 */
export async function weigh(
	book: Book,
	updates: readonly Uint8Array[],
	pause: () => Promise<void>
): Promise<Weight | undefined> {
	const people = book.all('person');
	const isLarge = (many: number): boolean => many > FEW && many * PART > people.length;
	if (!isLarge(people.length)) return undefined;
	const touched = await touchedBy(book, updates, pause);
	if (!isLarge(touched.size)) return undefined;
	const beside = new PeopleThere();
	await beside.take(wholeOf(book), pause);
	await beside.take(updates, pause);
	const trashed: string[] = [];
	let [trashing, changed, seen] = [0, 0, 0];
	for (const person of people) {
		if (!touched.has(person.id)) continue;
		const after = beside.person(person.id);
		if (!after || after.trashedAt !== undefined) {
			trashing++;
			changed++;
			if (trashed.length < NAMES) trashed.push(person.name);
		} else if (canonicalJson(after) !== canonicalJson(person)) {
			changed++;
		}
		if (++seen % 200 === 0) await pause();
	}
	beside.end();
	return isLarge(changed) ? { trashed, trashing, changed, of: people.length } : undefined;
}

/**
 * The ids that updates say anything new of: at least all people they would change. A version written
 * again takes away the one before it, and a new writer's version is named in full.
 */
async function touchedBy(
	book: Book,
	updates: readonly Uint8Array[],
	pause: () => Promise<void>
): Promise<ReadonlySet<string>> {
	const { doc } = book.document(CORE);
	const versions = doc.getMap('person');
	const touched = new Set<string>();
	const note = (key: string): void => {
		const id = recordOfKey(key);
		const person = book.get('person', id);
		if (person && person.trashedAt === undefined) touched.add(id);
	};
	for (const update of updates) {
		const { structs, ds } = decodeUpdate(update);
		for (const struct of structs) {
			if (!(struct instanceof Item) || struct.parentSub === null) continue;
			const isNew = struct.id.clock + struct.length > getState(doc.store, struct.id.client);
			// Read from an update, the parent is still the name of a root type.
			const parent: unknown = struct.parent;
			if (isNew && (parent === 'person' || parent === 'erased')) note(struct.parentSub);
		}
		if (ds.clients.size > 0) {
			for (const [key, item] of versions._map) {
				if (!item.deleted && isDeleted(ds, item.id)) note(key);
			}
		}
		await pause();
	}
	return touched;
}

/** The core document as updates from nothing. */
export function* wholeOf(book: Book): Generator<Uint8Array> {
	for (const { update } of slicesOf(book.document(CORE).doc, undefined)) yield update;
}
