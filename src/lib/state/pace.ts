// Long work in short pieces: the screen stays alive and hears how far it is.
import type { Pace } from '$lib/domain/backup';

/** How long a piece may hold the screen. */
const PIECE_MS = 24;

/**
 * Lets the browser draw and listen whenever a piece has taken long enough.
 * @param told how much is done, from 0 to 1
 */
export function paceFor(told: (part: number) => void = () => undefined): Pace {
	let since = performance.now();
	return async (done, of) => {
		if (performance.now() - since < PIECE_MS) return;
		told(of > 0 ? done / of : 1);
		await new Promise((resolve) => setTimeout(resolve));
		since = performance.now();
	};
}
