// Pages of an archive: whatever a note holds stays text, and all addresses stay in the folder.
import { expect, test } from 'vitest';
import { archiveIndexHtml, archivePageHtml, archiveSharedPageHtml } from './archive-page';
import { escapeHtml } from './held-page';

const NASTY = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)",
	'</style></title></p><h1>gone',
	'</a></li></ul><a href="https://example.com">',
	'\u202eevil\u0000\ud800 \u0085'
];

function aPage(words: string): string {
	const line = { when: words, what: words, why: words, before: [words] };
	return archivePageHtml({
		...{ lang: 'en', name: words, preface: [words], sections: [{ title: words, lines: [line] }] },
		back: { href: '../index.html', label: words }
	});
}

function anIndex(words: string): string {
	const entry = { name: words, beside: words, href: 'people/001-ada.html' };
	return archiveIndexHtml({
		...{ lang: 'en', title: words, preface: [words], lettersLabel: words },
		links: [{ label: words, href: 'other.html' }],
		letters: [
			[words, [entry]],
			['B', [entry, { ...entry, beside: undefined }]]
		]
	});
}

test.each(NASTY)('%j stands in the pages as text only', (words) => {
	const escaped = escapeHtml(words);
	for (const html of [aPage, anIndex]) {
		expect(html(words)).toContain(escaped);
		expect(html(words).replaceAll(escaped, '')).toBe(html(''));
	}
});

test('the pages need nothing but each other, and go with the reader’s light, dark and paper', () => {
	for (const html of [aPage('Dana'), anIndex('Dana')]) {
		expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
		expect(html).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;');
		expect(html).not.toMatch(/https?:|url\(|@import|<link|<script|\son\w+=/);
		expect(html).toMatch(/color-scheme:light dark/);
		expect(html).toMatch(/@media print/);
		for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) {
			expect(href).toMatch(/^(?:#[\w-]+|(?:\.\.\/)?[\w/-]+\.html)$/);
		}
	}
});

test('each name has its own direction, and each letter its own place', () => {
	const html = anIndex('עדה');
	expect(html).toContain('<a href="people/001-ada.html" dir="auto">עדה</a>');
	expect(html).toContain('<a href="#letter-2">B</a>');
	expect(html).toContain('id="letter-2"');
});

test('the reading of a page is its one landmark, and the way back stands before it', () => {
	const shared = archiveSharedPageHtml({
		...{ lang: 'en', name: 'Ada', preface: [], back: { href: '../index.html', label: 'All' } },
		people: [{ id: 'person-1', name: 'Ada', sections: [] }]
	});
	for (const html of [aPage('Dana'), shared, anIndex('Dana')]) {
		expect(html.match(/<main>/g)).toHaveLength(1);
		expect(html).toMatch(/<main>\n<h1[\s\S]*<\/main>\n<\/body>/);
	}
	for (const html of [aPage('Dana'), shared]) expect(html).toMatch(/<\/nav>\n<main>/);
});
