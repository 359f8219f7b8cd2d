// Checks each field of a message that came: nothing gets in that `encode` would not have written.
import { isId } from '$lib/domain/id';
import type { Device } from '$lib/domain/records/device';
import { CORE, journalName, yearOfJournal } from '$lib/store/documents';
import { MOST_DOCUMENTS, type Account, type DocumentAccount } from './account';
import { MOST } from './bounds';
import { BYES, type Message, type Named, type Place } from './message-kinds';
import type { Card, PersonThere } from './talk';

const HASH = 32;
const MOST_PEOPLE = 1000;
/** The last year that has four digits, as an id names it. */
const LAST_YEAR = 9999;

/** The header of a message. */
type Fields = Readonly<Record<string, unknown>>;

/** The bytes after the header, taken in order; asking for more than there are throws. */
export class Rest {
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

/** One message from its header's fields and what follows; throws where they are none. */
export function read(is: Message['is'], fields: Fields, rest: Rest): Message {
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

/** Whether a header is an object at all. */
export function isFields(value: unknown): value is Fields {
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
