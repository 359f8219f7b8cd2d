// This device as the other devices see it: its keys, and its record in the book.
import type { Device } from '$lib/domain/records/device';
import type { Book } from '$lib/store/book';
import { Draft } from '$lib/store/change';
import { writeDraft } from '$lib/store/write';
import { newDeviceKeys } from './handover';
import type { Kept } from './kept';

/**
 * Makes this device's keys and its record in the book, or fills in what the record lacks. A name the
 * rep has given stays. To be called before anything else is done with other devices.
 * @param now milliseconds since 1970
 */
export async function ensureOwnDevice(
	book: Book,
	kept: Kept,
	about: { readonly name: string; readonly kind: NonNullable<Device['kind']> },
	now: number
): Promise<void> {
	if (!kept.now.device) {
		const made = await newDeviceKeys();
		// Another tab may have made them meanwhile; a device has one pair for good.
		await kept.change((held) => (held.device ? held : { ...held, device: made }));
	}
	const publicKey = kept.now.device?.publicKey;
	if (publicKey === undefined || book.isNewer) return;
	const id = book.device;
	const held = book.get('device', id);
	const draft = new Draft();
	if (!held) {
		const since = new Date(now).toISOString();
		draft.add('device', { id, name: about.name, kind: about.kind, since, publicKey });
	} else {
		if (held.publicKey !== publicKey) draft.edit('device', id, { publicKey });
		if (!held.kind) draft.edit('device', id, { kind: about.kind });
	}
	if (draft.wishes.length > 0) writeDraft(book, draft);
}
