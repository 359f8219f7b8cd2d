// The reader beside the page refuses what is too large before it has read it.
import { afterEach, expect, test, vi } from 'vitest';
import { MOST_BYTES } from './contact-limits';
import type { FromReader } from './contact-worker';

afterEach(() => {
	vi.restoreAllMocks();
});

test('a file of 500 MB is refused by its size, and the next one is read', async () => {
	const said: FromReader[] = [];
	vi.spyOn(self, 'postMessage').mockImplementation((message: unknown) => {
		said.push(message as FromReader);
	});
	await import('./contact-worker');
	const large = new File(['BEGIN:VCARD\nFN:Ada\nEND:VCARD\n'], 'large.vcf');
	Object.defineProperty(large, 'size', { value: 500 * 1024 * 1024 });
	const reading = vi.spyOn(large, 'arrayBuffer');
	const small = new File(['BEGIN:VCARD\nFN:Bo\nEND:VCARD\n'], 'small.vcf');
	const message = {
		say: 'read',
		files: [large, small],
		remembered: [],
		asking: false,
		thisYear: 2026
	};
	self.onmessage?.(new MessageEvent('message', { data: message }));
	await vi.waitFor(() => expect(said.at(-1)).toEqual({ say: 'end' }));
	expect(500 * 1024 * 1024).toBeGreaterThan(MOST_BYTES);
	expect(reading).not.toHaveBeenCalled();
	expect(said).toContainEqual({ say: 'refused', file: 'large.vcf', why: 'too-large' });
	expect(said).toContainEqual(expect.objectContaining({ say: 'file', file: 'small.vcf' }));
});
