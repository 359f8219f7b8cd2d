// Two edits of one thing made apart: keeps both, from the version both began with.

/**
 * A text with two edits: where they touch different places both stand, else mine.
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
	return mine;
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

/** What an edit put in the place of which part of the text. */
function spanOf(base: string, edited: string): { from: number; to: number; text: string } {
	const most = Math.min(base.length, edited.length);
	let from = 0;
	while (from < most && base[from] === edited[from]) from++;
	let end = 0;
	while (end < most - from && base.at(-1 - end) === edited.at(-1 - end)) end++;
	return { from, to: base.length - end, text: edited.slice(from, edited.length - end) };
}

function keyOf(item: unknown): string {
	return JSON.stringify(item);
}

function keysOf(items: readonly unknown[]): ReadonlySet<string> {
	return new Set(items.map(keyOf));
}
