// Offline says ready only when it is true, and updates without losing words or reloading twice.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Offline, type OfflineMeans } from './offline.svelte';

/** A browser whose worker does what the test tells it. */
class FakeBrowser {
	readonly said: string[] = [];
	readonly registered: unknown[] = [];
	reloads = 0;
	whole: unknown = true;
	refuses = false;
	controller: object | null = null;
	activate: () => void = () => undefined;
	readonly #active = new Promise<{ active: object }>((resolve) => {
		this.activate = () => {
			resolve({ active: {} });
		};
	});
	readonly #heard = new Map<string, (() => void)[]>();

	emit(event: string): void {
		for (const listener of this.#heard.get(event) ?? []) listener();
	}

	means(): OfflineMeans {
		const { registered, refuses, said } = this;
		const listen = (event: string, listener: () => void): void => {
			this.#heard.set(event, [...(this.#heard.get(event) ?? []), listener]);
		};
		class FakeWorkbox {
			readonly addEventListener = listen;
			constructor(url: string, options: unknown) {
				registered.push(url, options);
			}
			register(): Promise<void> {
				return refuses ? Promise.reject(new Error('no')) : Promise.resolve();
			}
			messageSkipWaiting(): void {
				said.push('SKIP_WAITING');
			}
		}
		const messageSW = (_worker: object, { type }: { type: string }): Promise<unknown> => {
			said.push(type);
			return Promise.resolve(this.whole);
		};
		return {
			container: { controller: this.controller, ready: this.#active },
			load: () => Promise.resolve({ Workbox: FakeWorkbox, messageSW }),
			reload: () => this.reloads++
		} as unknown as OfflineMeans;
	}
}

const PLACE = { url: '/kith/service-worker.js', scope: '/kith/' };

beforeEach(() => vi.stubEnv('DEV', false));
afterEach(() => vi.unstubAllEnvs());

/** An app that already runs from its worker. */
async function aRunningApp(world: FakeBrowser): Promise<Offline> {
	world.controller = {};
	world.activate();
	const offline = new Offline(PLACE, world.means());
	await offline.start();
	return offline;
}

describe('ready for offline', () => {
	test('is not said before the worker is active and has looked into its cache', async () => {
		const world = new FakeBrowser();
		const offline = new Offline(PLACE, world.means());
		expect(offline.state).toBe('unsupported');
		const started = offline.start();
		expect(offline.state).toBe('installing');
		await new Promise((done) => setTimeout(done));
		expect(offline.state).toBe('installing');
		expect(world.said).toEqual([]);
		world.activate();
		await started;
		expect(world.said).toEqual(['IS_WHOLE']);
		expect(offline.state).toBe('ready');
		expect(world.registered).toEqual([PLACE.url, { scope: PLACE.scope }]);
	});

	test('is not said when a file is missing from the cache', async () => {
		const world = new FakeBrowser();
		world.whole = false;
		expect((await aRunningApp(world)).state).toBe('failed');
	});

	test('is not said when the registration is refused', async () => {
		const world = new FakeBrowser();
		world.refuses = true;
		expect((await aRunningApp(world)).state).toBe('failed');
	});

	test('is not said when the installation breaks off', async () => {
		const world = new FakeBrowser();
		const offline = new Offline(PLACE, world.means());
		void offline.start();
		await new Promise((done) => setTimeout(done));
		world.emit('redundant');
		expect(offline.state).toBe('failed');
	});

	test('is unsupported where there are no workers, and in development', async () => {
		const offline = new Offline(PLACE, { ...new FakeBrowser().means(), container: undefined });
		await offline.start();
		expect(offline.state).toBe('unsupported');
		vi.stubEnv('DEV', true);
		const world = new FakeBrowser();
		expect((await aRunningApp(world)).state).toBe('unsupported');
		expect(world.registered).toEqual([]);
	});
});

describe('a newer version', () => {
	test('waits until asked, flushes writes, then reloads once', async () => {
		const world = new FakeBrowser();
		const offline = await aRunningApp(world);
		expect(offline.updateReady).toBe(false);
		await offline.applyUpdate(() => Promise.reject(new Error('nothing to apply')));
		world.emit('waiting');
		expect(offline.updateReady).toBe(true);
		const order: string[] = [];
		await offline.applyUpdate(() => {
			order.push('flushed', ...world.said);
			return Promise.resolve();
		});
		expect(order).toEqual(['flushed', 'IS_WHOLE']);
		expect(world.said).toEqual(['IS_WHOLE', 'SKIP_WAITING']);
		expect(world.reloads).toBe(0);
		world.emit('controlling');
		world.emit('controlling');
		expect(world.reloads).toBe(1);
	});

	test('stays away while writes are not on disk, and can be asked for again', async () => {
		const world = new FakeBrowser();
		const offline = await aRunningApp(world);
		world.emit('waiting');
		await expect(offline.applyUpdate(() => Promise.reject(new Error('full')))).rejects.toThrow(
			'full'
		);
		expect(world.said).toEqual(['IS_WHOLE']);
		await offline.applyUpdate(() => Promise.resolve());
		expect(world.said).toEqual(['IS_WHOLE', 'SKIP_WAITING']);
	});

	test('brought in by another tab never reloads this one unasked', async () => {
		const world = new FakeBrowser();
		const offline = await aRunningApp(world);
		world.emit('controlling');
		expect(world.reloads).toBe(0);
		expect(offline.updateReady).toBe(true);
		await offline.applyUpdate(() => Promise.resolve());
		expect(world.reloads).toBe(1);
	});

	test('is not what the first worker is when it takes over its own page', async () => {
		const world = new FakeBrowser();
		world.activate();
		const offline = new Offline(PLACE, world.means());
		await offline.start();
		world.emit('controlling');
		expect(offline.updateReady).toBe(false);
		expect(world.reloads).toBe(0);
	});
});
