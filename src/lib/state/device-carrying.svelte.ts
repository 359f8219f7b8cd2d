// Changes by folder and by file: asked for by the rep, and the folder also by itself while it is open to
// Kith. One piece of work at a time.
// Over 300 lines, because the folder and the files share the busy line, the outcome and the questions.
import { askLeaveFor, forgetFolder, keepFolder, keptFolder, leaveFor } from './backup-handle';
import type { KeptFolder } from './backup-handle';
import {
	fileWords,
	filesOutcome,
	folderLine,
	isToWait,
	outcomeOf,
	sentWords,
	unreadWords
} from './carried-words';
import type { Brake, MergeLook } from './device-asking.svelte';
import type { Outcome, SyncFolder } from './devices-view';
import type { Sync } from './devices-sync';
import { handOver } from './hand-over';
import { deviceNames } from './device-name';
import type { Kith } from './kith.svelte';
import { mergeWords, whenWords } from './device-words';
import { keepWayBack } from './points';

type Consent = import('$lib/sync/carried').Consent;
type Taken = import('$lib/sync/carried').Taken;
type BookKey = import('$lib/sync/keys').BookKey;

const TYPE = 'application/octet-stream';
/** Kith writes no file as large as this. */
const LARGEST = 500e6;
const LOCK = 'kith-folder';

/** The folder and the files, and what came of them. */
export class Carrying {
	readonly #kith: Kith;
	readonly #sync: () => Promise<Sync>;
	readonly #merge: MergeLook;
	readonly #brake: Brake;
	readonly #ontaken: () => void;
	#folder = $state.raw<KeptFolder>();
	#leave = $state<PermissionState>('granted');
	#folderSays = $state('');
	#busy = $state<string>();
	#outcome = $state.raw<Outcome>();
	/** The device whose book the rep was asked about last. */
	#met: string | undefined;
	/** Made, but the system wants one more tap before it is shared. */
	#made: { readonly file: File; readonly key: Uint8Array | undefined } | undefined;
	/** A restore point could not be made. */
	#lacksPoint = false;

	/** @param ontaken told when something was taken in */
	constructor(
		kith: Kith,
		sync: () => Promise<Sync>,
		asking: { readonly merge: MergeLook; readonly brake: Brake },
		ontaken: () => void
	) {
		this.#kith = kith;
		this.#sync = sync;
		this.#merge = asking.merge;
		this.#brake = asking.brake;
		this.#ontaken = ontaken;
	}

