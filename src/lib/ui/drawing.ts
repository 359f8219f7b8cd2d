// Puts a drawing of ours into its place. Its file is parsed once and copied from then on: parsing it
// for every row of Today took a fifth of the time to draw the page.

const drawings = new Map<string, Node>();

/** `{@attach drawing(svg)}`: the element holds nothing but the drawing. */
export function drawing(svg: string): (place: Element) => void {
	return (place) => {
		const drawn = drawings.get(svg) ?? document.createRange().createContextualFragment(svg);
		drawings.set(svg, drawn);
		place.replaceChildren(drawn.cloneNode(true));
	};
}
