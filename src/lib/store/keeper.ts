// The page's side of the keeper: asks for errands and hears when they are done.
import { webLocks } from './alone';
import type { Written } from './disk';
import { CHANNEL, type Answer, type Ask, type AtWork, type Hello } from './keeper-talk';
import type { ErrandName, Errands } from './keeping';
import type { Seal } from './seal';

/** An errand that could not be run; `name` is that of the DOMException behind it. */
class ErrandFailed extends Error {}

/** How long a save waits for the second copy before it counts without. */
const KEEP_MS = 1_500;
/** How long the first saves wait for a keeper to come. */
const HERE_MS = 2_500;

interface Waiting {
	readonly ask: Ask;
	readonly done: (value: unknown) => void;
	readonly failed: (error: Error) => void;
}

/** Asks the one keeper at work, wherever it runs. */
export class Keeper {
	readonly #worker: Worker | undefined;
	#seal: Seal | undefined;
	readonly #channel: BroadcastChannel;
	readonly #chance: () => string;
	readonly #waiting = new Map<string, Waiting>();
	/** What this page's own worker is called once it is at work, and the one that spoke last. */
	#ours: string | undefined;
	#atWork: string | undefined;
	#mirror: 'unknown' | 'none' | 'kept' = 'unknown';
	#oncome: () => void = () => undefined;
	readonly #here: Promise<void>;

	/**
	 * @param chance a short random text, so that no two pages ask under one name
	 * @param worker the keeper's own worker; undefined where there can be none
	 */
	constructor(chance: () => string, worker?: Worker, seal?: Seal) {
		this.#chance = chance;
		this.#here = new Promise((resolve) => {
			this.#oncome = resolve;
		});
		this.#channel = new BroadcastChannel(CHANNEL);
		this.#channel.onmessage = ({ data }: MessageEvent<Answer | Ask | Hello>) => this.#hear(data);
		this.#worker = worker;
		worker?.addEventListener('message', ({ data }: MessageEvent<AtWork>) => {
			this.#ours = data.atWork;
		});
		this.#seal = seal;
		worker?.postMessage({ seal });
		this.#channel.postMessage({ hello: true } satisfies Hello);
	}

	/** Whether a second copy is being kept at the moment. */
	get hasMirror(): boolean {
		return this.#mirror === 'kept';
	}

	/** The page has turned its lock on or off; its worker may be at work now, or later. */
	set seal(seal: Seal | undefined) {
		this.#seal = seal;
		this.#worker?.postMessage({ seal });
	}

	/** Runs an errand; rejects with `ErrandFailed`. Waits as long as nobody is there to run it. */
	async run<Name extends ErrandName>(
		errand: Name,
		what: Parameters<Errands[Name]>[0]
	): Promise<ReturnType<Errands[Name]>> {
		if (!this.#worker) return this.#runHere(errand, what);
		const ask: Ask = { ask: this.#chance(), errand, what };
		const done = new Promise<unknown>((resolve, reject) => {
			this.#waiting.set(ask.ask, { ask, done: resolve, failed: reject });
		});
		// To the page's own worker it need not go through the browser, which would copy the rows first.
		const isOurs = this.#ours !== undefined && this.#ours === this.#atWork;
		(isOurs ? this.#worker : this.#channel).postMessage(ask);
		return done as Promise<ReturnType<Errands[Name]>>;
	}

	/** Puts rows into the mirror; waits until a keeper is at work, but for one that is not there no longer than once. */
	async keep({ name, database, rows }: Written): Promise<void> {
		if (!this.#worker || this.#mirror === 'none') return;
		if (this.#mirror === 'unknown') {
			const hasCome = this.#here.then(() => true);
			// Nobody has come: later words do not wait. One that comes after all is heard of.
			if (!(await Promise.race([hasCome, pause(HERE_MS)]))) this.#mirror = 'none';
		}
		const kept = this.run('keep', { name, database, rows }).catch(() => undefined);
		await Promise.race([kept, pause(KEEP_MS)]);
	}

	/** Lets go of the channel and ends the worker. */
	close(): void {
		this.#channel.close();
		this.#worker?.terminate();
	}

	/** Without Web Locks there is no worker, and no file system either: what is left is done here. */
	async #runHere<Name extends ErrandName>(
		errand: Name,
		what: Parameters<Errands[Name]>[0]
	): Promise<ReturnType<Errands[Name]>> {
		const { Keeping } = await import('./keeping');
		const keeping = new Keeping({ files: undefined, now: Date.now, seal: this.#seal, budget: 0 });
		const run = keeping[errand].bind(keeping) as (given: unknown) => Promise<unknown>;
		return (await run(what)) as ReturnType<Errands[Name]>;
	}

	#hear(said: Answer | Ask | Hello): void {
		if ('here' in said) {
			this.#mirror = said.hasMirror ? 'kept' : 'none';
			this.#oncome();
			// Each tab that opens has it said again.
			if (this.#atWork === said.here) return;
			this.#atWork = said.here;
			for (const { ask } of this.#waiting.values()) this.#channel.postMessage(ask);
		} else if ('answer' in said) {
			const waiting = this.#waiting.get(said.answer);
			this.#waiting.delete(said.answer);
			if (said.ok) waiting?.done(said.value);
			else waiting?.failed(Object.assign(new ErrandFailed(said.why), { name: said.why }));
		}
	}
}

/** The keeper's worker, or none where several could not take turns. */
export function newKeeperWorker(): Worker | undefined {
	if (!webLocks()) return undefined;
	return new Worker(new URL('./keeper-worker.ts', import.meta.url), { type: 'module' });
}

function pause(ms: number): Promise<undefined> {
	return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
