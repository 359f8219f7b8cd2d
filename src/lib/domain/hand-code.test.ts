import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerToText, offerToText, textToHandCode } from './hand-code';

const SEED = { seed: 20_261_122, numRuns: 200 };
const sdp = fc.uint8Array({ minLength: 1, maxLength: 180 });
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const address = fc.constantFrom(
	'wss://meet.example.org',
	'ws://localhost:4444',
	'wss://ü.example/ä'
);

describe('a code shown from one screen to the other', () => {
	it('carries an offer, with and without key and address', () => {
		fc.assert(
			fc.property(sdp, fc.option(key), fc.option(address), (packed, bytes, server) => {
				const offer = { sdp: packed, ...(bytes && { key: bytes }), ...(server && { server }) };
				expect(textToHandCode(offerToText(offer))).toEqual({ kind: 'offer', ...offer });
			}),
			SEED
		);
	});

	it('carries an answer', () => {
		fc.assert(
			fc.property(sdp, (packed) => {
				expect(textToHandCode(answerToText(packed))).toEqual({ kind: 'answer', sdp: packed });
			}),
			SEED
		);
	});

	it('is refused when a letter is another one', () => {
		fc.assert(
			fc.property(
				sdp,
				key,
				fc.nat(),
				fc.constantFrom(...'AZaz09-_'),
				(packed, bytes, at, letter) => {
					const text = offerToText({ sdp: packed, key: bytes });
					const place = 'kith-offer:'.length + (at % (text.length - 'kith-offer:'.length));
					const changed = text.slice(0, place) + letter + text.slice(place + 1);
					if (changed !== text) expect(textToHandCode(changed)).toBeUndefined();
				}
			),
			SEED
		);
	});

	it('is written in one way only', () => {
		const text = answerToText(Uint8Array.of(1, 2, 3));
		const alike = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
		const read = alike.filter((last) => textToHandCode(text.slice(0, -1) + last));
		expect(read).toEqual([text.at(-1)]);
	});

	it('is not taken for the other kind', () => {
		const text = answerToText(Uint8Array.of(0, 1, 2, 3));
		expect(textToHandCode(text.replace('kith-answer:', 'kith-offer:'))).toBeUndefined();
	});

	it('overlooks line breaks that a messenger put in', () => {
		const text = answerToText(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
		expect(textToHandCode(` ${text.slice(0, 15)}\n ${text.slice(15)} \n`)).toEqual(
			textToHandCode(text)
		);
	});

	it.each([
		'',
		'kith-offer:',
		'kith-answer:AAAA',
		'kith-offer:%%%',
		'https://example.org',
		'A'.repeat(9999)
	])('is not read from "%.20s"', (text) => expect(textToHandCode(text)).toBeUndefined());

	it('with key, address and two hidden addresses has about 240 letters', () => {
		const whole = {
			sdp: new Uint8Array(97),
			key: new Uint8Array(32),
			server: 'wss://meet.example.org'
		};
		expect(offerToText(whole).length).toBeLessThan(240);
	});
});
