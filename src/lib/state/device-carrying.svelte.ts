// Changes by folder and by file: asked for by the rep, and the folder also by itself while it is open to
// Kith. One piece of work at a time.
import { askLeaveFor, forgetFolder, keepFolder, keptFolder, leaveFor } from './backup-handle';
import type { KeptFolder } from './backup-handle';
import { fileWords, folderLine, outcomeOf } from './carried-words';
import type { Brake, MergeLook } from './device-asking.svelte';
import type { Outcome, SyncFolder } from './devices-view';
import type { Sync } from './devices-sync';
import { handOut } from './hand-out';
import type { Kith } from './kith.svelte';
import { mergeWords, whenWords } from './device-words';

type Consent = import('$lib/sync/carried').Consent;
type Taken = import('$lib/sync/carried').Taken;

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
	#made: File | undefined;

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
			if (gone) this.#outcome = gone;
		});
	}

	/** Goes through the folder by itself, where Kith may; asks nothing, and says little. */
	async exchangeQuietly(): Promise<void> {
		if (this.#busy !== undefined || document.visibilityState !== 'visible') return;
		const sync = await this.#sync();
		await this.look();
		if (!this.#folder || this.#leave !== 'granted' || sync.kept.now.keys.length === 0) return;
		const folder = this.#folder;
		this.#busy = fileWords.exchanging;
		try {
			await alone(async () => {
				const no = (): Promise<boolean> => Promise.resolve(false);
				await this.#exchange(sync, folder, no);
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
			const file = this.#made ?? (await this.#make(sync));
			this.#made = undefined;
			if (!file) return this.#trouble(fileWords.noKey);
			const handed = await share(file);
			if (handed === 'needs a tap') this.#made = file;
			if (handed === 'cancelled') return;
			const says = handed === 'handed' ? fileWords.sent : fileWords.sentAgain;
			this.#outcome = { kind: 'done', says, details: [] };
		});
	}

	/** Takes in files of changes. */
	receive(files: readonly File[]): Promise<void> {
		if (files.length === 0) return Promise.resolve();
		if (files.some(({ size }) => size > LARGEST)) return this.#trouble(fileWords.tooLarge);
		return this.#work(fileWords.reading, async (sync) => {
			const read: { name: string; bytes: Uint8Array }[] = [];
			try {
				for (const file of files) {
					read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
				}
			} catch {
				return this.#trouble(fileWords.unreadable);
			}
			const taken = await sync.takeFiles(read, (what) => this.#consent(what));
			await this.#took(taken);
			this.#outcome = outcomeOf(taken, (id) => this.#nameOf(id));
		});
	}

	async #make(sync: Sync): Promise<File | undefined> {
		if (sync.kept.now.keys.length === 0) return undefined;
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
		if (sync.kept.now.keys.length === 0) {
			return { kind: 'trouble', says: fileWords.noKey, details: [] };
		}
		await sync.ensureOwn();
		const { taken, state } = await sync.exchange(folder.handle, consent);
		if (state !== 'there') {
			this.#folderSays = fileWords[state];
			if (state === 'refused') await this.look();
			return { kind: 'trouble', says: fileWords[state], details: [] };
		}
		const nameOf = (id: string): string | undefined => this.#nameOf(id);
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
		this.#met = what.from;
		return this.#merge.ask(what.from, what.name, () => Promise.resolve(what.people));
	}

	#nameOf(id: string): string | undefined {
		return this.#kith.book.get('device', id)?.name;
	}

	#trouble(says: string): Promise<void> {
		this.#outcome = { kind: 'trouble', says, details: [] };
		return Promise.resolve();
	}

	async #work(says: string, run: (sync: Sync) => Promise<void>): Promise<void> {
		if (this.#busy !== undefined) return;
		this.#busy = says;
		this.#outcome = undefined;
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

/** By the share sheet where it takes such files, else as a download. */
async function share(file: File): Promise<'handed' | 'cancelled' | 'needs a tap'> {
	if ('canShare' in navigator && navigator.canShare({ files: [file] })) {
		try {
			await navigator.share({ files: [file] });
			return 'handed';
		} catch (error) {
			const why = error instanceof DOMException ? error.name : '';
			if (why === 'AbortError') return 'cancelled';
			if (why === 'NotAllowedError') return 'needs a tap';
		}
	}
	return handOut(file, file.name, TYPE);
}

/** One tab at a time; another one that is at it does it for all. */
async function alone(work: () => Promise<void>): Promise<void> {
	if (!('locks' in navigator)) return work();
	await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
		if (lock) await work();
	});
}
