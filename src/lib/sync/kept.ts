// What this device keeps beside the book about its devices: keys, the meeting point, and how far each
// other device was when it last showed. Sealed with the rest under a device lock; in no backup, and
// never sent anywhere.
import { webLocks } from '$lib/store/alone';
import { base64ToBytes, bytesToBase64 } from '$lib/store/base64';
import type { Book } from '$lib/store/book';
import type { BookKey } from './keys';
import { isStored } from './stored';

/** How updates travel. */
export type Carrier = 'direct' | 'folder' | 'file';

/** How far another device is, as it has shown itself: for each document its state vector. */
export type Reached = Readonly<Record<string, Uint8Array>>;

/** What is known of one other device. */
export interface KeptPeer {
	/** What it has on its disk for certain; undefined: it has never shown. */
	readonly has?: Reached;
	/** When it was last level, as an ISO instant. */
	readonly levelAt?: string;
	readonly levelBy?: Carrier;
	/** How many people were on both then. */
	readonly people?: number;
	/** When it was last heard of at all. */
	readonly seenAt?: string;
	/** The public key it had when the rep let it in; its record in the book says the same later. */
	readonly publicKey?: string;
	/** The name it gave then. */
	readonly name?: string;
	/** It has not been given the newest key yet. */
	readonly lacksKey?: boolean;
	/** When the rep first agreed to have its words here, with a restore point made before. */
	readonly metAt?: string;
}

/** This device's own pair of keys (ECDH, P-256), as JWK; the public one also stands in its record. */
export interface DeviceKeys {
	readonly publicKey: string;
	readonly privateKey: JsonWebKey;
}

/** A book to be joined, as its code says. */
export interface Joining {
	readonly key: BookKey;
	readonly server?: string;
}

/** Everything kept. Never changed in place. */
export interface Keeping {
	/** All generations this device knows; empty: not paired. The newest is used, older ones hand it over. */
	readonly keys: readonly BookKey[];
	readonly device?: DeviceKeys;
	/** The signalling server's address, as the rep entered it. */
	readonly server?: string;
	readonly peers: Readonly<Record<string, KeptPeer>>;
	/** When another device told this one that it was removed; it keeps its book and follows no more. */
	readonly removedAt?: string;
	/** The book this device is to join: its key stands apart until the rep's first yes, see joining.ts. */
	readonly joining?: Joining;
	/** The id this device took when it came back after a removal; a page under another one starts anew. */
	readonly id?: string;
	/** What folder.ts keeps for itself. */
	readonly folder?: unknown;
}

type Change = (now: Keeping) => Keeping;

const PLACE = 'sync';
/** The lock for changing it, and the channel on which tabs tell each other that it was changed. */
const NAME = 'kith-kept';
const TRIES = 5;
const TRY_AGAIN_MS = 1000;
const NOTHING: Keeping = { keys: [], peers: {} };

/** Reads and writes what is kept, one change after the other, in all tabs together. */
export class Kept {
	readonly #book: Book;
	/** As it was on disk when it was read or written last. */
	#stored: { readonly text: unknown; readonly is: Keeping };
	/** What the disk did not take; tried again with the next change. */
	#failed: Change[] = [];
	#now: Keeping;
	#last: Promise<void> = Promise.resolve();
	#channel: BroadcastChannel | undefined;
	readonly #listeners = new Set<() => void>();

