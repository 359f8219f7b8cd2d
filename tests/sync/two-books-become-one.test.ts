// Two grown books meet for the first time, from the code to one book on both: with the real conversation
// in between, and the rep's own steps on either side.
// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { Devices } from '$lib/state/devices.svelte';
import type { Sync, Talking } from '$lib/state/devices-sync';
import { Kith } from '$lib/state/kith.svelte';
import { undo } from '$lib/state/undoing';
import { Kept } from '$lib/sync/kept';
import { newBookKey, newestKey, type BookKey } from '$lib/sync/keys';
import { comeBackAs, joined } from '$lib/sync/joining';
import { Digests } from '$lib/sync/level';
import { ensureOwnDevice } from '$lib/sync/own-device';
import type { Pipe } from '$lib/sync/pipe';
import { removeDevice } from '$lib/sync/removing';
import { Session } from '$lib/sync/session';
import { recordsWaiting } from '$lib/sync/waiting';
import * as points from '$lib/state/points';
import { aBook, anId, aNote, aPerson, digest, NOON, TestClock, write } from '../support/books';
import { pipePair } from '../support/pipes';

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** One device with everything but the network. */
class End {
	readonly kith: Kith;
	readonly kept: Kept;
	readonly digests: Digests;
	readonly sync: Sync;
	readonly devices: Devices;
	#sessions: Session[] = [];
	readonly #listeners = new Set<() => void>();
	joined: BookKey | undefined;

	private constructor(kith: Kith, kept: Kept, name: string) {
		const { book } = kith;
		this.kith = kith;
		this.kept = kept;
		this.digests = new Digests(book, pause);
		const now = (): number => kith.clock.exactly();
		const none = (): void => undefined;
		const sessions = (): readonly Session[] => this.#sessions;
		const direct: Talking = {
			get sessions() {
				return sessions();
			},
			...{ meetingPoint: 'there', start: none, stop: none, leave: none, wake: none },
			join: (key) => void (this.joined = key),
			...{ offer: () => Promise.reject(new Error()), answer: () => Promise.reject(new Error()) },
			...{ finish: () => Promise.resolve(false), dropOffer: none },
			listen: (listener) => {
				this.#listeners.add(listener);
				return () => this.#listeners.delete(listener);
			}
		};
		const not = () => Promise.reject(new Error('not here'));
		this.sync = {
			...{ kept, direct, isPairing: false },
			ensureOwn: () => ensureOwnDevice(book, kept, { name, kind: 'phone' }, now()),
			newKey: () => newBookKey(),
			newestKey: () => newestKey(kept.now.keys),
			join: (from) => kept.change((now) => joined(now, from)),
			comeBack: (joining) => comeBackAs(anId<'device'>(), { book, kept }, joining, now()),
			remove: (id) => removeDevice(book, kept, id, now()),
			waiting: (has) => recordsWaiting(book, has),
			...{ exchange: not, fileToSend: not, takeFiles: not }
		};
		this.devices = new Devices(kith, () => Promise.resolve(this.sync));
	}

	static async open(name: string): Promise<End> {
		const clock = new TestClock(NOON);
		const book = await aBook(anId<'device'>(), clock);
		await book.openYears(2026, async () => undefined);
		const locals = new Map<string, string>();
		book.getLocal = (key) => Promise.resolve(locals.get(key));
		book.setLocal = (key, value) => Promise.resolve(void locals.set(key, value));
		return new End(new Kith(book, clock.now), await Kept.open(book), name);
	}

	/** A conversation begins over a pipe. */
	meet(pipe: Pipe, key: BookKey): void {
		const { kept, digests } = this;
		const isSame = (one: BookKey): boolean => String(one.bytes) === String(key.bytes);
		const world = { book: this.kith.book, kept, digests, key, pause };
		const session = new Session(pipe, {
			...world,
			now: () => this.kith.clock.exactly(),
			isPairing: () => this.sync.isPairing,
			isJoining: !kept.now.keys.some(isSame),
			onstanding: () => this.#tell()
		});
		this.#sessions = [session];
		this.#tell();
	}

