import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readVcards } from './vcard';
import { unescapeText } from './vcard-text';

function card(version: string, ...lines: readonly string[]): string {
	return ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');
}

/** The last property of the first card. */
function last(text: string) {
	const property = readVcards(text).cards[0]?.properties.at(-1);
	if (!property) throw new Error('no property');
	return property;
}

function codes(text: string) {
	return readVcards(text).problems.map(({ code, line }) => `${code} ${line}`);
}

/** How long something takes at best of three, so that a busy machine does not count. */
function bestTime(run: () => void): number {
	const times = [1, 2, 3].map(() => {
		const start = performance.now();
		run();
		return performance.now() - start;
	});
	return Math.min(...times);
}

describe('lines', () => {
	test.each(['\r\n', '\n', '\r', '\r\r\n'])('may end with %j', (end) => {
		const text = `\ufeff${card('3.0', 'FN:Ada', 'NOTE:one', ' two', '', 'TEL:1')}`;
		const { cards, problems } = readVcards(text.replaceAll('\r\n', end));
		expect(problems).toEqual([]);
		expect(cards[0]?.properties.map(({ raw }) => raw)).toEqual([
			'VERSION:3.0',
			'FN:Ada',
			'NOTE:onetwo',
			'TEL:1'
		]);
	});

	test('know where they stand in the file', () => {
		const { cards } = readVcards(card('3.0', 'FN:A', 'NOTE:a', ' b', 'TEL:1') + card('3.0'));
		expect(cards.map(({ line }) => line)).toEqual([1, 8]);
		expect(cards[0]?.properties.map(({ line }) => line)).toEqual([2, 3, 4, 6]);
	});

	test('are folded by a space or a tab, even inside a parameter', () => {
		const property = last(card('3.0', 'item1.TEL;TY', ' PE=WO', '\tRK;X="a', '  b":1', ' 2'));
		expect(property).toMatchObject({ group: 'item1', name: 'TEL', value: '12' });
		expect(property.params).toEqual({ TYPE: ['WORK'], X: ['a b'] });
	});

	test('of 2.1 keep the white space of a fold, unless they are folded to one width', () => {
		expect(last(card('2.1', 'NOTE:Long', ' line', '\t here')).value).toBe('Long line here');
		const text = 'abcdefghij '.repeat(20);
		const lines = `NOTE:${text}`.match(/.{1,74}/g) ?? [];
		const evenly = lines.map((line, index) => (index === 0 ? `${line}.` : ` ${line}`));
		expect(last(card('2.1', ...evenly)).value.replace('.', '')).toBe(text);
	});

	test('of base64 end at a blank line, at the next property, and need no indent', () => {
		const photo = 'PHOTO;ENCODING=BASE64;JPEG:/9j/';
		for (const block of [
			[photo, ' AAAA', '  BBB=', ''],
			[photo, ' AAAA', '  BBB='],
			[photo, 'AAAA', 'BBB='],
			['PHOTO;JPEG;BASE64:', '    /9j/', '\tAAAABBB=', '', '']
		]) {
			const { cards, problems } = readVcards(card('2.1', ...block, 'TEL:1'));
			expect(problems).toEqual([]);
			expect(cards[0]?.properties.map(({ value }) => value)).toEqual(['2.1', '/9j/AAAABBB=', '1']);
		}
		expect(last(card('3.0', 'KEY;ENCODING=b:AA', ' BB')).value).toBe('AABB');
	});
});

