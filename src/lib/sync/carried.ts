// What is carried by folder or file, in words both share: the folder, the world, what came of it.
import type { Book } from '$lib/store/book';
import type { Kept } from './kept';
import type { Digests } from './level';
import type { PersonThere } from './talk';

/** A folder that something else carries to other devices. Paths are names joined by `/`. */
export interface Folder {
	/** The names in a folder, files and folders alike; none when there is no such folder. */
	list(path: string): Promise<readonly string[]>;
	/** All bytes of a file; undefined while it cannot be read. */
	read(path: string): Promise<Uint8Array | undefined>;
	/** Writes a file and the folders above it. Whether it is there is seen by reading it back. */
	write(path: string, bytes: Uint8Array): Promise<void>;
	/** Removes a file; well when there is none. */
	remove(path: string): Promise<void>;
}

/** What an exchange needs. */
export interface CarriedWorld {
	readonly book: Book;
	readonly kept: Kept;
	readonly digests: Digests;
	now(): number;
	/** Lets the page breathe. */
	pause(): Promise<void>;
	/** Asked before anything is merged; false: nothing of it is, and it is asked again next time. */
	consent(what: Consent): Promise<boolean>;
}

/** What the rep is asked. */
export type Consent =
	/** A device never met, and both books hold people: a look, and a restore point before the yes. */
	| {
			readonly is: 'first';
			/** Its id and name. */
			readonly from: string;
			readonly name: string;
			/** How many people it holds. */
			readonly there: number;
			readonly people: readonly PersonThere[];
	  }
	/** A device never met, and nothing to look at: only a restore point before the yes. */
	| { readonly is: 'point'; readonly from: string; readonly name: string }
	/** More than a fifth of the people would be changed, trashed or erased. */
	| {
			readonly is: 'large';
			readonly from: string;
			readonly name: string;
			/** Up to twenty names of those who would go to the trash or for good. */
			readonly trashed: readonly string[];
			/** How many people would be trashed or erased. */
			readonly trashing: number;
			/** How many would be changed in any way, those included. */
			readonly changed: number;
			/** How many people are here. */
			readonly of: number;
	  };

/** Why a file was not taken in, or not yet. */
export type Hindrance =
	/** Nothing in it, a cloud's stand-in, cut short or spoiled: in a folder, not there yet. */
	| 'empty'
	| 'placeholder'
	| 'damaged'
	/** No file of Kith. */
	| 'foreign'
	/** Sealed with a key this device does not hold. */
	| 'other-key'
	/** The same, and its device is one of the book: this one was removed, or lacks the newest key. */
	| 'lacks-key'
	/** Sealed with the key from before a removal: its device is to exchange once more. */
	| 'old-key'
	/** Made by, or for, a newer Kith. */
	| 'future'
	/** Its device was removed. */
	| 'removed'
	/** It builds on words that have not come yet. */
	| 'early'
	/** The rep said no, for now. */
	| 'declined';

/** Files that were not taken in, by device and reason. */
export interface Hindered {
	readonly why: Hindrance;
	/** The device's id; in a folder also where the file could not be opened. */
	readonly from: string | undefined;
	readonly files: number;
}

/** What came of an exchange. */
export interface Taken {
	/** How many files brought words. */
	readonly files: number;
	/** Devices from which something could be read. */
	readonly devices: readonly string[];
	/** Devices that are level now. */
	readonly level: readonly string[];
	/** In order to come later: placeholders, partial files, what builds on something missing. */
	readonly waiting: readonly Hindered[];
	/** Not to be taken in as it is. */
	readonly refused: readonly Hindered[];
	/** How many files of our own were written. */
	readonly written: number;
	/** Why nothing at all was exchanged, or nothing could be written. */
	readonly trouble: 'no-key' | 'removed' | 'newer' | 'unwritten' | undefined;
	/** Of files that were given one by one: those that were not taken in, by their place in the row. */
	readonly left?: ReadonlyMap<number, Pick<Hindered, 'why' | 'from'>>;
}
