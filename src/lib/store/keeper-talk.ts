// How pages and the one keeper at work talk: over a channel that all tabs of this origin hear.
import type { Errands, ErrandName } from './keeping';

/** The channel's name. */
export const CHANNEL = 'kith-keeper';

/** Held by the one keeper at work. */
export const LOCK = 'kith-keeper';

/** What a worker says to its own page, and to nobody else, when it has become the one at work. */
export interface AtWork {
	/** By this the page knows it again in what it says to all; another one may follow it. */
	readonly atWork: string;
}

/** An errand and what it needs. */
export interface Ask<Name extends ErrandName = ErrandName> {
	readonly ask: string;
	readonly errand: Name;
	readonly what: Parameters<Errands[Name]>[0];
}

/** A page that wants to know whether a keeper is at work. */
export interface Hello {
	readonly hello: true;
}

/** What the keeper says. */
export type Answer =
	/** Which one is at work: what nobody has answered is to be asked again of another one than before. */
	| { readonly here: string; readonly hasMirror: boolean }
	| { readonly answer: string; readonly ok: true; readonly value: unknown }
	/** `why` is the name of a DOMException. */
	| { readonly answer: string; readonly ok: false; readonly why: string };
