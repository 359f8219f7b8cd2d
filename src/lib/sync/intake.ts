// Taking in carried files: whose words may come in, in what order, after whose consent. Nothing in a file
// can take anything away but what its device trashed or erased; a file may come twice, or in any order.
// Over 300 lines, because what is read, judged, met and taken is one decision after the other.
import type { CarriedWorld, Hindered, Hindrance } from './carried';
import { afterOf, fromOf, readBody, type CarriedDocument, type Changes } from './carried-body';
import { openPart, partsOf } from './carried-file';
import { areEqual } from './bytes';
import { weigh, wholeOf } from './brake';
import { carriedKey, carriedKeys, joined } from './joining';
import { takeKeyNews } from './key-news';
import type { Carrier, Reached } from './kept';
import type { BookKey } from './keys';
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

/** A file that was not taken in, and why; `from` its device as far as it is known. */
export interface Left {
	readonly label: string;
	readonly why: Hindrance;
	readonly from: string | undefined;
}

/** The newest a device has shown of itself. */
export interface Newest {
	readonly seq: number;
	readonly after: Reached;
	readonly digests: Readonly<Record<string, string>>;
	/** How they are made; one kept by the first Kith does not say. */
	readonly form?: number;
	readonly people: number;
}

/** Files of one visit: first all are added, then they are merged. */
export class Intake {
	readonly #world: CarriedWorld;
	readonly #carrier: Carrier;
	readonly #arrived: Arrived[] = [];
	#locked: Locked[] = [];
	readonly #hindered: Left[] = [];
	#brought = 0;
	#under: BookKey | undefined;

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
		await this.#judge();
		for (let isOn = true; isOn;) {
			isOn = false;
			for (const [id, files] of this.#byMaker()) {
				const ready = readyOf(files, reachedOf(this.#world.book));
				if (ready.length === 0) continue;
				isOn = true;
				if (!(await this.#mayTake(id, ready))) {
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

	/** The key of the files that were taken in: the newest there was then. */
	get under(): BookKey | undefined {
		return this.#under;
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

	/** What was not taken in, file by file. */
	get left(): readonly Left[] {
		return [
			...this.#hindered,
			...this.#locked.map(({ label, by }) => ({ label, why: 'other-key' as const, from: by })),
			...this.#arrived.flatMap(({ label, changes, became }) =>
				became && became !== 'taken' ? [{ label, why: became, from: changes.maker.id }] : []
			)
		];
	}

	/** What was not taken in, by device and reason. */
	get hindered(): readonly Hindered[] {
		return countLeft(this.left);
	}

	/** The newest that each other device shows in files that were read, also where they wait. */
	get newest(): ReadonlyMap<string, Newest> {
		const newest = new Map<string, Newest>();
		for (const { changes, became } of this.#arrived) {
			const { maker, seq, people, form, documents } = changes;
			if (maker.id === this.#world.book.device || !(became === 'taken' || became === 'early'))
				continue;
			if ((newest.get(maker.id)?.seq ?? -1) >= seq) continue;
			const digests = Object.fromEntries(documents.map(({ name, digest }) => [name, digest]));
			newest.set(maker.id, { seq, after: afterOf(changes), digests, form, people });
		}
		return newest;
	}

	async #addPart(locked: Locked): Promise<true | Hindrance> {
		const opened = await openPart(locked.part, carriedKeys(this.#world.kept.now));
		if (!opened.ok) {
			if (opened.why !== 'other-key') return opened.why;
			this.#locked.push(locked);
			return true;
		}
		const carried = readBody(opened.body);
		if (!carried) return 'damaged';
		if (carried.is === 'key') {
			// Before the rep's yes to another's book there is none to take over a key for.
			if (!this.#world.kept.now.joining) await takeKeyNews(this.#world, carried);
		} else {
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
	async #judge(): Promise<void> {
		// Another tab may have removed a device since.
		await this.#world.kept.refresh();
		const newest = carriedKey(this.#world.kept.now);
		this.#under = newest;
		for (const file of this.#arrived) {
			const { maker, needs } = file.changes;
			if (isRemoved(this.#world.book, maker.id)) file.became = 'removed';
			else if (!newest || !areEqual(file.key.bytes, newest.bytes)) file.became = 'old-key';
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

	async #mayTake(id: string, ready: readonly Arrived[]): Promise<boolean> {
		const { book, kept } = this.#world;
		if (id === book.device) return true;
		const cores = ready.flatMap(({ changes }) =>
			changes.documents.filter(({ name, updates }) => name === CORE && updates.length > 0)
		);
		const { joining, peers } = kept.now;
		if (joining || peers[id]?.metAt === undefined) {
			if (!(await this.#meet(id, ready, cores))) return false;
		}
		const updates = cores.flatMap((core) => core.updates);
		const weight = await weigh(book, updates, () => this.#world.pause());
		const name = ready.at(-1)?.changes.maker.name ?? '';
		return !weight || this.#world.consent({ is: 'large', from: id, name, ...weight });
	}

	/**
	 * The first time with a device, however it came into the book: the rep is asked, a restore point is
	 * made, and both are kept on disk before a word comes in. With it the other's book is joined.
	 */
	async #meet(
		id: string,
		ready: readonly Arrived[],
		cores: readonly CarriedDocument[]
	): Promise<boolean> {
		const { book, kept } = this.#world;
		const last = ready.at(-1);
		if (!last) return false;
		const { maker, people: there, key } = last.changes;
		const about = { from: id, name: maker.name };
		const updates = cores.flatMap((core) => core.updates);
		// What builds on words that are here tells of those people by what is here.
		const isPart = (cores[0]?.from.length ?? 1) > 0;
		const all = isPart ? [...wholeOf(book), ...updates] : updates;
		const isToSee = there > 0 && book.all('person').length > 0;
		const people = isToSee ? await peopleIn(all, () => this.#world.pause()) : [];
		const isYes = await this.#world.consent(
			isToSee ? { is: 'first', ...about, there, people } : { is: 'point', ...about }
		);
		if (!isYes) return false;
		const metAt = new Date(this.#world.now()).toISOString();
		let isStill = false;
		await kept.change((now) => {
			// The rep may have stopped joining meanwhile, or begun to join another book.
			isStill = carriedKeys(now).some(({ bytes }) => areEqual(bytes, last.key.bytes));
			if (!isStill) return now;
			// As in a conversation: who comes in with a code belongs to those the key is for.
			const members = key && key.members.length > 0 ? [...key.members, id, book.device] : [];
			const unique = [...new Set(members)].filter((one) => !isRemoved(book, one)).sort();
			const next = joined(now, id, key && { generation: key.generation, members: unique });
			return { ...next, peers: { ...next.peers, [id]: { ...next.peers[id], metAt } } };
		});
		return isStill;
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

/** How many files were left for the same reason by the same device. */
export function countLeft(left: readonly Left[]): readonly Hindered[] {
	const counted = new Map<string, { why: Hindrance; from: string | undefined; files: number }>();
	for (const { why, from } of left) {
		const one = counted.get(`${why} ${from}`);
		if (one) one.files++;
		else counted.set(`${why} ${from}`, { why, from, files: 1 });
	}
	return [...counted.values()];
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
