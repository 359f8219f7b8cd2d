// Turning the lock on and off, broken off at every step and begun again; idle time; and words in the open.
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Argon2 } from '$lib/store/argon2';
import { inState, makeKeyring, type Keyring } from '$lib/store/keyring';
import { KEYRING_KEY } from '$lib/store/keyring-key';
import { readKeyring, writeKeyring, type Place } from '$lib/store/keyring-place';
import type { Seal } from '$lib/store/seal';
import { chooseIdle, watchIdle } from './device-lock-idle';
import { sealPlainWords } from './device-lock-plain';
import { finishTurningOff, finishTurningOn, type Sealable } from './device-lock-turning';
import { whyNoLock, type LockWorld } from './device-lock-world';
import { plainStore } from './plain-store';

const quick: Argon2 = async ({ secret }) =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(secret)));

const draft = (text: string, at: number): string =>
	JSON.stringify({
		text,
		people: [],
		newPeople: [],
		declined: [],
		promises: [],
		from: '',
		saving: [],
		at
	});

/** A power cut: thrown from the step that is reached when the steps are used up. */
class Cut extends Error {}

class World {
	steps = Number.POSITIVE_INFINITY;
	/** The id of the key that rows and values are sealed with, '' for none. */
	rows = ['', '', ''];
	local = new Map<string, { text: string; sealedWith: string }>();
	#key = '';
	readonly file = this.#place(new Map<string, string>());
	readonly world: LockWorld = {
		places: async () => [this.file, this.#place(localStorage)],
		storage: localStorage,
		locks: undefined,
		now: () => 0,
		wash: async () => undefined,
		reload: () => undefined
	};
	readonly book: Sealable = {
		saved: async () => undefined,
		reseal: async (to: Seal | undefined) => {
			this.#key = to?.id ?? '';
			for (let row = 0; row < this.rows.length; row++) {
				this.#step();
				this.rows[row] = this.#key;
			}
			for (const value of this.local.values()) value.sealedWith = this.#key;
		},
		getLocal: async (key) => this.local.get(key)?.text,
		setLocal: async (key, text) => {
			this.#step();
			this.local.set(key, { text, sealedWith: this.#key });
		}
	};

	#step(): void {
		if (this.steps-- <= 0) throw new Cut();
	}

	#place(store: Map<string, string> | Storage): Place {
		const at = (): string | undefined =>
			store instanceof Map ? store.get('lock') : (store.getItem(KEYRING_KEY) ?? undefined);
		return {
			read: async () => at(),
			write: async (text) => {
				this.#step();
				if (store instanceof Map) store.set('lock', text);
				else store.setItem(KEYRING_KEY, text);
			},
			remove: async () => {
				this.#step();
				if (store instanceof Map) store.delete('lock');
				else store.removeItem(KEYRING_KEY);
			}
		};
	}
}

let made: { keyring: Keyring; seal: Seal };

beforeAll(async () => {
	const result = await makeKeyring('four plain words', quick);
	if (!result.ok) throw new Error(result.fault);
	made = result;
});

beforeEach(() => {
	localStorage.clear();
});

async function keyringOf({ world }: World): Promise<Keyring | undefined> {
	const found = await readKeyring(await world.places());
	return found.ok ? found.keyring : undefined;
}

/** How many steps there are until it is done. */
const ENOUGH = 40;

describe('broken off at any step', () => {
	test('turning on is found in the keyring, and a second run finishes it', async () => {
		let cuts = 0;
		for (let steps = 0; steps < ENOUGH; steps++) {
			localStorage.clear();
			localStorage.setItem('kith:draft:0', draft('Half a note', 5));
			localStorage.setItem('kith:left:touch:ada', 'Half a sentence');
			const world = new World();
			await writeKeyring(await world.world.places(), made.keyring);
			world.steps = steps;
			try {
				await finishTurningOn(world.book, made.keyring, made.seal, world.world);
			} catch {
				cuts++;
			}
			world.steps = Number.POSITIVE_INFINITY;
			const found = await keyringOf(world);
			// Whatever is sealed, there is a keyring for it.
			expect(found?.id).toBe(made.keyring.id);
			if (found?.state === 'turning-on') {
				await finishTurningOn(world.book, found, made.seal, world.world);
			}
			expect((await keyringOf(world))?.state).toBe('on');
			expect(world.rows).toEqual(Array.from(world.rows, () => made.seal.id));
			expect(world.local.get('draft:0')).toEqual({
				text: draft('Half a note', 5),
				sealedWith: made.seal.id
			});
			expect(world.local.get('left:touch:ada')?.text).toBe('Half a sentence');
			expect(Object.keys(localStorage)).toEqual([KEYRING_KEY]);
		}
		expect(cuts).toBeGreaterThan(5);
		expect(cuts).toBeLessThan(ENOUGH);
	});

	test('turning off keeps the keyring until the last row is open', async () => {
		let cuts = 0;
		for (let steps = 0; steps < ENOUGH; steps++) {
			localStorage.clear();
			const world = new World();
			world.rows = world.rows.map(() => made.seal.id);
			const off = inState(made.keyring, 'turning-off');
			await writeKeyring(await world.world.places(), off);
			world.steps = steps;
			try {
				await finishTurningOff(world.book, world.world);
			} catch {
				cuts++;
			}
			world.steps = Number.POSITIVE_INFINITY;
			const found = await keyringOf(world);
			if (found) {
				expect(found.state).toBe('turning-off');
				await finishTurningOff(world.book, world.world);
			}
			expect(world.rows).toEqual(['', '', '']);
			expect(await keyringOf(world)).toBeUndefined();
		}
		expect(cuts).toBeGreaterThan(3);
		expect(cuts).toBeLessThan(ENOUGH);
	});
});

describe('words in the open', () => {
	test('a newer draft beside the book stays', async () => {
		const world = new World();
		localStorage.setItem('kith:draft:1', draft('older', 5));
		await world.book.setLocal('draft:1', draft('newer', 6));
		await sealPlainWords(localStorage, world.book);
		expect(world.local.get('draft:1')?.text).toBe(draft('newer', 6));
		expect(localStorage).toHaveLength(0);
	});

	test('what could not be moved lies where it was', async () => {
		localStorage.setItem('kith:left:fact:bo', 'Sails');
		const full = { getLocal: async () => undefined, setLocal: async () => undefined };
		await expect(sealPlainWords(localStorage, full)).rejects.toThrow('Words could not be moved');
		expect(localStorage.getItem('kith:left:fact:bo')).toBe('Sails');
	});

	test('there is no place for them while the book is locked', () => {
		expect(plainStore()).toBe(localStorage);
		localStorage.setItem(KEYRING_KEY, 'anything');
		expect(plainStore()).toBeUndefined();
	});
});

describe('nobody there', () => {
	let now = 0;
	const minutes = (count: number): void => {
		now += count * 60_000;
		vi.advanceTimersByTime(count * 60_000);
	};
	function watch() {
		const onidle = vi.fn();
		const ontell = vi.fn();
		const watched = watchIdle({ storage: localStorage, now: () => now, ontell, onidle });
		return { ...watched, onidle, ontell };
	}

	beforeEach(() => {
		now = 0;
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	test('locks after fifteen minutes unless something else was chosen', () => {
		const { onidle, stop } = watch();
		minutes(14.9);
		expect(onidle).not.toHaveBeenCalled();
		minutes(0.2);
		expect(onidle).toHaveBeenCalledTimes(1);
		stop();
	});

	test('a key, a touch or another tab begins the time anew', () => {
		chooseIdle(localStorage, '5');
		const { onidle, seen, stop } = watch();
		minutes(4);
		window.dispatchEvent(new Event('keydown'));
		minutes(4);
		window.dispatchEvent(new Event('pointerdown'));
		minutes(4);
		seen();
		minutes(4);
		expect(onidle).not.toHaveBeenCalled();
		minutes(2);
		expect(onidle).toHaveBeenCalled();
		stop();
	});

	test('the first touch after a sleep comes too late', () => {
		chooseIdle(localStorage, '1');
		const { onidle, stop } = watch();
		// Timers stand still while the machine sleeps; the clock does not.
		now += 10 * 60_000;
		window.dispatchEvent(new Event('pointermove'));
		expect(onidle).toHaveBeenCalledTimes(1);
		stop();
	});

	test('never is never', () => {
		chooseIdle(localStorage, 'never');
		const { onidle, stop } = watch();
		minutes(6_000);
		expect(onidle).not.toHaveBeenCalled();
		stop();
	});
});

test('no lock is offered where it would only hide the book', () => {
	const { world } = new World();
	vi.stubGlobal('isSecureContext', false);
	expect(whyNoLock(world)).toBe('NoCrypto');
	vi.stubGlobal('isSecureContext', true);
	expect(whyNoLock(world)).toBe('NoStorage');
	expect(whyNoLock({ ...world, locks: {} as LockManager })).toBeUndefined();
	vi.unstubAllGlobals();
});
