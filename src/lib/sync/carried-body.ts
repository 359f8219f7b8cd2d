// What stands in a carried file once it is open: the words of a device, or a new book key. Read without
// trust: what is not exactly that is undefined, and no size in it is believed before it is looked at.
//
// Format: pieces of 1 byte kind, 2 bytes document, 4 bytes length (big-endian) and as many bytes. Kind 1 is
// an update (Yjs, format 1) of a document, in the order they are to be applied; kind 0, once and last, is
// the index as JSON.
import { decodeStateVector } from 'yjs';
import { base64ToBytes, bytesToBase64 } from '$lib/store/base64';
import { CORE, journalName, yearOfJournal } from '$lib/store/documents';
import type { Reached } from './kept';
import type { BookKey } from './keys';

const INDEX = 0;
const UPDATE = 1;
const FRONT = 7;
const FIRST_FORM = 1;

/** What a device says of itself in each file. */
export interface Maker {
	readonly id: string;
	readonly name: string;
	/** Its public key (ECDH P-256, SPKI, base64), or '' while it has none. */
	readonly publicKey: string;
}

/** What stands in every file. */
interface Signed {
	readonly maker: Maker;
	/** An ISO instant by the maker's clock: shown, never relied on. */
	readonly madeAt: string;
	/** Higher in each file a device makes. */
	readonly seq: number;
}

/** One document in a file. */
export interface CarriedDocument {
	readonly name: string;
	/** The state vector the updates build on; empty: on nothing. */
	readonly from: Uint8Array;
	/** The state vector of the maker's document when it was made, thus also what the maker has. */
	readonly after: Uint8Array;
	/** The canonical digest of the maker's document, in the `form` of the file. */
	readonly digest: string;
	readonly updates: readonly Uint8Array[];
}

/** The words of a device. */
export interface Changes extends Signed {
	readonly is: 'changes';
	/** The newest format the maker's app writes, and the one its documents ask for at least. */
	readonly reader: number;
	readonly needs: number;
	/** How many people the maker's book holds. */
	readonly people: number;
	/** How its digests are made; the first Kith did not say. */
	readonly form: number;
	/** What a code does not tell of the key it is sealed with. */
	readonly key?: Pick<BookKey, 'generation' | 'members'>;
	/** Every document that holds anything, changed or not. */
	readonly documents: readonly CarriedDocument[];
}

/** A new book key, wrapped for each device that stays. */
export interface KeyNews extends Signed {
	readonly is: 'key';
	readonly wrapped: Readonly<Record<string, Uint8Array>>;
	/** The removed devices, sealed under the new key: who holds only an older one can add none. */
	readonly removals: Uint8Array;
}

export type Carried = Changes | KeyNews;

/** One update as a piece of a body. @param document its place in the index */
export function updatePiece(document: number, update: Uint8Array): Uint8Array {
	return piece(UPDATE, document, update);
}

/** The last piece of a body of words. */
export function changesPiece(
	changes: Omit<Changes, 'documents'> & {
		readonly documents: readonly Omit<CarriedDocument, 'updates'>[];
	}
): Uint8Array {
	const documents = changes.documents.map(({ name, from, after, digest }) => ({
		name,
		from: bytesToBase64(from),
		after: bytesToBase64(after),
		digest
	}));
	return indexPiece({ ...changes, documents });
}

/** The only piece of a body that hands over a key. */
export function keyPiece(news: KeyNews): Uint8Array {
	const wrapped = Object.entries(news.wrapped).map(([id, bytes]) => [id, bytesToBase64(bytes)]);
	const removals = bytesToBase64(news.removals);
	return indexPiece({ ...news, wrapped: Object.fromEntries(wrapped) as unknown, removals });
}

/** Reads a body; undefined for what is none. */
export function readBody(body: Uint8Array): Carried | undefined {
	const updates = new Map<number, Uint8Array[]>();
	const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
	for (let at = 0; at + FRONT <= body.length;) {
		const [kind, document] = [view.getUint8(at), view.getUint16(at + 1)];
		const end = at + FRONT + view.getUint32(at + 3);
		if (end > body.length) return undefined;
		const bytes = body.subarray(at + FRONT, end);
		if (kind === INDEX) return end === body.length ? carriedFrom(bytes, updates) : undefined;
		if (kind !== UPDATE) return undefined;
		const those = updates.get(document);
		if (those) those.push(bytes);
		else updates.set(document, [bytes]);
		at = end;
	}
	return undefined;
}

