// Devices that talk to each other in tests: a book, what is kept, and conversations over pipes in memory.
import { seededRandom } from '$lib/domain/random';
import { Book } from '$lib/store/book';
import type { Timing } from '$lib/sync/exchange';
import { Kept } from '$lib/sync/kept';
import { newBookKey, newestKey, type BookKey } from '$lib/sync/keys';
import { Digests } from '$lib/sync/level';
import { ensureOwnDevice } from '$lib/sync/own-device';
import { Session, type SessionWorld } from '$lib/sync/session';
import type { Standing } from '$lib/sync/talk';
import { newId } from '$lib/domain/id';
import { NOON, TestClock, write } from './books';
import { pipePair, type PipePair, type PipePairOptions } from './pipes';

/** One device with its own book in memory. */
export interface Device {
	readonly name: string;
	readonly book: Book;
	readonly kept: Kept;
	readonly digests: Digests;
	readonly clock: TestClock;
}

/** The next task. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Short waits, so that nothing in a test takes long. */
export const QUICK: Timing = { gather: 1, quiet: 15, linger: 40 };

/** A device with keys of its own, paired by this book key when one is given. */
export async function aDevice(
	name: string,
	key?: BookKey,
	clock = new TestClock()
): Promise<Device> {
	const seed = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
	const random = seededRandom(seed);
	const device = newId(2026, NOON, random);
	const book = await Book.open({ now: clock.now, random, onDisk: false, device });
	const kept = await Kept.open(book);
	// Each device here has one tab, and all of them share this process.
	kept.close();
	await ensureOwnDevice(book, kept, { name, kind: 'phone' }, clock.ms);
	if (key) await kept.change((held) => ({ ...held, keys: [key] }));
	return { name, book, kept, digests: new Digests(book, nextTask), clock };
}

/** Lets devices know each other, as if they had been let in. */
export async function introduce(...devices: readonly Device[]): Promise<void> {
	for (const one of devices) {
		for (const other of devices) {
			const publicKey = other.kept.now.device?.publicKey;
			if (one !== other && publicKey) await one.kept.changePeer(other.book.device, { publicKey });
		}
	}
}

/** A key and devices that know each other by it. */
export async function aPair(...names: readonly string[]): Promise<Device[]> {
	const key = newBookKey();
	const devices = await Promise.all(names.map((name) => aDevice(name, key)));
	await introduce(...devices);
	return devices;
}

/** What one end of a conversation is told. */
export interface TalkOptions extends PipePairOptions {
	readonly a?: Partial<SessionWorld>;
	readonly b?: Partial<SessionWorld>;
	readonly timing?: Partial<Timing>;
}

/** Two devices in a conversation. */
export interface Talk {
	readonly a: Session;
	readonly b: Session;
	readonly pipes: PipePair;
	/** All standings so far, each side's own. */
	readonly seen: { readonly a: Standing[]; readonly b: Standing[] };
}

/** The world of a device's session; by default over its newest key. */
export function worldOf(device: Device, seen: Standing[] = []): SessionWorld {
	const key = newestKey(device.kept.now.keys) ?? newBookKey();
	return {
		...device,
		key,
		now: device.clock.now,
		pause: nextTask,
		isPairing: () => false,
		isJoining: false,
		onstanding: ({ standing }) => void seen.push(standing)
	};
}

/** Begins a conversation. */
export function talk(one: Device, other: Device, options: TalkOptions = {}): Talk {
	const pipes = pipePair(options);
	const seen = { a: [], b: [] };
	const timing = { ...QUICK, ...options.timing };
	return {
		a: new Session(pipes.a, { ...worldOf(one, seen.a), ...options.a }, timing),
		b: new Session(pipes.b, { ...worldOf(other, seen.b), ...options.b }, timing),
		pipes,
		seen
	};
}

/** Waits until something holds; says what did not. */
export async function until(holds: () => boolean, what: () => unknown = () => ''): Promise<void> {
	for (let tries = 0; tries < 4000; tries++) {
		if (holds()) return;
		await new Promise((resolve) => setTimeout(resolve, 1));
	}
	throw new Error(`waited in vain: ${String(holds)} ${JSON.stringify(what())}`);
}

/** Waits until both sides stand like this. */
export async function both({ a, b }: Talk, is: Standing['is']): Promise<void> {
	await until(
		() => a.standing.is === is && b.standing.is === is,
		() => [a.standing, b.standing]
	);
}

/** Why each side has parted, once both have. */
export async function parted(talked: Talk): Promise<readonly [unknown, unknown]> {
	await both(talked, 'parted');
	return [why(talked.a), why(talked.b)];
}

function why({ standing }: Session): unknown {
	return standing.is === 'parted' ? standing.why : standing.is;
}

/** Talks until level, and ends. */
export async function sync(one: Device, other: Device): Promise<void> {
	const talked = talk(one, other);
	await both(talked, 'level');
	talked.a.end();
	await both(talked, 'parted');
}

/** Writes a person. */
export function addPerson({ book }: Device, name: string): string {
	const id = book.newId('person');
	write(book, (draft) => draft.add('person', { id, name }));
	return id;
}
