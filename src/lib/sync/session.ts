// One conversation with one other device over a pipe: who is it, may we talk, and then the exchange.
//
//   1 hello   in the open: version, nonce             4 device   I hold the private key of my card
//   2 proof   I hold the book key                     5 welcome  as far as I am concerned, come in
//   3 card    who I am                                6 key, or the exchange of exchange.ts
//
// Nothing of the book leaves before 2 has been checked; from 4 on every message carries a tag.
// Over 300 lines, because each step decides what may come next.
import type { Book } from '$lib/store/book';
import { areEqual } from './bytes';
import { olderOf, ownCard, standingOf } from './card';
import { Exchange, type Timing } from './exchange';
import * as greeting from './greeting';
import { LARGEST_MESSAGE } from './frame-code';
import { Handing } from './handing';
import type { Kept } from './kept';
import { newestKey, type BookKey } from './keys';
import { forgetLetIn, isLetIn, letIn } from './let-in';
import type { Digests } from './level';
import type { Bye, Message } from './message-kinds';
import { decode, encode } from './messages';
import { HEARD, IN_THE_OPEN, isSameToSee, SAID } from './parting';
import { PeopleTalk } from './people-talk';
import type { Pipe, PipeEnd } from './pipe';
import { isKnown, isRemoved, keepKey, settleKeys } from './removing';
import { PROTOCOL, type Card, type PartingReason, type PersonThere, type Standing } from './talk';

/** What a conversation needs around it. */
export interface SessionWorld {
	/** Where all years have been read, or are being read. */
	readonly book: Book;
	/** With this device's keys in it (own-device.ts). */
	readonly kept: Kept;
	readonly digests: Digests;
	/** The generation of the book key this pipe was made with. */
	readonly key: BookKey;
	/** Milliseconds since 1970. */
	now(): number;
	/** Lets the page breathe. */
	pause(): Promise<void>;
	/** A code is being shown or used: the rep may be asked about devices nobody knows. */
	isPairing(): boolean;
	/** This side joins the other's book: nothing is written before `go()`. */
	readonly isJoining: boolean;
	/** Told after each change of where the conversation stands. */
	onstanding(session: Session): void;
}

type Step = 'hello' | 'proof' | 'card' | 'device' | 'door' | 'in' | 'handing' | 'over';
type Welcome = Extract<Message, { is: 'welcome' }>;

/** No message is larger before the other device has shown who it is. */
const SMALL = 64 * 1024;

const TIMING: Timing = { gather: 20, quiet: 1000, linger: 2000 };

/** One conversation; it ends by itself when the pipe does. */
export class Session {
	readonly #pipe: Pipe;
	readonly #world: SessionWorld;
	readonly #timing: Timing;
	readonly #hello = greeting.newHello();
	readonly #part = greeting.newNonce();
	readonly #stops: (() => void)[] = [];
	#step: Step = 'hello';
	#standing: Standing = { is: 'greeting' };
	/** What the world was told last, and when. */
	#told: { readonly standing: Standing; readonly at: number } = { standing: this.#standing, at: 0 };
	#heard: Promise<void> = Promise.resolve();
	#said: Promise<void> = Promise.resolve();
	#theirHello: greeting.Hello | undefined;
	#own: { readonly card: Card; readonly bytes: Uint8Array } | undefined;
	#their: { readonly card: Card; readonly promise: Uint8Array } | undefined;
	#transcript = new Uint8Array();
	#pair: greeting.Pair | undefined;
	#isTagging = false;
	#words: readonly string[] = [];
	#key: BookKey;
	#welcomed: Welcome | undefined;
	#welcome: Welcome | undefined;
	#exchange: Exchange | undefined;
	#handing: Handing | undefined;
	#hasMet = false;
	readonly #people: PeopleTalk;
	#parting: { why: PartingReason; timer?: ReturnType<typeof setTimeout> } | undefined;

	/** @param timing how long things wait; only tests have other wishes */
	constructor(pipe: Pipe, world: SessionWorld, timing: Partial<Timing> = {}) {
		this.#pipe = pipe;
		this.#world = world;
		this.#timing = { ...TIMING, ...timing };
		this.#key = world.key;
		this.#people = new PeopleTalk(world.book, (message) => this.#say(message));
		pipe.limit = SMALL;
		pipe.listen({
			onmessage: (bytes) => this.#inTurn(() => this.#hear(bytes)),
			onend: (why) => this.#onend(why)
		});
		this.#sayBytes(greeting.encodeHello(this.#hello));
	}

