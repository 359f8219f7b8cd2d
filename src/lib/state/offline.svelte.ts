// Whether the app opens without a network, and the way to a newer version; never a guess.
import type { Workbox, messageSW } from 'workbox-window';

/** `ready` is said only when an active worker has found every file of its version in its cache. */
export type OfflineState = 'unsupported' | 'installing' | 'ready' | 'failed';

export interface WorkerPlace {
	/** Address of the service worker, with the base path. */
	readonly url: string;
	/** The path it answers for: the base path with its slash. */
	readonly scope: string;
}

/** What a test puts in place of the browser. */
export interface OfflineMeans {
	readonly container?: ServiceWorkerContainer | undefined;
	readonly load: () => Promise<{ Workbox: typeof Workbox; messageSW: typeof messageSW }>;
	readonly reload: () => void;
}

const browser = (): OfflineMeans => ({
	// Missing without HTTPS and in some private windows, whatever the types say.
	container: (navigator as Partial<Navigator>).serviceWorker,
	load: () => import('workbox-window'),
	reload: () => {
		location.reload();
	}
});

export class Offline {
	readonly #place: WorkerPlace;
	readonly #means: OfflineMeans;
	#state = $state<OfflineState>('unsupported');
	#updateReady = $state(false);
	#workbox: Workbox | undefined;
	#applying = false;
	/** Another tab has brought in the new version already; this page is still the old one. */
	#overtaken = false;

	constructor(place: WorkerPlace, means = browser()) {
		this.#place = place;
		this.#means = means;
	}

	get state(): OfflineState {
		return this.#state;
	}

	/** Whether a newer version lies ready. */
	get updateReady(): boolean {
		return this.#updateReady;
	}

	/** Registers the worker; call it once, after the first screen. Does nothing in development. */
	async start(): Promise<void> {
		const { container, load } = this.#means;
		if (import.meta.env.DEV || !container) return;
		this.#state = 'installing';
		try {
			const { Workbox, messageSW } = await load();
			const workbox = new Workbox(this.#place.url, { scope: this.#place.scope });
			this.#workbox = workbox;
			this.#watch(workbox, container.controller !== null);
			await workbox.register();
			const { active } = await container.ready;
			const whole: unknown = active && (await messageSW(active, { type: 'IS_WHOLE' }));
			this.#state = whole === true ? 'ready' : 'failed';
		} catch {
			// Refused or out of reach. The app itself goes on; the next visit tries again.
			this.#state = 'failed';
		}
	}

	/**
	 * Goes over to the newer version: writes first, one reload last. When `beforeReload` fails, the
	 * page stays as it is and the failure is handed on.
	 */
	async applyUpdate(beforeReload: () => Promise<void>): Promise<void> {
		if (!this.#updateReady || this.#applying) return;
		this.#applying = true;
		try {
			await beforeReload();
		} catch (error) {
			this.#applying = false;
			throw error;
		}
		if (this.#overtaken) this.#means.reload();
		else this.#workbox?.messageSkipWaiting();
	}

	#watch(workbox: Workbox, wasControlled: boolean): void {
		let controlled = wasControlled;
		workbox.addEventListener('waiting', () => {
			this.#updateReady = true;
		});
		workbox.addEventListener('redundant', () => {
			if (this.#state === 'installing') this.#state = 'failed';
		});
		workbox.addEventListener('controlling', () => {
			// The very first worker takes over a page of its own version: nothing to reload for.
			const isTakeover = controlled;
			controlled = true;
			if (!isTakeover || this.#overtaken) return;
			this.#overtaken = true;
			this.#updateReady = true;
			if (this.#applying) this.#means.reload();
		});
	}
}
