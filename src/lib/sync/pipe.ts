// A pipe between two devices: whole messages, in order, until it ends. What carries it is its own business.

/** Why a pipe ended. */
export type PipeEnd =
	/** One of the two sides closed it. */
	| 'closed'
	/** What came was not made by our other end: frames missing, repeated, out of order or too large. */
	| 'broken'
	/** Nothing was heard for too long. */
	| 'silent';

/** Who hears what comes out of a pipe. */
export interface PipeListener {
	/** One whole message. The sender is held back until the promise is resolved. */
	onmessage(message: Uint8Array): Promise<void> | void;
	/** Told once, also after `end()` of our own. */
	onend(why: PipeEnd): void;
}

/** One end of a pipe. */
export interface Pipe {
	/**
	 * What both ends of this one connection have in common and nobody in between has: a SHA-256 over
	 * both certificates' fingerprints in a fixed order, 32 bytes.
	 */
	readonly binding: Uint8Array;
	/** Bytes that have come in and gone out so far, frames and all. */
	readonly received: number;
	readonly sent: number;
	/** Bytes of the largest message that is taken; a larger one ends the pipe as 'broken'. */
	limit: number;
	/** From now on tells one listener; what came before is kept for it. */
	listen(listener: PipeListener): void;
	/** Sends one message; resolves when there is room for the next. Rejects never: after the end it does nothing. */
	send(message: Uint8Array): Promise<void>;
	/** Ends the pipe. */
	end(why?: PipeEnd): void;
}
