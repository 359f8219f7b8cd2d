// Files that came from outside, chosen, opened or shared: each waits on this device until it has been
// taken in or refused for good, over a closed page too.
import { dropKept, keepFor, keptFor } from './arrived-kept';
import { NOT_KEPT } from './arrived-place';
import { whenLaunched, type Host } from './launched-files';

/** Whoever takes such files in, one lot at a time. */
export interface Receiver {
	/** What it is busy with: it takes in nothing else meanwhile. */
	readonly busy: string | undefined;
	/**
	 * Tells the keys it reads with from those it read with before; '' without any. With another key, what
	 * waits is tried again.
	 */
	readonly keyring: string;
	/**
	 * Takes in what it can and says what came of it.
	 * @param areKept they stay on this device while they wait
	 * @returns those that are to be tried again later
	 */
	receive(files: readonly File[], areKept: boolean): Promise<readonly File[]>;
}

/** A file that waits; without a place only as long as the page. */
interface Waiting {
	readonly file: File;
	readonly place: Request | undefined;
}

const arrivals = new WeakMap<Receiver, Arrivals>();

/** What has arrived for a receiver; one for each page. */
export function arrivalsFor(receiver: Receiver, host: Host): Arrivals {
	const known = arrivals.get(receiver) ?? new Arrivals(receiver, host);
	arrivals.set(receiver, known);
	return known;
}

/** What has arrived and is still to be taken in. */
export class Arrivals {
	readonly #receiver: Receiver;
	/** What found no room on this device. */
	#loose: readonly File[] = [];
	#waits = $state(0);
	#isUnkept = $state(false);
	/** What was handed over since the page began, by place or as it is; again only when asked for. */
	readonly #tried = new Set<string | File>();
	#keyring = '';
	/** One look after the other: none misses what came during the one before. */
	#looking: Promise<void> = Promise.resolve();
	/** Receiving failed in a way nobody foresaw: what waits is not tried again by itself. */
	#isBroken = false;

	/** From now on files Kith is opened with come here, where the browser can do that. */
	constructor(receiver: Receiver, host: Host) {
		this.#receiver = receiver;
		this.#isUnkept = location.hash.endsWith(NOT_KEPT);
		whenLaunched('devices', host, (files) => void this.add(files));
	}

	/** How many files wait. */
	get waits(): number {
		return this.#waits;
	}

	/** Whether a file that was shared found no room on this device and is lost. */
	get isUnkept(): boolean {
		return this.#isUnkept;
	}

	/** Keeps files that were chosen or opened, and takes them in as soon as there is time. */
	async add(files: readonly File[]): Promise<void> {
		if (files.length === 0) return;
		this.#isUnkept = false;
		for (const file of files) {
			try {
				await keepFor('devices', file, undefined);
			} catch {
				this.#loose = [...this.#loose, file];
			}
		}
		this.#isBroken = false;
		// Chosen once more, a file that waits is meant to be tried once more.
		this.#tried.clear();
		await this.look();
	}

	/** Tries all that waits once more. */
	again(): Promise<void> {
		this.#tried.clear();
		this.#isBroken = false;
		return this.look();
	}

	/** Lets go of all that waits; whoever sent it still has it. */
	async letGo(): Promise<void> {
		await this.#looking;
		for (const { file, place } of await this.#all()) if (place) await dropKept({ file, at: place });
		this.#loose = [];
		this.#waits = 0;
	}

	/** Hands over what waits and is new, unless the receiver is busy: then it is for the next look. */
	look(): Promise<void> {
		// Read at once, so that an effect that looks follows the keys.
		const { keyring } = this.#receiver;
		const look = this.#looking.then(() => this.#look(keyring));
		this.#looking = look.catch(() => undefined);
		return look;
	}

	async #look(keyring: string): Promise<void> {
		const all = await this.#all();
		this.#waits = all.length;
		const { busy } = this.#receiver;
		if (busy !== undefined || this.#isBroken) return;
		// What came before its key is looked at with it.
		if (keyring !== '' && keyring !== this.#keyring) this.#tried.clear();
		if (all.every((one) => this.#tried.has(nameOf(one)))) return;
		this.#keyring = keyring;
		for (const one of all) this.#tried.add(nameOf(one));
		try {
			const files = all.map(({ file }) => file);
			const areKept = all.every(({ place }) => place !== undefined);
			const left = new Set(await this.#receiver.receive(files, areKept));
			// Let go of only afterwards: a page that is closed in between finds them again.
			for (const { file, place } of all) {
				if (place && !left.has(file)) await dropKept({ file, at: place });
			}
			this.#loose = this.#loose.filter((file) => left.has(file) || !files.includes(file));
			this.#waits = left.size;
		} catch (error) {
			this.#isBroken = true;
			throw error;
		}
	}

	async #all(): Promise<readonly Waiting[]> {
		const loose = this.#loose.map((file) => ({ file, place: undefined }));
		const kept = (await keptFor('devices', undefined)).map(({ file, at }) => ({ file, place: at }));
		return [...kept, ...loose];
	}
}

function nameOf({ file, place }: Waiting): string | File {
	return place?.url ?? file;
}
