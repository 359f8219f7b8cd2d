// Who belongs to the book: the key's members, removing one of them, and taking over a newer key.
import type { Device } from '$lib/domain/records/device';
import type { Book } from '$lib/store/book';
import { Draft } from '$lib/store/change';
import { writeDraft } from '$lib/store/write';
import { areEqual } from './bytes';
import type { Kept, Keeping, KeptPeer } from './kept';
import { newBookKey, newestKey, type BookKey } from './keys';

/** Whether a key was made for a device; a first key is for whoever holds the code. */
export function isMember(key: BookKey, id: string): boolean {
	return key.members.length === 0 || key.members.includes(id);
}

/** Whether a device was removed from the book, as far as this one knows. */
export function isRemoved(book: Book, id: string): boolean {
	return deviceOf(book, id)?.removedAt !== undefined;
}

/** Whether a device with this public key belongs to the book. */
export function isKnown(book: Book, kept: Kept, id: string, publicKey: string): boolean {
	if (isRemoved(book, id)) return false;
	return deviceOf(book, id)?.publicKey === publicKey || kept.now.peers[id]?.publicKey === publicKey;
}

/** All removed devices: whoever is given a newer key is told of them, so that it shuts them out too. */
export function removedDevices(book: Book): Device[] {
	return devices(book).filter(({ removedAt }) => removedAt !== undefined);
}

/**
 * Removes a device: marks its record and makes the next key for those who stay. It keeps what it had.
 * Does nothing for this device itself.
 * @param now milliseconds since 1970
 */
export async function removeDevice(book: Book, kept: Kept, id: string, now: number): Promise<void> {
	if (id === book.device) return;
	const removedAt = new Date(now).toISOString();
	const { publicKey, name } = kept.now.peers[id] ?? {};
	// Let in, but its record has not come yet: then the mark goes ahead of it.
	const unseen = { id, name: name || id, since: removedAt, ...(publicKey && { publicKey }) };
	markRemoved(book, [{ ...(deviceOf(book, id) ?? unseen), removedAt } as Device]);
	await kept.change((held) => {
		const { publicKey: _, lacksKey: __, ...rest } = held.peers[id] ?? {};
		return { ...held, peers: { ...held.peers, [id]: rest } };
	});
	await settleKeys(book, kept);
}

/**
 * Makes the next key when the newest one is held by a removed device or was made without one that
 * belongs to the book. To be called after each merge; on all devices together it comes to rest, since a
 * key made from equal books needs no next one and of two made at once all choose the same.
 */
export async function settleKeys(book: Book, kept: Kept): Promise<void> {
	await kept.change((held) => {
		const newest = newestKey(held.keys);
		if (!newest || held.removedAt !== undefined || isRemoved(book, book.device)) return held;
		const stay = thoseWhoStay(book, held);
		const isShared = removedDevices(book).some(({ id }) => isMember(newest, id));
		const lacksOne = stay.some((id) => !isMember(newest, id));
		if (!isShared && !lacksOne) return held;
		return withKey(held, newBookKey(newest.generation + 1, stay), stay, book.device);
	});
}

/**
 * Takes over a key from a device that belongs to the book, with the removals it was made for.
 * @param from who gave it
 */
export async function takeKey(
	book: Book,
	kept: Kept,
	key: BookKey,
	removed: readonly Device[],
	from: string
): Promise<void> {
	// Before the key: whoever holds it must never count one of these as belonging to the book.
	markRemoved(
		book,
		removed.filter(({ id }) => id !== book.device)
	);
	await kept.change((held) => {
		if (held.keys.some(({ bytes }) => areEqual(bytes, key.bytes))) return held;
		const next = withKey(held, key, thoseWhoStay(book, held), book.device);
		return { ...next, peers: { ...next.peers, [from]: { ...next.peers[from], lacksKey: false } } };
	});
}

/**
 * Keeps a key this device came by with a code, or learns more of one it has: a code carries neither
 * the generation nor the members.
 */
export async function keepKey(kept: Kept, key: BookKey): Promise<void> {
	await kept.change((held) => {
		const own = held.keys.find(({ bytes }) => areEqual(bytes, key.bytes));
		if (!own) return { ...held, keys: [...held.keys, key] };
		const generation = Math.max(own.generation, key.generation);
		const members = [...new Set([...own.members, ...key.members])].sort();
		if (generation === own.generation && members.length === own.members.length) return held;
		const more = { ...own, generation, members };
		return { ...held, keys: held.keys.map((each) => (each === own ? more : each)) };
	});
}

function withKey(held: Keeping, key: BookKey, stay: readonly string[], own: string): Keeping {
	const lacking: Record<string, KeptPeer> = {};
	for (const id of stay) if (id !== own) lacking[id] = { ...held.peers[id], lacksKey: true };
	return { ...held, keys: [...held.keys, key], peers: { ...held.peers, ...lacking } };
}

/** The ids of all that belong to the book, this device among them, sorted. */
function thoseWhoStay(book: Book, held: Keeping): string[] {
	const listed = devices(book).filter(({ publicKey }) => publicKey !== undefined);
	const letIn = Object.keys(held.peers).filter((id) => held.peers[id]?.publicKey !== undefined);
	const ids = new Set<string>([book.device, ...listed.map(({ id }) => id), ...letIn]);
	return [...ids].filter((id) => !isRemoved(book, id)).sort();
}

function markRemoved(book: Book, removed: readonly Device[]): void {
	if (book.isNewer) return;
	const draft = new Draft();
	for (const device of removed) {
		const held = deviceOf(book, device.id);
		if (!held) draft.add('device', device);
		else if (!held.removedAt) draft.edit('device', device.id, { removedAt: device.removedAt });
	}
	if (draft.wishes.length > 0) writeDraft(book, draft);
}

function deviceOf(book: Book, id: string): Device | undefined {
	return book.get('device', id);
}

function devices(book: Book): Device[] {
	return [...book.all('device'), ...book.trashed('device')];
}
