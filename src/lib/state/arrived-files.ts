// Files that came from outside, shared with Kith or opened with it: each is received once, when there is
// time for it, and one that was shared waits on this device until then.
import { ARRIVED, NAME_HEADER } from './arrived-place';

/** Whoever takes such files in, one lot at a time. */
export interface Receiver {
	/** What it is busy with: it takes in nothing else meanwhile. */
	readonly busy: string | undefined;
	/** Without a key nothing can be read: it says so, and what waits goes on waiting. */
	readonly isPaired: boolean;
	receive(files: readonly File[]): Promise<void>;
}

interface LaunchQueue {
	setConsumer(
		consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void
	): void;
}

/** What has arrived and is still to be received. */
export class Arrivals {
	readonly #receiver: Receiver;
	#opened: readonly File[] = [];
	#isTold = false;
	/** One look after the other: none misses what came during the one before. */
	#looking: Promise<void> = Promise.resolve();
	/** Receiving failed in a way nobody foresaw: what waits is not tried again before the next start. */
	#isBroken = false;

	/** From now on files Kith is opened with come here, where the browser can do that. */
	constructor(receiver: Receiver) {
		this.#receiver = receiver;
		const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
		launchQueue?.setConsumer(({ files = [] }) => {
			void Promise.all(files.map((handle) => handle.getFile())).then((opened) => {
				this.#opened = [...this.#opened, ...opened];
				return this.look();
			});
		});
	}

	/** Hands over what waits, unless the receiver is busy: then it is for the next look. */
	look(): Promise<void> {
		const look = this.#looking.then(() => this.#look());
		this.#looking = look.catch(() => undefined);
		return look;
	}

	async #look(): Promise<void> {
		if (this.#isBroken) return;
		try {
			await this.#receiveOpened();
			await this.#receiveShared();
		} catch (error) {
			this.#isBroken = true;
			throw error;
		}
	}

	async #receiveOpened(): Promise<void> {
		const files = this.#opened;
		if (files.length === 0 || !this.#mayReceive()) return;
		if (this.#receiver.isPaired) this.#opened = [];
		await this.#receiver.receive(files);
	}

	/** Let go of only afterwards: a page that is closed in between finds them again. */
	async #receiveShared(): Promise<void> {
		if (!('caches' in globalThis) || !(await caches.has(ARRIVED))) return;
		const waiting = await caches.open(ARRIVED);
		const places = await waiting.keys();
		const there = await Promise.all(places.map((place) => fileAt(waiting, place)));
		const files = there.filter((file) => file !== undefined);
		if (files.length === 0 || !this.#mayReceive()) return;
		const { isPaired } = this.#receiver;
		await this.#receiver.receive(files);
		if (isPaired) await Promise.all(places.map((place) => waiting.delete(place)));
	}

	/** Where nothing can be read yet the receiver is asked once, for the words it has for that. */
	#mayReceive(): boolean {
		const { busy, isPaired } = this.#receiver;
		if (busy !== undefined || (!isPaired && this.#isTold)) return false;
		this.#isTold = !isPaired;
		return true;
	}
}

async function fileAt(waiting: Cache, place: Request): Promise<File | undefined> {
	const kept = await waiting.match(place);
	if (!kept) return undefined;
	const name = decodeURIComponent(kept.headers.get(NAME_HEADER) ?? 'shared.kith');
	return new File([await kept.blob()], name);
}