	#tell(): void {
		setTimeout(() => {
			for (const listener of [...this.#listeners]) listener();
		});
	}
}

let ends: End[] = [];

afterEach(() => {
	for (const { devices, sync } of ends) {
		for (const talk of sync.direct.sessions) talk.end();
		devices.end();
	}
	ends = [];
	vi.restoreAllMocks();
});

function peopleOn({ kith }: End): string[] {
	return kith.book
		.all('person')
		.map(({ name }) => name)
		.sort();
}

async function connect(phone: End, laptop: End): Promise<void> {
	const { a, b } = pipePair();
	const key = phone.sync.newestKey();
	if (!key || !laptop.joined) throw new Error('nobody shows or joins');
	phone.meet(a, key);
	laptop.meet(b, laptop.joined);
	await vi.waitFor(() => expect(phone.devices.door).toBeDefined());
	await vi.waitFor(() => expect(laptop.devices.door).toBeDefined());
}

test('code, words, look, go: then both hold one book, and the same person once', async () => {
	const point = vi.spyOn(points, 'keepWayBack').mockResolvedValue(true);
	const [phone, laptop] = [await End.open('phone'), await End.open('laptop')];
	ends = [phone, laptop];
	const emails = [{ value: 'ada@x.example' }];
	const ada = aPerson({ name: 'Ada Lindqvist', emails });
	const twin = aPerson({ name: 'Ada Lindqvist', emails, title: 'Buyer' });
	write(phone.kith.book, (draft) => {
		draft.add('person', ada);
		draft.add('person', aPerson({ name: 'Omar' }));
	});
	write(laptop.kith.book, (draft) => {
		draft.add('person', twin);
		draft.add('note', aNote({ people: [twin.id], body: 'Keeps bees.' }));
	});
	await phone.devices.show();
	const own = { server: 'wss://meet.example' };
	await laptop.kept.change((now) => ({ ...now, ...own }));
	expect(await laptop.devices.join(phone.devices.shown?.link ?? '')).toBeUndefined();
	await connect(phone, laptop);
	expect(laptop.devices.door?.words).toEqual(phone.devices.door?.words);
	expect(laptop.devices.door?.name).toBe('phone');
	await laptop.devices.letIn();
	await phone.devices.letIn();
	await vi.waitFor(() => expect(laptop.devices.merge?.phase).toBe('ready'));
	expect(laptop.devices.merge).toMatchObject({ name: 'phone', there: 2, here: 1 });
	expect(laptop.devices.merge?.alike).toMatchObject([{ same: true, here: { id: twin.id } }]);
	expect(peopleOn(phone)).toEqual(['Ada Lindqvist', 'Omar']);
	expect(peopleOn(laptop)).toEqual(['Ada Lindqvist']);
	expect(laptop.kept.now.keys).toEqual([]);
	expect(phone.devices.shown).toBeUndefined();
	await laptop.devices.go();
	expect(point).toHaveBeenCalledWith(laptop.kith, 'first-merge');
	// The one that shows the code is written into as well.
	expect(point).toHaveBeenCalledWith(phone.kith, 'first-merge');
	await vi.waitFor(() => expect(laptop.devices.merge?.phase).toBe('done'), 5000);
	await vi.waitFor(() => expect(digest(phone.kith.book)).toBe(digest(laptop.kith.book)), 5000);
	expect(peopleOn(phone)).toEqual(['Ada Lindqvist', 'Omar']);
	expect(phone.kith.book.get('person', ada.id)?.title).toBe('Buyer');
	expect(phone.kith.book.about('note', ada.id).map(({ body }) => body)).toEqual(['Keeps bees.']);
	expect(laptop.kept.now.keys.map(({ bytes }) => bytes)).toEqual(
		phone.kept.now.keys.map(({ bytes }) => bytes)
	);
	await vi.waitFor(() => {
		expect(phone.devices.lines[1]?.says).toMatch(/^Level today .+, 2 people on both$/);
	}, 5000);
	// What is undone on one device is undone on both.
	expect(undo(laptop.kith)).toBe(true);
	await vi.waitFor(() => expect(peopleOn(phone)).toHaveLength(3), 5000);
});

test('whoever says no keeps the two books apart', async () => {
	vi.spyOn(points, 'keepWayBack').mockResolvedValue(true);
	const [phone, laptop] = [await End.open('phone'), await End.open('laptop')];
	ends = [phone, laptop];
	write(phone.kith.book, (draft) => draft.add('person', aPerson({ name: 'Omar' })));
	write(laptop.kith.book, (draft) => draft.add('person', aPerson({ name: 'Ellen' })));
	await phone.devices.show();
	await laptop.kept.change((now) => ({ ...now, server: 'wss://meet.example' }));
	await laptop.devices.join(phone.devices.shown?.code ?? '');
	await connect(phone, laptop);
	await laptop.devices.letIn();
	await phone.devices.letIn();
	await vi.waitFor(() => expect(laptop.devices.merge?.phase).toBe('ready'));
	laptop.devices.cancelMerge();
	await vi.waitFor(() => expect(laptop.devices.joining).toBeUndefined());
	await vi.waitFor(() => expect(laptop.sync.direct.sessions[0]?.standing.is).toBe('parted'));
	expect([peopleOn(phone), peopleOn(laptop)]).toEqual([['Omar'], ['Ellen']]);
	expect(laptop.kept.now.keys).toEqual([]);
});
