// Whether this page is the one that talks to other devices now: it is visible (or was a moment ago), and
// no other tab of this device does it already.
import { webLocks } from '$lib/store/alone';
import { hold } from '$lib/store/writer';

/** A look at another tab, a tap on a telephone number: back within this many milliseconds it goes on. */
const GRACE = 5000;
/** How often a visible tab asks whether the other one has let go. */
const ASKS_EVERY = 3000;
const LOCK = 'kith-sync';

/** Who is told. */
export interface AttendanceListener {
	onchange(isHere: boolean): void;
	/** Still here, but something may have changed: back online, visible again. */
	onwake(): void;
}

/** Follows the page from `start` to `stop`. */
export class Attendance {
	readonly #listener: AttendanceListener;
	#heed = new AbortController();
	#isStarted = false;
	#isHere = false;
	#release: (() => void) | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Counts comings and goings, so that a lock that comes too late is let go of. */
	#turn = 0;

	constructor(listener: AttendanceListener) {
		this.#listener = listener;
	}

	start(): void {
		if (this.#isStarted) return;
		this.#isStarted = true;
		this.#heed = new AbortController();
		const { signal } = this.#heed;
		const look = () => (document.visibilityState === 'visible' ? this.#come() : this.#goSoon());
		document.addEventListener('visibilitychange', look, { signal });
		addEventListener('pageshow', look, { signal });
		addEventListener('online', look, { signal });
		// The page may be kept for the way back, or be gone: the others are to see it at once.
		addEventListener('pagehide', () => this.#go(), { signal });
		look();
	}

	stop(): void {
		if (!this.#isStarted) return;
		this.#isStarted = false;
		this.#heed.abort();
		this.#go();
	}

	#come(): void {
		clearTimeout(this.#timer);
		if (this.#isHere) this.#listener.onwake();
		else void this.#claim();
	}

	async #claim(): Promise<void> {
		const turn = ++this.#turn;
		const locks = webLocks();
		// Without locks every tab does it; that costs work twice and harms nothing.
		const release = locks ? await hold(locks, LOCK).catch(() => undefined) : () => undefined;
		if (turn !== this.#turn) return release?.();
		if (!release) {
			this.#timer = setTimeout(() => void this.#claim(), ASKS_EVERY);
			return;
		}
		this.#release = release;
		this.#isHere = true;
		this.#listener.onchange(true);
	}

	#goSoon(): void {
		clearTimeout(this.#timer);
		if (this.#isHere) this.#timer = setTimeout(() => this.#go(), GRACE);
		else this.#turn++;
	}

	#go(): void {
		clearTimeout(this.#timer);
		this.#turn++;
		this.#release?.();
		this.#release = undefined;
		if (!this.#isHere) return;
		this.#isHere = false;
		this.#listener.onchange(false);
	}
}