describe('quoted-printable', () => {
	const header = 'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:';

	test.each(['2.1', '3.0'])('is undone in %s', (version) => {
		const text = card(
			version,
			`${header}Gr=C3=BC=C3=9Fe=0D=0Aaus=3D=`,
			'K=C3=B6ln=',
			'=C3=',
			'=A9'
		);
		expect(last(text).value).toBe('Grüße\r\naus=Kölné');
	});

	test('continues after white space that is not the text’s', () => {
		const text = card('2.1', `${header}Gr=C3=`, ' =BC=C3=9F=', '\t=65', 'TEL:1');
		expect(readVcards(text).cards[0]?.properties[1]?.value).toBe('Grüße');
	});

	test('keeps the white space where the file’s other soft breaks have none', () => {
		const text = card('2.1', `${header}a b=`, ' c=', 'd');
		expect(last(text).value).toBe('a b cd');
	});

	test('may be folded besides, and ends at a blank line or the end of the card', () => {
		expect(last(card('2.1', `${header}=C3`, ' =BC')).value).toBe('ü');
		expect(last(card('2.1', `${header}a=`, '', 'TEL:1')).value).toBe('1');
		const { cards, problems } = readVcards(card('2.1', `${header}a=`));
		expect([cards.length, cards[0]?.properties.at(-1)?.value, problems]).toEqual([1, 'a', []]);
	});

	test('is known by a header that is folded itself', () => {
		const text = card('3.0', 'NOTE;CHARSET=UTF-8;ENCO', ' DING=QUOTED-PRINTABLE:a=', '=C3=BC');
		expect(last(text).value).toBe('aü');
	});

	test('uses the character set named, and guesses without one', () => {
		const value = (header: string, text: string) =>
			last(card('2.1', `NOTE;ENCODING=QUOTED-PRINTABLE${header}:${text}`)).value;
		expect(value(';CHARSET=ISO-8859-1', 'M=FCller')).toBe('Müller');
		expect(value(';CHARSET=windows-1252', '=80')).toBe('€');
		expect(value(';CHARSET=Shift_JIS', '=8A=BF=83e')).toBe('漢テ');
		expect(value(';CHARSET=x-nobody-knows', 'M=C3=BCller')).toBe('Müller');
		expect(value('', 'M=C3=BCller')).toBe('Müller');
		expect(value('', 'M=FCller')).toBe('Müller');
		expect(value('', 'ü =C3=BC = =G1')).toBe('ü ü = =G1');
		expect(last(card('2.1', 'NOTE;QUOTED-PRINTABLE:=41')).value).toBe('A');
	});
});

describe('parameters', () => {
	test('without a name, as in 2.1, are a TYPE or an ENCODING', () => {
		const { params } = last(card('2.1', 'TEL;CELL; pref ;8bit;type=X;Foo=a,b:1'));
		expect(params).toEqual({ TYPE: ['CELL', 'pref', 'X'], ENCODING: ['8bit'], FOO: ['a', 'b'] });
	});

	test('in quotes may hold colons, semicolons and commas', () => {
		const property = last(card('4.0', 'ADR;LABEL="a:b;c,d";TYPE="x,y",z:;;v"w:'));
		expect(property.params).toEqual({ LABEL: ['a:b;c,d'], TYPE: ['x,y', 'z'] });
		expect(property.value).toBe(';;v"w:');
	});

	test('whose quote is never closed do not hide the value', () => {
		expect(last(card('3.0', 'TEL;X="a:555')).value).toBe('555');
	});

	test('have caret escapes, except in 2.1', () => {
		expect(last(card('4.0', "X;A=1^n2^'3^^4^x:v")).params).toEqual({ A: ['1\n2"3^4^x'] });
		expect(last(card('2.1', 'X;A=1^n2:v')).params).toEqual({ A: ['1^n2'] });
	});
});

describe('values', () => {
	test('keep their escapes, whatever the version', () => {
		expect(last(card('3.0', String.raw`N:a\;b;c\,d\n`)).value).toBe(String.raw`a\;b;c\,d\n`);
		const old = last(card('2.1', String.raw`NOTE:C:\data\\x\;y`)).value;
		expect(unescapeText(old)).toBe(String.raw`C:\data\\x;y`);
	});

	test('of 2.1 have the line breaks of 3.0, but not inside quoted-printable', () => {
		expect(unescapeText(last(card('2.1', String.raw`NOTE:a\nb`)).value)).toBe('a\nb');
		const quoted = last(card('2.1', String.raw`NOTE;QUOTED-PRINTABLE:C:\new=0Ax`)).value;
		expect(unescapeText(quoted)).toBe('C:\\new\nx');
	});

	test('encode the semicolons that are no separators', () => {
		expect(last(card('2.1', 'N;QUOTED-PRINTABLE:a=3Bb;c=5C=3Bd')).value).toBe('a\\;b;c\\;d');
		expect(last(card('2.1', 'N;QUOTED-PRINTABLE:a=3Bb')).value).toBe('a;b');
	});
});

