import { describe, expect, test } from 'vitest';
import { codeIn } from './scanned-code';

describe('the code in what was scanned or pasted', () => {
	test.each([
		['K7WT-49XM', 'K7WT-49XM'],
		['  K7WT-49XM\n', 'K7WT-49XM'],
		['https://kith.example.org/#/pair/K7WT-49XM', 'K7WT-49XM'],
		['https://a.example/kith/#/pair/K7WT%40wss%3A%2F%2Fb.example', 'K7WT@wss://b.example'],
		['https://a.example/#/pair/K7WT@wss://b.example/x', 'K7WT@wss://b.example/x'],
		['https://a.example/#/pair/50%', '50%']
	])('%s', (text, code) => {
		expect(codeIn(text)).toEqual({ is: 'pairing', code });
	});

	test.each(['kith-offer:aZ0_-', 'kith-answer:aZ0_-'])('%s goes from hand to hand', (code) => {
		expect(codeIn(` ${code} `)).toEqual({ is: 'hand', code });
	});
});
