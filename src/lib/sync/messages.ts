// What two devices say to each other, as bytes: a number for what it is, a header in JSON, and bytes.
// What was not written by `encode` is refused as a whole.
//   1 byte kind · 4 bytes length of the header, most significant first · header, UTF-8 · the rest
import { isId } from '$lib/domain/id';
import type { Device } from '$lib/domain/records/device';
import { CORE, journalName, yearOfJournal } from '$lib/store/documents';
import { MOST_DOCUMENTS, type Account, type DocumentAccount } from './account';
import { MOST } from './bounds';
import { joined } from './bytes';
import type { Card, PersonThere } from './talk';

/** Where the sender of an update is in a long transfer. */
export interface Place {
	readonly part: number;
	readonly year?: number;
	readonly yearsDone: number;
	readonly years: number;
}

/** Why one side leaves, as it says it to the other. */
export type Bye = (typeof BYES)[number];

/** One message. */
export type Message =
	/** The sender holds the book key. */
	| { readonly is: 'proof'; readonly proof: Uint8Array }
	/** Who the sender says it is; `promise` binds it to its part of the words. */
	| { readonly is: 'card'; readonly card: Card; readonly promise: Uint8Array }
	/** The sender holds the private key of its card; and its part of the words. */
	| { readonly is: 'device'; readonly proof: Uint8Array; readonly part: Uint8Array }
	/** The sender's rep is asked whether to let the receiver in. */
	| { readonly is: 'asking' }
	| {
			readonly is: 'welcome';
			/** What the sender knows of the key of this conversation. */
			readonly generation: number;
			readonly members: readonly string[];
			/** It holds a newer key: nothing else will be talked about. */
			readonly hasNewer: boolean;
			/** It joins the receiver's book, and waits for its rep. */
			readonly isJoining: boolean;
	  }
	| { readonly is: 'key'; readonly wrapped: Uint8Array; readonly removed: readonly Device[] }
	| { readonly is: 'taken' }
	| { readonly is: 'ask-people' }
	| { readonly is: 'people'; readonly people: readonly PersonThere[]; readonly isLast: boolean }
	/** How far the sender is; it wants all it lacks, or everything. */
	| { readonly is: 'state'; readonly account: Account; readonly wantsAll: boolean }
	| {
			readonly is: 'update';
			readonly name: string;
			readonly place: Place;
			readonly update: Uint8Array;
	  }
	| { readonly is: 'live'; readonly updates: readonly Named[] }
	/** All that was asked for has been sent. */
	| { readonly is: 'sent' }
	/** How far the sender is on its disk. */
	| {
			readonly is: 'level';
			readonly account: Account;
			readonly digests: Readonly<Record<string, string>>;
			readonly people: number;
			readonly isAnswer: boolean;
	  }
	| { readonly is: 'bye'; readonly why: Bye };

/** An update of one document. */
export type Named = readonly [name: string, update: Uint8Array];

const BYES = [
	'wrong-key',
	'newer',
	'older',
	'unknown-device',
	'removed',
	'same-device',
	'refused',
	'new-key',
	'broken',
	'closed'
] as const;
const KINDS = [
	'proof',
	'card',
	'device',
	'asking',
	'welcome',
	'key',
	'taken',
	'ask-people',
	'people',
	'state',
	'update',
	'live',
	'sent',
	'level',
	'bye'
] as const satisfies readonly Message['is'][];

const HASH = 32;
const MOST_PEOPLE = 1000;
/** The last year that has four digits, as an id names it. */
const LAST_YEAR = 9999;

type Fields = Readonly<Record<string, unknown>>;

/** A message as bytes. */
export function encode(message: Message): Uint8Array {
	const { is, ...fields } = message;
	const rest: Uint8Array[] = [];
	const put = (bytes: Uint8Array): number => rest.push(bytes) && bytes.length;
	const header: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(fields)) {
		if (name === 'account') {
			header[name] = [...(value as Account)].map(([document, { vector, deletions }]) => [
				document,
				put(vector),
				deletions
			]);
		} else if (name === 'updates') {
			header[name] = (value as readonly Named[]).map(([to, update]) => [to, put(update)]);
		} else header[name] = value instanceof Uint8Array ? put(value) : value;
	}
	const text = new TextEncoder().encode(JSON.stringify(header));
	const head = new Uint8Array(5);
	head[0] = KINDS.indexOf(is);
	new DataView(head.buffer).setUint32(1, text.length);
	return joined([head, text, ...rest]);
}

/** The message these bytes are; undefined when they are none. */
export function decode(bytes: Uint8Array): Message | undefined {
	const is = KINDS[bytes[0] ?? KINDS.length];
	if (!is || bytes.length < 5) return undefined;
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
	if (length > bytes.length - 5) return undefined;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(5, 5 + length));
		const fields: unknown = JSON.parse(text);
		if (!isFields(fields)) return undefined;
		const rest = new Rest(bytes.subarray(5 + length));
		const message = read(is, fields, rest);
		return rest.isEmpty ? message : undefined;
	} catch {
		return undefined;
	}
}

/** The bytes after the header, taken in order; asking for more than there are throws. */
class Rest {
	#bytes: Uint8Array;
	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}
	get isEmpty(): boolean {
		return this.#bytes.length === 0;
	}
	take(length: unknown, exactly?: number): Uint8Array {
		const many = whole(length, this.#bytes.length);
		need(exactly === undefined || many === exactly);
		const taken = this.#bytes.slice(0, many);
		this.#bytes = this.#bytes.subarray(many);
		return taken;
	}
}

