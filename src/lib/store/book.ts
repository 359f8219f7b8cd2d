// The book: all tables over all documents, one door for writing, one for hearing what changed. One
// class of over 300 lines because it is that one door; what is behind it has files of its own.
import { HybridClock, type Stamp } from '$lib/domain/hlc';
import { newId, yearOfId, type Id } from '$lib/domain/id';
import type { Random } from '$lib/domain/random';
import type { Unreadable } from '$lib/domain/records/decode';
import { tableNames, tables, type Records, type Table } from '$lib/domain/records/tables';
import { latestCells, mergeVersions, latestStamp, type Cell } from '$lib/domain/version';
import { TableCache } from './cache';
import type { Step } from './change';
import type { Damage } from './damage';
import { Disk, FROM_OTHER_TAB, type Trouble, type Written } from './disk';
import type { Desk } from './desk';
import { CORE, journalName, READER } from './documents';
import type { Seal } from './seal';
import { Shelf, type Changed } from './shelf';
import { applyQuickly } from './quick-texts';
import { Pace, fewAtATime } from './pace';
import { Soon } from './soon';
import { Tabs } from './tabs';
import { recordOfKey } from './versions';
import { claimWriter, deviceOfWriter, type Locks, type Writer } from './writer';

/** What the book needs from the world. */
export interface BookEnvironment {
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly random: Random;
	readonly locks?: Locks | undefined;
	/** Keeps a second copy of what has reached the disk; a save waits for it. Rejects never. */
	readonly keep?: (written: Written) => Promise<void>;
	/** Keeps words on disk; left out only where a book in memory is wanted. */
	readonly onDisk?: boolean;
	/** Opens and seals what lies on disk, where the rep has set a device lock. */
	readonly seal?: Seal | undefined;
	/** The device to be, when this one is new; made from time and chance when left out. */
	readonly device?: string;
}

/** How far the years have been read. */
export type Reach = 'core' | 'this-year' | 'recent' | 'whole';

/** What the book tells. All listeners are called after the records have been brought up to date. */
export interface BookListener {
	/**
	 * @param changed the ids of the records that changed, by table
	 * @param concerned the persons those are or were about, by table
	 */
	onchange?(changed: Changed, concerned: Changed): void;
	onreach?(reach: Reach): void;
	onsaving?(): void;
	ontrouble?(trouble: Trouble | undefined): void;
	/** Something on disk was not what had been written there; `damages` has it all. */
	ondamage?(): void;
}

/** Told which records an update has changed, keeps some to be read later, and gives back the others. */
export type Later = (shelf: Shelf, changed: Changed) => Changed;

/** One rep's whole data set, as this device holds it. */
export class Book {
	readonly #env: BookEnvironment;
	readonly #clock: HybridClock;
	readonly #shelves = new Map<string, { shelf: Shelf; disk: Disk | undefined }>();
	readonly #caches = new Map<Table, TableCache<Table>>();
	readonly #listeners = new Set<BookListener>();
	readonly #troubles = new Map<string, Trouble>();
	readonly #damages: Damage[] = [];
	readonly #tabs: Tabs | undefined;
	#changed = new Map<Table, Set<string>>();
	#concerned = new Map<Table, Set<string>>();
	#holding = 0;
	#later: Later | undefined;
	readonly #soon = new Soon(() => this.#tellChanged());
	#writer: Writer = { name: '', release: () => undefined };
	#reach: Reach = 'core';
	#seal: Seal | undefined;

	private constructor(env: BookEnvironment) {
		this.#env = env;
		this.#seal = env.seal;
		this.#clock = new HybridClock(env.now);
		for (const table of tableNames) this.#caches.set(table, new TableCache(table));
		if (env.onDisk !== false) {
			this.#tabs = new Tabs((name, updates) => this.#takeFromTab(name, updates));
		}
	}

	/** Opens the core document and claims a writer; the years come with `openYears`. */
	static async open(env: BookEnvironment): Promise<Book> {
		const book = new Book(env);
		const { disk } = book.#shelf(CORE);
		// A disk that refuses is tried again and again; meanwhile the rep can at least write.
		await Promise.race([disk?.opened, disk?.troubled]);
		let device: string = env.device ?? book.newId('device');
		try {
			const stored = await disk?.getLocal('device');
			if (typeof stored === 'string') device = stored;
			else await disk?.setLocal('device', device);
		} catch {
			// On a disk that is full or closed it is a new device for now; that must not keep the rep out.
		}
		const chance = newId(2000, env.now(), env.random).slice(-8);
		book.#writer = await claimWriter(device, env.locks, chance);
		return book;
	}