describe('broken files', () => {
	test('without cards say so, once', () => {
		for (const text of ['', '\n\n', 'hello', '<html>\n<a href="x:y">z</a>', 'VERSION:2.0\nA:1']) {
			expect(readVcards(text)).toEqual({ cards: [], problems: [{ code: 'no-cards', line: 1 }] });
		}
		expect(codes('PK\x03\x04\0\0\0:a\n\x01')).toEqual(['not-text 1']);
	});

	test('without END give their cards', () => {
		const text = 'BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C';
		expect(readVcards(text).cards.map(({ properties }) => properties[0]?.value)).toEqual([
			'A',
			'B',
			'C'
		]);
		expect(codes(text)).toEqual(['card-not-ended 1', 'card-not-ended 6']);
	});

	test('without BEGIN give their card', () => {
		expect(codes('\nVERSION:3.0\nFN:A\nEND:VCARD\n')).toEqual(['card-not-begun 2']);
		expect(codes('VERSION:3.0\nFN:A\n')).toEqual(['card-not-begun 1']);
		const text = `From: someone\n\n${card('3.0', 'FN:A')}`;
		expect(readVcards(text).cards).toHaveLength(1);
		expect(readVcards(text).problems).toEqual([
			{ code: 'text-outside-card', line: 1, detail: 'From: someone' }
		]);
	});

	test('name a run of lines that are no properties once', () => {
		const text = card('3.0', 'FN:A', 'lost words', 'and more', 'TEL:1', 'x y:z');
		expect(codes(text)).toEqual(['not-a-property 4', 'not-a-property 7']);
		expect(readVcards(text).cards[0]?.properties).toHaveLength(3);
	});

	test('with NULs and halves of characters are read without them', () => {
		expect(last(card('3.0', 'FN:A\0da \ud800 \udc00')).value).toBe('Ada \ufffd \ufffd');
	});
});

test('a card inside a card is the value of its AGENT', () => {
	const nested = ['BEGIN:VCARD', 'VERSION:2.1', 'FN:Little; Red', 'END:VCARD'];
	const agent = String.raw`BEGIN:VCARD\nVERSION:2.1\nFN:Little\; Red\nEND:VCARD`;
	for (const lines of [
		['AGENT:', ...nested],
		['AGENT:BEGIN:VCARD', ...nested.slice(1)]
	]) {
		const { cards, problems } = readVcards(card('2.1', 'FN:A', ...lines, 'TEL:1'));
		expect(cards).toHaveLength(1);
		expect(cards[0]?.properties.map(({ raw }) => raw)).toEqual([
			'VERSION:2.1',
			'FN:A',
			`AGENT:${agent}`,
			'TEL:1'
		]);
		expect(problems.map(({ code }) => code)).toEqual(['nested-card']);
	}
});

test('random garbage never throws', () => {
	const piece = fc.constantFrom(
		...['BEGIN:VCARD', 'END:VCARD', 'VERSION:2.1', 'AGENT:', 'NOTE;QUOTED-PRINTABLE:=C3=', '='],
		...['PHOTO;BASE64:AA', '"', ';', ':', ',', '\\', '^', '.', ' ', '\t', '\0', '\ud83d', '=\n']
	);
	const text = fc.array(fc.oneof(piece, fc.string(), fc.constantFrom('\n', '\r\n', '\r')));
	fc.assert(
		fc.property(text, (parts) => {
			const { cards, problems } = readVcards(parts.join(''));
			expect(cards.length + problems.length).toBeGreaterThan(0);
		}),
		{ seed: 20261121, numRuns: 1000 }
	);
});

describe('speed', () => {
	test('20,000 cards lex in well under 1.5 s', () => {
		const one = card(
			'2.1',
			'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=C3=91;=C3=91=',
			'=C3=91;;;',
			'FN:Ada Lovelace',
			'TEL;CELL;PREF:+1 555 123 4567',
			'EMAIL;INTERNET:ada@example.com',
			'ORG:Analytical Engines, Ltd.;Research',
			'ADR;WORK:;;12 St James’s Square;London;;SW1;UK',
			'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRg',
			' ABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAg',
			'',
			'BDAY:18151210'
		);
		const text = one.repeat(20_000);
		expect(readVcards(text).cards).toHaveLength(20_000);
		expect(bestTime(() => readVcards(text))).toBeLessThan(1500);
	});

	test.each([
		['one line', 'NOTE:' + 'x'.repeat(1e7)],
		['one line of spaces', 'NOTE:' + ' '.repeat(1e7) + 'x'],
		['quoted-printable', 'NOTE;QUOTED-PRINTABLE:' + '=C3=91=\r\n'.repeat(1e6)],
		['folds', 'NOTE:x' + '\r\n x'.repeat(2e6)],
		['parameters', 'TEL' + ';a'.repeat(2e6) + ':1'],
		['quotes', 'TEL;X=' + '"'.repeat(1e7)],
		['carriage returns', '\r'.repeat(1e7) + 'x'],
		['BEGINs', 'BEGIN:VCARD\nAGENT:\n'.repeat(2e5)]
	])('a card of 10 MB of %s is read in time', (_, line) => {
		const start = performance.now();
		readVcards(card('2.1', line));
		expect(performance.now() - start).toBeLessThan(6000);
	});
});
