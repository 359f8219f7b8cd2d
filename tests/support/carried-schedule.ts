// One random story of devices that talk by every carrier, mixed, while clouds, files and devices fail; it
// ends with all compared. One class of over 300 lines, because every step may touch everything in it.
import { expect } from 'vitest';
import { encodeStateVector } from 'yjs';
import type { Id } from '$lib/domain/id';
import { seededRandom, type Random } from '$lib/domain/random';
import type { Book } from '$lib/store/book';
import { eraseRecords, leftOvers } from '$lib/store/erasing';
import { fileToSend, takeFiles } from '$lib/sync/by-file';
import type { CarriedWorld, Taken } from '$lib/sync/carried';
import { exchangeWithFolder } from '$lib/sync/folder';
import { Kept } from '$lib/sync/kept';
import { Digests } from '$lib/sync/level';
import type { BookKey } from '$lib/sync/keys';
import { slicesOf } from '$lib/sync/slices';
import { aBook, aNote, aPerson, digest, NOON, TestClock, write } from './books';
import { FaultyFolder, FOLDER_FAULTS, spoil } from './faulty-folder';

const YEAR_MS = 365 * 86_400_000;
/** How notes begin that only ever get shorter. */
const MARK = '=';
const YEARS = [2023, 2025, 2026];
const FILE_FAULTS = ['truncate', 'flip', 'zero', 'zeros'] as const;

/** How often each thing has happened so far. */
export const totals: Record<string, number> = {};
const count = (what: string, by = 1): void => void (totals[what] = (totals[what] ?? 0) + by);
const noPause = async (): Promise<void> => undefined;

interface Device {
	readonly book: Book;
	readonly world: CarriedWorld;
}

interface Sent {
	readonly by: string;
	readonly bytes: Uint8Array;
}

/** One random story. */
export class Schedule {
	readonly #random: Random;
	readonly #seed: number;
	readonly #key: BookKey;
	readonly #folder: FaultyFolder;
	#devices: Device[] = [];
	#made = 0;
	#isWilling = false;
	/** Files written and merged so far. */
	#moved = 0;
	readonly #sent: Sent[] = [];
	readonly #log: string[] = [];
	/** Each word ever written, with the record it stands in. */
	readonly #words = new Map<string, string>();
	/** Words that only a wiped device had: nobody can have them. */
	readonly #gone = new Set<string>();

