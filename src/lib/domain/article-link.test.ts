// A pasted link or text becomes an article with a title; only http and https are ever links.
import { describe, expect, test } from 'vitest';
import { hostOf, httpLink, linkKey, readArticle, wholeLink } from './article-link';

describe('readArticle', () => {
	test.each([
		['https://example.com/2026/winter-bees.html', 'Winter bees'],
		['https://example.com/posts/who_runs_the_night_shift/8812734', 'Who runs the night shift'],
		['https://www.example.com/', 'example.com'],
		['https://example.com/caf%C3%A9-life?utm_source=x', 'Café life'],
		['https://example.com/%E0%A4%A', 'example.com']
	])('guesses the title of %s from its last words', (url, title) => {
		expect(readArticle(url)).toMatchObject({ title });
	});

	test('takes an address without its beginning, and one inside words', () => {
		expect(readArticle(' example.com/winter-bees ')).toEqual({
			title: 'Winter bees',
			url: 'https://example.com/winter-bees'
		});
		expect(readArticle('What bees do in winter - www.example.com/bees.')).toEqual({
			title: 'What bees do in winter',
			url: 'https://www.example.com/bees'
		});
		expect(readArticle('Bees (https://example.com/bees)!')).toMatchObject({
			url: 'https://example.com/bees'
		});
		expect(readArticle('https://example.com/Bee_(insect)')).toMatchObject({
			url: 'https://example.com/Bee_(insect)'
		});
	});

	test('keeps what else was said as the text', () => {
		expect(readArticle('What bees do\n“They huddle.”\n\nhttps://example.com/bees')).toEqual({
			title: 'What bees do',
			text: '“They huddle.”',
			url: 'https://example.com/bees'
		});
		expect(readArticle('A tip for the kiln\nLet it cool slowly.')).toEqual({
			title: 'A tip for the kiln',
			text: 'Let it cool slowly.'
		});
	});

	test('a very long line gives a title and stays whole in the text', () => {
		const line = 'The bees huddle and hum. '.repeat(12).trim();
		const read = readArticle(line);
		expect(read).toMatchObject({ text: line });
		expect(read).toHaveProperty('title');
		expect((read as { title: string }).title.length).toBeLessThanOrEqual(120);
		expect((read as { title: string }).title.endsWith('.')).toBe(true);
	});

	test.each([
		'javascript:alert(1)',
		'JavaScript:alert("https://example.com")',
		'data:text/html,<b>hello there</b>',
		'ftp://example.com/bees',
		'mailto:ada@example.com',
		'file:///etc/passwd'
	])('%s is no link and nothing to keep', (pasted) => {
		expect(readArticle(pasted)).toBe('other-link');
	});

	test('a second link stays in the text, and the words are the title', () => {
		const [first, second] = ['https://example.com/winter-bees', 'https://example.org/hives'];
		expect(readArticle(`${first} ${second}`)).toEqual({
			title: 'Winter bees',
			url: first,
			text: second
		});
		expect(readArticle(`${first}\n${second}\nTwo for Ada`)).toEqual({
			title: 'Two for Ada',
			url: first,
			text: second
		});
		expect(readArticle(`Bees: ${first} and ${second}.\nFor Ada`)).toEqual({
			title: 'Bees: and',
			url: first,
			text: `Bees: and ${second}.\nFor Ada`
		});
	});

	test.each([
		['a https://example.com/winter-bees b', { title: 'Winter bees', text: 'a b' }],
		['🐝 https://example.com/winter-bees', { title: 'Winter bees', text: '🐝' }],
		['7\nBees https://example.com/x', { title: 'Bees', text: '7' }],
		['https:// https://example.com/winter-bees', { title: 'Winter bees', text: 'https://' }],
		['– https://example.com/winter-bees.', { title: 'Winter bees' }]
	])('loses no word of %j', (pasted, { title, text }: { title: string; text?: string }) => {
		const read = readArticle(pasted);
		expect(read).toMatchObject({ title });
		expect((read as { text?: string }).text?.replace(/\s+/g, ' ')).toBe(text);
	});

	test('a name and a password in a link are left out, also in the words', () => {
		expect(
			readArticle('Bees https://ada:pass@example.com/x and http://bo:p@ss@example.org/@home')
		).toEqual({
			title: 'Bees and',
			url: 'https://example.com/x',
			text: 'Bees and http://example.org/@home'
		});
	});

	test('an address in other letters is shown in those', () => {
		expect(readArticle('https://例え.jp/蜂')).toEqual({
			title: '蜂',
			url: 'https://例え.jp/%E8%9C%82'
		});
		expect(readArticle('https://www.bücher.example/?x=1')).toMatchObject({
			title: 'bücher.example'
		});
	});

	test.each(['https://', 'http:', 'www.', 'https://exa mple.com', 'http://a', 'https://exa'])(
		'%s is no whole link',
		(pasted) => {
			expect(readArticle(pasted)).toBe('no-words');
		}
	);

	test('words that go on after half a link are kept as they are', () => {
		expect(readArticle('Bees hum, see http://a')).toEqual({
			title: 'Bees hum, see',
			text: 'Bees hum, see http://a'
		});
	});

	test.each(['', '   \n ', '???', '12', '-'])('“%s” is neither a link nor words', (pasted) => {
		expect(readArticle(pasted)).toBe('no-words');
	});

	test('words with a colon, or about a scheme, stay words', () => {
		expect(readArticle('Re:Work is a good read')).toEqual({ title: 'Re:Work is a good read' });
		const read = readArticle('Never click javascript:alert(1) in a mail');
		expect(read).toEqual({ title: 'Never click javascript:alert(1) in a mail' });
	});
});

test('only http and https are links', () => {
	expect(httpLink(' https://example.com/a b ')).toBe('https://example.com/a%20b');
	expect(httpLink('HTTP://Example.com')).toBe('http://example.com/');
	for (const other of ['javascript:alert(1)', 'ftp://example.com', '//example.com', 'bees', '']) {
		expect(httpLink(other)).toBeUndefined();
	}
});

test('a link has nobody’s password in it, and the letters it was written with', () => {
	expect(httpLink('https://ada:pass@example.com/x')).toBe('https://example.com/x');
	expect(httpLink('https://ada:pass@例え.jp:8080/蜂')).toBe('https://例え.jp:8080/%E8%9C%82');
	expect(httpLink('https://XN--R8JZ45G.jp/')).toBe('https://XN--R8JZ45G.jp/');
	expect(hostOf('https://www.例え.jp/x')).toBe('例え.jp');
	expect(linkKey('https://例え.jp/x')).toBe(linkKey('https://xn--r8jz45g.jp/x'));
});

test('a whole link leads to a place with a dot in it', () => {
	for (const half of [
		'http://a',
		'https://exa',
		'https://a.',
		'https://localhost/x',
		'ftp://a.b'
	]) {
		expect(wholeLink(half)).toBeUndefined();
	}
	expect(wholeLink('https://a.example')).toBe('https://a.example/');
	expect(wholeLink('https://[2001:db8::1]/x')).toBe('https://[2001:db8::1]/x');
});

test('the same article is known by another way in', () => {
	const key = linkKey('https://www.example.com/bees/?utm_source=x&page=2#end');
	expect(key).toBe(linkKey('http://example.com/bees?page=2'));
	expect(key).not.toBe(linkKey('https://example.com/bees?page=3'));
	expect(linkKey('https://example.com/#/a')).not.toBe(linkKey('https://example.com/#/b'));
});
