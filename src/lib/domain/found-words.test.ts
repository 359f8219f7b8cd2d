// What was found is marked where it stands, in the text as it was written.
import { describe, expect, test } from 'vitest';
import { foundLine, hasAny, piecesOf } from './found-words';
import { wordsOf } from './fold';

function marked(text: string, query: string): string {
	return piecesOf(text, wordsOf(query))
		.map(({ text, found }) => (found ? `[${text}]` : text))
		.join('');
}

describe('pieces', () => {
	test.each([
		['Dana Whitlock', 'dan', '[Dan]a Whitlock'],
		['Dana Whitlock', 'whit dana', '[Dana] [Whit]lock'],
		['Aleksandra Wiśniewska', 'wisniew', 'Aleksandra [Wiśniew]ska'],
		['Jose\u0301 Müller', 'jose', '[Jose\u0301] Müller'],
		['Große Straße', 'strasse', 'Große [Straße]'],
		['banana', 'an', 'b[an][an]a'],
		['Annabel', 'anna ann', '[Anna]bel'],
		['Max  builds\na volcano', 'volcano', 'Max  builds\na [volcano]'],
		['Dana', 'zoe', 'Dana'],
		['Dana', '', 'Dana'],
		['', 'dana', '']
	])('%j for %j', (text, query, expected) => {
		expect(marked(text, query)).toBe(expected);
	});

	test('put together they are the text, whatever is looked for', () => {
		const text = ' Ægir  ΟΔΥΣΣΕΥΣ 👍🏽 מֹשֶׁה ß ';
		for (const query of ['ae', 'οδυσσευς', '👍', 'משה', 's', 'ss']) {
			expect(
				piecesOf(text, wordsOf(query))
					.map((piece) => piece.text)
					.join('')
			).toBe(text);
		}
	});
});

describe('the line', () => {
	test('is the one with most of the words', () => {
		const body = 'Met at the fair.\nMax builds a volcano\nA volcano';
		expect(foundLine(body, ['max', 'volcano'])).toBe('Max builds a volcano');
	});

	test('is cut around the first word when it is long', () => {
		const body = `${'and so on '.repeat(30)}the volcano ${'and more '.repeat(30)}`;
		const line = foundLine(body, ['volcano'], 80);
		expect(line.length).toBeLessThanOrEqual(84);
		expect(line).toMatch(/^… .*the volcano and more.* …$/);
	});

	test('begins at the beginning where the word is near it', () => {
		expect(foundLine(`A volcano ${'and more '.repeat(30)}`, ['volcano'], 40)).toBe(
			'A volcano and more and more and more …'
		);
	});

	test('is the first one where the words stand elsewhere', () => {
		expect(foundLine('One\nTwo', ['dana'])).toBe('One');
	});
});

test('a text has any of the words or none', () => {
	expect(hasAny('Łódź', ['zoe', 'lodz'])).toBe(true);
	expect(hasAny('Łódź', ['zoe'])).toBe(false);
});
