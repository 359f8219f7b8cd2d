// Whatever happens in whatever order to the storage of one device, an acknowledged word stays.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { seededRandom, type Random } from '$lib/domain/random';
import { Book } from '$lib/store/book';
import { Keeping } from '$lib/store/keeping';
import { openFiles } from '$lib/store/opfs';
import { fakeDisk, type FakeDisk } from '../support/files';
import { runs } from '../support/runs';
import { aNote, aPerson, NOON, TestClock, write } from '../support/books';

const STEPS = 24;
const FIRST_SEED = 20261122;

/** Every way in which the browser refuses a write: while it is asked, or when the transaction ends. */
const FAULTS = ['QuotaExceededError', 'AbortError', 'UnknownError', 'InvalidStateError'] as const;

/** One device: a book, its keeper, its file system, and everything it was told is saved. */
class Device {
	readonly disk: FakeDisk = fakeDisk();
	readonly acknowledged = new Set<string>();
	readonly log: string[] = [];
	readonly #random: Random;
	readonly #clock = new TestClock();
	#book: Book | undefined;
	#keeping: Keeping | undefined;
	#count = 0;

	constructor(random: Random) {
		this.#random = random;
		this.#clock.ms = NOON;
	}

	pick(count: number): number {
		return Math.floor(this.#random() * count);
	}

	async open(): Promise<Book> {
		if (this.#book) return this.#book;
		const book = await Book.open({
			now: this.#clock.now,
			random: this.#random,
			keep: async (written) => this.#keeping?.keep(written).catch(() => undefined)
		});
		await book.openYears(2026, async () => undefined);
		this.#keeping = new Keeping({
			files: await openFiles(),
			now: this.#clock.now,
			seal: undefined,
			budget: 1e9
		});
		const keeping = this.#keeping;
		await keeping.tend([...book.documents.keys()]).catch(() => undefined);
		this.#book = book;
		return book;
	}

	/** The page ends, without a chance to finish anything. */
	async end(): Promise<void> {
		await this.#book?.close();
		await this.#keeping?.close();
		this.#book = this.#keeping = undefined;
	}

	/** Writes something; it is acknowledged once the book says that it is saved. */
	async write(): Promise<void> {
		const book = await this.open();
		const text = `Word ${this.#count++}`;
		write(book, (draft) => {
			draft.add('note', aNote({ body: text }));
			if (this.pick(3) === 0) draft.add('person', aPerson({ name: text }));
		});
		const isPatient = this.pick(4) > 0;
		for (let round = 0; isPatient && book.pending > 0; round++) {
			if (round > 200) throw new Error('never saved');
			await new Promise((resolve) => setTimeout(resolve, 1));
			book.retry();
		}
		if (book.pending === 0) this.acknowledged.add(text);
	}

	async fold(): Promise<void> {
		await this.open();
		for (const name of ['kith-core', 'kith-journal-2026']) {
			await this.#keeping?.fold(name).catch(() => undefined);
		}
	}

	/** The browser finds its databases corrupt and deletes them. */
	async wipe(): Promise<void> {
		await this.end();
		for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
	}

	/** One row on disk is damaged, while the mirror is whole. */
	async damage(): Promise<void> {
		await this.open();
		await this.end();
		await new Promise<void>((resolve) => {
			const request = indexedDB.open('kith-journal-2026');
			request.onsuccess = () => {
				const db = request.result;
				const updates = db.transaction('updates', 'readwrite').objectStore('updates');
				updates.getAllKeys().onsuccess = ({ target }) => {
					const keys = (target as IDBRequest<IDBValidKey[]>).result;
					const key = keys[this.pick(keys.length)];
					if (key !== undefined) {
						if (this.pick(2) === 0) updates.delete(key);
						else updates.put(new Uint8Array([this.pick(256), this.pick(256)]), key);
					}
				};
				updates.transaction.oncomplete = () => {
					db.close();
					resolve();
				};
			};
		});
	}

	async check(): Promise<void> {
		await this.end();
		const book = await this.open();
		const said = new Set(book.all('note').map(({ body }) => body));
		const lost = [...this.acknowledged].filter((text) => !said.has(text));
		expect(lost, this.log.join(' ')).toEqual([]);
	}
}

/** Lets a few of the coming writes fail. */
function fail(device: Device): void {
	const name = FAULTS[device.pick(FAULTS.length)] ?? 'AbortError';
	const isLate = device.pick(2) === 0;
	const add = IDBObjectStore.prototype.add;
	let left = 1 + device.pick(3);
	const spy = vi.spyOn(IDBObjectStore.prototype, 'add');
	spy.mockImplementation(function (this: IDBObjectStore, ...row) {
		if (left-- <= 0) return add.apply(this, row);
		if (!isLate) throw new DOMException('injected', name);
		const request = add.apply(this, row);
		const { transaction } = this;
		Object.defineProperty(transaction, 'error', { value: new DOMException('injected', name) });
		request.addEventListener('success', () => transaction.abort());
		return request;
	});
}

const schedule: [string, number, (device: Device) => Promise<void>][] = [
	['write', 10, (device) => device.write()],
	[
		'fail',
		4,
		async (device) => {
			vi.restoreAllMocks();
			fail(device);
			await device.write();
		}
	],
	['fold', 2, (device) => device.fold()],
	['end', 2, (device) => device.end()],
	['wipe', 1, (device) => device.wipe()],
	['damage', 1, (device) => device.damage()],
	['check', 1, (device) => device.check()]
];
const weights = schedule.flatMap((entry) => Array.from({ length: entry[1] }, () => entry));

async function run(seed: number): Promise<Device> {
	const device = new Device(seededRandom(seed));
	vi.stubGlobal('navigator', { storage: { getDirectory: async () => device.disk.directory } });
	for (let step = 0; step < STEPS; step++) {
		const [name, , work] = weights[device.pick(weights.length)] ?? weights[0]!;
		device.log.push(name);
		await work(device);
	}
	vi.restoreAllMocks();
	await device.check();
	await device.end();
	return device;
}

afterEach(async () => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
	localStorage.clear();
});

describe('a device whose storage fails in every way', () => {
	test.each(Array.from({ length: runs(20) }, (_, at) => FIRST_SEED + at))(
		'keeps every acknowledged word (seed %i)',
		async (seed) => {
			const { acknowledged } = await run(seed);
			expect(acknowledged.size).toBeGreaterThan(0);
		}
	);
});
