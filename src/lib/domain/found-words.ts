// Where the words of a search stand in a text as it was written, so that they can be marked.
import { fold } from './fold';

/** A piece of text, found or not. */
export interface Piece {
	readonly text: string;
	readonly found: boolean;
}

const BEFORE = 40;

/**
 * The text in pieces, those that a word was found in marked.
 * @param words folded, see `wordsOf`
 */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
	if (!hasAny(text, words)) return text === '' ? [] : [{ text, found: false }];
	const { folded, starts } = foldWithPlaces(text);
	const spans = words.flatMap((word) => placesOf(folded, word)).sort((a, b) => a.from - b.from);
	const pieces: Piece[] = [];
	let done = 0;
	for (const { from, to } of spans) {
		const start = Math.max(starts[from] ?? 0, done);
		const end = starts[to] ?? text.length;
		if (end <= start) continue;
		if (start > done) pieces.push({ text: text.slice(done, start), found: false });
		pieces.push({ text: text.slice(start, end), found: true });
		done = end;
	}
	if (done < text.length) pieces.push({ text: text.slice(done), found: false });
	return pieces;
}

/** Whether any of the words is found in a text. */
export function hasAny(text: string, words: readonly string[]): boolean {
	const folded = fold(text);
	return words.some((word) => folded.includes(word));
}

/**
 * The line of a longer text that holds most of the words, cut so that the first of them is near its
 * beginning.
 * @param longest how many letters at most
 */
export function foundLine(body: string, words: readonly string[], longest = 160): string {
	let best = '';
	let most = -1;
	for (const line of body.split(/\n+/)) {
		const folded = fold(line);
		const held = words.filter((word) => folded.includes(word)).length;
		if (held > most) [best, most] = [line.trim(), held];
	}
	if (best.length <= longest) return best;
	const { folded, starts } = foldWithPlaces(best);
	const hits = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
	const at = starts[Math.min(...hits)] ?? 0;
	const from = at <= BEFORE ? 0 : best.lastIndexOf(' ', at - BEFORE / 2) + 1;
	const cut = best.slice(from, from + longest);
	const whole =
		from + longest >= best.length ? cut : cut.slice(0, cut.lastIndexOf(' ') + 1 || longest);
	return `${from > 0 ? '… ' : ''}${whole.trim()}${whole.length + from < best.length ? ' …' : ''}`;
}

/** The folded text, and for each of its letters where in the text it comes from. */
function foldWithPlaces(text: string): { folded: string; starts: number[] } {
	let folded = '';
	const starts: number[] = [];
	let at = 0;
	for (const letter of text) {
		const isSpace = /\s/.test(letter);
		const plain = isSpace ? (folded === '' || folded.endsWith(' ') ? '' : ' ') : fold(letter);
		for (let index = 0; index < plain.length; index++) starts.push(at);
		folded += plain;
		at += letter.length;
	}
	return { folded, starts };
}

function placesOf(folded: string, word: string): { from: number; to: number }[] {
	const places: { from: number; to: number }[] = [];
	if (word === '') return places;
	for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
		places.push({ from: at, to: at + word.length });
	}
	return places;
}
