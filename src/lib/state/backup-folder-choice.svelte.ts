// The folder for backups on screen: chosen or not, allowed or not, and what the last copy came to.
import {
	askLeaveFor,
	forgetFolder,
	keepFolder,
	keptFolder,
	leaveFor,
	type KeptFolder
} from './backup-handle';
import { copyIntoFolder, keepSeal, keptSeal } from './backup-folder';
import { canSeal, sealFor } from './backup-seal';
import type { Following } from './backup';
import type { FolderFault } from './backup-in-folder';
import type { Kith } from './kith.svelte';

/** What the rep sees of the folder. */
export class FolderChoice {
	readonly #kith: Kith;
	#folder = $state.raw<KeptFolder>();
	#leave = $state<PermissionState>('granted');
	#isSealed = $state(false);
	#isKnown = $state(false);

	constructor(kith: Kith) {
		this.#kith = kith;
		void this.look();
	}

	/** Whether folders can be chosen in this browser at all. */
	get isPossible(): boolean {
		return typeof window.showDirectoryPicker === 'function';
	}

	/** Whether it has been looked up yet. */
	get isKnown(): boolean {
		return this.#isKnown;
	}

	/** The chosen folder. */
	get folder(): KeptFolder | undefined {
		return this.#folder;
	}

	/** Whether Kith has to be allowed into it once more. */
	get wantsLeave(): boolean {
		return this.#folder !== undefined && this.#leave !== 'granted';
	}

	/** Whether copies in it are sealed with a passphrase. */
	get isSealed(): boolean {
		return this.#isSealed;
	}

	get canSeal(): boolean {
		return canSeal();
	}

	/** Looks up how things stand. */
	async look(): Promise<void> {
		this.#folder = await keptFolder();
		const seal = await keptSeal(this.#kith).catch(() => undefined);
		this.#isSealed = seal !== undefined;
		if (this.#folder) this.#leave = await leaveFor(this.#folder.handle);
		this.#isKnown = true;
	}

	/** Lets the rep choose a folder; false when he thought better of it. */
	async choose(): Promise<boolean> {
		try {
			const handle = await window.showDirectoryPicker?.({ id: 'kith-backup', mode: 'readwrite' });
			if (!handle) return false;
			await keepFolder({ handle });
		} catch (error) {
			if (error instanceof DOMException && error.name === 'AbortError') return false;
			throw error;
		}
		await this.look();
		return true;
	}

	/** Asks for leave once more; call it in a tap. */
	async allow(): Promise<boolean> {
		if (!this.#folder) return false;
		this.#leave = await askLeaveFor(this.#folder.handle);
		return this.#leave === 'granted';
	}

	/** No copies there any more; those that are there stay. */
	async stop(): Promise<void> {
		await forgetFolder();
		await keepSeal(this.#kith, undefined).catch(() => undefined);
		await this.look();
	}

	/** Puts a copy of today's book into the folder; why not, where it failed. */
	async copy(following: Following): Promise<FolderFault | undefined> {
		if (!this.#folder) return undefined;
		if ((await leaveFor(this.#folder.handle)) !== 'granted' && !(await this.allow())) {
			return 'FolderRefused';
		}
		const copied = await copyIntoFolder(this.#kith, this.#folder, 'by hand', following);
		await this.look();
		return 'fault' in copied ? copied.fault : undefined;
	}

	/** Seals copies from now on; false where this browser cannot, or could not keep it. */
	async seal(passphrase: string): Promise<boolean> {
		const seal = await sealFor(passphrase);
		if (!seal) return false;
		try {
			await keepSeal(this.#kith, seal);
		} catch {
			return false;
		}
		await this.look();
		return true;
	}

	/** Copies are open from now on; where that could not be kept, `isSealed` stays. */
	async unseal(): Promise<void> {
		await keepSeal(this.#kith, undefined).catch(() => undefined);
		await this.look();
	}
}
