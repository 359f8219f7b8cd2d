// The way of one restore on screen: choose, unlock, look, decide; nothing is written before the last.
// Over 300 lines, because only one piece of work may run at a time and all of them share its line.
import type { RestoreMode, RestorePlan } from '$lib/domain/backup-plan';
import type { PointReason } from '$lib/domain/restore-points';
import type { Step } from '$lib/store/change';
import type { StoredPoint } from '$lib/store/points';
import { handOutBackup, type Following, type Say } from './backup';
import { BackupOpening, type Opened } from './backup-opening';
import { sealFor } from './backup-seal';
import type { FolderChoice } from './backup-folder-choice.svelte';
import {
	brokenPoint,
	cannotSeal,
	explainFault,
	folderFaults,
	noPoint,
	surprise
} from './backup-words';
import type { Explained } from './failures';
import type { Kith } from './kith.svelte';
import { backupOfPoint } from './point-backup';
import { pointName } from './point-words';
import { canKeepPoints, makePoint, pointsThereAre } from './points';
import { planFor, restore, takeBack, type Reading } from './restore';
import { restoredLine } from './restore-words';
import { brokenRestore, forgetBroken, type BrokenOff } from './restore-begun';

/** What was done last, and how to take it back. */
interface Done {
	readonly text: string;
	readonly step?: Step;
	/** What came back with it although it had been erased. */
	readonly again?: readonly string[];
}

/** What is going on. */
export interface Doing {
	readonly text: string;
	/** How much of it, from 0 to 1, where that is known. */
	readonly part?: number | undefined;
	/** Whether it can be called off. */
	readonly canCancel: boolean;
}

/** A sealed backup that waits for its passphrase. */
export interface Locked {
	readonly name: string;
	readonly madeAt?: string;
	readonly deviceName?: string;
}

type Run = (say: Say, signal: AbortSignal) => Promise<void>;

/** Where the rep stands with backup and restore. */
export class Restoring {
	readonly #kith: Kith;
	#opening: BackupOpening | undefined;
	#calling: AbortController | undefined;
	#isGone = false;
	/** Whether what was erased for good shall come back with the backup. */
	withErased = $state(false);
	#hasLooked = $state(false);
	#doing = $state.raw<Doing>();
	#failed = $state.raw<Explained>();
	#locked = $state.raw<Locked>();
	#reading = $state.raw<Reading>();
	#replacing = $state.raw<RestorePlan>();
	#done = $state.raw<Done>();
	#points = $state.raw<readonly StoredPoint[]>([]);
	#canKeepPoints = $state(true);
	#why = $state.raw<PointReason>('restore');
	#broken = $state.raw<BrokenOff>();

	constructor(kith: Kith) {
		this.#kith = kith;
		void this.#lookAround();
	}

	/** Whether a preview has been shown: whoever comes back from it has lost his place. */
	get hasLooked(): boolean {
		return this.#hasLooked;
	}

	/** What is going on; undefined while nothing is. */
	get doing(): Doing | undefined {
		return this.#doing;
	}

	/** What went wrong last. */
	get failed(): Explained | undefined {
		return this.#failed;
	}

	/** The backup that waits for its passphrase. */
	get locked(): Locked | undefined {
		return this.#locked;
	}

	/** The backup being looked at. */
	get reading(): Reading | undefined {
		return this.#reading;
	}

	/** What replacing would do, while the rep is being asked. */
	get replacing(): RestorePlan | undefined {
		return this.#replacing;
	}

	/** What was done last. */
	get done(): Done | undefined {
		return this.#done;
	}

	/** Whether what is looked at is a restore point of this device. */
	get isPoint(): boolean {
		return this.#why === 'going-back';
	}

	/** Whether this browser has a place for restore points; taken for granted until it is looked up. */
	get canKeepPoints(): boolean {
		return this.#canKeepPoints;
	}

	/** The restore points of this device, the newest first. */
	get points(): readonly StoredPoint[] {
		return this.#points;
	}

	/** A restore that was cut off before its end. */
	get broken(): BrokenOff | undefined {
		return this.#broken;
	}

