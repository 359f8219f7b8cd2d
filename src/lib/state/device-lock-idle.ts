// Notices that nobody has touched the app for a while, in any tab, also while it is hidden or asleep.

/** Minutes one can choose from; `never` is undefined. */
export const idleChoices = ['1', '5', '15', '60', 'never'] as const;
export type IdleChoice = (typeof idleChoices)[number];

const KEY = 'kith:autolock';
const DEFAULT: IdleChoice = '15';
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'input'] as const;
/** Signs of life are passed on to other tabs no more often than this. */
const TELL_MS = 5_000;

/** The minutes chosen on this device. */
export function idleChoice(storage: Storage | undefined): IdleChoice {
	const kept = storage?.getItem(KEY);
	return idleChoices.find((choice) => choice === kept) ?? DEFAULT;
}

/** Chooses other minutes. */
export function chooseIdle(storage: Storage | undefined, choice: IdleChoice): void {
	storage?.setItem(KEY, choice);
}

/** What `watchIdle` needs. */
export interface Idle {
	readonly storage: Storage | undefined;
	/** Milliseconds since 1970: this clock goes on while the machine sleeps. */
	readonly now: () => number;
	/** Tells the other tabs that somebody is here. */
	readonly ontell: () => void;
	/** Nobody has been here for as long as was chosen. */
	readonly onidle: () => void;
}

/** Watches until `stop` is called; `seen` passes on a sign of life from another tab. */
export function watchIdle({ storage, now, ontell, onidle }: Idle): {
	seen: () => void;
	stop: () => void;
} {
	let last = now();
	let told = last;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function look(): void {
		clearTimeout(timer);
		const choice = idleChoice(storage);
		if (choice === 'never') {
			timer = setTimeout(look, 60_000);
			return;
		}
		const left = last + Number(choice) * 60_000 - now();
		if (left <= 0) {
			// When it could not be done, as with words that are not on disk, it is tried again.
			timer = setTimeout(look, 60_000);
			onidle();
		} else timer = setTimeout(look, left);
	}

	/* The first sign after a sleep comes before any timer: it must not count as being here. */
	function onsign(): void {
		look();
		last = now();
		if (last - told < TELL_MS) return;
		told = last;
		ontell();
	}

	for (const sign of SIGNS) window.addEventListener(sign, onsign, { capture: true, passive: true });
	for (const wake of ['pageshow', 'focus']) window.addEventListener(wake, look);
	document.addEventListener('visibilitychange', look);
	look();
	return {
		seen: () => {
			last = now();
		},
		stop() {
			clearTimeout(timer);
			for (const sign of SIGNS) window.removeEventListener(sign, onsign, { capture: true });
			for (const wake of ['pageshow', 'focus']) window.removeEventListener(wake, look);
			document.removeEventListener('visibilitychange', look);
		}
	};
}
