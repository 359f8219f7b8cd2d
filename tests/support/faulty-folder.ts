// A folder in memory that a cloud carries badly: every way in which files get lost, spoiled or put back.
import type { Random } from '$lib/domain/random';
import type { Folder } from '$lib/sync/carried';

/** The ways, by name. */
export const FOLDER_FAULTS = [
	'drop',
	'truncate',
	'flip',
	'zero',
	'zeros',
	'duplicate',
	'rename',
	'roll back',
	'put back',
	'delete',
	'wipe',
	'placeholder',
	'foreign',
	'mix up'
] as const;

export type FolderFault = (typeof FOLDER_FAULTS)[number];

/** Files by path, and what can befall them. */
export class FaultyFolder implements Folder {
	files = new Map<string, Uint8Array>();
	/** How likely a write is lost or cut short without a word: 0 to 1. */
	failing = 0;
	readonly #random: Random;
	readonly #past: Map<string, Uint8Array>[] = [];
	reads = 0;
	lost = 0;

	constructor(random: Random) {
		this.#random = random;
	}

	async list(path: string): Promise<string[]> {
		const start = `${path}/`;
		const below = [...this.files.keys()].filter((name) => name.startsWith(start));
		return [...new Set(below.map((name) => name.slice(start.length).split('/')[0] ?? ''))].sort();
	}

	async read(path: string): Promise<Uint8Array | undefined> {
		this.reads++;
		return this.files.get(path)?.slice();
	}

	async write(path: string, bytes: Uint8Array): Promise<void> {
		if (this.#random() >= this.failing) return void this.files.set(path, bytes.slice());
		this.lost++;
		if (this.#pick(2) === 0) this.files.set(path, bytes.slice(0, this.#pick(bytes.length)));
	}

	async remove(path: string): Promise<void> {
		this.files.delete(path);
	}

	/** Remembers how it is, for a cloud that puts it back. */
	remember(): void {
		this.#past.push(new Map(this.files));
	}

	/** Brings one fault about; false when there was nothing to spoil. */
	befall(fault: FolderFault): boolean {
		const paths = [...this.files.keys()].sort();
		const path = paths[this.#pick(paths.length)];
		const bytes = path === undefined ? undefined : this.files.get(path);
		if (path === undefined || !bytes) return false;
		const cut = path.lastIndexOf('/') + 1;
		const [above, name] = [path.slice(0, cut), path.slice(cut)];
		switch (fault) {
			case 'drop':
				return this.files.delete(path);
			case 'truncate':
			case 'flip':
			case 'zero':
			case 'zeros':
				this.files.set(path, spoil(bytes, fault, this.#random));
				return true;
			case 'duplicate':
				this.files.set(`${above}${name} (conflicted copy ${this.#pick(9)}).kith`, bytes);
				return true;
			case 'rename':
				this.files.delete(path);
				this.files.set(`${above}${name.replace('.kith', '')} (${this.#pick(9)}).kith`, bytes);
				return true;
			case 'roll back':
			case 'put back': {
				const past = this.#past[this.#pick(this.#past.length)];
				if (!past) return false;
				this.files = new Map(fault === 'put back' ? [...this.files, ...past] : past);
				return true;
			}
			case 'delete':
				for (const other of paths) if (other.startsWith(above)) this.files.delete(other);
				return true;
			case 'wipe':
				this.files.clear();
				return true;
			case 'placeholder':
				this.files.delete(path);
				this.files.set(`${above}.${name}.icloud`, new TextEncoder().encode('bplist00\u0001'));
				return true;
			case 'foreign':
				this.files.set(`${above}.DS_Store`, new Uint8Array(64).fill(7));
				return true;
			case 'mix up': {
				const other = paths[this.#pick(paths.length)] ?? path;
				this.files.set(path, this.files.get(other) ?? bytes);
				return true;
			}
		}
	}

	#pick(count: number): number {
		return Math.floor(this.#random() * count);
	}
}

/** Bytes as a bad disk or a bad line would leave them. */
export function spoil(
	bytes: Uint8Array,
	how: 'truncate' | 'flip' | 'zero' | 'zeros',
	random: Random
): Uint8Array<ArrayBuffer> {
	const pick = (count: number): number => Math.floor(random() * count);
	const spoiled = new Uint8Array(bytes);
	switch (how) {
		case 'truncate':
			return spoiled.slice(0, pick(bytes.length));
		case 'flip':
			spoiled[pick(bytes.length)]! ^= 1 << pick(8);
			return spoiled;
		case 'zero':
			return new Uint8Array();
		case 'zeros':
			return new Uint8Array(bytes.length);
	}
}