	/** The id of this device. */
	get device(): Id<'device'> {
		return deviceOfWriter(this.#writer.name) as Id<'device'>;
	}

	/** How far the years have been read. */
	get reach(): Reach {
		return this.#reach;
	}

	/** Whether a newer version of the app has written what this one must not touch. */
	get isNewer(): boolean {
		const reader = this.#shelf(CORE).shelf.doc.getMap('meta').get('minReader');
		return typeof reader === 'number' && reader > READER;
	}

	/** Why words are not on disk, or undefined while all is well. */
	get trouble(): Trouble | undefined {
		return this.#troubles.values().next().value;
	}

	/** What was found on disk since the book was opened that is not what had been written there. */
	get damages(): readonly Damage[] {
		return this.#damages;
	}

	/** How many updates are not on disk yet. */
	get pending(): number {
		let pending = 0;
		for (const { disk } of this.#shelves.values()) pending += disk?.pending ?? 0;
		return pending;
	}

	/** What could not be read; it is kept, and nothing depends on it. */
	get unreadable(): readonly Unreadable[] {
		const records = tableNames.flatMap((table) => this.#cache(table).unreadable);
		const values = [...this.#shelves.values()].flatMap(({ shelf }) =>
			[...shelf.tables].flatMap(([table, { unreadable }]) =>
				[...unreadable].map((key) => ({ table, id: recordOfKey(key), field: '' }))
			)
		);
		return [...records, ...values];
	}

	/**
	 * Opens this year, then the last and all older ones, newest first. The first screen waits for this
	 * year only; the others are read in slices, so that they keep nobody from writing.
	 * @param pause between two years, @param breath between two slices: lets the page do something else
	 */
	async openYears(
		thisYear: number,
		pause: () => Promise<void>,
		breath: () => Promise<void> = pause
	): Promise<void> {
		await this.#shelf(CORE).disk?.opened;
		await this.#shelf(journalName(thisYear)).disk?.opened;
		this.setReach('this-year');
		await this.#openOlder(thisYear - 1, breath);
		this.setReach('recent');
		for (const year of [...this.years].sort((a, b) => b - a)) {
			if (this.#shelves.has(journalName(year))) continue;
			await pause();
			await this.#openOlder(year, breath);
		}
		this.setReach('whole');
	}

	/** What opens and seals the book on this device, if anything does. */
	get seal(): Seal | undefined {
		return this.#seal;
	}

	/** From now on what is written is sealed with another key, or not at all. */
	set seal(seal: Seal | undefined) {
		this.#seal = seal;
		for (const { disk } of this.#shelves.values()) if (disk) disk.seal = seal;
	}

	/** The years that have a journal, as the core document knows them. */
	get years(): ReadonlySet<number> {
		const years = new Set<number>();
		for (const key of this.#shelf(CORE).shelf.doc.getMap('years').keys()) {
			if (/^\d{4}$/.test(key)) years.add(Number(key));
		}
		return years;
	}

	/** A new id for a table, with the year whose journal keeps the record (by default this one). */
	newId<T extends Table>(_table: T, year?: number): Id<T> {
		const now = this.#env.now();
		return newId<T>(year ?? new Date(now).getFullYear(), now, this.#env.random);
	}

	/** A record, trashed or not. */
	get<T extends Table>(table: T, id: string): Records[T] | undefined {
		return this.#cache(table).get(id);
	}

	/** Whether a record was erased for good, on this device or another. */
	isErased(id: string): boolean {
		return this.#shelf(CORE).shelf.doc.getMap('erased').has(id);
	}

	/** All records of a table that are not in the trash; the same array until one changes. */
	all<T extends Table>(table: T): readonly Records[T][] {
		return this.#cache(table).live;
	}

	/** All records of a table that are in the trash. */
	trashed<T extends Table>(table: T): readonly Records[T][] {
		return this.#cache(table).trashed;
	}

	/** The records of a table about one person, not in the trash; the same array until one changes. */
	about<T extends Table>(table: T, person: string): readonly Records[T][] {
		return this.#cache(table).about(person);
	}

	/** The stored cells of a record with their times: what a backup keeps beside the values. */
	cells(table: Table, id: string): ReadonlyMap<string, Cell> {
		return latestCells(this.#home(table, id)?.shelf.tables.get(table)?.of(id) ?? []);
	}

	/** Writes in one step; write.ts and undo.ts know how. */
	write(work: (desk: Desk) => Step): Step {
		return this.#hold(() => work(this.#desk));
	}

	/** Resolves once everything written so far is on disk. */
	async saved(): Promise<void> {
		for (const { disk } of this.#shelves.values()) await disk?.saved();
	}

	/** Tries at once to write what is waiting. */
	retry(): void {
		for (const { disk } of this.#shelves.values()) disk?.retry();
	}

	/** The page is going away, or has come back: until then every write is committed at once. */
	leave(leaving: boolean): void {
		for (const { disk } of this.#shelves.values()) disk?.leave(leaving);
	}

	/** A value kept on this device only, beside the book. */
	async getLocal(key: string): Promise<unknown> {
		return this.#shelf(CORE).disk?.getLocal(key);
	}

	/** Keeps a value on this device only, beside the book. */
	async setLocal(key: string, value: string): Promise<void> {
		await this.#shelf(CORE).disk?.setLocal(key, value);
	}

	/** Listens; the function given back stops it. */
	listen(listener: BookListener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Every open document by name: what is compared, sent and tested. */
	get documents(): ReadonlyMap<string, Shelf> {
		return new Map([...this.#shelves].map(([name, { shelf }]) => [name, shelf]));
	}

	/** Opens (or finds) the document of a name, so that what belongs to it can be applied. */
	document(name: string): Shelf {
		return this.#shelf(name).shelf;
	}

	/**
	 * Takes in an update from another device. Listeners hear of it soon, and of many at once, so that a
	 * long transfer leaves the page to the rep; records can be read at once.
	 * @param from who brought it: what `doc.on('update')` gives as the origin
	 * @param later keeps records back: they are not seen until `read` is called for them
	 */
	take(name: string, update: Uint8Array, from: unknown, later?: Later): void {
		this.#later = later;
		this.#gather(() => applyQuickly(this.document(name).doc, update, from));
	}

	/** Reads records that were kept back. */
	read(shelf: Shelf, changed: Changed): void {
		this.#gather(() => this.#refresh(shelf, changed));
	}

	/** Says how far the years have been read; so does whoever keeps records back. */
	setReach(reach: Reach): void {
		if (this.#changed.size > 0) this.#soon.run();
		this.#reach = reach;
		this.#tell((listener) => listener.onreach?.(reach));
	}

	/** Lets go of the disk, the other tabs and the writer's name. */
	async close(): Promise<void> {
		this.#tabs?.close();
		for (const { disk } of this.#shelves.values()) await disk?.close();
		this.#writer.release();
	}

	get #desk(): Desk {
		return {
			writer: this.#writer.name,
			tick: (seen?: Stamp) => this.#clock.tick(seen),
			now: this.#env.now,
			shelfOf: (table, id) => this.#shelfFor(table, id),
			record: (table, id) => this.#cache(table).get(id)
		};
	}

	#cache<T extends Table>(table: T): TableCache<T> {
		return this.#caches.get(table) as TableCache<T>;
	}

	#nameFor(table: Table, id: string): string {
		if (tables[table].home === 'core') return CORE;
		return journalName(yearOfId(id) ?? new Date(this.#env.now()).getFullYear());
	}

	#home(table: Table, id: string) {
		return this.#shelves.get(this.#nameFor(table, id));
	}

	#shelfFor(table: Table, id: string): Shelf {
		const { shelf } = this.#shelf(this.#nameFor(table, id));
		if (shelf.year !== undefined) {
			const years = this.#shelf(CORE).shelf.doc.getMap('years');
			if (!years.has(String(shelf.year))) years.set(String(shelf.year), true);
		}
		return shelf;
	}

	/** @param unread takes what is read from the disk into the document, to be read into view later */
	#shelf(name: string, unread?: Changed[]): { shelf: Shelf; disk: Disk | undefined } {
		const open = this.#shelves.get(name);
		if (open) return open;
		const shelf = new Shelf(name);
		shelf.listen((changed, origin) => {
			if (unread && origin instanceof Disk) unread.push(changed);
			else this.#refresh(shelf, this.#later?.(shelf, changed) ?? changed);
		});
		if (name === CORE) shelf.doc.getMap('erased').observe(({ keys }) => this.#drop(keys));
		const disk =
			this.#env.onDisk === false
				? undefined
				: new Disk(
						name,
						shelf.doc,
						{ now: this.#env.now, seal: this.#seal },
						{
							onpending: () => this.#tell((listener) => listener.onsaving?.()),
							onwritten: (written) => {
								this.#tabs?.tell(name, written.updates);
								return this.#env.keep?.(written);
							},
							ontrouble: (_, trouble) => this.#setTrouble(name, trouble),
							ondamage: (damages) => {
								this.#damages.push(...damages);
								this.#tell((listener) => listener.ondamage?.());
							}
						}
					);
		const entry = { shelf, disk };
		this.#shelves.set(name, entry);
		return entry;
	}

	async #openOlder(year: number, breath: () => Promise<void>): Promise<void> {
		const unread: Changed[] = [];
		const { shelf, disk } = this.#shelf(journalName(year), unread);
		await disk?.opened;
		const pace = new Pace(breath);
		for (const few of unread.flatMap(fewAtATime)) {
			this.read(shelf, few);
			await pace.rest();
		}
	}

	#takeFromTab(name: string, updates: readonly Uint8Array[]): void {
		const { shelf } = this.#shelf(name);
		this.#hold(() => {
			for (const update of updates) applyQuickly(shelf.doc, update, FROM_OTHER_TAB);
		});
	}

	#refresh(shelf: Shelf, changed: Changed): void {
		this.#hold(() => {
			for (const [table, ids] of changed) {
				const cache = this.#cache(table);
				const told = this.#changed.get(table) ?? new Set();
				this.#changed.set(table, told);
				const concerned = this.#concerned.get(table) ?? new Set();
				this.#concerned.set(table, concerned);
				const versions = shelf.tables.get(table);
				for (const id of ids) {
					told.add(id);
					const held = this.isErased(id) ? [] : (versions?.of(id) ?? []);
					const fields = held.length > 0 ? mergeVersions(held) : undefined;
					cache.refresh(id, fields, shelf.bodies?.read(id) ?? '', concerned);
					for (const { version } of held) this.#clock.observe(latestStamp(version));
				}
			}
		});
	}

	/** Shows nothing more of records that were erased, here or on another device. */
	#drop(erased: ReadonlyMap<string, unknown>): void {
		const ids = new Set(erased.keys());
		for (const { shelf } of [...this.#shelves.values()]) {
			this.#refresh(shelf, new Map([...shelf.tables.keys()].map((table) => [table, ids])));
		}
	}

	/** Runs `work` and tells the listeners soon. */
	#gather(work: () => void): void {
		this.#holding++;
		try {
			work();
		} finally {
			this.#later = undefined;
			this.#holding--;
			if (this.#changed.size > 0) this.#soon.ask();
		}
	}

	/** Runs `work` and tells the listeners once, after the outermost of nested calls. */
	#hold<Result>(work: () => Result): Result {
		this.#holding++;
		try {
			return work();
		} finally {
			this.#holding--;
			if (this.#holding === 0 && this.#changed.size > 0) this.#soon.run();
		}
	}

	#tellChanged(): void {
		const [changed, concerned] = [this.#changed, this.#concerned];
		this.#changed = new Map();
		this.#concerned = new Map();
		this.#tell((listener) => listener.onchange?.(changed, concerned));
	}

	#setTrouble(name: string, trouble: Trouble | undefined): void {
		if (trouble) this.#troubles.set(name, trouble);
		else this.#troubles.delete(name);
		this.#tell((listener) => listener.ontrouble?.(this.trouble));
	}

	#tell(what: (listener: BookListener) => void): void {
		for (const listener of [...this.#listeners]) what(listener);
	}
}
