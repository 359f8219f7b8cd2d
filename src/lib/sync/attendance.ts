// Whether this page is the one that talks to other devices now: it is visible (or was a moment ago), and
// no other tab of this device does it already. A tab in which the rep is pairing takes it over from one
// in which he is not: the device that knocks is to be let in where its code is on screen.
import { webLocks } from '$lib/store/alone';
import { hold } from '$lib/store/writer';

/** A look at another tab, a tap on a telephone number: back within this many milliseconds it goes on. */
const GRACE = 5000;
/** How often a visible tab asks whether the other one has let go. */
const ASKS_EVERY = 3000;
/** … and one that has asked the other to let go. */
const ASKED = 200;
/** Hidden for so long the page talks to nobody, however they met. */
const AWAY = 60_000;
const LOCK = 'kith-sync';
const LET_GO = 'let go';

/** Who is told. */
export interface AttendanceListener {
	onchange(isHere: boolean): void;
	/** Still here, but something may have changed: back online, visible again. */
	onwake(): void;
	/** The page has been hidden for a minute. */
	onaway(): void;
	/** A code is being shown or used in this tab. */
	isPairing(): boolean;
}

/** Follows the page from `start` to `stop`. */
export class Attendance {
	readonly #listener: AttendanceListener;
	#heed = new AbortController();
	#isStarted = false;
	#isHere = false;
	#release: (() => void) | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#away: ReturnType<typeof setTimeout> | undefined;
	#tabs: BroadcastChannel | undefined;
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
		// Old browsers lack it; there a code has to be shown in the tab that talks.
		this.#tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel(LOCK) : undefined;
		this.#tabs?.addEventListener('message', (event) => this.#hear(event.data), { signal });
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
		this.#tabs?.close();
		clearTimeout(this.#away);
		this.#go();
	}

	/** The rep begins to pair in this tab: asks at once, the other tab too. */
	claim(): void {
		if (!this.#isStarted || this.#isHere || document.visibilityState !== 'visible') return;
		clearTimeout(this.#timer);
		void this.#claim();
	}

	/** Another tab is where the rep is pairing. */
	#hear(said: unknown): void {
		if (said !== LET_GO || !this.#isHere || this.#listener.isPairing()) return;
		this.#go();
		if (document.visibilityState !== 'visible') return;
		this.#timer = setTimeout(() => void this.#claim(), ASKS_EVERY);
	}

	#come(): void {
		clearTimeout(this.#timer);
		clearTimeout(this.#away);
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
			const isPairing = this.#listener.isPairing();
			if (isPairing) this.#tabs?.postMessage(LET_GO);
			this.#timer = setTimeout(() => void this.#claim(), isPairing ? ASKED : ASKS_EVERY);
			return;
		}
		this.#release = release;
		this.#isHere = true;
		this.#listener.onchange(true);
	}

	#goSoon(): void {
		clearTimeout(this.#timer);
		clearTimeout(this.#away);
		this.#away = setTimeout(() => this.#listener.onaway(), AWAY);
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
