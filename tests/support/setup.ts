// Every unit test: an IndexedDB in memory, and a console error is a failure.
import 'fake-indexeddb/auto';
import { afterEach, expect, vi } from 'vitest';

const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);

afterEach(() => {
	const said = errors.mock.calls.map((words) => words.map(String).join(' '));
	errors.mockClear();
	expect(said, 'console.error was called').toEqual([]);
});