	private constructor(book: Book, text: unknown) {
		this.#book = book;
		this.#now = fromText(text) ?? NOTHING;
		this.#stored = { text, is: this.#now };
		if (typeof BroadcastChannel === 'undefined') return;
		this.#channel = new BroadcastChannel(NAME);
		// What has no window, as a test, is not to be kept running by it.
		(this.#channel as { unref?(): void }).unref?.();
		this.#channel.onmessage = () => this.#inTurn(() => this.#lookAnew()).catch(() => undefined);
	}

	/**
	 * Reads it; what cannot be read as such counts as nothing. A disk that does not answer is waited for
	 * a little, then it rejects: taken for nothing, all keys would be written over.
	 */
	static async open(book: Book): Promise<Kept> {
		for (let left = TRIES; ; left--) {
			try {
				return new Kept(book, await book.getLocal(PLACE));
			} catch (error) {
				if (left <= 1) throw error;
			}
			await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
		}
	}

	/**
	 * Everything, as it is now: also what the disk did not take yet, but for the keys. Others act on a
	 * key once it is here, so it must not vanish with this page.
	 */
	get now(): Keeping {
		return this.#now;
	}

	/**
	 * Changes it, as it lies on disk by then: another tab may have changed it meanwhile. Resolves once
	 * it is on disk; rejects when the disk did not take it, and then it is tried again with each later
	 * change. Listeners are told after either.
	 * @param change may be called more than once
	 */
	change(change: Change): Promise<void> {
		return this.#inTurn(() => alone(() => this.#make(change)));
	}

	/** Changes what is known of one other device. */
	async changePeer(id: string, change: Partial<KeptPeer>): Promise<void> {
		await this.change((now) => ({
			...now,
			peers: { ...now.peers, [id]: { ...now.peers[id], ...change } }
		}));
	}

	/** Listens, also to what other tabs change; the function given back stops it. */
	listen(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Reads it anew: before a key is used for what leaves this device. Rejects where the disk is silent. */
	refresh(): Promise<void> {
		return this.#inTurn(() => this.#lookAnew());
	}

	/** Hears nothing more from other tabs. */
	close(): void {
		this.#channel?.close();
		this.#channel = undefined;
	}

	#inTurn(work: () => Promise<void>): Promise<void> {
		const done = this.#last.then(work);
		this.#last = done.catch(() => undefined);
		return done;
	}

	async #make(change: Change): Promise<void> {
		try {
			await this.#read();
		} catch (error) {
			this.#fail(change);
			throw error;
		}
		const { is } = this.#stored;
		const isThere = change(is) === is;
		const after = change(this.#withFailed());
		try {
			if (after !== is) await this.#write(after);
			this.#failed = [];
		} catch (error) {
			// What lies there already is kept, whatever became of the others.
			if (isThere) return;
			this.#fail(change);
			throw error;
		}
		this.#show();
	}

	#fail(change: Change): void {
		this.#failed.push(change);
		this.#show();
	}

	async #lookAnew(): Promise<void> {
		await this.#read();
		this.#show();
	}

	async #read(): Promise<void> {
		const text = await this.#book.getLocal(PLACE);
		if (text !== this.#stored.text) this.#stored = { text, is: fromText(text) ?? this.#stored.is };
	}

	/** A full disk takes a value and may drop it all the same: only reading it back tells. */
	async #write(after: Keeping): Promise<void> {
		const text = JSON.stringify(after, bytesAsText);
		await this.#book.setLocal(PLACE, text);
		const back = await this.#book.getLocal(PLACE);
		if (back !== text && (back !== undefined || (await isStored(this.#book)))) {
			throw new DOMException('not kept', 'DataError');
		}
		this.#stored = { text: back, is: after };
		this.#channel?.postMessage(undefined);
	}

	#withFailed(): Keeping {
		return this.#failed.reduce((held, change) => change(held), this.#stored.is);
	}

	#show(): void {
		const before = this.#now;
		const { is } = this.#stored;
		if (this.#failed.length === 0) this.#now = is;
		else {
			const { device: _, ...rest } = this.#withFailed();
			this.#now = { ...rest, ...(is.device && { device: is.device }), keys: is.keys };
		}
		if (this.#now !== before) for (const listener of [...this.#listeners]) listener();
	}
}

/** Runs `work` while no other tab does so; where the browser has no locks, at once. */
async function alone(work: () => Promise<void>): Promise<void> {
	const locks = typeof navigator === 'undefined' ? undefined : webLocks();
	if (locks) await locks.request(NAME, work);
	else await work();
}

const BYTES = 'bytes:';

function bytesAsText(_: string, value: unknown): unknown {
	return value instanceof Uint8Array ? BYTES + bytesToBase64(value) : value;
}

function textAsBytes(_: string, value: unknown): unknown {
	if (typeof value !== 'string' || !value.startsWith(BYTES)) return value;
	return base64ToBytes(value.slice(BYTES.length)) ?? new Uint8Array();
}

function fromText(text: unknown): Keeping | undefined {
	if (typeof text !== 'string') return undefined;
	try {
		const read = JSON.parse(text, textAsBytes) as Partial<Keeping>;
		return { ...read, keys: read.keys ?? [], peers: read.peers ?? {} };
	} catch {
		return undefined;
	}
}
