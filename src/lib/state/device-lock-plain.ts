// Words in the open, when the lock is turned on: drafts and words left in forms go from localStorage to
// the place beside the book, where they are sealed.
import { DRAFT_PLACES, draftKey, textToDraft } from './drafts';
import { LEFT_PREFIX, leftKey, type LeftDisk } from './words-left';

/**
 * Moves them; throws when one could not be kept, and then it still lies where it was. Can be repeated.
 * @param disk seals what it keeps
 */
export async function sealPlainWords(storage: Storage, disk: LeftDisk): Promise<void> {
	for (let place = 0; place < DRAFT_PLACES; place++) {
		const key = draftKey(place);
		const text = storage.getItem(`kith:${key}`);
		const [here, there] = [textToDraft(text), textToDraft(await disk.getLocal(key))];
		if (text !== null && here && here.at > (there?.at ?? 0)) await keep(disk, key, text);
		storage.removeItem(`kith:${key}`);
	}
	for (const key of Object.keys(storage)) {
		if (!key.startsWith(LEFT_PREFIX)) continue;
		await keep(disk, leftKey(key.slice(LEFT_PREFIX.length)), storage.getItem(key) ?? '');
		storage.removeItem(key);
	}
}

async function keep(disk: LeftDisk, key: string, text: string): Promise<void> {
	await disk.setLocal(key, text);
	// A full disk takes a value and drops it when the transaction ends, so only reading tells.
	if ((await disk.getLocal(key)) !== text) throw new Error('Words could not be moved.');
}
