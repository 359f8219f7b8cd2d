// A plot on the screen as a PNG: its drawing and key under a few lines of words, always in the light colours,
// for it goes into documents that are light.

const RATIO = 2;
const EDGE = 20;
/** What decides how an SVG looks once it stands alone. */
const LOOKS = [
	...['fill', 'stroke', 'stroke-width', 'opacity'],
	...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor']
];

/** The words above the drawing. */
export interface Caption {
	readonly title: string;
	readonly lines: readonly string[];
}

/** Draws the plot of a figure; throws where the browser cannot. */
export async function pictureOf(figure: HTMLElement, { title, lines }: Caption): Promise<Blob> {
	const drawing = figure.querySelector<SVGSVGElement>('svg.plot');
	const pen = document.createElement('canvas').getContext('2d');
	if (!drawing || !pen) throw new Error('There is nothing to draw, or nothing to draw with.');
	const { width, height } = drawing.getBoundingClientRect();
	const { page, head, small, sheet } = inLight(() => ({
		page: getComputedStyle(document.documentElement).backgroundColor,
		head: inkOf(figure.querySelector('.title') ?? figure),
		small: inkOf(figure.querySelector('.why') ?? figure),
		sheet: standingAlone(drawing, width, height)
	}));

	// Measured first: a canvas forgets everything when it gets its size.
	pen.font = head.font;
	const heading = wrapped(pen, title, width);
	pen.font = small.font;
	const words = lines.flatMap((line) => wrapped(pen, line, width));
	const key = inLight(() => keyOf(figure, drawing, pen, width, small.line));
	const top = EDGE + heading.length * head.line + words.length * small.line + small.line / 2;
	const under = key.at(-1);
	const foot = top + height + (under ? small.line / 2 + under.y + small.line : 0) + EDGE;

	pen.canvas.width = Math.ceil((width + 2 * EDGE) * RATIO);
	pen.canvas.height = Math.ceil(foot * RATIO);
	pen.fillStyle = page;
	pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
	pen.scale(RATIO, RATIO);
	pen.textBaseline = 'middle';
	const write = (line: string, x: number, y: number, { font, color }: Ink): void => {
		pen.font = font;
		pen.fillStyle = color;
		pen.fillText(line, x, y);
	};
	heading.forEach((line, at) => write(line, EDGE, EDGE + (at + 0.5) * head.line, head));
	const below = EDGE + heading.length * head.line;
	words.forEach((line, at) => write(line, EDGE, below + (at + 0.5) * small.line, small));
	pen.drawImage(await imageOf(sheet), EDGE, top, width, height);
	for (const { sign, side, word, x, y } of key) {
		const middle = top + height + small.line / 2 + y + small.line / 2;
		pen.drawImage(await imageOf(sign), EDGE + x, middle - side / 2, side, side);
		write(word, EDGE + x + side * 1.5, middle, small);
	}
	return new Promise((resolve, reject) => {
		pen.canvas.toBlob(
			(blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))),
			'image/png'
		);
	});
}

/** Reads something off the page as it looks in the light scheme; nobody sees it change. */
function inLight<Read>(read: () => Read): Read {
	const { dataset } = document.documentElement;
	const before = dataset['theme'];
	dataset['theme'] = 'light';
	try {
		return read();
	} finally {
		if (before === undefined) delete dataset['theme'];
		else dataset['theme'] = before;
	}
}

/** How words are written. */
interface Ink {
	readonly font: string;
	readonly color: string;
	readonly line: number;
}

/** How the words of an element are written now; its style itself would follow the page. */
function inkOf(element: Element): Ink {
	const style = getComputedStyle(element);
	return { font: fontOf(style), color: style.color, line: lineHeight(style) };
}

/** The entries of the key and where each stands, in as many lines as they need. */
function keyOf(
	figure: HTMLElement,
	drawing: SVGSVGElement,
	pen: CanvasRenderingContext2D,
	width: number,
	line: number
) {
	let [x, y] = [0, 0];
	return [...figure.querySelectorAll('.key li')].flatMap((item) => {
		const svg = item.querySelector('svg');
		if (!svg) return [];
		const side = svg.getBoundingClientRect().width;
		const word = item.textContent.trim();
		const long = side * 1.5 + pen.measureText(word).width;
		if (x > 0 && x + long > width) [x, y] = [0, y + line];
		const entry = { sign: standingAlone(svg, side, side, drawing), side, word, x, y };
		x += long + line;
		return [entry];
	});
}

/** An SVG as text, with the looks the page's styles give it. @param patterns has those it is filled with */
function standingAlone(
	svg: SVGSVGElement,
	width: number,
	height: number,
	patterns?: SVGSVGElement
): string {
	const copy = dressed(svg);
	copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	copy.setAttribute('width', String(width * RATIO));
	copy.setAttribute('height', String(height * RATIO));
	const kept = patterns?.querySelector('defs');
	if (kept) copy.prepend(dressed(kept));
	return new XMLSerializer().serializeToString(copy);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		return image;
	} finally {
		URL.revokeObjectURL(url);
	}
}

/** A copy of an element that carries its looks as attributes instead of classes. */
function dressed<Kind extends SVGElement>(element: Kind): Kind {
	const copy = element.cloneNode(true) as Kind;
	const copies = copy.querySelectorAll('*');
	element.querySelectorAll('*').forEach((original, at) => {
		const style = getComputedStyle(original);
		const twin = copies[at];
		twin?.removeAttribute('class');
		for (const name of LOOKS) twin?.setAttribute(name, style.getPropertyValue(name));
	});
	return copy;
}

/** Words in lines no longer than a width. */
function wrapped(pen: CanvasRenderingContext2D, words: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of words.split(' ')) {
		const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
		if (lines.length > 0 && pen.measureText(longer).width <= width)
			lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

function fontOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
	return `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
}

function lineHeight({ lineHeight, fontSize }: CSSStyleDeclaration): number {
	return parseFloat(lineHeight) || parseFloat(fontSize) * 1.4;
}
