// What is kept of other devices is never lost between two changes: on a disk that refuses, and in two tabs.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Book } from '$lib/store/book';
import { TestDevice } from '../../../tests/support/devices';
import { Kept } from './kept';
import { newBookKey } from './keys';
import { keepKey, takeKey } from './removing';

/** A place on disk that takes its time, can be full, and can drop what it said yes to. */
class Place {
	text: string | undefined = JSON.stringify({ keys: [], peers: {} });
	isFull = false;
	isForgetful = false;
	readonly book = {
		device: 'phone',
		getLocal: async (key: string) => {
			await turn();
			return key === 'device' ? 'phone' : this.text;
		},
		setLocal: async (_: string, value: string) => {
			await turn();
			if (this.isFull) throw new DOMException('', 'QuotaExceededError');
			if (!this.isForgetful) this.text = value;
		},
		// No device is known, none was removed.
		get: () => undefined,
		all: () => [],
		trashed: () => []
	} as unknown as Book;
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** A browser's locks, as far as one name goes. */
function someLocks(): Pick<LockManager, 'request'> {
	let last: Promise<unknown> = Promise.resolve();
	return {
		request: (_: string, work: unknown) => {
			const done = last.then(() => (work as () => Promise<unknown>)());
			last = done.catch(() => undefined);
			return done;
		}
	} as Pick<LockManager, 'request'>;
}

const opened: Kept[] = [];
async function open(book: Book): Promise<Kept> {
	const kept = await Kept.open(book);
	opened.push(kept);
	return kept;
}

afterEach(() => {
	for (const kept of opened.splice(0)) kept.close();
	vi.unstubAllGlobals();
});

describe('on a disk that refuses', () => {
	let place: Place;
	let kept: Kept;
	beforeEach(async () => {
		place = new Place();
		kept = await open(place.book);
	});
	const peersOnDisk = (): string[] =>
		Object.keys((JSON.parse(place.text ?? '') as { peers: object }).peers);

	test('what it did not take holds in this tab, and goes with the next change that it takes', async () => {
		place.isFull = true;
		await expect(kept.changePeer('a', { publicKey: 'k' })).rejects.toThrow();
		await expect(kept.changePeer('b', { levelBy: 'file' })).rejects.toThrow();
		expect(Object.keys(kept.now.peers)).toEqual(['a', 'b']);
		expect(peersOnDisk()).toEqual([]);
		place.isFull = false;
		await kept.changePeer('c', {});
		expect(peersOnDisk()).toEqual(['a', 'b', 'c']);
		expect(kept.now.peers['a']).toEqual({ publicKey: 'k' });
	});

	test('a key counts only from the disk, for now, for listeners and for whoever keeps it', async () => {
		const heard: number[] = [];
		kept.listen(() => heard.push(kept.now.keys.length));
		const key = newBookKey();
		place.isFull = true;
		await expect(keepKey(kept, key)).rejects.toThrow();
		// Held here already, but not there.
		await expect(keepKey(kept, key)).rejects.toThrow();
		await expect(takeKey(place.book, kept, key, [], 'laptop')).rejects.toThrow();
		expect(kept.now.keys).toEqual([]);
		place.isFull = false;
		await kept.changePeer('c', {});
		expect(kept.now.keys).toEqual([key]);
		expect(heard).toEqual([0, 0, 0, 1]);
		place.isFull = true;
		// What lies there is kept, whatever becomes of the rest.
		await expect(kept.changePeer('d', {})).rejects.toThrow();
		await expect(keepKey(kept, key)).resolves.toBeUndefined();
	});

	test('a yes that nothing follows is no yes', async () => {
		place.isForgetful = true;
		await expect(keepKey(kept, newBookKey())).rejects.toThrow('not kept');
		expect(kept.now.keys).toEqual([]);
	});

	test('a change that throws is left out of what is tried again', async () => {
		const wrong = kept.change(() => {
			throw new Error('wrong');
		});
		await expect(wrong).rejects.toThrow('wrong');
		await kept.changePeer('a', {});
		expect(peersOnDisk()).toEqual(['a']);
	});
});

describe('in two tabs', () => {
	test('both change it at once, and both changes are there', async () => {
		vi.stubGlobal('navigator', { locks: someLocks() });
		const place = new Place();
		const [one, other] = [await open(place.book), await open(place.book)];
		await Promise.all([
			one.change((now) => ({ ...now, keys: [newBookKey(2)] })),
			other.change((now) => ({ ...now, server: 'wss://x' }))
		]);
		const { now } = await open(place.book);
		expect([now.keys.length, now.server]).toEqual([1, 'wss://x']);
	});

	test('what one changes the other has at once, and its listeners hear of it once', async () => {
		const place = new Place();
		const [one, other] = [await open(place.book), await open(place.book)];
		const heard = vi.fn();
		other.listen(heard);
		await one.change((now) => ({ ...now, keys: [newBookKey(2)] }));
		await vi.waitFor(() => expect(other.now.keys).toHaveLength(1));
		expect(heard).toHaveBeenCalledTimes(1);
		expect(other.now).toEqual(one.now);
	});
});

describe('without a connection to the disk', () => {
	let device: TestDevice;
	beforeEach(() => {
		device = new TestDevice();
	});
	afterEach(() => device.end());

	test('nothing is said to be kept that is not, and it is kept later', async () => {
		const { book } = await device.open();
		const kept = await open(book);
		await keepKey(kept, newBookKey(1));
		// Somebody raises the version: the connection closes, as after a suspension.
		const db = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('kith-core', 3);
			request.onsuccess = () => resolve(request.result);
		});
		await expect(keepKey(kept, newBookKey(2))).rejects.toMatchObject({ name: 'InvalidStateError' });
		expect(kept.now.keys).toHaveLength(1);
		db.close();
		await vi.waitFor(() => book.getLocal('device'), { timeout: 5000 });
		await kept.changePeer('x', {});
		expect((await open(book)).now.keys).toHaveLength(2);
	});
});
