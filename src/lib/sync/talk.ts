// What two devices say of themselves, and how a conversation stands: the words session, direct and the
// screens share.
import type { Comparable } from '$lib/domain/duplicates';

/** The version of the protocol; another one is not understood. Raised with `DIGEST_FORM` (level.ts) too. */
export const PROTOCOL = 2;

/** What a device says of itself once both have proved that they hold the book key. */
export interface Card {
	readonly id: string;
	/** '' under a key that a removed device may still hold. */
	readonly name: string;
	/** Its public key (ECDH P-256, SPKI, base64). */
	readonly publicKey: string;
	/** The newest document format its app can write (store/documents READER). */
	readonly reader: number;
	/** The format its documents ask for at least (`minReader`). */
	readonly needs: number;
	/** The generation of the newest book key it holds. */
	readonly generation: number;
}

/** One person of the other device, for the look before a first merge. */
export interface PersonThere extends Comparable {
	readonly id: string;
}

/** How a long transfer stands, one direction. */
export interface Progress {
	/** Bytes of updates so far. */
	readonly bytes: number;
	/** 0 to 1, by what there is to send. */
	readonly part: number;
	/** The year being carried; undefined while it is the core document. */
	readonly year: number | undefined;
	/** Years finished, and years in all. */
	readonly yearsDone: number;
	readonly years: number;
}

/** Why two devices stopped talking, or never began. */
export type PartingReason =
	/** It does not hold the book key. */
	| 'wrong-key'
	/** Its app, or what its book asks for, is newer than ours; or the other way round. */
	| 'newer-there'
	| 'newer-here'
	/** It is in nobody's list and the rep has not let it in. */
	| 'unknown-device'
	/** It was removed; or it says that we were. */
	| 'removed-there'
	| 'removed-here'
	/** It says that it is this device: a copied browser profile. */
	| 'same-device'
	/** The rep said no. */
	| 'refused'
	/** It was given the newest book key and comes back with it. */
	| 'new-key'
	/** What came made no sense. */
	| 'broken'
	| 'silent'
	| 'closed';

/** How a conversation stands. */
export type Standing =
	| { readonly is: 'greeting' }
	/** Waits until the rep has compared the words on both screens, here or there. */
	| { readonly is: 'unknown'; readonly card: Card; readonly words: readonly string[] }
	/** Both are let in; a first merge waits for the rep's go, here or there. */
	| { readonly is: 'meeting'; readonly card: Card }
	| {
			readonly is: 'carrying';
			readonly card: Card;
			readonly sending: Progress | undefined;
			readonly receiving: Progress | undefined;
	  }
	/** Equal state vectors and digests of all documents, on both disks. */
	| { readonly is: 'level'; readonly card: Card; readonly at: number; readonly people: number }
	| { readonly is: 'parted'; readonly why: PartingReason; readonly card: Card | undefined };
