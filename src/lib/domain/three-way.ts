// Two edits of one thing made apart: keeps both, from the version both began with.

/**
 * A text with two edits, in which both stand: each in its place, or, where they touch the same
 * place, theirs and then mine. Nothing anybody wrote is left out.
 * @param base what both began with
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
	if (theirs === base || mine === theirs) return mine;
	if (mine === base) return theirs;
	const [a, b] = [spanOf(base, mine), spanOf(base, theirs)];
	if (a.to <= b.from && !(a.to === b.from && a.from === a.to && b.from === b.to)) {
		return base.slice(0, a.from) + a.text + base.slice(a.to, b.from) + b.text + base.slice(b.to);
	}
	if (b.to <= a.from && !(b.to === a.from && a.from === a.to && b.from === b.to)) {
		return base.slice(0, b.from) + b.text + base.slice(b.to, a.from) + a.text + base.slice(a.to);
	}
	return beside(base, a, b);
}

/** A list with two edits: what either added is in, what either took out is gone. */
export function mergeLists<Item>(
	base: readonly Item[],
	mine: readonly Item[],
	theirs: readonly Item[]
): Item[] {
	const [was, is, there] = [keysOf(base), keysOf(mine), keysOf(theirs)];
	const kept = mine.filter((item) => !was.has(keyOf(item)) || there.has(keyOf(item)));
	const added = theirs.filter((item) => !was.has(keyOf(item)) && !is.has(keyOf(item)));
	return [...kept, ...added];
}

/** What an edit put in the place of which part of a text. */
interface Span {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

function spanOf(base: string, edited: string): Span {
	const most = Math.min(base.length, edited.length);
	let from = 0;
	while (from < most && base[from] === edited[from]) from++;
	let end = 0;
	while (end < most - from && base.at(-1 - end) === edited.at(-1 - end)) end++;
	return { from, to: base.length - end, text: edited.slice(from, edited.length - end) };
}

/** Both edits of one place, one after the other; the longer alone when it says the other too. */
function beside(base: string, mine: Span, theirs: Span): string {
	const from = Math.min(mine.from, theirs.from);
	const to = Math.max(mine.to, theirs.to);
	const [first, second] = [theirs, mine].map(
		(span) => base.slice(from, span.from) + span.text + base.slice(span.to, to)
	) as [string, string];
	let both = first + second;
	if (first.includes(second)) both = first;
	else if (second.includes(first)) both = second;
	else if (/\S$/.test(first) && /^\S/.test(second)) both = `${first} ${second}`;
	return base.slice(0, from) + both + base.slice(to);
}

function keyOf(item: unknown): string {
	return JSON.stringify(item);
}

function keysOf(items: readonly unknown[]): ReadonlySet<string> {
	return new Set(items.map(keyOf));
}
