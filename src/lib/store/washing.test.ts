// Washing writes as much as it should, leaves nothing of its own, and never fails.
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { washDatabases } from './washing';

test('twelve megabytes of noise, then nothing', async () => {
	const put = vi.spyOn(IDBObjectStore.prototype, 'put');
	await washDatabases();
	const bytes = put.mock.calls.reduce((sum, [value]) => sum + (value as Uint8Array).length, 0);
	expect(bytes).toBe(12 * 1024 * 1024);
	expect(await indexedDB.databases()).toEqual([]);
	put.mockImplementationOnce(() => {
		throw new DOMException('full', 'QuotaExceededError');
	});
	await washDatabases();
	expect(await indexedDB.databases()).toEqual([]);
	put.mockRestore();
});
