// All tabs let go of the book before it is removed: each closes it, says so, and begins anew after.

const CHANNEL = 'kith-removal';
/** As long is waited for tabs that have answered but not let go yet. */
const PATIENCE_MS = 2_000;
/** A tab that is awake answers within this time. */
const ANSWER_MS = 300;

interface Said {
	readonly say: 'let go' | 'letting go' | 'gone' | 'removed';
	/** The tab that says it. */
	readonly tab: string;
}

/** What a tab does when another one removes everything. */
export interface LettingGo {
	/** Closes whatever holds a database or a file. */
	readonly onletgo: () => Promise<void>;
	/** Everything is gone. */
	readonly onremoved: () => void;
}

/** What one tab says to the others about removing. */
export class Removals {
	readonly #channel =
		typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
	readonly #tab: string;

	/** @param tab a name no other tab has */
	constructor(tab: string) {
		this.#tab = tab;
	}

	/** Does as other tabs ask; the function given back ends that. */
	listen({ onletgo, onremoved }: LettingGo): () => void {
		return this.#hear(({ say }) => {
			if (say === 'removed') onremoved();
			if (say !== 'let go') return;
			this.#say('letting go');
			void onletgo().finally(() => this.#say('gone'));
		});
	}

	/** Asks the others to let go; resolves once all that answer have, or after two seconds. */
	othersLetGo(): Promise<void> {
		const asked = new Set<string>();
		let hasWaited = false;
		return new Promise((resolve) => {
			const stop = this.#hear(({ say, tab }) => {
				if (say === 'letting go') asked.add(tab);
				if (say === 'gone') asked.delete(tab);
				look();
			});
			const end = (): void => {
				stop();
				clearTimeout(patience);
				resolve();
			};
			const look = (): void => {
				if (hasWaited && asked.size === 0) end();
			};
			const patience = setTimeout(end, PATIENCE_MS);
			setTimeout(() => {
				hasWaited = true;
				look();
			}, ANSWER_MS);
			this.#say('let go');
		});
	}

	/** Tells the others that everything is gone. */
	tellRemoved(): void {
		this.#say('removed');
	}

	#say(say: Said['say']): void {
		this.#channel?.postMessage({ say, tab: this.#tab } satisfies Said);
	}

	#hear(onsaid: (said: Said) => void): () => void {
		const onmessage = ({ data }: MessageEvent<Said>): void => onsaid(data);
		this.#channel?.addEventListener('message', onmessage);
		return () => this.#channel?.removeEventListener('message', onmessage);
	}
}