	/** Where the conversation stands. */
	get standing(): Standing {
		return this.#standing;
	}

	/** What has gone over the pipe so far. */
	get bytes(): { readonly received: number; readonly sent: number } {
		return { received: this.#pipe.received, sent: this.#pipe.sent };
	}

	/** The rep has compared the words and lets the device in. */
	letIn(): void {
		void this.#inTurn(async () => {
			const card = this.#their?.card;
			if (this.#step !== 'door' || this.#welcomed || !card) return;
			letIn(this.#world.kept, card, this.#world.now());
			await this.#sayWelcome(card);
		});
	}

	/** The rep does not know the device, or does not want it. */
	turnAway(): void {
		if (this.#step === 'door' || this.#step === 'in') this.#depart('refused');
		else this.end();
	}

	/** The people of the other book, for a look before a first merge; rejects when not all of them come. */
	async peopleThere(): Promise<readonly PersonThere[]> {
		if (this.#step !== 'in') throw new Error('cut off');
		return this.#people.ask();
	}

	/** The rep has seen what a first merge brings, and wants it. */
	go(): void {
		void this.#inTurn(async () => {
			if (this.#step !== 'in' || !this.#exchange || this.#exchange.hasBegun) return;
			const card = this.#their?.card;
			await this.#keepTheKey();
			if (card) await this.#keepMet(card);
			if (this.#isEnding) return;
			await this.#exchange.begin();
			this.#show();
		});
	}

	/** Ends the conversation. */
	end(): void {
		this.#over('closed');
		this.#pipe.end('closed');
	}

	/** One thing after the other; whatever goes wrong ends the conversation. */
	#inTurn(work: () => Promise<void>): Promise<void> {
		this.#heard = this.#heard.then(async () => {
			try {
				await work();
			} catch {
				this.#depart('broken');
			}
		});
		return this.#heard;
	}

