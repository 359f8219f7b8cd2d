// Whether single letters are shortcuts on this device; who speaks to the machine may turn them off.

const KEY = 'kith:letter-keys';

/** The choice of this device: on, until it is turned off. */
export class LetterKeys {
	#areOn = $state(true);

	constructor() {
		try {
			this.#areOn = localStorage.getItem(KEY) !== 'off';
		} catch {
			// A browser that keeps nothing: they are on.
		}
	}

	get areOn(): boolean {
		return this.#areOn;
	}

	set areOn(on: boolean) {
		this.#areOn = on;
		try {
			if (on) localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, 'off');
		} catch {
			// The choice holds while the page is open.
		}
	}
}

let held: LetterKeys | undefined;

/** The one choice that the settings change and the frame follows. */
export function letterKeys(): LetterKeys {
	held ??= new LetterKeys();
	return held;
}
