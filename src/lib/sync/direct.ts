// Keeps this device talking to its other devices while the page is visible: over a meeting point when
// the rep has one, or by codes carried by hand. It decides when to look, under which keys, and whom to
// leave alone; what is said is the sessions' business.
import { textToMeetingAddress } from '$lib/domain/meeting-address';
import type { Random } from '$lib/domain/random';
import type { Book } from '$lib/store/book';
import { Attendance } from './attendance';
import { answerByHand, offerByHand, type OfferMade } from './by-hand';
import { bytesToHex } from './bytes';
import type { Kept } from './kept';
import type { BookKey } from './keys';
import type { Digests } from './level';
import type { Met } from './lobby';
import { keysToMeetUnder } from './meeting-keys';
import { MeetingPoint, type PointStanding, type Surroundings } from './meeting-point';
import type { Pipe } from './pipe';
import { Rooms, type Point, type Room } from './rooms';
import { Session, type SessionWorld } from './session';
import { Talks, type Origin } from './talks';

/** What Direct works with. */
export interface DirectWorld {
	readonly book: Book;
	readonly kept: Kept;
	readonly digests: Digests;
	now(): number;
	pause(): Promise<void>;
	/** A code is being shown or used; call `wake` when that begins. */
	isPairing(): boolean;
}

/** The parts Direct puts together; a test brings others. */
export interface DirectParts {
	readonly random: Random;
	/** Whether the browser connects to others at all; iPhones in lockdown mode do not. */
	isAble(): boolean;
	meet(address: string, around: Surroundings, onstanding: () => void): Point;
	converse(pipe: Pipe, world: SessionWorld): Session;
}

const REAL: DirectParts = {
	random: Math.random,
	isAble: () => 'RTCPeerConnection' in globalThis,
	meet(address, around, onstanding) {
		const point = new MeetingPoint(address, around, onstanding);
		return {
			get standing() {
				return point.standing;
			},
			wake: () => point.wake(),
			// y-webrtc is large, and by hand it is not needed.
			enter: async (key, met) => (await import('./lobby')).Lobby.enter(point, key, met)
		};
	},
	converse: (pipe, world) => new Session(pipe, world)
};

/** Several changes within so many milliseconds are told once. */
const TELLS_AFTER = 30;
const NOBODY: Origin = { peer: 'by hand', avoid: () => undefined, forgive: () => undefined };

/** All direct conversations of this page. */
export class Direct {
	readonly #world: DirectWorld;
	readonly #parts: DirectParts;
	readonly #talks: Talks;
	readonly #attendance: Attendance;
	readonly #points = new Map<string, Point>();
	readonly #rooms: Rooms;
	readonly #listeners = new Set<() => void>();
	#isHere = false;
	#joining: { readonly key: BookKey; readonly server: string | undefined } | undefined;
	#offer: OfferMade | undefined;
	#answer: { drop(): void } | undefined;
	#unlisten: (() => void) | undefined;
	#telling: ReturnType<typeof setTimeout> | undefined;

