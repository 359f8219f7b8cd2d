// The heavy work of a backup from the page's side: a worker of its own, ended with the work.
import { BackupWork } from './backup-work';

/** The verbs of the work, as they cross over. */
export type WorkVerb = 'look' | 'unlock' | 'next' | 'add' | 'bind' | 'sum';
type Verbs = Pick<BackupWork, WorkVerb>;

/** A request. */
export interface ToWork {
	readonly id: number;
	readonly verb: WorkVerb;
	readonly args: readonly unknown[];
}

/** An answer, or how far the work is. */
export type FromWork =
	| { readonly part: number }
	| { readonly id: number; readonly value: unknown }
	| { readonly id: number; readonly error: string };

interface Waiting {
	readonly resolve: (value: unknown) => void;
	readonly reject: (why: unknown) => void;
}

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
	const beside = new Beside(tell);
	signal?.addEventListener('abort', () => beside.end(signal.reason));
	return beside;
}

class Beside implements WorkBeside {
	readonly #worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { type: 'module' });
	readonly #waiting = new Map<number, Waiting>();
	#asked = 0;
	#ended: { readonly why: unknown } | undefined;

	constructor(tell: (part: number) => void) {
		this.#worker.onmessage = ({ data }: MessageEvent<FromWork>) => {
			if ('part' in data) {
				tell(data.part);
				return;
			}
			const waiting = this.#waiting.get(data.id);
			this.#waiting.delete(data.id);
			if ('error' in data) waiting?.reject(new Error(data.error));
			else waiting?.resolve(data.value);
		};
		this.#worker.onerror = () => this.end(new Error('the worker for backups has failed'));
	}

	readonly look: Verbs['look'] = (...args) => this.#ask('look', args);
	readonly unlock: Verbs['unlock'] = (...args) => this.#ask('unlock', args);
	readonly next: Verbs['next'] = (...args) => this.#ask('next', args);
	readonly add: Verbs['add'] = (...args) => this.#ask('add', args);
	readonly bind: Verbs['bind'] = (...args) => this.#ask('bind', args);
	readonly sum: Verbs['sum'] = (...args) => this.#ask('sum', args);

	end(why: unknown = new Error('the work was ended')): void {
		if (this.#ended) return;
		this.#ended = { why };
		this.#worker.terminate();
		for (const { reject } of this.#waiting.values()) reject(why);
		this.#waiting.clear();
	}

	#ask<V extends WorkVerb>(verb: V, args: Parameters<Verbs[V]>): ReturnType<Verbs[V]> {
		const answer = new Promise((resolve, reject) => {
			if (this.#ended) {
				reject(this.#ended.why instanceof Error ? this.#ended.why : new Error('ended'));
				return;
			}
			const id = ++this.#asked;
			this.#waiting.set(id, { resolve, reject });
			const request: ToWork = { id, verb, args };
			this.#worker.postMessage(request);
		});
		// The worker answers each verb with what that verb gives.
		return answer as ReturnType<Verbs[V]>;
	}
}
