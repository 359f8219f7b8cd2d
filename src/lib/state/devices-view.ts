// What the Devices screen is given to show: finished sentences and the few figures beside them.

/** How a long transfer stands, for a bar and the line below it. */
export interface TransferLine {
	/** From 0 to 1. */
	readonly part: number;
	/** "Receiving 12 MB · 2024, 3 of 6 years". */
	readonly says: string;
}

/** One device of the book. */
export interface DeviceLine {
	readonly id: string;
	readonly name: string;
	readonly kind: 'phone' | 'tablet' | 'laptop';
	readonly isThis: boolean;
	readonly says: string;
	readonly progress: TransferLine | undefined;
	readonly isRemoved: boolean;
}

/** A code on screen for another device to read. */
export interface ShownCode {
	/** To be typed. */
	readonly code: string;
	/** The app's own address with the code in it: what the QR code holds. */
	readonly link: string;
	/** When it goes by itself, in milliseconds since 1970. */
	readonly until: number;
}

/** Somebody at the door: both screens show the same words. */
export interface AtTheDoor {
	readonly name: string;
	readonly words: readonly string[];
	/** Why it could not be let in just now. */
	readonly says?: string;
}

/** One of two who may be the same person. */
export interface AlikeSide {
	readonly id: string;
	readonly name: string;
	readonly company?: string;
}

/** Two who may be the same person, one here, one on the other device. */
export interface Alike {
	readonly here: AlikeSide;
	readonly there: AlikeSide;
	/** "Same email, same phone". */
	readonly reasons: string;
	/** Whether they are to become one. */
	readonly same: boolean;
}

/** The look before two grown books become one. */
export interface FirstMerge {
	/** The other device. */
	readonly name: string;
	readonly there: number;
	readonly here: number;
	readonly alike: readonly Alike[];
	readonly phase: 'looking' | 'ready' | 'point' | 'carrying' | 'done' | 'failed';
	/** Once done: the other device holds the same. */
	readonly isLevel?: boolean;
	readonly says: string;
	readonly progress: TransferLine | undefined;
}

/** Pairing and talking without a server, by showing and scanning both ways. */
export interface ByHand {
	/** `offer` and `answer`: show `code`; then scan, or wait for, what the other device shows. */
	readonly step: 'offer' | 'answer' | 'wait' | 'done' | 'failed';
	readonly code: string;
	readonly says: string;
}

/** The folder that carries changes. */
export interface SyncFolder {
	readonly name: string;
	readonly says: string;
	/** Kith has to be allowed into it once more, in a tap. */
	readonly wantsLeave: boolean;
}

/** What came of the last thing that was asked for. */
export interface Outcome {
	readonly kind: 'done' | 'trouble';
	readonly says: string;
	readonly details: readonly string[];
}

/** Changes that would do a great deal at once, held until the rep has looked. */
export interface Braked {
	/** The device they come from. */
	readonly name: string;
	readonly says: string;
	/** Whom they would move to the trash. */
	readonly names: readonly string[];
}
