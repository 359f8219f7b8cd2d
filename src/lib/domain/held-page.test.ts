// The page of one person as a file: whatever a note holds, it stays text.
import { expect, test } from 'vitest';
import { escapeHtml, fileNameFor, heldHtml, type HeldPage } from './held-page';

const NASTY = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)",
	'</style></title></p><h1>gone',
	'&lt;b&gt; &amp; ]]> <!-- --><!doctype html>',
	'\u202eevil\u0000\ud800 \u0085'
];

function aPage(words: string): HeldPage {
	const section = {
		title: words,
		lines: [{ when: words, what: words, why: words, before: [words] }]
	};
	return { lang: words, title: words, name: words, preface: [words], sections: [section] };
}

test.each(NASTY)('%j stands in the file as text only', (words) => {
	const escaped = escapeHtml(words);
	expect(escaped).not.toMatch(/[<>"'\u0000\u0085\ud800]/);
	expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
	// Without its words the page is the one of no words: nothing of theirs became markup.
	expect(heldHtml(aPage(words)).replaceAll(escaped, '')).toBe(heldHtml(aPage('')));
});

test('the file stands alone: its own style, no script, no address to fetch from', () => {
	const html = heldHtml(aPage('Dana'));
	expect(html).toMatch(/^<!doctype html>\n<html lang="Dana">/);
	expect(html).toContain('<meta charset="utf-8">');
	expect(html).toMatch(/<body>\n<main>\n<h1[\s\S]*<\/main>\n<\/body>/);
	expect(html).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;');
	expect(html).not.toMatch(/https?:|url\(|@import|<link|<script/);
	expect(html).toMatch(/@media print/);
});

test('escaping leaves all other text as it is', () => {
	expect(escapeHtml('Zoë & “Ünal” 👩‍🌾\n\t漢')).toBe('Zoë &amp; “Ünal” 👩‍🌾\n\t漢');
});

test.each([
	['Dana Whitlock', 'kith-dana-whitlock'],
	['../../etc/passwd', 'kith-etc-passwd'],
	['Zoë Ünal', 'kith-zoë-ünal'],
	['CON:*?"<>|', 'kith-con'],
	['\u202e…', 'kith-person'],
	['', 'kith-person'],
	['a'.repeat(300), `kith-${'a'.repeat(60)}`]
])('the file of %j is %s', (name, file) => {
	expect(fileNameFor(name)).toBe(file);
});
