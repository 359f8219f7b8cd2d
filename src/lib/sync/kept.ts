// What this device keeps beside the book about its devices: keys, the meeting point, and how far each
// other device was when it last showed. Sealed with the rest under a device lock; in no backup, and
// never sent anywhere.
import { base64ToBytes, bytesToBase64 } from '$lib/store/base64';
import type { Book } from '$lib/store/book';
import type { BookKey } from './keys';

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
	/** It has not been given the newest key yet. */
	readonly lacksKey?: boolean;
}

/** This device's own pair of keys (ECDH, P-256), as JWK; the public one also stands in its record. */
export interface DeviceKeys {
	readonly publicKey: string;
	readonly privateKey: JsonWebKey;
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
	/** What folder.ts keeps for itself. */
	readonly folder?: unknown;
}

const PLACE = 'sync';
const NOTHING: Keeping = { keys: [], peers: {} };

/** Reads and writes what is kept, one change after the other. */
export class Kept {
	readonly #book: Book;
	#now: Keeping;
	#last: Promise<void> = Promise.resolve();
	readonly #listeners = new Set<() => void>();

	private constructor(book: Book, now: Keeping) {
		this.#book = book;
		this.#now = now;
	}

	/** Reads it; what cannot be read counts as nothing. */
	static async open(book: Book): Promise<Kept> {
		const stored = await book.getLocal(PLACE);
		return new Kept(book, (typeof stored === 'string' && fromText(stored)) || NOTHING);
	}

	/** Everything, as it is now. */
	get now(): Keeping {
		return this.#now;
	}

	/**
	 * Changes it, as it lies on disk by then: another tab may have changed it meanwhile. Resolves once
	 * it is on disk, rejects when the disk takes nothing; it then still holds in this tab.
	 */
	change(change: (now: Keeping) => Keeping): Promise<void> {
		const changed = this.#last.then(async () => {
			const stored = await this.#book.getLocal(PLACE);
			const before = (typeof stored === 'string' && fromText(stored)) || this.#now;
			const after = change(before);
			this.#now = after;
			if (after === before) return;
			for (const listener of [...this.#listeners]) listener();
			await this.#book.setLocal(PLACE, JSON.stringify(after, bytesAsText));
		});
		this.#last = changed.catch(() => undefined);
		return changed;
	}

	/** Changes what is known of one other device. */
	async changePeer(id: string, change: Partial<KeptPeer>): Promise<void> {
		await this.change((now) => ({
			...now,
			peers: { ...now.peers, [id]: { ...now.peers[id], ...change } }
		}));
	}

	/** Listens; the function given back stops it. */
	listen(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}

const BYTES = 'bytes:';

function bytesAsText(_: string, value: unknown): unknown {
	return value instanceof Uint8Array ? BYTES + bytesToBase64(value) : value;
}

function textAsBytes(_: string, value: unknown): unknown {
	if (typeof value !== 'string' || !value.startsWith(BYTES)) return value;
	return base64ToBytes(value.slice(BYTES.length)) ?? new Uint8Array();
}

function fromText(text: string): Keeping | undefined {
	try {
		const read = JSON.parse(text, textAsBytes) as Partial<Keeping>;
		return { ...read, keys: read.keys ?? [], peers: read.peers ?? {} };
	} catch {
		return undefined;
	}
}
