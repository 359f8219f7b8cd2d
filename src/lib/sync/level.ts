// Whether two devices hold the same: how far each document is, and a check sum of what it says.
import { decodeStateVector, encodeStateVector, type Doc } from 'yjs';
import type { Book } from '$lib/store/book';
import { bytesToHex } from './bytes';
import { contentOf } from './content';
import type { Reached } from './kept';

/** The state vector of each document that holds anything. */
export function reachedOf(book: Book): Reached {
	const reached: Record<string, Uint8Array> = {};
	for (const [name, { doc }] of book.documents) {
		if (doc.store.clients.size > 0) reached[name] = encodeStateVector(doc);
	}
	return reached;
}

/**
 * Whether `a` has everything that was written in `b`. Says nothing of what was deleted: only the digests
 * do. Bytes that are no state vector count as nothing in `a`, and as out of reach in `b`.
 */
export function covers(a: Reached, b: Reached): boolean {
	for (const [name, vector] of Object.entries(b)) {
		const wanted = clocksOf(vector);
		if (!wanted) return false;
		if (wanted.size === 0) continue;
		const held = Object.hasOwn(a, name) ? clocksOf(a[name] as Uint8Array) : undefined;
		if (!held) return false;
		for (const [client, clock] of wanted) if ((held.get(client) ?? 0) < clock) return false;
	}
	return true;
}

function clocksOf(vector: Uint8Array): ReadonlyMap<number, number> | undefined {
	try {
		return decodeStateVector(vector);
	} catch {
		return undefined;
	}
}

/** How digests are made (content.ts). Those of another form say nothing beside these. */
export const DIGEST_FORM = 2;

/** How long the page is kept from the rep in one go. */
const STRETCH_MS = 4;

/**
 * A check sum of what each document says, as hex. Equal for documents that say the same, however what
 * they say came about; erased words are not in it, the ids in `erased` are.
 * Kept until the document changes.
 */
export class Digests {
	readonly #book: Book;
	readonly #pause: () => Promise<void>;
	readonly #known = new WeakMap<Doc, Promise<string>>();
	/** What is being worked out ahead, or has been. */
	readonly #early = new WeakMap<Doc, Promise<string | undefined>>();
	/** Counts each document's changes. */
	readonly #changes = new WeakMap<Doc, number>();

	/** @param pause lets the page breathe; called after each few milliseconds of work */
	constructor(book: Book, pause: () => Promise<void>) {
		this.#book = book;
		this.#pause = pause;
	}

	/** Of the document of this name; one that is not open says as much as an empty one. */
	of(name: string): Promise<string> {
		const doc = this.#book.documents.get(name)?.doc;
		if (!doc) return this.#nothing;
		this.#watch(doc);
		const known = this.#known.get(doc);
		if (known) return known;
		const made = this.#make(doc);
		this.#known.set(doc, made);
		made.catch(() => this.#known.delete(doc));
		return made;
	}

	/** Begins with one that will soon be asked for; gives up when the document changes meanwhile. */
	ahead(name: string): void {
		const doc = this.#book.documents.get(name)?.doc;
		if (!doc || this.#known.has(doc)) return;
		this.#watch(doc);
		const made = this.#once(doc);
		this.#early.set(doc, made);
		made.catch(() => this.#early.delete(doc));
	}

	/** Of every open document that says anything, by name. */
	async all(): Promise<Record<string, string>> {
		const nothing = await this.#nothing;
		const all: Record<string, string> = {};
		for (const name of [...this.#book.documents.keys()].sort()) {
			const digest = await this.of(name);
			if (digest !== nothing) all[name] = digest;
		}
		return all;
	}

	readonly #nothing = hashOf('');

	#watch(doc: Doc): void {
		if (this.#changes.has(doc)) return;
		this.#changes.set(doc, 0);
		doc.on('afterTransaction', ({ changed }) => {
			if (changed.size === 0) return;
			this.#changes.set(doc, this.#changesOf(doc) + 1);
			this.#known.delete(doc);
			this.#early.delete(doc);
		});
	}

	#changesOf(doc: Doc): number {
		return this.#changes.get(doc) ?? 0;
	}

	/** Begins again whenever the document changes meanwhile. */
	async #make(doc: Doc): Promise<string> {
		for (;;) {
			const digest = await (this.#early.get(doc) ?? this.#once(doc));
			if (digest !== undefined) return digest;
		}
	}

	/** Undefined when the document has changed meanwhile. */
	async #once(doc: Doc): Promise<string | undefined> {
		const before = this.#changesOf(doc);
		const isSame = (): boolean => this.#changesOf(doc) === before;
		const content = await this.#content(doc, isSame);
		const digest = content === undefined ? undefined : await hashOf(content);
		return isSame() ? digest : undefined;
	}

	/** Undefined when the document has changed meanwhile. */
	async #content(doc: Doc, isSame: () => boolean): Promise<string | undefined> {
		const content = contentOf(doc);
		let since = performance.now();
		for (;;) {
			const { done, value } = content.next();
			if (done) return value;
			if (performance.now() - since < STRETCH_MS) continue;
			await this.#pause();
			if (!isSame()) return undefined;
			since = performance.now();
		}
	}
}

async function hashOf(text: string): Promise<string> {
	const bytes = new TextEncoder().encode(text);
	return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
