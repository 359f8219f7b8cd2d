// How many runs a property gets: its usual number, or more of them in the long runs of `npm run endure`.

/** `usual` runs, times KITH_ENDURE when that is set. */
export function runs(usual: number): number {
	const factor = Number(process.env['KITH_ENDURE'] ?? 1);
	return Math.max(1, Math.round(usual * factor));
}
