// The heavy work of a backup from the page's side: a worker of its own, ended with the work.
import { BackupWork } from './backup-work';
import { Beside } from './beside';

/** The verbs of the work, as they cross over. */
type Verb = 'look' | 'unlock' | 'next' | 'add' | 'bind' | 'sum';

/** A piece of work that can be ended at any moment. */
export interface WorkBeside extends Pick<BackupWork, Verb> {
	/** Ends it; whoever still waits for something is told `why`. */
	end(why?: unknown): void;
}

/** Begins work in a worker; in the page itself only where there are no workers. */
export function beginWork(tell: (part: number) => void, signal?: AbortSignal): WorkBeside {
	if (typeof Worker === 'undefined') {
		return Object.assign(new BackupWork(tell), { end: () => undefined });
	}
	const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { type: 'module' });
	const beside = new Beside(worker, tell, signal);
	const verbs = beside.verbs<BackupWork, Verb>('look', 'unlock', 'next', 'add', 'bind', 'sum');
	return { ...verbs, end: (why) => beside.end(why) };
}
