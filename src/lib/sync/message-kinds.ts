// What two devices say to each other, message by message.
import type { Device } from '$lib/domain/records/device';
import type { Account } from './account';
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

export const BYES = [
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
/** The number of each message on the wire is its place here: new ones go at the end. */
export const KINDS = [
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
