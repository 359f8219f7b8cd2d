// What the writers of the sample book tell each other about a person.
import type { Id } from '$lib/domain/id';
import type { Known } from './sentences';

/** A person of the book, and how often and about what the rep and he have had to do. */
export interface Acquaintance {
	readonly id: Id<'person'>;
	readonly known: Known;
	readonly texts: boolean;
	/** How many days ago it began. */
	readonly met: number;
	/** Nothing is made up for the last so many days, because it is written by hand. */
	readonly quiet: number;
	/** Nor any touch without an agenda for the last so many. */
	readonly quietTalk: number;
	/** Share of touches without an agenda. */
	readonly talk: number;
	/** How often, against the others; 0 for never. */
	readonly pace: number;
	/** Somebody of the same company. */
	readonly colleague?: Acquaintance;
}
