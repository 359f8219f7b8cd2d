// A sealed file opens to what was sealed, or says why not; whatever is done to it.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { joined, openPart, partsOf, sealPart } from './carried-file';
import { newBookKey, type BookKey } from './keys';

const KEY: BookKey = { generation: 1, bytes: new Uint8Array(32).fill(3), members: [] };
const LARGE = new TextEncoder().encode('word '.repeat(20_000));

async function* once(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
	yield* pieces;
}

const sealed = (body: Uint8Array, key = KEY) => sealPart(key, once(body));
async function whyNot(bytes: Uint8Array, keys: readonly BookKey[] = [KEY]): Promise<string> {
	const opened = await openPart(bytes, keys);
	return opened.ok ? 'ok' : opened.why;
}

describe('a part', () => {
	test.each([0, 1, 100, 5_000, LARGE.length])('opens to the %i bytes sealed', async (length) => {
		const body = LARGE.slice(0, length);
		const opened = await openPart(await sealed(body), [newBookKey(), KEY]);
		expect(opened).toMatchObject({ ok: true, key: KEY });
		expect(opened.ok && opened.body.slice()).toEqual(body);
	});

	test('is much smaller than a large body, and says nothing of it', async () => {
		const part = await sealed(LARGE);
		expect(part.length).toBeLessThan(LARGE.length / 20);
		expect(new TextDecoder('latin1').decode(part)).not.toContain('word');
		expect(await sealed(LARGE)).not.toEqual(part);
	});

	test('stands beside others in one file', async () => {
		const other = newBookKey();
		const file = joined([await sealed(LARGE.slice(0, 9), other), await sealed(LARGE)]);
		const [first, second, ...none] = partsOf(file);
		expect(none).toEqual([]);
		expect(await whyNot(first ?? file)).toBe('other-key');
		expect(await whyNot(second ?? file)).toBe('ok');
	});
});

describe('what is not a part', () => {
	test('is told apart', async () => {
		const text = new TextEncoder();
		expect(await whyNot(new Uint8Array())).toBe('empty');
		expect(await whyNot(new Uint8Array(5_000))).toBe('empty');
		expect(await whyNot(text.encode('bplist00Ñ'))).toBe('placeholder');
		expect(await whyNot(text.encode('<?xml version="1.0"?><!DOCTYPE plist><plist/>'))).toBe(
			'placeholder'
		);
		expect(await whyNot(text.encode('{"format":"kith-backup"}'))).toBe('foreign');
		expect(await whyNot(text.encode('KITHSEAL..........'))).toBe('foreign');
		expect(await whyNot(text.encode('KITHX'))).toBe('damaged');
		expect(await whyNot(await sealed(LARGE), [newBookKey()])).toBe('other-key');
		const later = await sealed(LARGE);
		later[8] = 2;
		expect(await whyNot(later)).toBe('future');
	});

	test.each([LARGE.slice(0, 200), LARGE])('is never taken for one, cut anywhere', async (body) => {
		const part = await sealed(body);
		for (let at = 0; at < part.length; at += Math.max(1, Math.floor(part.length / 200))) {
			const why = at === 0 ? 'empty' : 'damaged';
			expect(await whyNot(part.slice(0, at)), `cut at ${at}`).toBe(why);
		}
		expect(await whyNot(joined([part, Uint8Array.of(0)]))).toBe('damaged');
	});

	test('is never taken for one, any bit turned', async () => {
		const part = await sealed(LARGE);
		const random = seededRandom(6);
		for (let run = 0; run < 300; run++) {
			const at = run < 61 ? run : Math.floor(random() * part.length);
			const flipped = part.slice();
			flipped[at]! ^= 1 << Math.floor(random() * 8);
			expect(['damaged', 'other-key', 'foreign', 'future']).toContain(await whyNot(flipped));
		}
	});

	test('does not blow up in memory: its length is what came, not what it says', async () => {
		const part = (await sealed(LARGE)).slice(0, 80);
		new DataView(part.buffer).setUint32(45, 0xffff_ffff);
		expect(partsOf(part)).toHaveLength(1);
		expect(await whyNot(part)).toBe('damaged');
	});
});
