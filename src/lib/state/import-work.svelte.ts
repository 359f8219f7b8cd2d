// Writing an import or taking one back: how far it is, how to stop it, how it ended. There is one at a
// time, and it goes on when its screen is left: whoever comes back finds it.
import type { ContactImport } from '$lib/domain/records/import';
import { importedSummary, undoneSentence } from './contact-words';
import { importContacts, type ChosenRow, type ImportMore } from './contacts';
import { undoImport } from './contacts-undo';
import type { Explained } from './failures';
import { brokenImport, keepBroken, type BrokenImport } from './import-broken';
import {
	importFailed,
	noRoom,
	otherTab,
	stoppedUndoing,
	stoppedWriting,
	takenBackElsewhere
} from './import-words';
import type { Kith } from './kith.svelte';
import { keepWayBack } from './points';

/** What is going on. */
export interface ImportDoing {
	readonly text: string;
	/** How much of it, from 0 to 1, where that is known. */
	readonly part?: number | undefined;
	readonly canStop: boolean;
}

const running = new WeakMap<Kith, ImportWork>();

/** The work of a book: what is going on already, or else a new one. */
export function importWorkOf(kith: Kith): ImportWork {
	const held = running.get(kith);
	if (held?.doing) return held;
	const work = new ImportWork(kith);
	running.set(kith, work);
	return work;
}

/** One import at work. */
export class ImportWork {
	readonly #kith: Kith;
	#stopping: AbortController | undefined;
	/** What is going on; undefined while nothing is. */
	doing = $state.raw<ImportDoing>();
	/** The import being written. */
	writing = $state.raw<ContactImport['id']>();
	/** The import just made. */
	made = $state.raw<ContactImport>();
	/** How it ended, in a sentence. */
	said = $state.raw('');
	/** What went wrong. */
	failed = $state.raw<Explained>();
	/** An import that was cut off before its end. */
	broken = $state.raw<BrokenImport>();

	constructor(kith: Kith) {
		this.#kith = kith;
		// A disk that does not answer now is asked again the next time.
		this.#lookForBroken().catch(() => undefined);
	}

	/** Writes what was chosen; true once all of it is on disk. */
	async write(
		chosen: readonly ChosenRow[],
		files: readonly string[],
		more: Pick<ImportMore, 'left' | 'leftOut'> = {}
	): Promise<boolean> {
		const onbegin = (id: ContactImport['id']): void => {
			this.writing = id;
		};
		const outcome = await this.#run(async (say, signal) => {
			say('Making a restore point…');
			// The import can be taken back without one, so it goes on where there is no room for a point.
			if (!this.#kith.book.isNewer) await orAborted(keepWayBack(this.#kith, 'import'), signal);
			if (signal.aborted) return { is: 'stopped' as const };
			return importContacts(this.#kith, chosen, files, { ...more, say, signal, onbegin });
		});
		if (outcome?.is === 'done') {
			this.made = outcome.record;
			this.said = importedSummary(outcome.record);
		} else if (outcome?.is === 'stopped') this.said = stoppedWriting;
		else if (outcome?.is === 'full') this.failed = noRoom;
		else if (outcome?.is === 'gone') this.failed = takenBackElsewhere;
		else if (outcome?.is === 'busy') this.failed = otherTab;
		return outcome?.is === 'done';
	}

	/** Takes an import back. */
	async undo(record: ContactImport): Promise<void> {
		const outcome = await this.#run((say, signal) =>
			undoImport(this.#kith, record, { say, signal })
		);
		if (outcome?.is === 'undone') {
			if (this.made?.id === record.id) this.made = undefined;
			if (this.broken?.id === record.id) this.broken = undefined;
			this.said = undoneSentence(outcome);
		} else if (outcome?.is === 'stopped') this.said = stoppedUndoing;
		else if (outcome?.is === 'busy') this.failed = otherTab;
	}

	/** Stops what is going on; what it has done so far is taken back. */
	stop(): void {
		this.#stopping?.abort(new DOMException('stopped', 'AbortError'));
	}

	/** Leaves what a cut-off import has brought. */
	async keepBroken(): Promise<void> {
		const { broken } = this;
		if (!broken || this.doing) return;
		this.broken = undefined;
		// Told once more, where the disk is not there just now.
		await keepBroken(this.#kith, broken).catch(() => undefined);
	}

	/** Something else is looked at now. */
	forget(): void {
		if (this.doing) return;
		this.made = this.failed = undefined;
		this.said = '';
	}

	async #lookForBroken(): Promise<void> {
		const broken = await brokenImport(this.#kith);
		if (!this.doing) this.broken = broken;
	}

	/** Runs one piece of work at a time, with its line on screen. */
	async #run<Result>(
		work: (say: (text: string, part?: number) => void, signal: AbortSignal) => Promise<Result>
	): Promise<Result | undefined> {
		if (this.doing) return undefined;
		this.failed = undefined;
		this.said = '';
		const stopping = new AbortController();
		this.#stopping = stopping;
		this.doing = { text: 'One moment…', canStop: true };
		try {
			return await work((text, part) => {
				this.doing = { text, part, canStop: !stopping.signal.aborted };
			}, stopping.signal);
		} catch (error) {
			if (!stopping.signal.aborted) this.failed = importFailed;
			throw error;
		} finally {
			this.doing = this.writing = undefined;
		}
	}
}

/** The result, or undefined at once when the rep waits no longer; the work itself goes on. */
function orAborted<Result>(
	work: Promise<Result>,
	signal: AbortSignal
): Promise<Result | undefined> {
	return new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => resolve(undefined));
		work.then(resolve, reject);
	});
}
