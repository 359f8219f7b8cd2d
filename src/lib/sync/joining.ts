// Joining another's book: its key stands apart from those of the book this device has until the rep's first
// yes. Until then it opens files and finds the other device, and nothing is written under it by itself.
import { Draft } from '$lib/store/change';
import type { Book } from '$lib/store/book';
import { writeDraft } from '$lib/store/write';
import { areEqual } from './bytes';
import type { Joining, Keeping, Kept } from './kept';
import { newestKey, type BookKey } from './keys';

/** The keys that carried files are read and sealed with. */
export function carriedKeys({ keys, joining }: Keeping): readonly BookKey[] {
	return joining ? [joining.key] : keys;
}

/** The one of them that new files are sealed with. */
export function carriedKey(now: Keeping): BookKey | undefined {
	return newestKey(carriedKeys(now));
}

/**
 * The rep has said yes: from here on the two have one book, and its key takes the place of those of the
 * book before, whose devices have to be added again. The same when nothing is being joined.
 * @param from the device whose book it is
 * @param about what that device says of the key, which a code does not tell
 */
export function joined(
	now: Keeping,
	from: string,
	about?: Pick<BookKey, 'generation' | 'members'>
): Keeping {
	const { joining, removedAt: _, ...rest } = now;
	if (!joining) return now;
	const isIt = ({ bytes }: BookKey): boolean => areEqual(bytes, joining.key.bytes);
	// A conversation that goes on already knows the most of it.
	const key = now.keys.find(isIt) ?? { ...joining.key, ...about };
	const { [from]: peer } = now.peers;
	const isOther = now.keys.some((one) => !isIt(one));
	return {
		...rest,
		keys: [key],
		peers: isOther ? (peer ? { [from]: peer } : {}) : now.peers,
		...(joining.server === undefined ? {} : { server: joining.server })
	};
}

/**
 * A removed device joins a book: nobody lets its old id in ever again, so it takes another one, with keys
 * of its own, as a device does that was wiped. The page has to be loaded anew after it; the joining waits
 * there. Rejects when the disk takes nothing.
 * @param id the new one
 * @param now milliseconds since 1970
 */
export async function comeBackAs(
	id: string,
	{ book, kept }: { readonly book: Book; readonly kept: Kept },
	joining: Joining,
	now: number
): Promise<void> {
	const own = book.get('device', book.device);
	if (own && own.removedAt === undefined && !book.isNewer) {
		const removedAt = kept.now.removedAt ?? new Date(now).toISOString();
		const draft = new Draft();
		draft.edit('device', book.device, { removedAt });
		writeDraft(book, draft);
		await book.saved();
	}
	// First the id: cut off in between, this device still counts as removed and does all of it again.
	await book.setLocal('device', id);
	await kept.change(({ server }) => ({
		...{ keys: [], peers: {}, joining, id },
		...(server === undefined ? {} : { server })
	}));
}