function read(is: Message['is'], fields: Fields, rest: Rest): Message {
	switch (is) {
		case 'proof':
			return { is, proof: rest.take(fields['proof'], HASH) };
		case 'card':
			return { is, card: cardOf(fields['card']), promise: rest.take(fields['promise'], HASH) };
		case 'device': {
			const proof = rest.take(fields['proof'], HASH);
			return { is, proof, part: rest.take(fields['part'], 16) };
		}
		case 'asking':
		case 'taken':
		case 'ask-people':
		case 'sent':
			return { is };
		case 'welcome':
			return {
				is,
				generation: whole(fields['generation']),
				members: list(fields['members'], MOST.members, id),
				hasNewer: fields['hasNewer'] === true,
				isJoining: fields['isJoining'] === true
			};
		case 'key': {
			const removed = list(fields['removed'], MOST.members, removedDevice);
			return { is, wrapped: rest.take(fields['wrapped']), removed };
		}
		case 'people': {
			const people = list(fields['people'], MOST_PEOPLE, person);
			return { is, people, isLast: fields['isLast'] === true };
		}
		case 'state':
			return {
				is,
				account: accountIn(fields['account'], rest),
				wantsAll: fields['wantsAll'] === true
			};
		case 'update': {
			const name = documentName(fields['name']);
			return { is, name, place: place(fields['place']), update: rest.take(fields['update']) };
		}
		case 'live':
			return {
				is,
				updates: list(fields['updates'], Infinity, (entry): Named => {
					need(Array.isArray(entry));
					const [name, length] = entry as readonly unknown[];
					return [documentName(name), rest.take(length)];
				})
			};
		case 'level':
			return {
				is,
				account: accountIn(fields['account'], rest),
				digests: digests(fields['digests']),
				people: whole(fields['people']),
				isAnswer: fields['isAnswer'] === true
			};
		case 'bye': {
			const why = BYES.find((known) => known === fields['why']);
			need(why !== undefined);
			return { is, why };
		}
	}
}

function need(holds: boolean): asserts holds {
	if (!holds) throw new RangeError('not a message');
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function whole(value: unknown, most = Number.MAX_SAFE_INTEGER): number {
	need(Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most);
	return value as number;
}

function text(value: unknown, most: number): string {
	need(typeof value === 'string' && value.length <= most);
	return value;
}

function id(value: unknown): string {
	need(isId(value));
	return value;
}

function list<Item>(value: unknown, most: number, item: (value: unknown) => Item): Item[] {
	need(Array.isArray(value) && value.length <= most);
	return value.map((each) => item(each));
}

function documentName(value: unknown): string {
	const name = text(value, 40);
	const year = yearOfJournal(name);
	// Any year at all: one that was typed wrong must not keep the whole book from the other device.
	const isJournal = year !== undefined && year >= 0 && year <= LAST_YEAR;
	need(name === CORE || (isJournal && journalName(year) === name));
	return name;
}

function accountIn(value: unknown, rest: Rest): Account {
	const entries = list(value, MOST_DOCUMENTS, (entry): [string, DocumentAccount] => {
		need(Array.isArray(entry));
		const [name, length, deletions] = entry as readonly unknown[];
		return [
			documentName(name),
			{ vector: rest.take(length), deletions: text(deletions, 2 * HASH) }
		];
	});
	return new Map(entries);
}

function digests(value: unknown): Record<string, string> {
	need(isFields(value));
	const entries = Object.entries(value);
	need(entries.length <= MOST_DOCUMENTS);
	return Object.fromEntries(
		entries.map(([name, digest]) => [documentName(name), text(digest, 2 * HASH)])
	);
}

function place(value: unknown): Place {
	need(isFields(value));
	const { part, year } = value;
	need(typeof part === 'number' && part >= 0 && part <= 1);
	const yearsDone = whole(value['yearsDone'], MOST_DOCUMENTS);
	const years = whole(value['years'], MOST_DOCUMENTS);
	return { part, yearsDone, years, ...(year !== undefined && { year: whole(year, LAST_YEAR) }) };
}

function cardOf(value: unknown): Card {
	need(isFields(value));
	return {
		id: id(value['id']),
		name: text(value['name'], MOST.deviceName),
		publicKey: text(value['publicKey'], MOST.publicKey),
		reader: whole(value['reader']),
		needs: whole(value['needs']),
		generation: whole(value['generation'])
	};
}

function person(value: unknown): PersonThere {
	need(isFields(value));
	const { company } = value;
	const ways = (ways: unknown) =>
		list(ways ?? [], MOST.ways, (way) => {
			need(isFields(way));
			return { value: text(way['value'], MOST.value) };
		});
	return {
		id: id(value['id']),
		name: text(value['name'], MOST.name),
		...(company !== undefined && { company: text(company, MOST.name) }),
		emails: ways(value['emails']),
		phones: ways(value['phones'])
	};
}

function removedDevice(value: unknown): Device {
	need(isFields(value));
	const { publicKey } = value;
	const device = {
		id: id(value['id']),
		name: text(value['name'], MOST.deviceName),
		since: instantText(value['since']),
		removedAt: instantText(value['removedAt']),
		...(publicKey !== undefined && { publicKey: text(publicKey, MOST.publicKey) })
	};
	return device as Device;
}

function instantText(value: unknown): string {
	const instant = text(value, MOST.instant);
	need(!Number.isNaN(Date.parse(instant)));
	return instant;
}
