// Files that came from outside to a screen that shows them before anything is written: handed to it one
// lot at a time, and let go of only when the rep has decided, so that a page closed meanwhile finds them.
import type { ArrivedPlace } from '$lib/domain/arrived-kind';
import { dropKept, keepFor, keptFor, type Kept } from './arrived-kept';
import { NOT_KEPT } from './arrived-place';
import { tellOfOthers, whenLaunched, type Host } from './launched-files';

/** What such a screen takes part with. */
export interface Taking {
	/** Whether it shows nothing and does nothing just now. */
	readonly isFree: () => boolean;
	/** Opens files to be looked at. */
	readonly open: (files: readonly File[]) => void;
}

/** What waits for one screen, while that is there. */
export class WaitingFiles {
	/** A file that was shared found no room on this device and is lost. */
	readonly isUnkept = location.hash.endsWith(NOT_KEPT);
	readonly #host: Host;
	readonly #place: ArrivedPlace;
	readonly #most: number;
	readonly #taking: Taking;
	/** What the rep is looking at. */
	#shown: readonly Kept[] = [];
	/** What found no room on this device. */
	#loose: readonly File[] = [];
	#isOver = false;
	/** One look after the other. */
	#looking: Promise<void> = Promise.resolve();

	/** @param most so many at once */
	constructor(host: Host, place: ArrivedPlace, taking: Taking, most = Infinity) {
		this.#host = host;
		this.#place = place;
		this.#taking = taking;
		this.#most = most;
		whenLaunched(place, host, (files) => void this.#add(files));
	}

	/** The screen has become free: what it showed is decided, and the next has its turn. */
	look(): Promise<void> {
		const look = this.#looking.then(() => this.#look());
		this.#looking = look.catch(() => undefined);
		return look;
	}

	/** The screen goes; what was not decided waits on. */
	end(): void {
		this.#isOver = true;
	}

	async #add(files: readonly File[]): Promise<void> {
		for (const file of files) {
			try {
				await keepFor(this.#place, file, this.#host.book.seal);
			} catch {
				this.#loose = [...this.#loose, file];
			}
		}
		await this.look();
	}

	#mayOpen(): boolean {
		return !this.#isOver && this.#taking.isFree();
	}

	async #look(): Promise<void> {
		if (!this.#mayOpen()) return;
		for (const one of this.#shown) await dropKept(one);
		this.#shown = [];
		const waiting = (await keptFor(this.#place, this.#host.book.seal)).slice(0, this.#most);
		const loose = this.#loose.slice(0, Math.max(0, this.#most - waiting.length));
		const files = [...waiting.map(({ file }) => file), ...loose];
		if (!this.#mayOpen() || files.length === 0) return;
		this.#shown = waiting;
		this.#loose = this.#loose.filter((file) => !loose.includes(file));
		this.#taking.open(files);
		// Shared together with these, they may belong elsewhere.
		await tellOfOthers(this.#place, this.#host);
	}
}
