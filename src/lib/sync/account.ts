// How far this device is, document by document: what was written, and what was deleted. Two documents
// with equal accounts hold the same.
import { encodeStateVector, type Doc } from 'yjs';
import type { Book } from '$lib/store/book';
import { areEqual, bytesToHex } from './bytes';
import type { Reached } from './kept';

/** The most documents two devices talk about: the core and three hundred years. */
export const MOST_DOCUMENTS = 301;

/** How far one document is. */
export interface DocumentAccount {
	/** What was written, as a Yjs state vector. */
	readonly vector: Uint8Array;
	/** What of it was deleted, as a check sum: state vectors say nothing of it. */
	readonly deletions: string;
}

/** How far all documents are that hold anything, by name. */
export type Account = ReadonlyMap<string, DocumentAccount>;

/** The state vectors of an account. */
export function vectorsOf(account: Account): Reached {
	return Object.fromEntries([...account].map(([name, { vector }]) => [name, vector]));
}

/** Whether a document is equally far in both; neither holding it counts as that. */
export function isEqualIn(name: string, a: Account, b: Account): boolean {
	const [one, other] = [a.get(name), b.get(name)];
	if (!one || !other) return one === other;
	return one.deletions === other.deletions && areEqual(one.vector, other.vector);
}

/** Whether all documents are equally far in both. */
export function areEqualAccounts(a: Account, b: Account): boolean {
	return a.size === b.size && [...a.keys()].every((name) => isEqualIn(name, a, b));
}

/** An account in a few letters, to tell two of them apart. */
export function keyOf(account: Account): string {
	return [...account]
		.map(([name, { vector, deletions }]) => `${name} ${bytesToHex(vector)} ${deletions}`)
		.sort()
		.join('\n');
}

/** Works out accounts, each document once until it changes. */
export class Accounts {
	readonly #book: Book;
	readonly #known = new Map<Doc, { readonly changes: number; readonly account: DocumentAccount }>();

	constructor(book: Book) {
		this.#book = book;
	}

	/** @param changesOf how often a document has changed so far */
	async now(changesOf: (name: string) => number): Promise<Account> {
		const account = new Map<string, DocumentAccount>();
		for (const [name, { doc }] of this.#book.documents) {
			if (doc.store.clients.size === 0) continue;
			const changes = changesOf(name);
			let known = this.#known.get(doc);
			if (known?.changes !== changes) {
				const [vector, runs] = [encodeStateVector(doc), deletionsIn(doc)];
				const hash = await crypto.subtle.digest('SHA-256', runs);
				const deletions = bytesToHex(new Uint8Array(hash)).slice(0, 32);
				known = { changes, account: { vector, deletions } };
				this.#known.set(doc, known);
			}
			account.set(name, known.account);
		}
		return account;
	}
}

/** Which clocks of which clients were deleted, joined where they meet, in a fixed order. */
function deletionsIn(doc: Doc): Float64Array<ArrayBuffer> {
	const runs: number[] = [];
	for (const client of [...doc.store.clients.keys()].sort((a, b) => a - b)) {
		let end = -1;
		for (const { id, length, deleted } of doc.store.clients.get(client) ?? []) {
			if (!deleted) continue;
			if (id.clock === end) runs[runs.length - 1] = id.clock + length;
			else runs.push(client, id.clock, id.clock + length);
			end = id.clock + length;
		}
	}
	return Float64Array.from(runs);
}
