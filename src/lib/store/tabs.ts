// Other tabs of this device: what one has put on disk, the others show at once.

interface Message {
	readonly name: string;
	readonly updates: readonly Uint8Array[];
}

/** Carries saved updates between tabs. Without BroadcastChannel it does nothing. */
export class Tabs {
	#channel: BroadcastChannel | undefined;

	/** @param onupdates called with a document's name and what another tab has saved of it */
	constructor(onupdates: (name: string, updates: readonly Uint8Array[]) => void) {
		if (typeof BroadcastChannel === 'undefined') return;
		this.#channel = new BroadcastChannel('kith-saved');
		this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
			onupdates(data.name, data.updates);
		};
	}

	/** Tells the other tabs what has reached the disk. */
	tell(name: string, updates: readonly Uint8Array[]): void {
		this.#channel?.postMessage({ name, updates } satisfies Message);
	}

	close(): void {
		this.#channel?.close();
		this.#channel = undefined;
	}
}
