// One file on its way in: looked at beside the page, unlocked where it is sealed, taken piece by piece.
import type { Backup } from '$lib/domain/backup-read';
import type { BackupFault } from '$lib/domain/backup-fault';
import type { Say } from './backup';
import { beginWork, type WorkBeside } from './backup-beside';
import { PackedRecords } from './backup-packed';
import { secretOf } from './backup-seal';
import type { Looked } from './backup-work';

/** Why a file could not be read. */
export type OpeningFault = BackupFault | { readonly code: 'FileUnreadable' };

/** What came of opening a file. */
export type Opened =
	| {
			readonly is: 'backup';
			readonly backup: Backup;
			/** The names of the people in it. */
			readonly names: ReadonlyMap<string, string>;
	  }
	| { readonly is: 'sealed'; readonly madeAt?: string; readonly deviceName?: string }
	| { readonly is: 'fault'; readonly fault: OpeningFault };

/** Reads one file; end it when done with, or a sealed one waits for its passphrase for ever. */
export class BackupOpening {
	readonly #now: () => number;
	readonly #work: WorkBeside;
	#say: Say = () => undefined;
	#doing = '';
	#sealed: Extract<Looked, { is: 'sealed' }> | undefined;

	constructor(now: () => number) {
		this.#now = now;
		this.#work = beginWork((part) => this.#say(this.#doing, part / 2));
	}

	/** Reads the file as far as it can be read without a passphrase. */
	look(file: Blob, say: Say, signal?: AbortSignal): Promise<Opened> {
		return this.#during('Reading the file…', say, signal, () => this.#work.look(file, this.#now()));
	}

	/** Goes on with a sealed file; after a wrong passphrase it may be tried again. */
	unlock(passphrase: string, say: Say, signal?: AbortSignal): Promise<Opened> {
		return this.#during('Unlocking…', say, signal, async () => {
			if (!this.#sealed) throw new Error('there is no sealed backup to unlock');
			const found = await secretOf(passphrase, this.#sealed);
			if ('fault' in found) return { is: 'fault', fault: { code: found.fault } };
			return this.#work.unlock(found.secret, this.#now());
		});
	}

	/** Lets go of the file. */
	end(): void {
		this.#work.end();
	}

	async #during(
		doing: string,
		say: Say,
		signal: AbortSignal | undefined,
		run: () => Promise<Looked>
	): Promise<Opened> {
		this.#say = say;
		this.#doing = doing;
		say(doing, 0);
		const end = (): void => this.#work.end(signal?.reason);
		signal?.addEventListener('abort', end);
		try {
			const looked = await run();
			signal?.throwIfAborted();
			return await this.#taken(looked, signal);
		} finally {
			signal?.removeEventListener('abort', end);
		}
	}

	async #taken(looked: Looked, signal: AbortSignal | undefined): Promise<Opened> {
		if (looked.is === 'fault') return looked;
		if (looked.is === 'sealed') {
			this.#sealed = looked;
			const { madeAt, device } = looked;
			const deviceName = typeof device?.name === 'string' ? device.name : undefined;
			return {
				is: 'sealed',
				...(typeof madeAt === 'string' ? { madeAt } : {}),
				...(deviceName ? { deviceName } : {})
			};
		}
		const { size, ...head } = looked.head;
		const records = new PackedRecords();
		const names = new Map<string, string>();
		for (;;) {
			const piece = await this.#work.next();
			signal?.throwIfAborted();
			if (!piece) break;
			records.take(piece);
			for (const [id, name] of piece.names) names.set(id, name);
			this.#say(this.#doing, 0.5 + records.length / size / 2);
		}
		return { is: 'backup', backup: { ...head, records }, names };
	}
}
