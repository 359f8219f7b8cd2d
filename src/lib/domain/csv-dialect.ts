// What separates the cells of a table: found by reading its first rows with each candidate.
import { readCsv } from './csv-read';

const DELIMITERS = [',', ';', '\t', '|'];
/** How much is looked at. */
const LOOKED_AT = 128 * 1024;
/** Excel's own line that says it. */
const SAID = /^sep=(.)(\r|\n)/i;
/** More columns than this are no more convincing. */
const MANY = 12;

/** The separator with which most rows are equally wide, or undefined where none makes columns. */
export function delimiterOf(text: string): string | undefined {
	const said = SAID.exec(text)?.[1];
	if (said !== undefined) return said;
	let best: { readonly delimiter: string; readonly score: number } | undefined;
	const sample = sampleOf(text);
	for (const delimiter of DELIMITERS) {
		if (!sample.includes(delimiter)) continue;
		const score = scoreOf(sample, delimiter);
		if (score > (best?.score ?? 0)) best = { delimiter, score };
	}
	return best?.delimiter;
}

/** The first whole lines. */
function sampleOf(text: string): string {
	if (text.length <= LOOKED_AT) return text;
	const start = text.slice(0, LOOKED_AT);
	const end = Math.max(start.lastIndexOf('\n'), start.lastIndexOf('\r'));
	return end > 0 ? start.slice(0, end) : start;
}

function scoreOf(sample: string, delimiter: string): number {
	const reading = readCsv(sample, delimiter, Infinity);
	let step = reading.next();
	while (!step.done) step = reading.next();
	const { rows } = step.value;
	const { width, many } = usualWidth(rows.map(({ cells }) => cells.length));
	return (many / rows.length) * (1 + Math.min(width, MANY) / (2 * MANY));
}

/** The most frequent width above one, and how often it is there. */
export function usualWidth(widths: readonly number[]): {
	readonly width: number;
	readonly many: number;
} {
	const counts = new Map<number, number>();
	for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
	let [width, many] = [0, 0];
	for (const [each, count] of counts) if (count > many) [width, many] = [each, count];
	return { width, many };
}
