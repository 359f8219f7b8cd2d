// A book in memory is told from one whose disk does not answer.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aBook } from '../../../tests/support/books';
import { TestDevice } from '../../../tests/support/devices';
import { isStored } from './stored';

let device: TestDevice;
beforeEach(() => {
	device = new TestDevice();
});
afterEach(() => device.end());

test('a book on a disk is one, also while the disk is shut; a book in memory is none', async () => {
	const { book } = await device.open();
	expect(await isStored(book)).toBe(true);
	await device.close();
	expect(await isStored(book)).toBe(true);
	const shut = { getLocal: () => Promise.reject(new DOMException('', 'InvalidStateError')) };
	expect(await isStored(shut)).toBe(true);
	expect(await isStored(await aBook('phone'))).toBe(false);
});