	/** Makes a backup and hands it out, sealed when a passphrase is given. */
	save(passphrase?: string): Promise<void> {
		return this.#work(async (say, signal) => {
			const following: Following = { say, signal };
			const seal = passphrase === undefined ? undefined : await this.#sealFor(passphrase, say);
			if (passphrase !== undefined && !seal) {
				this.#failed = cannotSeal;
				return;
			}
			const handed = await handOutBackup(this.#kith, { ...following, ...(seal ? { seal } : {}) });
			if (!handed) return;
			const kept = 'Your backup is with your downloads, or where you put it.';
			this.#done = { text: seal ? `${kept} Nobody opens it without the passphrase.` : kept };
		});
	}

	/** Puts a backup into the chosen folder. */
	saveInto(choice: FolderChoice): Promise<void> {
		return this.#work(async (say, signal) => {
			const fault = await choice.copy({ say, signal });
			if (fault) this.#failed = folderFaults[fault];
			else this.#done = { text: 'The backup is in the folder, read back and whole.' };
		});
	}

	/** Lets the rep choose a folder, and puts the first backup there. */
	chooseFor(choice: FolderChoice): Promise<void> {
		return this.#work(async (say, signal) => {
			if (!(await choice.choose())) return;
			const fault = await choice.copy({ say, signal });
			if (fault) this.#failed = folderFaults[fault];
			else this.#done = { text: 'The first backup is in the folder, read back and whole.' };
		});
	}

	/** Seals the copies in the folder from now on. */
	sealCopies(choice: FolderChoice, passphrase: string): Promise<void> {
		return this.#work(async (say) => {
			say('Making a key of the passphrase…');
			if (await choice.seal(passphrase)) {
				this.#done = { text: 'From the next one on, backups in the folder want the passphrase.' };
			} else this.#failed = cannotSeal;
		}, false);
	}

	/** Reads a file, to be looked at. */
	open(file: File): Promise<void> {
		return this.#work(async (say, signal) => {
			this.#letGo();
			const opening = new BackupOpening(() => this.#kith.clock.exactly());
			this.#opening = opening;
			await this.#show(file.name, await opening.look(file, say, signal), say, signal);
		});
	}

	/** Opens the file that waits, and shows it. */
	unlock(passphrase: string): Promise<void> {
		return this.#work(async (say, signal) => {
			const [locked, opening] = [this.#locked, this.#opening];
			if (!locked || !opening) return;
			await this.#show(locked.name, await opening.unlock(passphrase, say, signal), say, signal);
		});
	}

	/** Makes a restore point now. */
	makePoint(): Promise<void> {
		return this.#work(async (say) => {
			say('Making a restore point…');
			const point = await makePoint(this.#kith, 'by-hand');
			await this.#lookAround();
			if (point) this.#done = { text: 'There is a restore point of your book as it is now.' };
			else this.#failed = noPoint;
		}, false);
	}

	/** Opens a restore point, to be looked at like a backup. */
	openPoint(point: StoredPoint): Promise<void> {
		return this.#work(async (say, signal) => {
			this.#letGo();
			const backup = await backupOfPoint(this.#kith, point, { say, signal });
			if (!backup) {
				this.#failed = brokenPoint;
				return;
			}
			const opening = new BackupOpening(() => this.#kith.clock.exactly());
			this.#opening = opening;
			const name = `Restore point: ${pointName(point, this.#kith.clock.today)}`;
			const opened = await opening.look(backup.blob, say, signal);
			await this.#show(name, opened, say, signal, 'replace');
			this.#why = 'going-back';
		});
	}

	/** Adds what the book lacks and takes over newer words. */
	merge(): Promise<void> {
		return this.#bring('merge');
	}

	/** Works out what replacing would do, and asks. */
	askToReplace(): Promise<void> {
		return this.#work((say, signal) => this.#ask(say, signal));
	}

	/** Takes the question back. */
	keep(): void {
		this.#replacing = undefined;
	}

	/** Makes the book what the backup is. */
	replace(): Promise<void> {
		this.#replacing = undefined;
		return this.#bring('replace');
	}

	/** Calls off what is going on; what it has written is taken back. */
	cancel(): void {
		this.#calling?.abort(new DOMException('called off', 'AbortError'));
	}

	/** Goes back to the start; nothing was written. */
	leave(): void {
		this.#letGo();
		this.#reading = this.#replacing = this.#failed = undefined;
	}

	/** The rep has read of the restore that was cut off. */
	async knowBroken(): Promise<void> {
		this.#broken = undefined;
		// Told once more, where the disk is not there just now.
		await forgetBroken(this.#kith).catch(() => undefined);
	}

	/** The screen is gone. What was begun goes on to its end, as it must not be half done. */
	end(): void {
		this.#isGone = true;
		if (!this.#doing) this.#letGo();
	}

	/** Takes the last restore back. */
	undo(): Promise<void> {
		const { step, again } = this.#done ?? {};
		return this.#work(async (say) => {
			if (!step) return;
			await takeBack(this.#kith, step, say, again);
			this.#done = { text: 'Taken back. The book is as it was.' };
		}, false);
	}

	#bring(mode: RestoreMode): Promise<void> {
		return this.#work(async (say, signal) => {
			if (!this.#reading) return;
			const { backup, plan: shown } = this.#reading;
			const again = this.withErased ? shown.erased : [];
			const more = { why: this.#why, again };
			const restored = await restore(this.#kith, backup, mode, say, signal, more);
			await this.#lookAround();
			if (!restored.ok) {
				this.#failed = explainFault(restored.fault);
				return;
			}
			this.#letGo();
			this.#reading = undefined;
			const { step, plan } = restored;
			this.#why = 'restore';
			const isUndoable = step.traces.length > 0;
			this.#done = { text: restoredLine(plan), ...(isUndoable ? { step, again } : {}) };
		});
	}

	async #ask(say: Say, signal: AbortSignal): Promise<void> {
		if (!this.#reading || this.#reading.backup.isPartial) return;
		this.#replacing = await planFor(this.#kith, this.#reading.backup, 'replace', say, signal);
	}

	/** @param mode what the preview shows: a restore point is gone back to, a file rather added */
	async #show(
		name: string,
		opened: Opened,
		say: Say,
		signal: AbortSignal,
		mode: RestoreMode = 'merge'
	): Promise<void> {
		if (opened.is === 'fault') {
			this.#failed = explainFault(opened.fault);
			// A wrong passphrase may be tried again.
			if (opened.fault.code !== 'PassphraseWrong') this.#letGo();
			return;
		}
		if (opened.is === 'sealed') {
			const { madeAt, deviceName } = opened;
			this.#locked = {
				name,
				...(madeAt === undefined ? {} : { madeAt }),
				...(deviceName === undefined ? {} : { deviceName })
			};
			return;
		}
		const { backup, names } = opened;
		const plan = await planFor(this.#kith, backup, mode, say, signal);
		this.#letGo();
		this.#reading = { name, backup, plan, names };
		this.#why = 'restore';
		this.withErased = false;
		this.#hasLooked = true;
	}

	#letGo(): void {
		this.#opening?.end();
		this.#opening = this.#locked = undefined;
	}

	#sealFor(passphrase: string, say: Say) {
		say('Making a key of the passphrase…');
		return sealFor(passphrase);
	}

	/** Runs one piece of work at a time, with its line on screen. */
	async #work(run: Run, canCancel = true): Promise<void> {
		if (this.#doing !== undefined) return;
		this.#failed = this.#done = undefined;
		this.#doing = { text: 'One moment…', canCancel };
		const calling = new AbortController();
		this.#calling = calling;
		const { signal } = calling;
		try {
			await run((text, part) => {
				this.#doing = { text, part, canCancel: canCancel && !signal.aborted };
			}, signal);
		} catch (error) {
			if (signal.aborted) {
				// A file whose reading was called off is read anew when it is wanted again.
				this.#letGo();
				this.#done = { text: 'Called off. Your book is as it was.' };
				return;
			}
			this.#failed = surprise;
			throw error;
		} finally {
			this.#doing = undefined;
			if (this.#isGone) this.#letGo();
		}
	}

	async #lookAround(): Promise<void> {
		this.#canKeepPoints = await canKeepPoints();
		this.#points = await pointsThereAre();
		this.#broken = await brokenRestore(this.#kith);
	}
}
