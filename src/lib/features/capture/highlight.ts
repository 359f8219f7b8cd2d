// Marks names in a text without touching its layout: the browser paints them, nothing moves.

const NAME = 'kith-name';

/**
 * Marks all names in the text of a node, and one stretch of it; does nothing where the browser
 * cannot. Gives what takes the marks away.
 */
export function highlight(
	node: Node | null,
	text: string,
	names: readonly string[],
	stretch: readonly [number, number] | undefined
): () => void {
	if (typeof Highlight === 'undefined' || !(node instanceof Text)) return () => undefined;
	const ranges = [...(stretch ? [stretch] : []), ...placesOf(text, names)]
		.filter(([, end]) => end <= node.length)
		.map(([start, end]) => {
			const range = document.createRange();
			range.setStart(node, start);
			range.setEnd(node, end);
			return range;
		});
	CSS.highlights.set(NAME, new Highlight(...ranges));
	return () => CSS.highlights.delete(NAME);
}

function placesOf(text: string, names: readonly string[]): [number, number][] {
	return names.flatMap((name) => {
		const places: [number, number][] = [];
		for (let at = text.indexOf(name); at >= 0 && name; at = text.indexOf(name, at + name.length)) {
			places.push([at, at + name.length]);
		}
		return places;
	});
}
