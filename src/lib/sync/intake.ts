// Taking in carried files: whose words may come in, in what order, after whose consent. Nothing in a file
// can take anything away but what its device trashed or erased; a file may come twice, or in any order.
import type { CarriedWorld, Hindered, Hindrance } from './carried';
import { afterOf, fromOf, readBody, type Changes } from './carried-body';
import { openPart, partsOf } from './carried-file';
import { weigh } from './brake';
import { takeKeyNews } from './key-news';
import type { Carrier, Reached } from './kept';
import { newestKey, type BookKey } from './keys';
import { covers, reachedOf } from './level';
import { peopleIn } from './people-there';
import { isRemoved, settleKeys } from './removing';
import { CORE, READER } from '$lib/store/documents';

/** A file with words, and what has become of it. */
interface Arrived {
	readonly label: string;
	readonly changes: Changes;
	readonly key: BookKey;
	became: 'taken' | Hindrance | undefined;
}

/** A part that no key here opens yet. */
interface Locked {
	readonly label: string;
	readonly by: string | undefined;
	readonly part: Uint8Array;
}

/** The newest a device has shown of itself. */
export interface Newest {
	readonly seq: number;
	readonly after: Reached;
	readonly digests: Readonly<Record<string, string>>;
	readonly people: number;
}

/** Files of one visit: first all are added, then they are merged. */
export class Intake {
	readonly #world: CarriedWorld;
	readonly #carrier: Carrier;
	readonly #arrived: Arrived[] = [];
	#locked: Locked[] = [];
	readonly #hindered: { label: string; why: Hindrance; from: string | undefined }[] = [];
	#brought = 0;

	constructor(world: CarriedWorld, carrier: Carrier) {
		this.#world = world;
		this.#carrier = carrier;
	}

	/** Adds a file. @param by the device in whose folder it lies */
	async add(label: string, bytes: Uint8Array | undefined, by?: string): Promise<void> {
		if (bytes === undefined) {
			this.hinder(label, 'placeholder', by);
			return;
		}
		const parts = partsOf(bytes);
		let isRead = false;
		let why: Hindrance | undefined;
		for (const part of parts) {
			const came = await this.#addPart({ label, by, part });
			if (came === true) isRead = true;
			else why = came;
		}
		if (!isRead && why) this.hinder(label, why, by);
	}

	/** Notes a file that was not even read. */
	hinder(label: string, why: Hindrance, from: string | undefined): void {
		this.#hindered.push({ label, why, from });
	}

