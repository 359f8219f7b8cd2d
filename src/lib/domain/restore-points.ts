// Restore points: the book as it was, kept for a while. Which are kept is decided here.

/** Why a restore point was made. */
export const pointReasons = [
	'import',
	'restore',
	'going-back',
	'first-merge',
	'daily',
	'by-hand'
] as const;
export type PointReason = (typeof pointReasons)[number];

/** What is known of a restore point without opening it. */
export interface RestorePoint {
	/** When it was made, as an ISO instant; also its name. */
	readonly at: string;
	readonly why: PointReason;
	readonly people: number;
	readonly notes: number;
	/** What it takes on disk by itself, in bytes. */
	readonly bytes: number;
}

const LAST = 10;
const DAYS = 7;
const WEEKS = 4;
/** As many stay even when they are larger than the budget. */
const LEAST = 3;
const DAY_MS = 86_400_000;

/**
 * The points to keep: the last 10, the last of each of the 7 latest days and of the 4 latest weeks that
 * have one, and of those, from the newest on, as many as fit into the budget.
 * @param budget bytes
 */
export function keptPoints(
	points: readonly RestorePoint[],
	budget: number
): readonly RestorePoint[] {
	const newest = [...points].sort((a, b) => (a.at < b.at ? 1 : -1));
	const kept = new Set([
		...newest.slice(0, LAST),
		...latestOfEach(newest, DAY_MS, DAYS),
		...latestOfEach(newest, 7 * DAY_MS, WEEKS)
	]);
	let room = budget;
	return newest
		.filter((point) => kept.has(point))
		.filter(({ bytes }, at) => {
			room -= bytes;
			return room >= 0 || at < LEAST;
		});
}

function latestOfEach(
	newest: readonly RestorePoint[],
	span: number,
	count: number
): readonly RestorePoint[] {
	const bySpan = new Map<number, RestorePoint>();
	for (const point of newest) {
		const period = Math.floor(Date.parse(point.at) / span);
		if (!bySpan.has(period)) bySpan.set(period, point);
	}
	return [...bySpan.values()].slice(0, count);
}