	constructor(seed: number) {
		this.#seed = seed;
		this.#random = seededRandom(seed);
		const bytes = Uint8Array.from({ length: 32 }, () => this.#pick(256));
		this.#key = { generation: 1, bytes, members: [] };
		this.#folder = new FaultyFolder(this.#random);
	}

	async play(): Promise<void> {
		const many = 2 + this.#pick(3);
		for (let at = 0; at < many; at++) this.#devices.push(await this.#newDevice());
		this.#folder.failing = this.#pick(3) === 0 ? 0.2 : 0;
		const steps = 8 + this.#pick(14);
		for (let step = 0; step < steps; step++) await this.#step();
		await this.#end();
	}

	async #step(): Promise<void> {
		const device = this.#any(this.#devices);
		switch (this.#pick(12)) {
			case 0:
			case 1:
			case 2:
			case 3:
				for (let many = 1 + this.#pick(3); many > 0; many--) this.#edit(device);
				return;
			case 4:
			case 5:
			case 6:
				return this.#visit(device);
			case 7:
				return this.#send(device);
			case 8:
				return this.#receive(device);
			case 9:
				this.#talk(device, this.#any(this.#devices));
				return;
			case 10:
				this.#befall();
				return;
			default:
				if (this.#pick(4) === 0) return this.#wipe(device);
				this.#befall();
				return;
		}
	}

	#edit({ book, world }: Device): void {
		const people = book.all('person');
		const notes = book.all('note');
		const word = `word${this.#made++}`;
		const kind = this.#pick(16);
		if (kind < 5 || people.length === 0) {
			// Now and then many at once, so that there is something for the brake.
			const many = this.#pick(4) === 0 ? 8 : 1;
			write(book, (draft) => {
				for (let at = 0; at < many; at++) {
					const id = this.#id<'person'>(2026);
					this.#words.set(`${word}-${at}`, id);
					draft.add('person', aPerson({ id, name: `${word}-${at}` }));
				}
			});
		} else if (kind < 9 || notes.length === 0) {
			const id = this.#id<'note'>(this.#any(YEARS));
			this.#words.set(word, id);
			const people = [this.#any(book.all('person')).id];
			write(book, (draft) => draft.add('note', aNote({ id, people, body: word })));
		} else if (kind === 11) {
			// Only takes away: a change that no state vector tells of. Beside the words, because Yjs may
			// keep one letter of two equal ones, whichever was meant.
			const mark = notes.find(({ body }) => body.startsWith(MARK));
			if (mark) {
				const body = mark.body.slice(0, -1);
				write(book, (draft) => draft.edit('note', mark.id, { body }));
			} else {
				const id = this.#id<'note'>(2026);
				write(book, (draft) => draft.add('note', aNote({ id, body: MARK + '='.repeat(20) })));
			}
		} else if (kind < 11) {
			const { id, body } = this.#any(notes);
			if (body.startsWith(MARK)) return;
			this.#words.set(word, id);
			const text = this.#pick(2) === 0 ? `${body} ${word}` : `${word} ${body}`;
			write(book, (draft) => draft.edit('note', id, { body: text }));
		} else if (kind === 12) {
			const { id } = this.#any(people);
			write(book, (draft) => draft.edit('person', id, { company: word }));
		} else if (kind === 13) {
			const trashedAt = new Date(world.now()).toISOString();
			// Mostly one, now and then everybody: what the brake is for.
			const those = this.#pick(4) === 0 ? people : [this.#any(people)];
			write(book, (draft) => {
				for (const { id } of those) draft.edit('person', id, { trashedAt });
			});
		} else if (kind === 14) {
			const id = this.#any<{ id: string }>([...people, ...notes]).id;
			eraseRecords(book, [id]);
		} else {
			const tags = [word];
			write(book, (draft) => {
				for (const { id } of people) draft.edit('person', id, { tags });
			});
		}
		this.#note(`edit ${kind}`, { book, world });
		count('edits');
	}

	#note(what: string, { book }: Device): void {
		this.#log.push(`${book.device} ${what}`);
	}

	async #visit(device: Device): Promise<void> {
		this.#note('visits', device);
		this.#folder.remember();
		this.#took(device, await exchangeWithFolder(this.#folder, device.world));
		count('folder visits');
	}