	/** Asked after whatever takes time: a conversation that has ended meanwhile begins nothing more. */
	get #isOver(): boolean {
		return this.#step === 'over';
	}
	get #isEnding(): boolean {
		return this.#isOver || this.#parting !== undefined;
	}

	async #hear(bytes: Uint8Array): Promise<void> {
		if (this.#step === 'over') return;
		if (this.#step === 'hello') return this.#hearHello(bytes);
		let plain: Uint8Array | undefined = bytes;
		const isOpen = this.#step === 'proof' || this.#step === 'card' || this.#step === 'device';
		if (!isOpen) plain = await this.#pair?.untagged(bytes);
		if (this.#isOver) return;
		const message = plain && decode(plain);
		if (!message) throw new Error('not a message');
		if (message.is === 'bye') return this.#hearBye(message.why, isOpen);
		if (this.#parting) return;
		switch (this.#step) {
			case 'proof':
				return this.#hearProof(message);
			case 'card':
				return this.#hearCard(message, bytes);
			case 'device':
				return this.#hearDevice(message);
			case 'door':
				return this.#hearAtDoor(message);
			case 'in':
				return this.#hearInside(message);
			case 'handing':
				return this.#handing?.hear(message);
		}
	}

	async #hearHello(bytes: Uint8Array): Promise<void> {
		const hello = greeting.decodeHello(bytes);
		// Our own nonce back is an echo, not another device.
		if (!hello || areEqual(hello.nonce, this.#hello.nonce)) throw new Error('no hello');
		if (hello.protocol !== PROTOCOL) {
			this.#depart(hello.protocol > PROTOCOL ? 'newer-there' : 'newer-here');
			return;
		}
		this.#theirHello = hello;
		const { binding } = this.#pipe;
		const proof = await greeting.keyProof(this.#key, this.#hello, hello, binding);
		if (this.#isOver) return;
		void this.#say({ is: 'proof', proof });
		this.#step = 'proof';
	}

	async #hearProof(message: Message): Promise<void> {
		if (message.is !== 'proof' || !this.#theirHello) throw new Error('out of turn');
		const { binding } = this.#pipe;
		const right = await greeting.keyProof(this.#key, this.#theirHello, this.#hello, binding);
		if (!areEqual(message.proof, right)) {
			this.#depart('wrong-key');
			return;
		}
		const { book, kept, isJoining } = this.#world;
		const card = ownCard(book, kept, this.#key, isJoining);
		if (!card) throw new Error('no keys');
		const bytes = encode({ is: 'card', card, promise: await greeting.promiseOf(this.#part) });
		if (this.#isOver) return;
		this.#own = { card, bytes };
		this.#sayBytes(bytes);
		this.#step = 'card';
	}

	async #hearCard(message: Message, bytes: Uint8Array): Promise<void> {
		const device = this.#world.kept.now.device;
		if (message.is !== 'card' || !this.#theirHello || !this.#own || !device) {
			throw new Error('out of turn');
		}
		const { card, promise } = message;
		this.#their = { card, promise };
		if (card.id === this.#own.card.id) {
			this.#depart('same-device');
			return;
		}
		const own = { hello: this.#hello, card: this.#own.bytes };
		const their = { hello: this.#theirHello, card: bytes };
		this.#transcript = await greeting.transcriptOf(own, their, this.#pipe.binding);
		const sides = { own, their };
		this.#pair = await greeting.Pair.of(device, card.publicKey, this.#transcript, sides);
		if (!this.#pair) throw new Error('no public key');
		const proof = await this.#pair.proof();
		if (this.#isOver) return;
		void this.#say({ is: 'device', proof, part: this.#part });
		this.#isTagging = true;
		this.#step = 'device';
	}

	async #hearDevice(message: Message): Promise<void> {
		if (message.is !== 'device' || !this.#their) throw new Error('out of turn');
		const { card, promise } = this.#their;
		const isKept = areEqual(promise, await greeting.promiseOf(message.part));
		if (!isKept || !(await this.#pair?.isTheirs(message.proof))) throw new Error('somebody else');
		this.#words = await greeting.wordsFor(this.#transcript, this.#part, message.part);
		if (this.#isOver) return;
		this.#pipe.limit = LARGEST_MESSAGE;
		this.#step = 'door';
		const { book, kept } = this.#world;
		switch (standingOf(card, book, kept)) {
			case 'removed':
				this.#depart('removed-there');
				return;
			case 'known':
				await this.#sayWelcome(card);
				return;
			case 'unknown':
				// An old code must not be a way in: those who have it may have been removed.
				if (!this.#newer && isLetIn(kept, card, this.#world.now())) await this.#sayWelcome(card);
				else if (!this.#world.isPairing() || this.#newer) this.#depart('unknown-device');
				else {
					void this.#say({ is: 'asking' });
					this.#showDoor(card);
				}
		}
	}

	async #hearAtDoor(message: Message): Promise<void> {
		const card = this.#their?.card;
		if (!card) throw new Error('out of turn');
		if (message.is === 'asking') this.#showDoor(card);
		else if (message.is === 'welcome' && !this.#welcome) {
			this.#welcome = message;
			await this.#comeIn(card);
		} else throw new Error('out of turn');
	}

	/** Says that the other device is welcome here, and what is known of the key both hold. */
	async #sayWelcome(card: Card): Promise<void> {
		const { book, kept, isJoining } = this.#world;
		const held = kept.now.keys.find(({ bytes }) => areEqual(bytes, this.#key.bytes));
		const others = kept.now.keys.filter((key) => key !== held);
		// Joining another book leaves an own one behind: its key has to become the newest here.
		const least = isJoining ? (newestKey(others)?.generation ?? 0) + 1 : 1;
		const key = held ?? this.#key;
		const members = key.members.length > 0 ? [...key.members, book.device, card.id] : [];
		this.#key = {
			...key,
			generation: Math.max(key.generation, least),
			members: [...new Set(members)].sort()
		};
		this.#welcomed = {
			is: 'welcome',
			generation: this.#key.generation,
			members: this.#key.members,
			hasNewer: this.#newer !== undefined,
			isJoining
		};
		void this.#say(this.#welcomed);
		await this.#comeIn(card);
	}

	/** Begins as soon as both have said welcome. */
	async #comeIn(card: Card): Promise<void> {
		const [own, their] = [this.#welcomed, this.#welcome];
		if (!own || !their || !this.#own) return;
		const { book, kept, isJoining } = this.#world;
		const older = olderOf(this.#own.card, card);
		if (older) {
			this.#depart(older === 'here' ? 'newer-there' : 'newer-here');
			return;
		}
		const members = [...this.#key.members, ...their.members].filter((id) => !isRemoved(book, id));
		const generation = Math.max(own.generation, their.generation);
		this.#key = { ...this.#key, generation, members: [...new Set(members)].sort() };
		const isNew = own.hasNewer || their.hasNewer;
		// Who was only just let in may still say no: nothing is kept of it before it has begun.
		if (this.#isKnown(card)) await this.#keepMet(card);
		if (this.#isEnding) return;
		this.#stops.push(
			book.listen({ onchange: (changed) => changed.has('device') && this.#lookForRemoval(card) }),
			kept.listen(() => void this.#inTurn(() => this.#lookForNewKey()))
		);
		this.#handing = new Handing({
			...{ book, kept, card },
			newer: () => this.#newer,
			isOver: () => this.#isEnding,
			say: (message) => this.#say(message),
			depart: (why) => this.#depart(why),
			onmet: () => this.#keepMet(card)
		});
		this.#step = 'in';
		if (isNew) return this.#handOver();
		this.#exchange = new Exchange({
			...{ book, kept, digests: this.#world.digests, timing: this.#timing, peer: card.id },
			now: () => this.#world.now(),
			pause: () => this.#world.pause(),
			post: (message) => this.#say(message),
			onchange: () => this.#show(),
			onlevel: () => settleKeys(book, kept),
			fail: (why) => this.#depart(why)
		});
		if (!isJoining) await this.#exchange.begin();
		this.#show();
	}

	async #hearInside(message: Message): Promise<void> {
		const card = this.#their?.card;
		if (!this.#exchange || !card) throw new Error('out of turn');
		if (message.is === 'state' && this.#exchange.hasBegun) await this.#keepMet(card);
		switch (message.is) {
			case 'state':
			case 'update':
			case 'live':
			case 'sent':
			case 'level':
				await this.#exchange.hear(message);
				this.#show();
				return;
			case 'ask-people':
				this.#people.hearAsking();
				return;
			case 'people':
				this.#people.hear(message.people, message.isLast);
				return;
			case 'key':
				this.#exchange.stop();
				this.#step = 'handing';
				return this.#handing?.hear(message);
			default:
				throw new Error('out of turn');
		}
	}

	/** A newer key than the one of this conversation, if this device holds one. */
	get #newer(): BookKey | undefined {
		// What is kept before the rep's go belongs to the book this device had.
		if (this.#world.isJoining && !this.#exchange?.hasBegun) return undefined;
		const { keys } = this.#world.kept.now;
		const newest = newestKey(keys);
		return newest && !areEqual(newest.bytes, this.#key.bytes) ? newest : undefined;
	}

	/** From here on nothing but the newer key is talked about. */
	#handOver(): Promise<void> | undefined {
		this.#exchange?.stop();
		this.#step = 'handing';
		return this.#handing?.give();
	}

	/** The other device is really here: what the conversation has brought of it is kept. */
	async #keepMet(card: Card): Promise<void> {
		if (this.#hasMet) return;
		this.#hasMet = true;
		const { kept, isJoining } = this.#world;
		const isNew = this.#welcomed?.hasNewer || this.#welcome?.hasNewer;
		const isLetIn = !this.#isKnown(card);
		if (!isJoining) await this.#keepTheKey();
		const { publicKey, name } = card;
		const seenAt = new Date(this.#world.now()).toISOString();
		await this.#keep(
			kept.changePeer(card.id, {
				seenAt,
				metAt: kept.now.peers[card.id]?.metAt ?? seenAt,
				...(isLetIn && { publicKey, name }),
				...(!isNew && !isJoining && { lacksKey: false })
			})
		);
		forgetLetIn(kept, card.id);
	}

	#isKnown({ id, publicKey }: Card): boolean {
		return isKnown(this.#world.book, this.#world.kept, id, publicKey);
	}

	#lookForRemoval(card: Card): void {
		if (!this.#parting && isRemoved(this.#world.book, card.id)) this.#depart('removed-there');
	}

	async #lookForNewKey(): Promise<void> {
		if (this.#step === 'in' && !this.#parting && this.#newer) await this.#handOver();
	}

	async #hearBye(why: Bye, isOpen: boolean): Promise<void> {
		if (isOpen && !IN_THE_OPEN.includes(why)) throw new Error('out of turn');
		const card = this.#their?.card;
		const { kept } = this.#world;
		if (why === 'removed' && card && this.#isKnown(card)) {
			const removedAt = new Date(this.#world.now()).toISOString();
			await this.#keep(
				kept.change((held) => ({ ...held, removedAt: held.removedAt ?? removedAt }))
			);
		}
		this.#over(this.#parting?.why ?? HEARD[why]);
		this.#pipe.end('closed');
	}

	/** Says why it leaves and gives the other side time to hear it. */
	#depart(why: PartingReason): void {
		if (this.#parting || this.#step === 'over') return;
		this.#exchange?.stop();
		this.#parting = { why };
		const said = SAID[why];
		// Before the hello has been answered nobody knows what is understood there; the hello says it all.
		if (said && this.#step !== 'hello') void this.#say({ is: 'bye', why: said });
		const leaveIn = (ms: number): void => {
			if (!this.#parting || this.#step === 'over') return;
			clearTimeout(this.#parting.timer);
			this.#parting.timer = setTimeout(() => this.#leave(why), ms);
		};
		// Where the pipe is stuck, it is not waited for until it goes on.
		leaveIn(this.#timing.linger * 5);
		void this.#said.then(() => leaveIn(this.#timing.linger));
	}

	#leave(why: PartingReason): void {
		this.#over(why);
		this.#pipe.end(why === 'broken' ? 'broken' : 'closed');
	}

	#onend(why: PipeEnd): void {
		this.#over(this.#parting?.why ?? why);
	}

	#over(why: PartingReason): void {
		if (this.#step === 'over') return;
		this.#step = 'over';
		clearTimeout(this.#parting?.timer);
		this.#exchange?.stop();
		for (const stop of this.#stops) stop();
		this.#people.stop();
		const card = this.#their?.card;
		if (card && why === 'refused') forgetLetIn(this.#world.kept, card.id);
		this.#setStanding({ is: 'parted', why, card });
	}

	#showDoor(card: Card): void {
		this.#setStanding({ is: 'unknown', card, words: this.#words });
	}

	/** Says where the exchange is. */
	#show(): void {
		const [exchange, card] = [this.#exchange, this.#their?.card];
		if (!exchange || !card || this.#step !== 'in' || this.#parting) return;
		const { sending, receiving, levelAt } = exchange;
		const isWaiting = !exchange.hasBegun || (this.#welcome?.isJoining && !exchange.hasHeard);
		if (isWaiting) this.#setStanding({ is: 'meeting', card });
		else if (levelAt === undefined) this.#setStanding({ is: 'carrying', card, sending, receiving });
		else {
			const people = this.#world.book.all('person').length;
			this.#setStanding({ is: 'level', card, at: levelAt, people });
		}
	}

	#setStanding(standing: Standing): void {
		this.#standing = standing;
		const now = this.#world.now();
		if (isSameToSee(this.#told.standing, standing, now - this.#told.at)) return;
		this.#told = { standing, at: now };
		this.#world.onstanding(this);
	}

	/** Says one message, after all before it; resolves when there is room for the next. */
	#say(message: Message): Promise<void> {
		const pair = this.#isTagging ? this.#pair : undefined;
		this.#said = this.#said.then(async () => {
			try {
				const bytes = encode(message);
				await this.#pipe.send(pair ? await pair.tagged(bytes) : bytes);
			} catch {
				this.#leave('broken');
			}
		});
		return this.#said;
	}

	#sayBytes(bytes: Uint8Array): void {
		this.#said = this.#said.then(() => this.#pipe.send(bytes));
	}

	/** Keeps the key of this conversation. Off the disk it would go with the page, and the book with it. */
	async #keepTheKey(): Promise<void> {
		const { kept } = this.#world;
		await this.#keep(keepKey(kept, this.#key));
		const isHeld = kept.now.keys.some(({ bytes }) => areEqual(bytes, this.#key.bytes));
		if (!isHeld) throw new Error('no room for the key');
	}

	/** A disk that takes nothing must not end the conversation; it holds in this tab. */
	async #keep(kept: Promise<void>): Promise<void> {
		await kept.catch(() => undefined);
	}
}
