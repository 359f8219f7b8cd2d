import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Arrivals } from './arrived-files';
import { ARRIVED, NAME_HEADER } from './arrived-place';

/** As much of the cache storage as is used here. */
function fakeCaches(files: Readonly<Record<string, string>>): { kept: () => string[] } {
	const kept = new Map(
		Object.entries(files).map(([name, text], index) => [
			`https://kith.example/arrived/${index}`,
			new Response(text, { headers: { [NAME_HEADER]: encodeURIComponent(name) } })
		])
	);
	const cache = {
		keys: () => Promise.resolve([...kept.keys()].map((url) => new Request(url))),
		match: ({ url }: Request) => Promise.resolve(kept.get(url)?.clone()),
		delete: ({ url }: Request) => Promise.resolve(kept.delete(url))
	};
	vi.stubGlobal('caches', {
		has: (name: string) => Promise.resolve(name === ARRIVED && kept.size > 0),
		open: () => Promise.resolve(cache)
	});
	return { kept: () => [...kept.keys()] };
}

class Taker {
	readonly seen: [name: string, text: string][] = [];
	broken = false;
	busy: string | undefined;
	isPaired = true;
	async receive(files: readonly File[]): Promise<void> {
		if (this.broken) throw new Error('cut off');
		for (const file of files) this.seen.push([file.name, await file.text()]);
	}
}

describe('files that arrive from outside', () => {
	let taker: Taker;
	beforeEach(() => {
		taker = new Taker();
	});
	afterEach(() => vi.unstubAllGlobals());

	test('are received under their names, then let go of', async () => {
		const { kept } = fakeCaches({ 'Büro 100%.kith': 'one', 'b.kith': 'two' });
		const arrivals = new Arrivals(taker);
		await arrivals.look();
		expect(taker.seen).toEqual([
			['Büro 100%.kith', 'one'],
			['b.kith', 'two']
		]);
		expect(kept()).toEqual([]);
		await arrivals.look();
		expect(taker.seen).toHaveLength(2);
	});

	test('stay where receiving is cut off', async () => {
		const { kept } = fakeCaches({ 'a.kith': 'one' });
		taker.broken = true;
		const arrivals = new Arrivals(taker);
		await expect(arrivals.look()).rejects.toThrow('cut off');
		expect(kept()).toHaveLength(1);

		// Not again and again, but by the next page.
		taker.broken = false;
		await arrivals.look();
		expect(taker.seen).toEqual([]);
		await new Arrivals(taker).look();
		expect(taker.seen).toEqual([['a.kith', 'one']]);
	});

	test('wait while something else is being done', async () => {
		const { kept } = fakeCaches({ 'a.kith': 'one' });
		const arrivals = new Arrivals(taker);
		taker.busy = 'Reading the folder';
		await arrivals.look();
		expect([taker.seen, kept()]).toEqual([[], [expect.any(String)]]);
		taker.busy = undefined;
		await arrivals.look();
		expect([taker.seen, kept()]).toEqual([[['a.kith', 'one']], []]);
	});

	test('wait until there is a key, and that is said once', async () => {
		const { kept } = fakeCaches({ 'a.kith': 'one' });
		const arrivals = new Arrivals(taker);
		taker.isPaired = false;
		await arrivals.look();
		await arrivals.look();
		expect([taker.seen.length, kept().length]).toEqual([1, 1]);
		taker.isPaired = true;
		await arrivals.look();
		expect([taker.seen.length, kept().length]).toEqual([2, 0]);
	});

	test('are received when Kith is opened with them', async () => {
		let launch: (launch: object) => void = () => undefined;
		vi.stubGlobal('launchQueue', {
			setConsumer: (consumer: typeof launch) => (launch = consumer)
		});
		const arrivals = new Arrivals(taker);
		taker.busy = 'Reading the folder';
		launch({});
		launch({ files: [{ getFile: () => Promise.resolve(new File(['x'], 'c.kith')) }] });
		await Promise.resolve();
		expect(taker.seen).toEqual([]);
		taker.busy = undefined;
		await arrivals.look();
		await vi.waitFor(() => expect(taker.seen).toEqual([['c.kith', 'x']]));
	});
});
