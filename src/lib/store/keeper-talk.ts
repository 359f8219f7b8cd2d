// How pages and the one keeper at work talk: over a channel that all tabs of this origin hear.
import type { Errands, ErrandName } from './keeping';

/** The channel's name. */
export const CHANNEL = 'kith-keeper';

/** Held by the one keeper at work. */
export const LOCK = 'kith-keeper';

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
	/** It has taken up its work: what nobody has answered is to be asked again. */
	| { readonly here: true; readonly hasMirror: boolean }
	| { readonly answer: string; readonly ok: true; readonly value: unknown }
	/** `why` is the name of a DOMException. */
	| { readonly answer: string; readonly ok: false; readonly why: string };
