// A page about one person as plain data, and that page as a file of its own: HTML without script that any
// browser opens and that prints well. Every word in it is escaped.

/** One line: the day at its start, what it is, and in small letters where it comes from. */
export interface HeldLine {
	readonly when?: string | undefined;
	readonly what: string;
	readonly why?: string | undefined;
	/** What it said before. */
	readonly before?: readonly string[] | undefined;
}

/** A part of the page under its heading. */
export interface HeldSection {
	readonly title: string;
	readonly lines: readonly HeldLine[];
}

/** The whole page. */
export interface HeldPage {
	/** The language of what is not the rep's own words. */
	readonly lang: string;
	readonly title: string;
	readonly name: string;
	/** What it is, when it was made, what is not in it. */
	readonly preface: readonly string[];
	readonly sections: readonly HeldSection[];
}

/* Black on white wherever it is opened; a line is never torn in two by a page's end. */
const STYLE = `
:root{color-scheme:light}
body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:#111;background:#fff}
h1,h2,.what{font-family:Palatino,'Noto Serif',Georgia,serif;overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem;border-bottom:1px solid #767676;break-after:avoid}
ul{list-style:none;margin:0;padding:0}
li{padding:.35rem 0;break-inside:avoid}
.what{white-space:pre-line}
.when,.why,.before{font-size:.875rem;color:#4a4a4a}
.when{display:block}
p{margin:0 0 .5rem}
.what,.why,.before{margin:0}
.before{padding-inline-start:.75rem;border-inline-start:2px solid #767676;overflow-wrap:anywhere}
@media print{body{margin:0;max-width:none;padding:0;font-size:10.5pt}@page{margin:16mm}}
`;
/* No script, picture or address of any kind, whatever a note may hold. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The page as a file. */
export function heldHtml({ lang, title, name, preface, sections }: HeldPage): string {
	return documentHtml({ lang, title, style: STYLE }, [
		`<h1 dir="auto">${escapeHtml(name)}</h1>`,
		...preface.map((words) => `<p dir="auto">${escapeHtml(words)}</p>`),
		...sections.flatMap((section) => sectionHtml(section))
	]);
}

/** A document that asks for nothing beside itself. Elements have their words escaped already. */
export function documentHtml(
	{ lang, title, style }: { readonly lang: string; readonly title: string; readonly style: string },
	main: readonly string[],
	before: readonly string[] = []
): string {
	return [
		'<!doctype html>',
		`<html lang="${escapeHtml(lang)}">`,
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escapeHtml(title)}</title>`,
		`<style>${style}</style>`,
		'</head>',
		'<body>',
		...before,
		'<main>',
		...main,
		'</main>',
		'</body>',
		'</html>',
		''
	].join('\n');
}

/** Text as HTML shows it, in an element or in a quoted attribute; what no document may hold is left out. */
export function escapeHtml(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}

/** A name as part of a file's name on any system: "kith-dana-whitlock". */
export function fileNameFor(name: string): string {
	const words =
		name
			.normalize('NFC')
			.toWellFormed()
			.toLowerCase()
			.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
	const safe = [...words.join('-')].slice(0, LONGEST_NAME).join('').replace(/-+$/, '');
	return `kith-${safe || 'person'}`;
}

const LONGEST_NAME = 60;

/** A part of a page, as elements. @param level of its heading */
export function sectionHtml({ title, lines }: HeldSection, level: 2 | 3 = 2): string[] {
	return [
		'<section>',
		`<h${level} dir="auto">${escapeHtml(title)}</h${level}>`,
		'<ul>',
		...lines.map(lineHtml),
		'</ul>',
		'</section>'
	];
}

/* Each text is a block of its own direction, so that none can turn what stands beside it. */
function lineHtml({ when, what, why, before = [] }: HeldLine): string {
	const parts = [
		when === undefined ? '' : `<span class="when">${escapeHtml(when)}</span>`,
		`<p class="what" dir="auto">${escapeHtml(what)}</p>`,
		why === undefined ? '' : `<p class="why" dir="auto">${escapeHtml(why)}</p>`,
		...before.map((words) => `<p class="before" dir="auto">${escapeHtml(words)}</p>`)
	];
	return `<li>${parts.join('')}</li>`;
}
