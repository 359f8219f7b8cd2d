// Taking back what one step did, in pieces, so that a large one does not hold the screen.
import type { Trace } from '$lib/store/change';
import { undoStep } from '$lib/store/undo';
import type { Kith } from './kith.svelte';
import { inPieces } from './pieces';

/** Takes back what the traces did, the last of them first. */
export async function undoInPieces(
	{ book }: Kith,
	traces: readonly Trace[],
	told: (part: number) => void
): Promise<void> {
	const undoLot = (lot: readonly Trace[]): void => {
		undoStep(book, { traces: lot.toReversed() });
	};
	await inPieces(traces.toReversed(), traces.length, undoLot, { told });
}
