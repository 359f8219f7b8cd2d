// @vitest-environment node
// A source file speaks another language after translating, and does what it did before.
import { describe, expect, test } from 'vitest';
import { translateSource } from '../../scripts/words/translate.js';
import { parse, print, UnreadableMessage } from '../../scripts/words/format.js';

const translated = (
	source: string,
	texts: Record<string, string>,
	file = 'src/lib/state/some.ts'
) => translateSource(source, file, (text) => texts[text]);
const SVELTE = 'src/lib/features/some/Some.svelte';

describe('a message', () => {
	test.each([
		'Plain',
		'{0} and {1}',
		"A '{' and a '#'",
		'Read <0>the <1>{0}</1></0> first.',
		'{0, plural, one {# day} other {# days}} left in {1}',
		'{0, plural, one {a day of {1}} few {# days} other {# days}}'
	])('%s is read as it is written', (text) => {
		expect(print(parse(text))).toBe(text);
	});

	test.each([
		'{0',
		'<0>open',
		'{0, plural, one {# day}}',
		'a } b',
		'{0, plural, some {x} other {y}}'
	])('%s is refused', (text) => {
		expect(() => parse(text)).toThrow(UnreadableMessage);
	});
});

describe('a source file', () => {
	test('takes places in another order', () => {
		expect(
			translated('const a = `${name} since ${day(b)}`;', { '{0} since {1}': 'Seit {1}: {0}' })
		).toBe('const a = `Seit ${day(b)}: ${name}`;');
	});

	test('translates what stands in a place as well', () => {
		expect(
			translated("const a = `Kept ${b ? 'on this device' : c}`;", {
				'Kept {0}': '{0} aufgehoben',
				'on this device': 'auf diesem Gerät'
			})
		).toBe('const a = `${b ? "auf diesem Gerät" : c} aufgehoben`;');
	});

	test('gets the plural forms of the language', () => {
		const out = translated("const a = `in ${count(days, 'day')}`;", {
			'in {0, plural, one {# day} other {# days}}':
				'in {0, plural, one {einem Tag} other {# Tagen}}'
		});
		expect(out).toBe(
			"import { plural as __plural } from 'virtual:kith-plural';\n" +
				'const a = `in ${__plural(days, { one: (n) => `einem Tag`, other: (n) => `${n} Tagen` })}`;'
		);
	});

	test('keeps the elements of a sentence, wherever they go', () => {
		expect(
			translated(
				'<p>\n\tRead <a href="#/x" title="Its page">{title}</a> first.\n</p>',
				{ 'Read <0>{0}</0> first.': '<0>{0}</0> zuerst lesen.', 'Its page': 'Die Seite' },
				SVELTE
			)
		).toBe('<p>\n\t<a href="#/x" title="Die Seite">{title}</a> zuerst lesen.\n</p>');
	});

	test('escapes what would be code', () => {
		expect(translated('<p>Well done</p>', { 'Well done': "A & B '<' '{'c'}'" }, SVELTE)).toBe(
			'<p>A &amp; B &lt; &#123;c&#125;</p>'
		);
		expect(translated('const a = `Well ${b}`;', { 'Well {0}': 'So `x` \\ {0} $' })).toBe(
			'const a = `So \\`x\\` \\\\ ${b} $`;'
		);
	});

	test('keeps what has no translation', () => {
		const source = '<p title="Some title">Some {words}</p>';
		expect(translated(source, {}, SVELTE)).toBe(source);
	});

	test('is refused when a translation forgets a place or invents one', () => {
		expect(() => translated('const a = `Well ${b}`;', { 'Well {0}': 'Gut' })).toThrow(
			/names other places/
		);
		expect(() => translated("const a = 'Well done';", { 'Well done': 'Gut {0}' })).toThrow(
			UnreadableMessage
		);
	});
});
