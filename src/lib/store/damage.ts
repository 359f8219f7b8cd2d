// What was found on disk that is not what had been written there.

/** What is wrong with a row, or with a database as a whole. */
export type DamageKind =
	/** Nothing that Yjs could read. */
	| 'garbage'
	| 'empty'
	| 'truncated'
	/** As long as it was, with other content. */
	| 'changed'
	| 'missing'
	/** Readable, and none of ours. */
	| 'foreign'
	/** The whole database was gone. */
	| 'emptied';

/** Where the words of a damaged row were found again. */
export type Source = 'mirror' | 'before' | 'memory';

/** One thing that was found. */
export interface Damage {
	/** The document. */
	readonly name: string;
	readonly why: DamageKind;
	/** When it was found, in milliseconds since 1970. */
	readonly found: number;
	/** When the row had been written, where that is known. */
	readonly written?: number;
	/** Where its words were found again; absent: nowhere on this device. */
	readonly from?: Source;
	/** The row held everything before it as well, folded. */
	readonly folded?: true;
	/** What was found is older than what was lost. */
	readonly partly?: true;
}