	get folder(): SyncFolder | undefined {
		if (!this.#folder) return undefined;
		const { handle, lastAt } = this.#folder;
		const { today } = this.#kith.clock;
		const last = lastAt && `Read and written ${whenWords(Date.parse(lastAt), today)}`;
		const says = this.#folderSays || last || fileWords.fresh;
		return { name: handle.name, says, wantsLeave: this.#leave !== 'granted' };
	}

	get busy(): string | undefined {
		return this.#busy;
	}

	get outcome(): Outcome | undefined {
		return this.#outcome;
	}

	/** Looks up the folder; leave may have been taken back meanwhile. */
	async look(): Promise<void> {
		this.#folder = await keptFolder('sync').catch(() => undefined);
		if (this.#folder) this.#leave = await leaveFor(this.#folder.handle);
	}

	/** Lets the rep choose a folder and goes through it at once. Call it in a tap. */
	async choose(): Promise<void> {
		let handle: FileSystemDirectoryHandle | undefined;
		try {
			handle = await window.showDirectoryPicker?.({ id: 'kith-sync', mode: 'readwrite' });
		} catch (error) {
			if (error instanceof DOMException && error.name === 'AbortError') return;
			return this.#trouble(fileWords.failed);
		}
		if (!handle) return;
		await keepFolder({ handle }, 'sync');
		this.#folderSays = '';
		await this.look();
		await this.exchange();
	}

	/** Asks for leave once more, in a tap, and goes on where it is given. */
	async askLeave(): Promise<void> {
		if (!this.#folder) return;
		this.#leave = await askLeaveFor(this.#folder.handle);
		if (this.#leave === 'granted') await this.exchange();
	}

	/** Forgets the folder; what lies in it stays. */
	async forget(): Promise<void> {
		await forgetFolder('sync');
		this.#folderSays = '';
		await this.look();
	}

	/** Goes through the folder because the rep asked for it. */
	exchange(): Promise<void> {
		return this.#work(fileWords.exchanging, async (sync) => {
			if (!this.#folder) return;
			const gone = await this.#exchange(sync, this.#folder, (what) => this.#consent(what));
			if (gone) this.#outcome = this.#withPoint(gone);
		});
	}

	/** Goes through the folder by itself, where Kith may; asks nothing, and says little. */
	async exchangeQuietly(): Promise<void> {
		if (this.#busy !== undefined || document.visibilityState !== 'visible') return;
		const sync = await this.#sync();
		await this.look();
		if (!this.#folder || this.#leave !== 'granted' || keysOf(sync).length === 0) return;
		const folder = this.#folder;
		this.#busy = fileWords.exchanging;
		try {
			await alone(async () => {
				const quiet = (what: Consent): Promise<boolean> =>
					what.is === 'point' ? this.#point() : Promise.resolve(false);
				await this.#exchange(sync, folder, quiet);
			});
		} catch {
			this.#folderSays = fileWords.failed;
		} finally {
			this.#busy = undefined;
		}
	}

	/** Hands out a file with what the other devices lack. */
	send(): Promise<void> {
		return this.#work(fileWords.making, async (sync) => {
			await sync.kept.refresh();
			const key = keysOf(sync).at(-1)?.bytes;
			// Sealed with the key from before a removal it must not be handed over any more.
			const again = isSame(this.#made?.key, key) ? this.#made?.file : undefined;
			this.#made = undefined;
			const file = again ?? (await this.#make(sync));
			if (!file) return this.#trouble(fileWords.noKey);
			const handed = await handOver(file, again !== undefined);
			if (handed === 'needs a tap') this.#made = { file, key };
			if (handed === 'cancelled') return;
			if (handed === 'no way') return this.#trouble(fileWords.noWay);
			this.#outcome = { kind: 'done', says: sentWords(handed, file.name), details: [] };
		});
	}

	/**
	 * Takes in files of changes.
	 * @param areKept they stay on this device while they wait
	 * @returns those that are to be tried again later
	 */
	async receive(files: readonly File[], areKept: boolean): Promise<readonly File[]> {
		if (files.length === 0) return [];
		let left = files;
		await this.#work(fileWords.reading, async (sync) => {
			const read: { file: File; name: string; bytes: Uint8Array }[] = [];
			const details: string[] = [];
			for (const file of files) {
				const bytes = file.size > LARGEST ? undefined : await bytesOf(file);
				if (bytes) read.push({ file, name: file.name, bytes });
				else details.push(unreadWords(file.name, file.size > LARGEST));
			}
			left = read.map(({ file }) => file);
			if (read.length === 0) {
				const says = fileWords.nothing;
				this.#outcome = { kind: 'trouble', says, details };
				return;
			}
			const taken = await sync.takeFiles(read, (what) => this.#consent(what));
			await this.#took(taken);
			left = read.flatMap(({ file }, at) => (isToWait(taken, at) ? [file] : []));
			const given = { names: read.map(({ name }) => name), areKept };
			const outcome = filesOutcome(taken, given, this.#names);
			const kind = details.length > 0 ? 'trouble' : outcome.kind;
			const all = { ...outcome, kind, details: [...outcome.details, ...details] };
			this.#outcome = this.#withPoint(all);
		});
		return left;
	}

	async #make(sync: Sync): Promise<File | undefined> {
		if (keysOf(sync).length === 0) return undefined;
		await sync.ensureOwn();
		const made = await sync.fileToSend();
		return made && new File([made.bytes], made.name, { type: TYPE });
	}

	/** @returns what came of it, for the rep who asked */
	async #exchange(
		sync: Sync,
		folder: KeptFolder,
		consent: (what: Consent) => Promise<boolean>
	): Promise<Outcome | undefined> {
		if (keysOf(sync).length === 0) {
			return { kind: 'trouble', says: fileWords.noKey, details: [] };
		}
		await sync.ensureOwn();
		const { taken, state } = await sync.exchange(folder.handle, consent);
		if (state !== 'there') {
			this.#folderSays = fileWords[state];
			if (state === 'refused') await this.look();
			return { kind: 'trouble', says: fileWords[state], details: [] };
		}
		const nameOf = this.#names;
		const lastAt = new Date(this.#kith.clock.exactly()).toISOString();
		await keepFolder({ handle: folder.handle, lastAt }, 'sync');
		await this.look();
		const outcome = outcomeOf(taken, nameOf);
		const isQuiet = outcome.kind === 'done' && outcome.details.length === 0;
		this.#folderSays = isQuiet ? '' : folderLine(taken, nameOf);
		await this.#took(taken);
		return outcome;
	}

	async #took(taken: Taken): Promise<void> {
		if (taken.files > 0) this.#ontaken();
		for (const from of taken.devices) {
			await this.#merge.finish(from, taken.level.includes(from));
		}
		const isMissing = this.#met !== undefined && !taken.devices.includes(this.#met);
		if (isMissing && this.#merge.view?.phase === 'carrying') this.#merge.fail(mergeWords.failed);
		this.#met = undefined;
	}

	#consent(what: Consent): Promise<boolean> {
		if (what.is === 'large') return this.#brake.ask(what);
		if (what.is === 'point') return this.#point();
		this.#met = what.from;
		const { from, name, people, there } = what;
		return this.#merge.ask(from, name, () => Promise.resolve(people), there);
	}

	/** Where there is nothing to look at, a restore point alone comes before a first meeting. */
	async #point(): Promise<boolean> {
		const isKept = await keepWayBack(this.#kith, 'first-merge').catch(() => false);
		this.#lacksPoint = !isKept;
		return isKept;
	}

	get #names(): (id: string) => string | undefined {
		const names = deviceNames(this.#kith.book.all('device'));
		return (id) => names.get(id);
	}

	#withPoint(outcome: Outcome): Outcome {
		if (!this.#lacksPoint) return outcome;
		return { kind: 'trouble', says: mergeWords.noPoint, details: [] };
	}

	#trouble(says: string): Promise<void> {
		this.#outcome = { kind: 'trouble', says, details: [] };
		return Promise.resolve();
	}

	async #work(says: string, run: (sync: Sync) => Promise<void>): Promise<void> {
		if (this.#busy !== undefined) return;
		this.#busy = says;
		this.#outcome = undefined;
		this.#lacksPoint = false;
		try {
			await run(await this.#sync());
		} catch (error) {
			this.#merge.fail(fileWords.failed);
			await this.#trouble(fileWords.failed);
			throw error;
		} finally {
			this.#busy = undefined;
		}
	}
}

/** All of a file; undefined when it was moved or deleted meanwhile. */
async function bytesOf(file: File): Promise<Uint8Array | undefined> {
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch {
		return undefined;
	}
}

/** The keys files are sealed with: those of the book that is being joined, or of the one there is. */
function keysOf(sync: Sync): readonly BookKey[] {
	const { joining } = sync.kept.now;
	const key = joining ? joining.key : sync.newestKey();
	return key ? [key] : [];
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
	return a?.length === b?.length && !!a?.every((byte, at) => byte === b?.[at]);
}

/** One tab at a time; another one that is at it does it for all. */
async function alone(work: () => Promise<void>): Promise<void> {
	if (!('locks' in navigator)) return work();
	await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
		if (lock) await work();
	});
}