/** How far the maker was, by document. */
export function afterOf({ documents }: Changes): Reached {
	return Object.fromEntries(documents.map(({ name, after }) => [name, after]));
}

/** What has to be here for the file to be applied, by document. */
export function fromOf({ documents }: Changes): Reached {
	const needed = documents.filter(({ updates, from }) => updates.length > 0 && from.length > 0);
	return Object.fromEntries(needed.map(({ name, from }) => [name, from]));
}

function piece(kind: number, document: number, bytes: Uint8Array): Uint8Array {
	const whole = new Uint8Array(FRONT + bytes.length);
	const view = new DataView(whole.buffer);
	view.setUint8(0, kind);
	view.setUint16(1, document);
	view.setUint32(3, bytes.length);
	whole.set(bytes, FRONT);
	return whole;
}

function indexPiece(index: unknown): Uint8Array {
	return piece(INDEX, 0, new TextEncoder().encode(JSON.stringify(index)));
}

function carriedFrom(
	index: Uint8Array,
	updates: ReadonlyMap<number, readonly Uint8Array[]>
): Carried | undefined {
	const said = objectFrom(index);
	const signed = said && signedFrom(said);
	if (!said || !signed) return undefined;
	if (said['is'] === 'key') {
		const wrapped: Record<string, Uint8Array> = {};
		for (const [id, text] of Object.entries(asObject(said['wrapped']) ?? {})) {
			const bytes = typeof text === 'string' ? base64ToBytes(text) : undefined;
			if (!bytes || id === '__proto__') return undefined;
			wrapped[id] = bytes;
		}
		const removals = base64ToBytes(String(said['removals']));
		return removals && { is: 'key', ...signed, wrapped, removals };
	}
	const { reader, needs, people, form = FIRST_FORM, documents: list } = said;
	if (said['is'] !== 'changes' || !Array.isArray(list)) return undefined;
	if (!isCount(reader) || !isCount(needs) || !isCount(people) || !isCount(form)) return undefined;
	const documents: CarriedDocument[] = [];
	for (const [at, entry] of list.entries()) {
		const document = documentFrom(asObject(entry), updates.get(at) ?? []);
		if (!document || documents.some(({ name }) => name === document.name)) return undefined;
		documents.push(document);
	}
	for (const at of updates.keys()) if (at >= documents.length) return undefined;
	const key = keyFrom(asObject(said['key']));
	return { is: 'changes', ...signed, reader, needs, people, form, ...(key && { key }), documents };
}

function keyFrom(said: Readonly<Record<string, unknown>> | undefined): Changes['key'] {
	const [generation, members] = [said?.['generation'], said?.['members']];
	if (!isCount(generation) || generation < 1 || !Array.isArray(members)) return undefined;
	const ids = members.filter((id) => typeof id === 'string');
	return ids.length === members.length ? { generation, members: ids } : undefined;
}

function signedFrom(said: Readonly<Record<string, unknown>>): Signed | undefined {
	const maker = asObject(said['maker']);
	const { madeAt, seq } = said;
	if (!maker || typeof madeAt !== 'string' || !isCount(seq)) return undefined;
	const { id, name, publicKey } = maker;
	if (typeof id !== 'string' || typeof name !== 'string' || typeof publicKey !== 'string') {
		return undefined;
	}
	// The id becomes a name in kept things: nothing that means something else to an object.
	return /^[\w-]{1,64}$/.test(id) && id !== '__proto__'
		? { maker: { id, name, publicKey }, madeAt, seq }
		: undefined;
}

function documentFrom(
	entry: Readonly<Record<string, unknown>> | undefined,
	updates: readonly Uint8Array[]
): CarriedDocument | undefined {
	const [name, digest] = [entry?.['name'], entry?.['digest']];
	const [from, after] = [vectorFrom(entry?.['from']), vectorFrom(entry?.['after'])];
	if (typeof name !== 'string' || typeof digest !== 'string' || !from || !after) return undefined;
	const year = yearOfJournal(name);
	if (name !== CORE && (year === undefined || journalName(year) !== name)) return undefined;
	return { name, from, after, digest, updates };
}

function vectorFrom(value: unknown): Uint8Array | undefined {
	const bytes = typeof value === 'string' ? base64ToBytes(value) : undefined;
	if (!bytes || bytes.length === 0) return bytes;
	try {
		decodeStateVector(bytes);
		return bytes;
	} catch {
		return undefined;
	}
}

function objectFrom(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
	try {
		return asObject(JSON.parse(new TextDecoder().decode(bytes)));
	} catch {
		return undefined;
	}
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: undefined;
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
