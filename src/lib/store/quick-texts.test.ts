import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, Text, UpdateEncoderV1 } from 'yjs';
import { applyQuickly, QuickEncoder } from './quick-texts';

/** Texts of all lengths around those that are read and written in another way. */
const texts = fc.oneof(
	fc.string({ maxLength: 20 }),
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc
		.tuple(fc.constantFrom(0, 1, 127, 128, 129, 319, 320, 321, 700), fc.constantFrom('', 'é', '🌋'))
		.map(([length, end]) => 'x'.repeat(length) + end)
);
const values = fc.oneof(texts, fc.integer(), fc.boolean(), fc.constant(null), fc.array(texts));

function docOf(entries: readonly (readonly [string, unknown])[]): Doc {
	const doc = new Doc();
	for (const [key, value] of entries) {
		doc.getMap('m').set(key, value);
		doc.getMap('texts').set(key, new Text(key));
	}
	return doc;
}

describe('texts read and written quickly', () => {
	it('are read as Yjs reads them', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(texts, values), { maxLength: 8 }), (entries) => {
				const update = encodeStateAsUpdate(docOf(entries));
				const [plain, quick] = [new Doc(), new Doc()];
				applyUpdate(plain, update);
				applyQuickly(quick, update, 'from');
				for (const name of ['m', 'texts']) {
					expect(quick.getMap(name).toJSON()).toEqual(plain.getMap(name).toJSON());
				}
				expect(encodeStateAsUpdate(quick)).toEqual(update);
			}),
			{ seed: 12, numRuns: 300 }
		);
	});

	it('are written as Yjs writes them', () => {
		fc.assert(
			fc.property(fc.array(values, { maxLength: 30 }), (all) => {
				const [plain, quick] = [new UpdateEncoderV1(), new QuickEncoder()];
				for (const code of [plain, quick]) {
					for (const value of all) {
						code.writeAny(value);
						if (typeof value !== 'string') continue;
						code.writeString(value);
						code.writeKey(value);
					}
				}
				expect(quick.toUint8Array()).toEqual(plain.toUint8Array());
			}),
			{ seed: 12, numRuns: 300 }
		);
	});

	it('of an update that was cut short are no more read than by Yjs', () => {
		const update = encodeStateAsUpdate(docOf([['a key', 'v'.repeat(200)]]));
		for (let length = 0; length < update.length; length++) {
			const cut = update.slice(0, length);
			const outcome = (apply: typeof applyQuickly): unknown => {
				const doc = new Doc();
				try {
					apply(doc, cut, 'from');
				} catch (error) {
					return [error instanceof Error, doc.getMap('m').toJSON()];
				}
				return [doc.getMap('m').toJSON()];
			};
			expect(outcome(applyQuickly)).toEqual(outcome(applyUpdate));
		}
	});
});
