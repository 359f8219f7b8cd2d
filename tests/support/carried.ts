// Devices for tests of what is carried: a book in memory, what it keeps, and the world around them.
import type { Book } from '$lib/store/book';
import type { CarriedWorld, Consent } from '$lib/sync/carried';
import { Kept } from '$lib/sync/kept';
import type { BookKey } from '$lib/sync/keys';
import { Digests } from '$lib/sync/level';
import { ensureOwnDevice } from '$lib/sync/own-device';
import { aBook, TestClock } from './books';

export const noPause = async (): Promise<void> => undefined;

/** The first key of a test's book. */
export const KEY: BookKey = { generation: 1, bytes: new Uint8Array(32).fill(7), members: [] };

/** One device. What the rep is asked is noted in `asked` and answered by `says`. */
export interface CarriedDevice {
	readonly book: Book;
	readonly kept: Kept;
	readonly world: CarriedWorld;
	readonly clock: TestClock;
	readonly asked: Consent[];
	says: boolean;
}

/** The id of the device of this name. */
export function idOf(name: string): string {
	return `2026${name.padStart(17, '0')}`;
}

/** A paired device with an empty book but for itself. */
export async function aCarriedDevice(name: string, key: BookKey = KEY): Promise<CarriedDevice> {
	const clock = new TestClock();
	const book = await aBook(idOf(name), clock);
	const kept = await Kept.open(book);
	// Each device here has one tab, and all of them share this process.
	kept.close();
	await kept.change((now) => ({ ...now, keys: [key] }));
	await ensureOwnDevice(book, kept, { name, kind: 'phone' }, clock.ms);
	const asked: Consent[] = [];
	const device: CarriedDevice = {
		book,
		kept,
		clock,
		asked,
		says: true,
		world: {
			book,
			kept,
			digests: new Digests(book, noPause),
			now: clock.now,
			pause: noPause,
			consent: async (what) => {
				asked.push(what);
				return device.says;
			}
		}
	};
	return device;
}
