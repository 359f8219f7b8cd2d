// What two devices that have let each other in do until they part: each sends what the other lacks, then
// every change at once, and both make sure again and again that they hold the same.
//
//   state   how far I am; send me what I lack     → update, update, … sent
//   live    what was written here just now
//   level   how far I am on disk, with check sums → level (as an answer), and updates if there is a gap
// Over 300 lines, because sending, hearing and comparing share one picture of the other device.
import type { Book, Later } from '$lib/store/book';
import { CORE } from '$lib/store/documents';
import { covers, reachedOf } from './level';
import type { Digests } from './level';
import { Accounts, areEqualAccounts, isEqualIn, keyOf, vectorsOf, MOST_DOCUMENTS } from './account';
import type { Account } from './account';
import type { Kept, KeptPeer } from './kept';
import type { Message, Named } from './message-kinds';
import { isReadingLater, readLaterOf } from './read-later';
import { isStored } from './stored';
import type { PartingReason, Progress } from './talk';
import { takeAsItCame } from './taking';
import { transfer } from './transfer';
import { Watch } from './watch';

/** How long things wait, in milliseconds. */
export interface Timing {
	/** Live updates are gathered for as long. */
	readonly gather: number;
	/** After a change both sides compare when it has been quiet for as long. */
	readonly quiet: number;
	/** Who says goodbye gives the other side as long to go. */
	readonly linger: number;
}

/** What an exchange needs around it. */
export interface ExchangeWorld {
	readonly book: Book;
	readonly kept: Kept;
	readonly digests: Digests;
	readonly timing: Timing;
	/** The id of the other device. */
	readonly peer: string;
	now(): number;
	pause(): Promise<void>;
	/** Resolves when there is room for the next. */
	post(message: Message): Promise<void>;
	/** Told after each change of what can be seen. */
	onchange(): void;
	/** Both are level; resolves when all that follows from it has been done. */
	onlevel(): Promise<void>;
	/** There is no going on. */
	fail(why: PartingReason): void;
}

type Level = Extract<Message, { is: 'level' }>;
type Heard = Extract<Message, { is: 'state' | 'update' | 'live' | 'sent' | 'level' }>;

/** Live updates that wait to be sent: no more bytes than this. */
const MOST_WAITING = 1024 * 1024;
/** A transfer of more bytes than this is a long one. */
const LONG = 1024 * 1024;

/** Whose updates are not passed on one by one: they came from another device. */
const exchanges = new WeakSet();

/** One exchange with one device, and the origin of the updates it brings. */
export class Exchange {
	readonly #world: ExchangeWorld;
	readonly #accounts: Accounts;
	readonly #watch: Watch;
	/** The other side's state vectors, or less than them. */
	readonly #known = new Map<string, Uint8Array>();
	/** Documents whose turn in a transfer is still to come; what is written there goes with it. */
	#owed = new Set<string>();
	/** Of those, the ones no transfer has been asked for yet. */
	#late = new Set<string>();
	/** Documents with updates of other devices that this one has not got. */
	readonly #behind = new Set<string>();
	#hasBegun = false;
	#isStopped = false;
	/** All that was asked for has come. */
	#hasAll = false;
	#hasAskedAgain = false;
	/** The document that comes in just now. */
	#arriving: string | undefined;
	#their: Account | undefined;
	#theirLevel: Level | undefined;
	#owesLevel = false;
	#told = '';
	#tried = '';
	#mismatches: string[] = [];
	#sendingNow = false;
	#toSend: ReadonlySet<string> = new Set();
	/** It waits for a `sent`, even if there is nothing to send. */
	#owesEnd = false;
	#queue: Named[] = [];
	#queued = 0;
	#isFlushing = false;
	#gathering: ReturnType<typeof setTimeout> | undefined;
	#quieting: ReturnType<typeof setTimeout> | undefined;
	#isChecking = false;
	#checkAgain = false;

	/** How the long transfers stand, and since when both are level. */
	sending: Progress | undefined;
	receiving: Progress | undefined;
	levelAt: number | undefined;

