// A pairing code comes back however it is typed or carried, and a slip is told from what is no code.
import { expect, test } from 'vitest';
import { codeToPairing, pairingToCode, pairingToLink } from './pairing-code';
import { seededRandom } from './random';

const random = seededRandom(6);
const aKey = () => Uint8Array.from({ length: 32 }, () => Math.floor(random() * 256));
const key = Uint8Array.from({ length: 32 }, (_, at) => at * 8 + 1);
const server = 'wss://Meet.example:4444/Ab@c';
const code = pairingToCode({ key });

test('it is groups of four letters that cannot be mistaken for others', () => {
	expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{2}$/);
});

test('it comes back, any key, with its address or without', () => {
	for (const some of [key, new Uint8Array(32), new Uint8Array(32).fill(255), aKey(), aKey()]) {
		expect(codeToPairing(pairingToCode({ key: some }))).toEqual({ is: 'code', key: some });
		const whole = codeToPairing(pairingToCode({ key: some, server }));
		expect(whole).toEqual({ is: 'code', key: some, server });
	}
});

test('case, spaces, dashes, o for 0 and l for 1 do not matter', () => {
	const loose = ` ${code.toLowerCase().replaceAll('-', '  ')}\n`;
	const spoken = code.replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l');
	for (const typed of [loose, spoken, code.replaceAll('-', '–')]) {
		expect(codeToPairing(typed)).toEqual({ is: 'code', key });
	}
});

test('a whole link is as good, escaped or not, with words around it', () => {
	const link = pairingToLink({ key, server }, 'https://kith.example/app/?a=1#/devices');
	expect(link).toMatch(/^https:\/\/kith\.example\/app\/\?a=1#\/pair\/\w{4}-/);
	expect(link).not.toContain('@');
	for (const text of [link, decodeURIComponent(link), `Join my book: ${link} — see you`]) {
		expect(codeToPairing(text)).toEqual({ is: 'code', key, server });
	}
	expect(codeToPairing(encodeURIComponent(pairingToCode({ key, server })))).toMatchObject({
		server
	});
});

test('a slip is told from what is no code at all', () => {
	const letters = code.replaceAll('-', '');
	for (let at = 0; at < letters.length; at++) {
		const wrong = letters[at] === 'Z' ? 'Y' : 'Z';
		const changed = letters.slice(0, at) + wrong + letters.slice(at + 1);
		expect(codeToPairing(changed)).toEqual({ is: 'slip' });
		expect(codeToPairing(letters.slice(0, at) + letters.slice(at + 1))).toEqual({ is: 'slip' });
	}
	expect(codeToPairing(code.slice(0, 24))).toEqual({ is: 'slip' });
	expect(codeToPairing(`${code}0@${server}`)).toEqual({ is: 'slip' });
	for (const other of ['', 'hello', 'https://example.com/', 'kith-offer:abc', '%E0%A4%A', '@']) {
		expect(codeToPairing(other)).toEqual({ is: 'other' });
	}
	expect(codeToPairing('The quick brown fox jumps over the lazy dog and runs away')).toEqual({
		is: 'other'
	});
});
