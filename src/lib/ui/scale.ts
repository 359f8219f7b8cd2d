// The numbers beside a plot that goes up and down from a line: round ones, few, and none on top of another.

/** At most so many lines of the scale on one side. */
const LINES = 3;

/**
 * The marks, those below the line negative. A side that stays below the first number of the other one has
 * a number of its own, or nobody could tell how much it is.
 * @param apart how far two of them must lie from each other
 */
export function marksOf(highest: number, deepest: number, apart: number): number[] {
	const least = Math.max(apart, Math.max(highest, deepest) / LINES, 1);
	const ten = tenBelow(least);
	const every = ([1, 2, 5].find((step) => step * ten >= least) ?? 10) * ten;
	const side = (reach: number): number[] => {
		if (reach >= every) {
			return Array.from({ length: Math.floor(reach / every) }, (_, at) => (at + 1) * every);
		}
		return reach >= 1 ? [roundBelow(reach)] : [];
	};
	return [...side(highest), ...side(deepest).map((mark) => -mark)];
}

/** The roundest number a side comes up to. */
function roundBelow(reach: number): number {
	const ten = tenBelow(reach);
	return ([5, 2].find((step) => step * ten <= reach) ?? 1) * ten;
}

function tenBelow(number: number): number {
	return 10 ** Math.floor(Math.log10(number));
}
