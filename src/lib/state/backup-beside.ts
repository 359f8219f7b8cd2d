// The heavy work of a backup from the page's side: a worker of its own, ended with the work.
import { BackupWork } from './backup-work';
import { Beside } from './beside';

/** The verbs of the work, as they cross over. */
type WorkVerb = 'look' | 'unlock' | 'next' | 'add' | 'bind' | 'sum';
type Verbs = Pick<BackupWork, WorkVerb>;

/** A piece of work that can be ended at any moment. */
export interface WorkBeside extends Verbs {
	/** Ends it; whoever still waits for something is told `why`. */
	end(why?: unknown): void;
}

/** Begins work in a worker; in the page itself only where there are no workers. */
export function beginWork(tell: (part: number) => void, signal?: AbortSignal): WorkBeside {
	if (typeof Worker === 'undefined') {
		return Object.assign(new BackupWork(tell), { end: () => undefined });
	}
	const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { type: 'module' });
	const beside = new Beside(worker, tell);
	signal?.addEventListener('abort', () => beside.end(signal.reason));
	const asking =
		<V extends WorkVerb>(verb: V) =>
		(...args: Parameters<Verbs[V]>): ReturnType<Verbs[V]> =>
			// The worker answers each verb with what that verb gives.
			beside.ask(verb, args) as ReturnType<Verbs[V]>;
	return {
		look: asking('look'),
		unlock: asking('unlock'),
		next: asking('next'),
		add: asking('add'),
		bind: asking('bind'),
		sum: asking('sum'),
		end: (why) => beside.end(why)
	};
}
