// The reader beside the page refuses what is too large before it has read it.
import { afterEach, expect, test, vi } from 'vitest';
import { MOST_BYTES } from './contact-limits';
import type { TableSettled } from '$lib/domain/contact-table';
import type { Day } from '$lib/domain/day';
import type { FromReader, ToReader } from './contact-worker';
import type { RememberedTable } from './remembered-table';

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
		today: '2026-11-21'
	};
	self.onmessage?.(new MessageEvent('message', { data: message }));
	await vi.waitFor(() => expect(said.at(-1)).toEqual({ say: 'end' }));
	expect(500 * 1024 * 1024).toBeGreaterThan(MOST_BYTES);
	expect(reading).not.toHaveBeenCalled();
	expect(said).toContainEqual({ say: 'refused', file: 'large.vcf', why: 'too-large' });
	expect(said).toContainEqual(expect.objectContaining({ say: 'file', file: 'small.vcf' }));
});

/** A reader of its own, with what it said. */
async function aReader(): Promise<{ said: FromReader[]; hear: (message: ToReader) => void }> {
	vi.resetModules();
	const said: FromReader[] = [];
	vi.spyOn(self, 'postMessage').mockImplementation((message: unknown) => {
		said.push(message as FromReader);
	});
	await import('./contact-worker');
	return { said, hear: (data) => void self.onmessage?.(new MessageEvent('message', { data })) };
}

const reading = (
	files: readonly File[],
	remembered: readonly RememberedTable[] = []
): ToReader => ({
	...{ say: 'read', files, remembered, asking: false, today: '2026-11-21' as Day }
});
const tablesIn = (said: readonly FromReader[]) =>
	said.flatMap((each) => (each.say === 'table' ? [each.table] : []));

test('the first row may be taken for somebody, which is remembered for tables as wide', async () => {
	const { said, hear } = await aReader();
	const file = new File(['Hvem,Nummer\nAnn Lee,030 5550120\nBob Ray,030 5550121'], 'a.csv');
	hear(reading([file, new File(['Name\nCy\nDi'], 'b.csv')]));
	await vi.waitFor(() => expect(tablesIn(said)).toHaveLength(1));
	expect(tablesIn(said)[0]).toMatchObject({ hasHeads: true, isOneOfMany: true, rows: 2 });
	hear({ say: 'first-row', isPerson: true });
	const headless = tablesIn(said)[1]!;
	expect(headless).toMatchObject({ hasHeads: false, rows: 3, columns: [{ head: 'Column A' }, {}] });
	hear({ say: 'try', settled: headless.settled });
	expect(said.at(-1)).toMatchObject({ tried: { contacts: [{ name: 'Hvem' }, {}, {}] } });
	hear({ say: 'settle', settled: headless.settled });
	await vi.waitFor(() => expect(tablesIn(said)).toHaveLength(3));
	hear({ say: 'settle', settled: undefined });
	await vi.waitFor(() => expect(said.at(-1)).toEqual({ say: 'end' }));
	expect(said.filter(({ say }) => say === 'file')).toMatchObject([{ file: 'a.csv' }]);

	const heads = ['Column A', 'Column B'];
	const again = await aReader();
	again.hear(reading([file], [{ heads, settled: headless.settled, isHeadless: true }]));
	await vi.waitFor(() => expect(tablesIn(again.said)).toHaveLength(1));
	expect(tablesIn(again.said)[0]).toMatchObject({ hasHeads: false, rows: 3 });
});

test('heads that were said to be heads are known the next time', async () => {
	const { said, hear } = await aReader();
	const settled: TableSettled = { places: [{ place: 'given' }, { place: 'company' }], orders: {} };
	const file = new File(['Etu,Suku\nAnn,Lee\nBob,Ray'], 'a.csv');
	hear(reading([file], [{ heads: ['Etu', 'Suku'], settled }]));
	await vi.waitFor(() => expect(said.at(-1)).toEqual({ say: 'end' }));
	expect(tablesIn(said)).toEqual([]);
	const rows = said.flatMap((each) => (each.say === 'rows' ? each.rows : []));
	expect(rows.map(({ contact }) => [contact.name, contact.company])).toEqual([
		['Ann', 'Lee'],
		['Bob', 'Ray']
	]);
});
