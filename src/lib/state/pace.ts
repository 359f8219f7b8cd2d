// Long work in short pieces: the screen stays alive, hears how far it is, and can call it off.
import type { Pace } from '$lib/domain/backup';

/** How long a piece may hold the screen. */
const PIECE_MS = 12;

/**
 * Lets the browser draw and listen whenever a piece has taken long enough.
 * @param told how much is done, from 0 to 1
 * @param signal throws out of the work once it is aborted
 */
export function paceFor(
	told: (part: number) => void = () => undefined,
	signal?: AbortSignal
): Pace {
	let since = performance.now();
	return async (done, of) => {
		if (performance.now() - since < PIECE_MS) return;
		told(of > 0 ? done / of : 1);
		await turn();
		signal?.throwIfAborted();
		since = performance.now();
	};
}

/** Lets the browser draw and listen once. */
export function turn(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
