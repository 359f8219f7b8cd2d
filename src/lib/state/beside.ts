// Work beside the page: a worker that is asked verb by verb, tells how far it is, and can be ended at any moment.

/** A request. */
export interface ToWork {
	readonly id: number;
	readonly verb: string;
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

/** A worker from the page's side. */
export class Beside {
	readonly #worker: Worker;
	readonly #waiting = new Map<number, Waiting>();
	#asked = 0;
	#ended: { readonly why: unknown } | undefined;

	/**
	 * @param tell hears how much of the work at hand is done, from 0 to 1
	 * @param signal ends it
	 */
	constructor(worker: Worker, tell: (part: number) => void, signal?: AbortSignal) {
		this.#worker = worker;
		signal?.addEventListener('abort', () => this.end(signal.reason));
		worker.onmessage = ({ data }: MessageEvent<FromWork>) => {
			if ('part' in data) {
				tell(data.part);
				return;
			}
			const waiting = this.#waiting.get(data.id);
			this.#waiting.delete(data.id);
			if ('error' in data) waiting?.reject(new Error(data.error));
			else waiting?.resolve(data.value);
		};
		worker.onerror = () => this.end(new Error('the work beside the page has failed'));
	}

	/** Asks for one thing; the worker gives what that verb gives. */
	ask(verb: string, args: readonly unknown[]): Promise<unknown> {
		return new Promise((resolve, reject) => {
			if (this.#ended) {
				reject(this.#ended.why instanceof Error ? this.#ended.why : new Error('ended'));
				return;
			}
			const id = ++this.#asked;
			this.#waiting.set(id, { resolve, reject });
			const request: ToWork = { id, verb, args };
			this.#worker.postMessage(request);
		});
	}

	/** These verbs of the work, to be called as if it were done here. */
	verbs<Work, V extends keyof Work & string>(...names: readonly V[]): Pick<Work, V> {
		const asking = names.map((name) => [name, (...args: unknown[]) => this.ask(name, args)]);
		// The worker answers each verb with what that verb gives.
		return Object.fromEntries(asking) as Pick<Work, V>;
	}

	/** Ends it; whoever still waits for something is told `why`. */
	end(why: unknown = new Error('the work was ended')): void {
		if (this.#ended) return;
		this.#ended = { why };
		this.#worker.terminate();
		for (const { reject } of this.#waiting.values()) reject(why);
		this.#waiting.clear();
	}
}
