// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDevice } from '../../../tests/support/talks';
import { newDeviceKeys, openWrappedKey, sharedSecret, wrapKey } from './handover';
import { newBookKey } from './keys';
import { ensureOwnDevice } from './own-device';

const key = newBookKey(3, ['one', 'two']);

test('a wrapped key is opened by the one it is for, and by nobody else', async () => {
	const [giver, taker, other] = [
		await newDeviceKeys(),
		await newDeviceKeys(),
		await newDeviceKeys()
	];
	const wrapped = await wrapKey(giver, taker.publicKey, key);
	expect(await openWrappedKey(taker, giver.publicKey, wrapped)).toEqual(key);
	expect(await openWrappedKey(other, giver.publicKey, wrapped)).toBeUndefined();
	// Neither as if somebody else had given it, nor back to the giver.
	expect(await openWrappedKey(taker, other.publicKey, wrapped)).toBeUndefined();
	expect(await openWrappedKey(giver, taker.publicKey, wrapped)).toBeUndefined();
});

test('no byte of it can be changed, and none be left out', async () => {
	const [giver, taker] = [await newDeviceKeys(), await newDeviceKeys()];
	const wrapped = await wrapKey(giver, taker.publicKey, key);
	const change = fc.tuple(fc.nat(wrapped.length - 1), fc.integer({ min: 1, max: 255 }));
	await fc.assert(
		fc.asyncProperty(change, fc.boolean(), async ([at, by], isCut) => {
			const bad = isCut ? wrapped.slice(0, at) : wrapped.slice();
			if (!isCut) bad[at] = (bad[at] ?? 0) ^ by;
			expect(await openWrappedKey(taker, giver.publicKey, bad)).toBeUndefined();
		}),
		{ seed: 6, numRuns: 150 }
	);
});

test('what is no public key is refused', async () => {
	const own = await newDeviceKeys();
	for (const bad of ['', 'nonsense', 'AAAA', own.publicKey.slice(4)]) {
		expect(await sharedSecret(own, bad)).toBeUndefined();
		await expect(wrapKey(own, bad, key)).rejects.toThrow();
	}
});

test('a device has one pair of keys and one record, however often it is asked for', async () => {
	const { book, kept, clock } = await aDevice('phone');
	const [keys, record] = [kept.now.device, book.get('device', book.device)];
	expect(record).toMatchObject({ name: 'phone', kind: 'phone', publicKey: keys?.publicKey });
	await ensureOwnDevice(book, kept, { name: 'other', kind: 'laptop' }, clock.ms + 1);
	expect(kept.now.device).toEqual(keys);
	expect(book.get('device', book.device)).toEqual(record);
});