	constructor(world: DirectWorld, parts: DirectParts = REAL) {
		this.#world = world;
		this.#parts = parts;
		const around = { now: () => world.now(), random: parts.random };
		const isPairing = () => world.isPairing() || this.#joining !== undefined;
		this.#talks = new Talks(around, isPairing);
		this.#rooms = new Rooms(around, () => this.#arrange());
		this.#attendance = new Attendance({
			isPairing,
			onchange: (isHere) => {
				this.#isHere = isHere;
				this.#arrange();
			},
			onwake: () => this.#wakePoints(),
			onaway: () => this.#talks.endFrom(NOBODY)
		});
	}

	/** Conversations that go on, and the last with each device that ended for a reason that stays. */
	get sessions(): readonly Session[] {
		return this.#talks.sessions;
	}

	/** Nothing to do or no address · being connected to · connected · out of reach, tried again later. */
	get meetingPoint(): 'off' | PointStanding {
		if (this.#rooms.isWaiting) return 'away';
		const all = Array.from(this.#points.values(), (point) => point.standing);
		return (['there', 'looking', 'away'] as const).find((one) => all.includes(one)) ?? 'off';
	}

	/** Begins, and from then on follows the page and what is kept. */
	start(): void {
		if (this.#unlisten) return;
		this.#unlisten = this.#world.kept.listen(() => this.#arrange());
		this.#attendance.start();
	}

	/** Ends all. */
	stop(): void {
		this.#unlisten?.();
		this.#unlisten = undefined;
		this.#joining = undefined;
		this.#attendance.stop();
		this.dropOffer();
		this.#answer?.drop();
		this.#arrange();
		this.#talks.end();
		this.#tell();
	}

	/** Meets under a key that is not kept yet; without a server where the kept one is. */
	join(key: BookKey, server: string | undefined): void {
		this.#joining = { key, server };
		this.#talks.forgive();
		this.#attendance.claim();
		this.#arrange();
	}

	/** Joins no more; under a key that is kept by now the meeting goes on. */
	leave(): void {
		this.#joining = undefined;
		this.#arrange();
	}

	/** Forgets why anybody was turned away and looks again at once: a code is shown, the rep asks. */
	wake(): void {
		this.#talks.forgive();
		this.#rooms.each((room) => room.forgive());
		this.#attendance.claim();
		this.#wakePoints();
		this.#tell();
	}

	/** An offer to show, packed; the one before is let go. Rejects where the browser has no WebRTC. */
	async offer(key: BookKey): Promise<Uint8Array> {
		this.dropOffer();
		const made = await offerByHand((pipe) => this.#meet(pipe, key, NOBODY));
		this.dropOffer();
		this.#offer = made;
		return made.packed;
	}

	/** The answer to show for an offer that was read; undefined when it is none. */
	async answer(offer: Uint8Array, key: BookKey): Promise<Uint8Array | undefined> {
		this.#answer?.drop();
		const made = await answerByHand(offer, (pipe) => this.#meet(pipe, key, NOBODY));
		this.#answer = made;
		return made?.packed;
	}

	/** Takes the answer to our offer; false when it is none, or no offer waits for one. */
	async finish(answer: Uint8Array): Promise<boolean> {
		return (await this.#offer?.finish(answer)) ?? false;
	}

	/** Lets go of an offer that nobody has answered. */
	dropOffer(): void {
		this.#offer?.drop();
		this.#offer = undefined;
	}

	/** Listens for changes of sessions, their standings and the meeting point; the function stops it. */
	listen(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Goes into the rooms that are wanted now and out of all others. */
	#arrange(): void {
		const wanted = new Map<string, () => Promise<Room>>();
		const addresses = new Set<string>();
		for (const { key, address } of this.#wanted()) {
			addresses.add(address);
			const name = `${address} ${bytesToHex(key.bytes)}`;
			const point = this.#pointAt(address);
			wanted.set(name, () => this.#enter(name, key, point));
		}
		for (const address of this.#points.keys()) {
			if (!addresses.has(address)) this.#points.delete(address);
		}
		this.#rooms.arrange(wanted);
		this.#tell();
	}

	#wanted(): { readonly key: BookKey; readonly address: string }[] {
		const { book, kept } = this.#world;
		if (!this.#isHere || !this.#parts.isAble()) return [];
		const isRemoved = (id: string) => book.get('device', id)?.removedAt !== undefined;
		const keys = keysToMeetUnder(kept.now, isRemoved);
		const server = textToMeetingAddress(kept.now.server ?? '');
		const own = server ? keys.map((key) => ({ key, address: server })) : [];
		const address = textToMeetingAddress(this.#joining?.server ?? '') ?? server;
		return this.#joining && address ? [...own, { key: this.#joining.key, address }] : own;
	}

	#pointAt(address: string): Point {
		const { random } = this.#parts;
		const now = () => this.#world.now();
		const known = this.#points.get(address);
		const point = known ?? this.#parts.meet(address, { now, random }, () => this.#tell());
		this.#points.set(address, point);
		return point;
	}

	#enter(name: string, key: BookKey, point: Point): Promise<Room> {
		const met: Met = (pipe, peer) => {
			this.#meet(pipe, key, {
				peer,
				avoid: (milliseconds) => this.#rooms.within(name, (room) => room.avoid(peer, milliseconds)),
				forgive: () => this.#rooms.within(name, (room) => room.forgive(peer))
			});
		};
		return point.enter(key, met);
	}

	#meet(pipe: Pipe, key: BookKey, origin: Origin): void {
		const { book, kept, digests } = this.#world;
		const isSame = (one: BookKey) => bytesToHex(one.bytes) === bytesToHex(key.bytes);
		const session = this.#parts.converse(pipe, {
			book,
			kept,
			digests,
			key,
			now: () => this.#world.now(),
			pause: () => this.#world.pause(),
			isPairing: () => this.#world.isPairing(),
			isJoining: !kept.now.keys.some(isSame),
			onstanding: (changed) => {
				this.#talks.look(changed);
				this.#tell();
			}
		});
		this.#talks.add(session, pipe, origin);
		this.#tell();
	}

	#wakePoints(): void {
		this.#rooms.wake();
		for (const point of this.#points.values()) point.wake();
	}

	#tell(): void {
		this.#telling ??= setTimeout(() => {
			this.#telling = undefined;
			for (const listener of [...this.#listeners]) listener();
		}, TELLS_AFTER);
	}
}