	constructor(world: ExchangeWorld) {
		this.#world = world;
		this.#accounts = new Accounts(world.book);
		exchanges.add(this);
		this.#watch = new Watch(
			world.book,
			(...told) => this.#onupdate(...told),
			(name) => this.#onfound(name)
		);
	}

	/** Whether this side has asked for what it lacks, and whether the other has. */
	get hasBegun(): boolean {
		return this.#hasBegun;
	}
	get hasHeard(): boolean {
		return this.#their !== undefined;
	}

	/** Asks for all this side lacks, and begins to send what the other has asked for. */
	async begin(): Promise<void> {
		await isWhole(this.#world.book);
		if (this.#hasBegun || this.#isStopped) return;
		this.#hasBegun = true;
		await this.#ask(false);
		if (this.#their) await this.#give(true);
	}

	/** Sends and hears nothing more. */
	stop(): void {
		this.#isStopped = true;
		this.#watch.stop();
		clearTimeout(this.#gathering);
		clearTimeout(this.#quieting);
		this.#queue = [];
	}

	/** Takes in one message; throws when it comes out of turn or is no good. */
	async hear(message: Heard): Promise<void> {
		if (this.#isStopped) return;
		if (message.is === 'state') {
			this.#hearOf(message.account, message.wantsAll);
			for (const name of this.#world.book.documents.keys()) this.#owed.add(name);
			if (this.#hasBegun) await this.#give(true);
			return;
		}
		if (!this.#hasBegun || !this.#their) throw new Error('out of turn');
		switch (message.is) {
			case 'update':
				this.#take(message.name, message.update, (...taken) => {
					takeAsItCame(...taken, this.#laterFor(message.name));
				});
				this.#digestFinished(message.name);
				this.#setReceiving(message);
				await this.#breathe();
				return;
			case 'live':
				for (const [name, update] of message.updates) {
					this.#take(name, update);
					await this.#breathe();
				}
				return;
			case 'sent':
				return this.#hearSent();
			case 'level':
				this.#hearOf(message.account, false);
				this.#theirLevel = message;
				if (!message.isAnswer) this.#owesLevel = true;
				this.#keepPeer({
					has: vectorsOf(message.account),
					seenAt: new Date(this.#world.now()).toISOString()
				});
				await this.#give(false);
				this.#check();
		}
	}

	#hearOf(account: Account, wantsAll: boolean): void {
		this.#their = account;
		this.#known.clear();
		if (wantsAll) return;
		for (const [name, { vector }] of account) this.#known.set(name, vector);
	}

	#take(name: string, update: Uint8Array, take = takePlainly): void {
		if (this.#isStopped) return;
		const { book } = this.#world;
		const isNew = !book.documents.has(name);
		if (isNew && book.documents.size >= MOST_DOCUMENTS + 2) throw new Error('too many years');
		if (isNew) {
			book.document(name);
			this.#watch.look();
		}
		take(book, name, update, this);
		if (book.isNewer) this.#world.fail('newer-there');
	}

	/** In a long transfer entries are read once it is over; the people are there at once. */
	#laterFor(name: string): Later | undefined {
		if (name === CORE || (this.receiving?.bytes ?? 0) < LONG) return undefined;
		return readLaterOf(this.#world.book, () => this.#world.pause()).keep;
	}

	/** Works out beforehand what will be compared: a document is finished when the next one comes. */
	#digestFinished(name: string): void {
		if (this.#arriving !== undefined && this.#arriving !== name) {
			this.#world.digests.ahead(this.#arriving);
		}
		this.#arriving = name;
	}

	#setReceiving({ place, update }: Extract<Heard, { is: 'update' }>): void {
		const bytes = (this.receiving?.bytes ?? 0) + update.length;
		this.receiving = { ...place, bytes, year: place.year };
		this.#world.onchange();
	}

	async #hearSent(): Promise<void> {
		this.receiving = undefined;
		this.#hasAll = true;
		const isCovered = covers(reachedOf(this.#world.book), vectorsOf(this.#their ?? new Map()));
		if (isCovered) this.#hasAskedAgain = false;
		else if (this.#hasAskedAgain) throw new Error('something is missing');
		else {
			this.#hasAskedAgain = true;
			await this.#ask(false);
		}
		this.#world.onchange();
		this.#check();
	}

	async #ask(wantsAll: boolean): Promise<void> {
		this.#hasAll = false;
		void this.#world.post({ is: 'state', account: await this.#account(), wantsAll });
	}

	#account(): Promise<Account> {
		this.#watch.look();
		return this.#accounts.now(this.#watch.changesOf);
	}

	/** Sends what the other side lacks by what it has said last. @param isAsked it waits for an answer */
	async #give(isAsked: boolean): Promise<void> {
		const { changesOf } = this.#watch;
		const names = [...this.#world.book.documents.keys()];
		const before = new Map(names.map((name) => [name, changesOf(name)]));
		const own = await this.#account();
		const their = this.#their;
		if (!their) return;
		const pair = keyOf(own) + keyOf(their);
		const wantsAll = this.#known.size === 0;
		// What was written since the account was taken is not in it, and must go as well.
		const lacking = [...this.#world.book.documents.keys()].filter(
			(name) =>
				(before.get(name) ?? 0) !== changesOf(name) ||
				(own.has(name) && (wantsAll || !isEqualIn(name, own, their)))
		);
		if (!isAsked && (lacking.length === 0 || this.#tried === pair)) return;
		this.#tried = pair;
		this.#owesEnd ||= isAsked;
		this.#owed = new Set(lacking);
		this.#late.clear();
		this.#behind.clear();
		this.#send(lacking);
	}

	#send(names: Iterable<string>): void {
		this.#toSend = new Set([...this.#toSend, ...names]);
		if (!this.#sendingNow) this.#start(() => this.#sendAll());
	}

	async #sendAll(): Promise<void> {
		this.#sendingNow = true;
		const isStopped = (): boolean => this.#isStopped;
		try {
			while ((this.#owesEnd || this.#toSend.size > 0) && !isStopped()) {
				const names = [...this.#toSend];
				this.#toSend = new Set();
				this.#owesEnd = false;
				await transfer(names, new Map(this.#known), {
					book: this.#world.book,
					now: () => this.#world.now(),
					pause: () => this.#world.pause(),
					post: (message) => this.#world.post(message),
					isStopped,
					onprogress: (progress) => {
						this.sending = progress;
						this.#world.onchange();
					},
					ondone: (name, vector) => {
						this.#known.set(name, vector);
						this.#behind.delete(name);
						this.#owed.delete(name);
						// The other side is still busy taking it in.
						this.#world.digests.ahead(name);
					}
				});
				if (!isStopped()) void this.#world.post({ is: 'sent' });
			}
		} finally {
			this.#sendingNow = false;
			this.sending = undefined;
		}
		if (this.#isStopped) return;
		this.#world.onchange();
		this.#check();
	}

	/** Nobody has heard what was written into it so far. */
	#onfound(name: string): void {
		this.#changed();
		if (!this.#hasBegun || !this.#their || this.#owed.has(name)) return;
		this.#owe([name]);
		this.#flushSoon();
	}

	#changed(): void {
		this.#quiet();
		if (this.levelAt === undefined) return;
		this.levelAt = undefined;
		this.#world.onchange();
	}

	#onupdate(name: string, update: Uint8Array, origin: unknown): void {
		this.#changed();
		if (origin === this || !this.#hasBegun || !this.#their) return;
		if (typeof origin === 'object' && origin !== null && exchanges.has(origin)) {
			this.#behind.add(name);
			return;
		}
		if (this.#owed.has(name)) return;
		this.#queue.push([name, update]);
		this.#queued += update.length;
		if (this.#queued > MOST_WAITING) this.#owe(this.#queue.map(([queued]) => queued));
		else if (this.#behind.has(name)) this.#owe([name]);
		this.#flushSoon();
	}

	#flushSoon(): void {
		this.#gathering ??= setTimeout(() => {
			this.#gathering = undefined;
			if (!this.#isFlushing) this.#start(() => this.#flush());
		}, this.#world.timing.gather);
	}

	/** What waits is too much, or builds on what the other side lacks: then it is sent all it lacks. */
	#owe(names: readonly string[]): void {
		for (const name of names) {
			this.#owed.add(name);
			this.#late.add(name);
		}
		this.#queue = this.#queue.filter(([name]) => !this.#late.has(name));
		this.#queued = this.#queue.reduce((sum, [, { length }]) => sum + length, 0);
	}

	async #flush(): Promise<void> {
		this.#isFlushing = true;
		while (!this.#isStopped && this.#queue.length + this.#late.size > 0) {
			if (this.#late.size > 0) {
				this.#send(this.#late);
				this.#late = new Set();
			} else {
				const updates = this.#queue;
				this.#queue = [];
				this.#queued = 0;
				await this.#world.post({ is: 'live', updates });
			}
		}
		this.#isFlushing = false;
	}

	/** Compares once nothing has changed for a while. */
	#quiet(): void {
		if (!this.#hasBegun || this.#isStopped) return;
		clearTimeout(this.#quieting);
		this.#quieting = setTimeout(() => this.#check(), this.#world.timing.quiet);
	}

	#check(): void {
		this.#checkAgain = true;
		if (!this.#isChecking) this.#start(() => this.#checkAll());
	}

	async #checkAll(): Promise<void> {
		this.#isChecking = true;
		try {
			while (this.#checkAgain) {
				this.#checkAgain = false;
				// The end of either transfer calls again.
				if (this.#isStopped || this.#sendingNow || !this.#hasAll || !this.#their) return;
				await this.#compare();
			}
		} finally {
			this.#isChecking = false;
		}
	}

	async #compare(): Promise<void> {
		const { book, digests } = this.#world;
		const before = this.#watch.all;
		const own = await this.#account();
		const ownDigests = await digests.all();
		await book.saved();
		if (this.#isStopped) return;
		if (before !== this.#watch.all) {
			this.#quiet();
			return;
		}
		const their = this.#theirLevel;
		const isEqual = their !== undefined && areEqualAccounts(own, their.account);
		const key = `${keyOf(own)} ${JSON.stringify(ownDigests)}`;
		const isNews = key !== this.#told;
		// When both hold the same and have said so, there is nothing to answer.
		if (isNews || (this.#owesLevel && !isEqual)) {
			const isAnswer = !isNews && this.#owesLevel;
			this.#told = key;
			const people = book.all('person').length;
			void this.#world.post({ is: 'level', account: own, digests: ownDigests, people, isAnswer });
		}
		this.#owesLevel = false;
		if (!isEqual) return;
		if (isSame(ownDigests, their.digests, own)) await this.#setLevel();
		else await this.#differ(key + JSON.stringify(their.digests));
	}

	async #setLevel(): Promise<void> {
		if (this.levelAt !== undefined) return;
		const now = this.#world.now();
		const at = new Date(now).toISOString();
		this.levelAt = now;
		const people = this.#world.book.all('person').length;
		this.#keepPeer({ levelAt: at, levelBy: 'direct', people, seenAt: at });
		this.#world.onchange();
		await this.#world.onlevel();
	}

	/** Equally far, and yet not the same: once everything is sent again, then it is beyond us. */
	async #differ(pair: string): Promise<void> {
		if (this.#mismatches.includes(pair)) return;
		this.#mismatches.push(pair);
		if (this.#mismatches.length > 1) throw new Error('equal states, other contents');
		await this.#ask(true);
	}

	#keepPeer(change: Partial<KeptPeer>): void {
		// A disk that takes nothing must not end the conversation.
		this.#world.kept.changePeer(this.#world.peer, change).catch(() => undefined);
	}

	#rested = 0;
	async #breathe(): Promise<void> {
		if (this.#world.now() - this.#rested < 8) return;
		await this.#world.pause();
		this.#rested = this.#world.now();
	}

	/** Runs something beside the messages; what goes wrong there ends the conversation. */
	#start(work: () => Promise<void>): void {
		work().catch(() => {
			if (!this.#isStopped) this.#world.fail('broken');
		});
	}
}

function takePlainly(book: Book, name: string, update: Uint8Array, from: unknown): void {
	book.take(name, update, from);
}

function isSame(
	a: Readonly<Record<string, string>>,
	b: Readonly<Record<string, string>>,
	account: Account
): boolean {
	return [...account.keys()].every((name) => a[name] === b[name]);
}

/** Resolves once the book has been read whole; one in memory has nothing to read. */
async function isWhole(book: Book): Promise<void> {
	if (book.reach === 'whole' || isReadingLater(book) || !(await isStored(book))) return;
	await new Promise<void>((resolve) => {
		const stop = book.listen({
			onreach: (reach) => {
				if (reach !== 'whole') return;
				stop();
				resolve();
			}
		});
		// It may have been read while the disk was asked.
		if (book.reach !== 'whole') return;
		stop();
		resolve();
	});
}
