// A device: one browser profile on one machine that holds a copy of the book.
import * as v from 'valibot';
import { everyRecord, idOf, instant, words } from './field';

export const device = v.object({
	...everyRecord,
	id: idOf<'device'>(),
	name: words,
	since: instant,
	/** When this device last handed out a backup. */
	backedUpAt: v.exactOptional(instant)
});

export type Device = Readonly<v.InferOutput<typeof device>>;