	async #send(device: Device): Promise<void> {
		this.#note('sends', device);
		const sent = await fileToSend(device.world, 'kith-changes');
		if (sent) this.#sent.push({ by: device.book.device, bytes: sent.bytes });
		count('files sent');
	}

	async #receive(device: Device): Promise<void> {
		this.#note('receives', device);
		const many = Math.min(this.#sent.length, 1 + this.#pick(3));
		const files: { name: string; bytes: Uint8Array }[] = [];
		for (let at = 0; at < many; at++) {
			let { bytes } = this.#any(this.#sent);
			if (this.#pick(4) === 0) {
				const fault = this.#any(FILE_FAULTS);
				bytes = spoil(bytes, fault, this.#random);
				count(`file ${fault}`);
			}
			files.push({ name: `file${at}.kith`, bytes });
		}
		this.#took(device, await takeFiles(files, device.world));
		count('files received', files.length);
	}

	/** What a direct conversation carries, cut off anywhere. */
	#talk(from: Device, to: Device): void {
		if (from === to) return;
		const cut = this.#pick(2) === 0 ? Infinity : this.#pick(6);
		this.#note(`tells ${to.book.device} ${cut}`, from);
		let carried = 0;
		for (const [name, { doc }] of from.book.documents) {
			const have = encodeStateVector(to.book.document(name).doc);
			for (const { update } of slicesOf(doc, have, 80)) {
				if (carried++ >= cut) return count('talks cut off');
				to.book.take(name, update, 'direct');
			}
		}
		this.#settle(to);
		count('talks');
	}

	#befall(): void {
		const fault = this.#any(FOLDER_FAULTS);
		if (!this.#folder.befall(fault)) return;
		this.#log.push(fault);
		count(`folder ${fault}`);
	}

	async #wipe(device: Device): Promise<void> {
		this.#note('is wiped', device);
		const others = this.#devices
			.filter((other) => other !== device)
			.map(({ book }) => wordsIn(book));
		const own = wordsIn(device.book);
		for (const [word, id] of this.#words) {
			const wasHere = own.includes(word) || device.book.isErased(id);
			if (wasHere && !others.some((words) => words.includes(word))) this.#gone.add(word);
		}
		this.#devices[this.#devices.indexOf(device)] = await this.#newDevice();
		count('devices wiped');
	}

	/** Without faults now, a few rounds bring everybody up to date; then all is compared. */
	async #end(): Promise<void> {
		this.#folder.failing = 0;
		this.#isWilling = true;
		const isByFile = this.#pick(3) === 0;
		let before = -1;
		// By file it takes a round until each has shown all others what it has.
		for (
			let round = 0;
			round < (isByFile ? 3 : 5) && (isByFile || before !== this.#moved);
			round++
		) {
			before = this.#moved;
			for (const device of this.#devices) {
				if (!isByFile) await this.#visit(device);
				else await this.#sendToAll(device);
			}
		}
		const books = this.#devices.map(({ book }) => book);
		const said = books.map(digest);
		const about = this.#story;
		for (const other of said) expect(other, about).toBe(said[0]);
		const sums = await Promise.all(this.#devices.map(({ world }) => world.digests.all()));
		for (const sum of sums) expect(sum, about).toEqual(sums[0]);
		for (const { book, world } of this.#devices) {
			const last = isByFile ? undefined : await exchangeWithFolder(this.#folder, world);
			expect(last?.written ?? 0, `${about}: nothing new to say`).toBe(0);
			if (last) {
				const others = books.filter((other) => other !== book).map(({ device }) => device);
				expect([...last.level].sort(), about).toEqual(expect.arrayContaining(others.sort()));
			}
		}
		const held = wordsIn(books[0] as Book);
		const lost = [...this.#words].filter(
			([word, id]) => !held.includes(word) && !books[0]?.isErased(id) && !this.#gone.has(word)
		);
		expect(lost, `${about}: lost`).toEqual([]);
		count('schedules');
	}

	async #sendToAll(device: Device): Promise<void> {
		const sent = await fileToSend(device.world, 'kith-changes');
		for (const other of this.#devices) {
			if (!sent || other === device) continue;
			this.#took(other, await takeFiles([sent], other.world));
		}
	}

	#took(device: Device, { files, written, waiting, refused, trouble }: Taken): void {
		this.#moved += files + written;
		count('files merged', files);
		count('files written', written);
		for (const { why, files } of [...waiting, ...refused]) count(`not taken: ${why}`, files);
		if (trouble) count(`trouble: ${trouble}`);
		for (const { doc } of device.book.documents.values()) {
			const { pendingStructs, pendingDs } = doc.store;
			expect(pendingStructs ?? pendingDs, `${this.#story}: nothing hangs in the air`).toBeNull();
		}
		this.#settle(device);
	}

	/** As the app does after words have come. */
	#settle({ book }: Device): void {
		const left = leftOvers(book);
		if (left.length > 0) eraseRecords(book, left);
	}

	async #newDevice(): Promise<Device> {
		const name = this.#id<'device'>(2026);
		const clock = new TestClock(NOON + Math.round((this.#random() * 2 - 1) * YEAR_MS));
		const book = await aBook(name, clock);
		const kept = await Kept.open(book);
		// Each device here has one tab, and all of them share this process.
		kept.close();
		await kept.change((now) => ({ ...now, keys: [this.#key] }));
		const since = new Date(clock.ms).toISOString();
		write(book, (draft) => draft.add('device', { id: name, name, since }));
		const world: CarriedWorld = {
			book,
			kept,
			digests: new Digests(book, noPause),
			now: () => (clock.ms += 1),
			pause: noPause,
			consent: async ({ is }) => {
				const isGiven = this.#isWilling || this.#pick(4) > 0;
				count(`asked: ${is}, ${isGiven ? 'yes' : 'no'}`);
				return isGiven;
			}
		};
		return { book, world };
	}

	get #story(): string {
		return `seed ${this.#seed}: ${this.#log.join(' · ')}`;
	}

	#id<T extends string>(year: number): Id<T> {
		return `${year}${`${this.#seed}x${this.#made++}`.padStart(17, '0')}` as Id<T>;
	}

	#any<Item>(items: readonly Item[]): Item {
		return items[this.#pick(items.length)] as Item;
	}

	#pick(many: number): number {
		return Math.floor(this.#random() * many);
	}
}

/** Every word that anybody can read in a book, the trash included. */
function wordsIn(book: Book): string[] {
	const notes = [...book.all('note'), ...book.trashed('note')].flatMap(({ body }) =>
		body.split(/\s+/)
	);
	const people = [...book.all('person'), ...book.trashed('person')].map(({ name }) => name);
	return [...notes, ...people];
}
