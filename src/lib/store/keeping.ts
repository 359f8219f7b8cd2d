// What is done for the book beside the page: the mirror, folding, restore points, erasing from copies,
// sealing anew. One tab's worker does it for all tabs, under a Web Lock; they talk over a channel.
import type { PointReason, RestorePoint } from '$lib/domain/restore-points';
import { encodeStateAsUpdate } from 'yjs';
import { docOf, foldRows, withDatabase } from './compaction';
import type { Written } from './disk';
import { forgetIn } from './forgetting';
import { CORE } from './documents';
import { forgetLocals, sealLocals } from './locals';
import { Mirroring } from './mirroring';
import type { Files } from './opfs';
import { rewritePoints, thinPoints, writePoint } from './points';
import { readStored } from './rows';
import type { Seal } from './seal';

/** What can be asked of the keeper, by name: what it takes and what it gives. */
export interface Errands {
	/** Puts rows that are on disk into the mirror. */
	keep(written: Omit<Written, 'updates'>): void;
	/** Looks after these documents: brings their mirrors up to date, and folds where it is due. */
	tend(names: readonly string[]): void;
	/** Makes a restore point of these documents. */
	point(made: {
		readonly at: string;
		readonly why: PointReason;
		readonly people: number;
		readonly notes: number;
		readonly names: readonly string[];
	}): RestorePoint;
	/** Leaves nothing of records that were erased, in these documents and in all restore points. */
	forget(what: { readonly names: readonly string[]; readonly ids: readonly string[] }): void;
	/** Writes everything at rest anew, sealed with another key or not at all; can be repeated. */
	reseal(how: {
		readonly names: readonly string[];
		readonly from: Seal | undefined;
		readonly to: Seal | undefined;
	}): void;
}

export type ErrandName = keyof Errands;

/** What the keeper needs from the world. */
export interface KeepingEnvironment {
	/** Undefined where the browser has no file system of its own. */
	readonly files: Files | undefined;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly seal: Seal | undefined;
	/** How many bytes restore points may take. */
	readonly budget: number;
}

/** More rows than this are folded. */
const ROWS = 500;
/** More bytes than this since the last folding, and than the folded row itself. */
const BYTES = 256 * 1024;

interface Tended {
	mirror: Mirroring | undefined;
	rows: number;
	/** Bytes of all rows but the first. */
	bytes: number;
	first: number;
}

/** The work of the keeper, on whatever thread. */
export class Keeping {
	readonly #env: KeepingEnvironment;
	readonly #tended = new Map<string, Promise<Tended>>();
	#seal: Seal | undefined;
	#closed = false;

	constructor(env: KeepingEnvironment) {
		this.#env = env;
		this.#seal = env.seal;
	}

	/** From now on rows are opened and sealed with another key, or not at all. */
	set seal(seal: Seal | undefined) {
		this.#seal = seal;
	}

	/** The documents whose rows are due to be folded. */
	async due(): Promise<string[]> {
		const due: string[] = [];
		for (const [name, opening] of this.#tended) {
			const { rows, bytes, first } = await opening;
			if (rows >= ROWS || bytes > Math.max(BYTES, first)) due.push(name);
		}
		return due;
	}

	async keep({ name, database, rows }: Omit<Written, 'updates'>): Promise<void> {
		const tended = await this.#tend(name);
		tended.mirror?.append(database, rows);
		tended.rows += rows.length;
		for (const [, { length }] of rows) tended.bytes += length;
	}

	async tend(names: readonly string[]): Promise<void> {
		for (const name of names) {
			const { mirror } = await this.#tend(name);
			// Rows may have come while nobody was there to be told of them.
			await withDatabase(name, async (db) => mirror?.open(db));
		}
	}

