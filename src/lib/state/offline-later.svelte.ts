// Offline use, as the frame hands it down: its machinery comes after the first screen.
import { createContext } from 'svelte';
import type { Offline, OfflineState, WorkerPlace } from './offline.svelte';

/** Stands for `Offline` (see there) until it has been loaded, and in front of it from then on. */
export class OfflineLater {
	readonly #place: WorkerPlace;
	#offline = $state.raw<Offline>();

	constructor(place: WorkerPlace) {
		this.#place = place;
	}

	get state(): OfflineState {
		return this.#offline?.state ?? 'installing';
	}

	get updateReady(): boolean {
		return this.#offline?.updateReady ?? false;
	}

	/** Call it once, after the first screen. */
	async start(): Promise<void> {
		const { Offline } = await import('./offline.svelte');
		this.#offline = new Offline(this.#place);
		await this.#offline.start();
	}

	async applyUpdate(beforeReload: () => Promise<void>): Promise<void> {
		await this.#offline?.applyUpdate(beforeReload);
	}
}

export const [getOffline, setOffline] = createContext<OfflineLater>();
