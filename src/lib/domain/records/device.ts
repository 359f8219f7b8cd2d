// A device: one browser profile on one machine that holds a copy of the book.
import * as v from 'valibot';
import { everyRecord, idOf, instant, words } from './field';

export const device = v.object({
	...everyRecord,
	id: idOf<'device'>(),
	name: words,
	since: instant,
	/** When this device last handed out a backup. */
	backedUpAt: v.exactOptional(instant),
	/** What it looks like: the mark before its name. */
	kind: v.exactOptional(v.picklist(['phone', 'tablet', 'laptop'])),
	/** Its public key (ECDH P-256, SPKI, base64), by which the other devices know it again. */
	publicKey: v.exactOptional(words),
	/** When it was removed; it keeps what it had and is talked to no more. */
	removedAt: v.exactOptional(instant)
});

export type Device = Readonly<v.InferOutput<typeof device>>;