	/** Takes in all that may be taken in. */
	async merge(): Promise<void> {
		await this.#unlock();
		this.#judge();
		const asked = new Set<string>();
		for (let isOn = true; isOn;) {
			isOn = false;
			for (const [id, files] of this.#byMaker()) {
				const ready = readyOf(files, reachedOf(this.#world.book));
				if (ready.length === 0) continue;
				isOn = true;
				if (!(await this.#mayTake(id, ready, asked))) {
					for (const file of files) file.became ??= 'declined';
					continue;
				}
				for (const file of ready) file.became = await this.#take(file.changes);
			}
		}
		for (const file of this.#arrived) file.became ??= 'early';
		const { book, kept } = this.#world;
		await settleKeys(book, kept);
		// A disk that refuses is tried again for ever; then nothing is acknowledged, see showing.ts.
		if (!book.trouble) await book.saved();
	}

	/** How many files brought words that were not here. */
	get brought(): number {
		return this.#brought;
	}

	/** The labels of files whose words are all here now, with their devices. */
	get taken(): ReadonlyMap<string, string> {
		const taken = this.#arrived.filter(({ became }) => became === 'taken');
		return new Map(taken.map(({ label, changes }) => [label, changes.maker.id]));
	}

	/** What was not taken in, by device and reason. */
	get hindered(): readonly Hindered[] {
		const counted = new Map<string, { why: Hindrance; from: string | undefined; files: number }>();
		const all = [
			...this.#hindered,
			...this.#locked.map(({ label, by }) => ({ label, why: 'other-key' as const, from: by })),
			...this.#arrived.flatMap(({ label, changes, became }) =>
				became && became !== 'taken' ? [{ label, why: became, from: changes.maker.id }] : []
			)
		];
		for (const { why, from } of all) {
			const one = counted.get(`${why} ${from}`);
			if (one) one.files++;
			else counted.set(`${why} ${from}`, { why, from, files: 1 });
		}
		return [...counted.values()];
	}

	/** The newest that each other device shows in files that were read, also where they wait. */
	get newest(): ReadonlyMap<string, Newest> {
		const newest = new Map<string, Newest>();
		for (const { changes, became } of this.#arrived) {
			const { maker, seq, people, documents } = changes;
			if (maker.id === this.#world.book.device || !(became === 'taken' || became === 'early'))
				continue;
			if ((newest.get(maker.id)?.seq ?? -1) >= seq) continue;
			const digests = Object.fromEntries(documents.map(({ name, digest }) => [name, digest]));
			newest.set(maker.id, { seq, after: afterOf(changes), digests, people });
		}
		return newest;
	}

	async #addPart(locked: Locked): Promise<true | Hindrance> {
		const opened = await openPart(locked.part, this.#world.kept.now.keys);
		if (!opened.ok) {
			if (opened.why !== 'other-key') return opened.why;
			this.#locked.push(locked);
			return true;
		}
		const carried = readBody(opened.body);
		if (!carried) return 'damaged';
		if (carried.is === 'key') await takeKeyNews(this.#world, carried);
		else {
			const { label } = locked;
			this.#arrived.push({ label, changes: carried, key: opened.key, became: undefined });
		}
		return true;
	}

	/** A key that came in one file may open another. */
	async #unlock(): Promise<void> {
		for (let before = -1; this.#locked.length !== before;) {
			before = this.#locked.length;
			const again = this.#locked;
			this.#locked = [];
			for (const locked of again) {
				const came = await this.#addPart(locked);
				if (came !== true) this.hinder(locked.label, came, locked.by);
			}
		}
		// A key handed to others is not for this device; what came with it in one file was read.
		const read = new Set(this.#arrived.map(({ label }) => label));
		this.#locked = this.#locked.filter(({ label }) => !read.has(label));
	}

	/**
	 * Refuses what a removed device could have made. It holds the keys up to its removal and could sign
	 * with any name; so once there is a newer key, nothing under an older one is read that has not been
	 * read before. A device that stays learns the new key and says everything again under it.
	 */
	#judge(): void {
		const newest = newestKey(this.#world.kept.now.keys);
		for (const file of this.#arrived) {
			const { maker, needs } = file.changes;
			if (isRemoved(this.#world.book, maker.id)) file.became = 'removed';
			else if (!newest || !isEqualKey(file.key, newest)) file.became = 'old-key';
			else if (needs > READER) file.became = 'future';
		}
	}

	#byMaker(): ReadonlyMap<string, Arrived[]> {
		const open = this.#arrived.filter(({ became }) => became === undefined);
		open.sort((a, b) => a.changes.seq - b.changes.seq);
		const byMaker = new Map<string, Arrived[]>();
		for (const file of open) {
			const those = byMaker.get(file.changes.maker.id);
			if (those) those.push(file);
			else byMaker.set(file.changes.maker.id, [file]);
		}
		return byMaker;
	}

	async #mayTake(id: string, ready: readonly Arrived[], asked: Set<string>): Promise<boolean> {
		const { book, kept } = this.#world;
		const pause = () => this.#world.pause();
		const updates = ready.flatMap(({ changes }) =>
			changes.documents.filter(({ name }) => name === CORE).flatMap((core) => core.updates)
		);
		if (id === book.device) return true;
		const name = ready.at(-1)?.changes.maker.name ?? '';
		const isNew = kept.now.peers[id] === undefined && book.get('device', id) === undefined;
		if (isNew && !asked.has(id) && book.all('person').length > 0) {
			const people = await peopleIn(updates, pause);
			if (people.length > 0) {
				if (!(await this.#world.consent({ is: 'first', from: id, name, people }))) return false;
				asked.add(id);
			}
		}
		const weight = await weigh(book, updates, pause);
		return !weight || this.#world.consent({ is: 'large', from: id, name, ...weight });
	}

	async #take({ documents }: Changes): Promise<'taken' | 'damaged'> {
		const { book } = this.#world;
		const news = { isThere: false };
		for (const { name, updates } of documents) {
			if (updates.length === 0) continue;
			const { doc } = book.document(name);
			const note = (): void => void (news.isThere = true);
			doc.on('update', note);
			try {
				for (const update of updates) {
					book.take(name, update, this.#carrier);
					await this.#world.pause();
				}
			} catch {
				// Sealed with our key and yet no update: made by a Kith that was wrong.
				return 'damaged';
			} finally {
				doc.off('update', note);
			}
		}
		if (news.isThere) this.#brought++;
		return 'taken';
	}
}

/** The files of one device that can be applied one after the other to what is here. */
function readyOf(files: readonly Arrived[], here: Reached): readonly Arrived[] {
	const reach: Record<string, Uint8Array>[] = [here];
	const ready: Arrived[] = [];
	for (const file of files) {
		const needed = Object.entries(fromOf(file.changes));
		const isReady = needed.every(([name, from]) =>
			reach.some((one) => covers(one, { [name]: from }))
		);
		if (!isReady) continue;
		ready.push(file);
		reach.push(afterOf(file.changes));
	}
	return ready;
}

function isEqualKey(a: BookKey, b: BookKey): boolean {
	return a.generation === b.generation && a.bytes.every((byte, at) => byte === b.bytes[at]);
}
