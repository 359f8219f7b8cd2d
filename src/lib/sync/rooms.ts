// The rooms of meeting points this device is in: none is gone into again before it was left, and one
// that could not be gone into is tried again later.
import { BackOff } from './back-off';
import type { BookKey } from './keys';
import type { Lobby, Met } from './lobby';
import type { PointStanding, Surroundings } from './meeting-point';

/** What a room can do. */
export type Room = Pick<Lobby, 'avoid' | 'forgive' | 'leave'>;

/** A signalling server and its rooms. */
export interface Point {
	readonly standing: PointStanding;
	wake(): void;
	/** Rejects when what it takes could not be loaded or made. */
	enter(key: BookKey, met: Met): Promise<Room>;
}

/** All of them, by a name for each. */
export class Rooms {
	readonly #all = new Map<string, Promise<Room>>();
	readonly #backOff: BackOff;
	readonly #again: () => void;
	#left: Promise<unknown> = Promise.resolve();
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param again called when it is time to try again what failed */
	constructor({ random }: Surroundings, again: () => void) {
		this.#backOff = new BackOff(random);
		this.#again = again;
	}

	/** Whether one could not be gone into and is tried again later. */
	get isWaiting(): boolean {
		return this.#timer !== undefined;
	}

	/** Goes into those that are wanted and out of all others. */
	arrange(wanted: ReadonlyMap<string, () => Promise<Room>>): void {
		for (const [name, room] of this.#all) {
			if (wanted.has(name)) continue;
			this.#all.delete(name);
			const leaving = room.then((entered) => entered.leave()).catch(() => undefined);
			this.#left = Promise.all([this.#left, leaving]);
		}
		if (wanted.size === 0) this.#stopWaiting();
		if (this.isWaiting) return;
		for (const [name, enter] of wanted) {
			if (!this.#all.has(name)) this.#enter(name, enter);
		}
	}

	/** Does something in a room once it has been gone into. */
	within(name: string, act: (room: Room) => void): void {
		void this.#all.get(name)?.then(act, () => undefined);
	}

	/** Does something in each of them. */
	each(act: (room: Room) => void): void {
		for (const name of this.#all.keys()) this.within(name, act);
	}

	/** Something changed: what failed is tried at once. */
	wake(): void {
		if (!this.isWaiting) return;
		this.#stopWaiting();
		this.#again();
	}

	#enter(name: string, enter: () => Promise<Room>): void {
		const room = this.#left.then(enter);
		this.#all.set(name, room);
		room.then(
			() => this.#backOff.reset(),
			() => {
				if (this.#all.get(name) !== room) return;
				this.#all.delete(name);
				this.#wait();
			}
		);
	}

	#wait(): void {
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			this.#again();
		}, this.#backOff.next());
	}

	#stopWaiting(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#backOff.reset();
	}
}
