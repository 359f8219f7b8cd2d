// Keeping the mirror of one document up to date: new rows are appended to the slot at hand, and after
// every folding the other slot is written anew and takes over.
import { holds, lastKeyOf, writeFrame, writeSlot, type Slot } from './mirror';
import { readMirror, slotPaths, type PlacedSlot } from './mirrored';
import type { Files, OpenFile } from './opfs';
import { readStored, type About, type Row } from './rows';

/** The mirror of one document; only one at a time may be open. */
export class Mirroring {
	readonly name: string;
	readonly #files: Files;
	readonly #now: () => number;
	#turn = 0;
	#path = '';
	#database = '';
	#file: OpenFile | undefined;
	#end = 0;
	#keys = new Set<number>();
	#since: Row[] | undefined;

	constructor(files: Files, name: string, now: () => number) {
		this.#files = files;
		this.name = name;
		this.#now = now;
	}

	/** Takes up the slot at hand, and brings it up to what is on disk. */
	async open(db: IDBDatabase): Promise<void> {
		if (this.#file) return this.#catchUp(db);
		const slots = await readMirror(this.#files, this.name);
		const [slot] = slots;
		const { rows, about } = await readStored(db);
		this.#turn = Math.max(0, ...slots.map(({ turn }) => turn));
		this.#path = slot?.path ?? '';
		if (slot && isOf(slot, about) && hasAll(slot, rows.keys())) {
			await this.#take(slot);
			this.append(about.id, lacking(rows, this.#keys));
		} else {
			await this.rewrite(db);
		}
	}

	/** Adds rows that have just reached the disk. They are safe from a killed browser when this returns. */
	append(database: string, rows: readonly Row[]): void {
		if (!this.#file || database !== this.#database) return;
		for (const row of rows) {
			const frame = writeFrame(row);
			this.#file.write(frame, this.#end);
			this.#end += frame.length;
			this.#keys.add(row[0]);
			this.#since?.push(row);
		}
	}

	/** Makes what was appended safe from a power cut as well. */
	flush(): void {
		this.#file?.flush();
	}

	/** Writes the other slot anew from what is on disk, and goes on with that one. */
	async rewrite(db: IDBDatabase): Promise<void> {
		this.#since = [];
		const { rows, about } = await readStored(db);
		const sound = [...rows].filter(
			(row): row is [number, Uint8Array] => row[1] instanceof Uint8Array
		);
		this.#turn++;
		// Never over the slot that is whole: the browser may be killed right here.
		const path = slotPaths(this.name).find((other) => other !== this.#path) ?? '';
		const file = await this.#files.open(path);
		const head = { turn: this.#turn, database: about.id, base: about.base, at: this.#now() };
		const bytes = writeSlot(head, sound);
		try {
			file.truncate(0);
			file.write(bytes, 0);
			file.flush();
		} catch (error) {
			file.close();
			this.#since = undefined;
			throw error;
		}
		this.#file?.close();
		this.#file = file;
		this.#path = path;
		this.#database = about.id;
		this.#end = bytes.length;
		this.#keys = new Set(sound.map(([key]) => key));
		const since = this.#since.filter(([key]) => !this.#keys.has(key));
		this.#since = undefined;
		this.append(about.id, since);
	}

	/** Lets go of the file. */
	close(): void {
		this.#file?.close();
		this.#file = undefined;
	}

	async #catchUp(db: IDBDatabase): Promise<void> {
		const { rows, about } = await readStored(db);
		if (about.id !== this.#database) await this.rewrite(db);
		else this.append(about.id, lacking(rows, this.#keys));
	}

	async #take(slot: PlacedSlot): Promise<void> {
		this.#file = await this.#files.open(slot.path);
		this.#database = slot.database;
		this.#end = slot.end;
		this.#keys = new Set(slot.byKey.keys());
		this.#file.truncate(slot.end);
	}
}

function lacking(rows: ReadonlyMap<number, unknown>, keys: ReadonlySet<number>): Row[] {
	return [...rows].filter(
		(row): row is [number, Uint8Array] => !keys.has(row[0]) && row[1] instanceof Uint8Array
	);
}

function isOf(slot: Slot, about: About): boolean {
	return slot.isWhole && slot.database === about.id && slot.base <= about.base;
}

/** Whether a slot has all rows but, at most, some of the last. */
function hasAll(slot: Slot, keys: Iterable<number>): boolean {
	const last = lastKeyOf(slot);
	for (const key of keys) if (key <= last && !holds(slot, key)) return false;
	return true;
}