	/** Folds one document and writes its mirror anew; leaves everything as it is when that fails. */
	async fold(name: string, forget = false): Promise<void> {
		const tended = await this.#tend(name);
		await withDatabase(name, async (db) => {
			const folded = await foldRows(db, { name, now: this.#env.now(), seal: this.#seal, forget });
			// Rows that cannot be folded stay; counting begins anew, so that they are not tried at once.
			Object.assign(tended, await weigh(db));
			if (folded.ok) await tended.mirror?.rewrite(db);
		});
	}

	/** Makes what was put into the mirrors safe from a power cut. */
	async flush(): Promise<void> {
		for (const opening of this.#tended.values()) (await opening).mirror?.flush();
	}

	async point(made: Parameters<Errands['point']>[0]): Promise<RestorePoint> {
		const { files, budget } = this.#env;
		if (!files) throw new DOMException('no file system', 'NotSupportedError');
		const { names, ...about } = made;
		const docs = [];
		for (const name of names) {
			const stored = await withDatabase(name, readStored);
			const last = Math.max(0, ...stored.rows.keys());
			const file = `${name}~${stored.about.id}~${last}`;
			const update = async (): Promise<Uint8Array> => {
				const doc = await docOf(name, stored, this.#seal);
				if (!doc) throw new DOMException('rows are damaged', 'DataError');
				return encodeStateAsUpdate(doc);
			};
			docs.push({ name, file, update });
		}
		const { docs: _, ...point } = await writePoint(files, about, docs, this.#seal);
		await thinPoints(files, budget);
		return point;
	}

	async forget({ names, ids }: Parameters<Errands['forget']>[0]): Promise<void> {
		const { files } = this.#env;
		for (const name of names) {
			await this.fold(name, true);
			// The other slot still holds what the folding has just left behind.
			await this.#rewriteMirror(name);
		}
		const gone = new Set(ids);
		await withDatabase(CORE, (db) => forgetLocals(db, gone));
		if (!files) return;
		await rewritePoints(files, this.#seal, this.#seal, (_, update) => forgetIn(update, gone));
	}

	async reseal({ names, from, to }: Parameters<Errands['reseal']>[0]): Promise<void> {
		const { files } = this.#env;
		// Only ever one of the two is a key: what lies there is plain, or sealed with this one.
		const seal = from ?? to;
		this.#seal = to;
		for (const name of names) {
			const tended = await this.#tend(name);
			await withDatabase(name, async (db) => {
				const folding = { name, now: this.#env.now(), seal, to, forget: true };
				const folded = await foldRows(db, folding);
				if (!folded.ok) throw new DOMException(folded.fault, 'DataError');
				await sealLocals(db, seal, to);
				Object.assign(tended, await weigh(db));
				await tended.mirror?.rewrite(db);
				await tended.mirror?.rewrite(db);
			});
		}
		if (files) await rewritePoints(files, from, to);
	}

	/** Lets go of all files, and takes up none any more. */
	async close(): Promise<void> {
		this.#closed = true;
		for (const opening of this.#tended.values()) (await opening).mirror?.close();
		this.#tended.clear();
	}

	async #rewriteMirror(name: string): Promise<void> {
		const { mirror } = await this.#tend(name);
		await withDatabase(name, async (db) => mirror?.rewrite(db));
	}

	#tend(name: string): Promise<Tended> {
		if (this.#closed) return Promise.reject(new DOMException('closed', 'InvalidStateError'));
		const known = this.#tended.get(name);
		if (known) return known;
		const opening = this.#open(name);
		this.#tended.set(name, opening);
		opening.catch(() => this.#tended.delete(name));
		return opening;
	}

	async #open(name: string): Promise<Tended> {
		const { files, now } = this.#env;
		return withDatabase(name, async (db) => {
			const mirror = files && new Mirroring(files, name, now);
			try {
				await mirror?.open(db);
			} catch {
				// A full disk, or a file somebody else holds: tried again with the next folding.
			}
			return { mirror, ...(await weigh(db)) };
		});
	}
}

async function weigh(db: IDBDatabase): Promise<Omit<Tended, 'mirror'>> {
	const { rows } = await readStored(db);
	const sizes = [...rows.values()].map((row) => (row instanceof Uint8Array ? row.length : 0));
	const first = sizes[0] ?? 0;
	return { rows: rows.size, first, bytes: sizes.reduce((sum, size) => sum + size, 0) - first };
}
