// The pages of an archive: a person's, everybody's, and what is about nobody. HTML without script that links to
// its neighbours in the same folder and asks for nothing else.
import { documentHtml, escapeHtml, sectionHtml, type HeldSection } from './held-page';

/** A page to read. */
export interface ArchivePage {
	/** The language of what is not the rep's own words. */
	readonly lang: string;
	readonly name: string;
	/** What is said before everything else. */
	readonly preface: readonly string[];
	readonly sections: readonly HeldSection[];
	/** The way back to everybody. */
	readonly back: { readonly href: string; readonly label: string };
}

/** A page of several people. */
export interface ArchiveSharedPage extends Omit<ArchivePage, 'sections'> {
	readonly people: readonly {
		/** Where on the page the list of everybody leads to. */
		readonly id: string;
		readonly name: string;
		readonly sections: readonly HeldSection[];
	}[];
}

/** Somebody in the list of everybody. */
export interface ArchiveEntry {
	readonly name: string;
	readonly beside: string | undefined;
	readonly href: string;
}

/** The page of everybody. */
export interface ArchiveIndex {
	readonly lang: string;
	readonly title: string;
	readonly preface: readonly string[];
	/** Beside the people: pages and files. */
	readonly links: readonly { readonly label: string; readonly href: string }[];
	/** The people, by the letter they stand under. */
	readonly letters: readonly (readonly [letter: string, entries: readonly ArchiveEntry[]])[];
	/** How the way to the letters is called. */
	readonly lettersLabel: string;
}

/* Light or dark as the reader has it, black on white on paper. Long lists are laid out as they come near. */
const STYLE = `
:root{color-scheme:light dark;--text:#1b2423;--soft:#4d5654;--line:#8b918f;--page:#faf9f5;--act:#1f5b45}
@media (prefers-color-scheme:dark){:root{--text:#ece9e1;--soft:#b9b6ae;--line:#7c8583;--page:#161c1b;--act:#9fd6ba}}
body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:var(--text);background:var(--page);overflow-wrap:anywhere}
h1,h2,h3,.what{font-family:Palatino,'Noto Serif',Georgia,serif}
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.25rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);break-after:avoid}
h3{font-size:1.125rem;margin:1.5rem 0 .5rem;break-after:avoid}
article{margin-top:3rem}
article+article{break-before:page}
ul{list-style:none;margin:0;padding:0}
li{padding:.35rem 0;break-inside:avoid}
a{color:var(--act)}
nav a{display:inline-block;padding:.35rem .6rem .35rem 0}
.what{white-space:pre-line}
.when,.why,.before{font-size:.875rem;color:var(--soft)}
.when{display:block}
p{margin:0 0 .5rem}
.what,.why,.before{margin:0}
.before{padding-inline-start:.75rem;border-inline-start:2px solid var(--line)}
.letter{content-visibility:auto;contain-intrinsic-size:auto 40rem}
@media print{:root{color-scheme:light;--text:#000;--soft:#333;--page:#fff;--act:#000}body{margin:0;max-width:none;padding:0;font-size:10.5pt}nav{display:none}.letter{content-visibility:visible}@page{margin:16mm}}
`;

/** A page as a file. */
export function archivePageHtml({ lang, name, preface, sections, back }: ArchivePage): string {
	const main = [
		`<h1 dir="auto">${escapeHtml(name)}</h1>`,
		...preface.map(paragraph),
		...sections.flatMap((section) => sectionHtml(section))
	];
	return documentHtml({ lang, title: name, style: STYLE }, main, [wayBack(back)]);
}

/** A page of several people as a file. */
export function archiveSharedPageHtml({
	lang,
	name,
	preface,
	people,
	back
}: ArchiveSharedPage): string {
	const main = [
		`<h1 dir="auto">${escapeHtml(name)}</h1>`,
		...preface.map(paragraph),
		...people.flatMap((person) => [
			`<article id="${escapeHtml(person.id)}">`,
			`<h2 dir="auto">${escapeHtml(person.name)}</h2>`,
			...person.sections.flatMap((section) => sectionHtml(section, 3)),
			'</article>'
		])
	];
	return documentHtml({ lang, title: name, style: STYLE }, main, [wayBack(back)]);
}

/** Everybody as a file. */
export function archiveIndexHtml(index: ArchiveIndex): string {
	const { lang, title, preface, links, letters, lettersLabel } = index;
	const jump = letters.map(
		([letter], at) => `<a href="#letter-${at + 1}">${escapeHtml(letter)}</a>`
	);
	return documentHtml({ lang, title, style: STYLE }, [
		`<h1>${escapeHtml(title)}</h1>`,
		...preface.map(paragraph),
		'<ul>',
		...links.map(
			({ label, href }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></li>`
		),
		'</ul>',
		...(letters.length > 1
			? [`<nav aria-label="${escapeHtml(lettersLabel)}">`, ...jump, '</nav>']
			: []),
		...letters.flatMap(([letter, entries], at) => [
			`<section class="letter" id="letter-${at + 1}">`,
			`<h2 dir="auto">${escapeHtml(letter)}</h2>`,
			'<ul>',
			...entries.map(entryHtml),
			'</ul>',
			'</section>'
		])
	]);
}

function wayBack({ href, label }: ArchivePage['back']): string {
	return `<nav><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></nav>`;
}

function entryHtml({ name, beside, href }: ArchiveEntry): string {
	const why = beside === undefined ? '' : `<p class="why" dir="auto">${escapeHtml(beside)}</p>`;
	return `<li><a href="${escapeHtml(href)}" dir="auto">${escapeHtml(name)}</a>${why}</li>`;
}

function paragraph(words: string): string {
	return `<p dir="auto">${escapeHtml(words)}</p>`;
}
