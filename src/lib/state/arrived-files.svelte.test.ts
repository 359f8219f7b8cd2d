import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Arrivals } from './arrived-files.svelte';
import { fakeCaches } from '../../../tests/support/caches';
import { keepArrived, NOT_KEPT } from './arrived-place';
import { Toasts } from './toasts.svelte';

const host = { toasts: new Toasts(), book: { seal: undefined } };

class Taker {
	readonly seen: [name: string, text: string][] = [];
	readonly kept: boolean[] = [];
	/** Names that are to wait. */
	waits: string[] = [];
	broken = false;
	busy: string | undefined;
	keyring = 'one';
	async receive(files: readonly File[], areKept: boolean): Promise<readonly File[]> {
		if (this.broken) throw new Error('cut off');
		for (const file of files) this.seen.push([file.name, await file.text()]);
		this.kept.push(areKept);
		return this.keyring !== '' ? files.filter(({ name }) => this.waits.includes(name)) : files;
	}
}

describe('files that arrive from outside', () => {
	let taker: Taker;
	beforeEach(() => {
		taker = new Taker();
		vi.stubGlobal('location', new URL('https://kith.example/#/devices'));
	});
	afterEach(() => vi.unstubAllGlobals());

	test('are received under their names, then let go of', async () => {
		const { kept } = fakeCaches({ 'Büro 100%.kith': 'one', 'b.kith': 'two' });
		const arrivals = new Arrivals(taker, host);
		await arrivals.look();
		expect(taker.seen).toEqual([
			['Büro 100%.kith', 'one'],
			['b.kith', 'two']
		]);
		expect([kept(), arrivals.waits]).toEqual([[], 0]);
		await arrivals.look();
		expect(taker.seen).toHaveLength(2);
	});

	test('wait when they cannot be taken in yet, over a new start, until tried again or let go of', async () => {
		const { kept } = fakeCaches({ 'early.kith': 'one', 'good.kith': 'two' });
		taker.waits = ['early.kith'];
		const arrivals = new Arrivals(taker, host);
		await arrivals.look();
		expect([arrivals.waits, kept().length, taker.kept]).toEqual([1, 1, [true]]);
		// Not again by itself, however often it looks.
		await arrivals.look();
		expect(taker.seen).toHaveLength(2);

		const anew = new Arrivals(taker, host);
		await anew.look();
		expect([anew.waits, taker.seen.length]).toEqual([1, 3]);
		taker.waits = [];
		await anew.again();
		expect([anew.waits, kept(), taker.seen.length]).toEqual([0, [], 4]);

		taker.waits = ['c.kith'];
		await anew.add([new File(['x'], 'c.kith')]);
		expect([anew.waits, kept().length]).toEqual([1, 1]);
		await anew.letGo();
		expect([anew.waits, kept()]).toEqual([0, []]);
	});

	test('that are chosen wait like those that were shared; the same one twice waits once', async () => {
		const { kept } = fakeCaches();
		taker.waits = ['c.kith'];
		const arrivals = new Arrivals(taker, host);
		const file = (): File => new File(['x'], 'c.kith');
		await arrivals.add([file()]);
		await arrivals.add([file()]);
		expect([arrivals.waits, kept().length, taker.seen.length]).toEqual([1, 1, 2]);
		expect([...kept()][0]).toMatch(/^https:..kith.example.arrived.[0-9a-f]{64}$/);
	});

	test('are received where nothing can be kept, and it is known that they are not', async () => {
		fakeCaches({}, { isFull: true });
		taker.waits = ['c.kith'];
		const arrivals = new Arrivals(taker, host);
		await arrivals.add([new File(['x'], 'c.kith'), new File(['y'], 'd.kith')]);
		expect(taker.seen).toHaveLength(2);
		expect([taker.kept, arrivals.waits]).toEqual([[false], 1]);
		taker.waits = [];
		await arrivals.again();
		expect([taker.seen.length, arrivals.waits]).toEqual([3, 0]);
	});

	test('that were shared and found no room are told of, until the next one comes', async () => {
		fakeCaches();
		vi.stubGlobal('location', new URL(`https://kith.example/#/devices${NOT_KEPT}`));
		const arrivals = new Arrivals(taker, host);
		expect(arrivals.isUnkept).toBe(true);
		await arrivals.add([new File(['x'], 'c.kith')]);
		expect(arrivals.isUnkept).toBe(false);
	});

	test('stay where receiving is cut off', async () => {
		const { kept } = fakeCaches({ 'a.kith': 'one' });
		taker.broken = true;
		const arrivals = new Arrivals(taker, host);
		await expect(arrivals.look()).rejects.toThrow('cut off');
		expect(kept()).toHaveLength(1);

		// Not again and again, but by the next page.
		taker.broken = false;
		await arrivals.look();
		expect(taker.seen).toEqual([]);
		await new Arrivals(taker, host).look();
		expect(taker.seen).toEqual([['a.kith', 'one']]);
	});

	test('wait while something else is being done', async () => {
		const { kept } = fakeCaches({ 'a.kith': 'one' });
		const arrivals = new Arrivals(taker, host);
		taker.busy = 'Reading the folder';
		await arrivals.look();
		expect([taker.seen, kept()]).toEqual([[], [expect.any(String)]]);
		taker.busy = undefined;
		await arrivals.look();
		expect([taker.seen, kept()]).toEqual([[['a.kith', 'one']], []]);
	});

	test('wait until there is a key, and that is said once', async () => {
		const { kept } = fakeCaches({ 'a.kith': 'one' });
		const arrivals = new Arrivals(taker, host);
		taker.keyring = '';
		await arrivals.look();
		await arrivals.look();
		expect([taker.seen.length, kept().length]).toEqual([1, 1]);
		taker.keyring = 'one';
		await arrivals.look();
		expect([taker.seen.length, kept().length]).toEqual([2, 0]);
	});

	test('that another key would open are tried again when one comes', async () => {
		const { kept } = fakeCaches({ 'a.kith': 'one' });
		const arrivals = new Arrivals(taker, host);
		taker.waits = ['a.kith'];
		await arrivals.look();
		await arrivals.look();
		expect([taker.seen.length, kept().length]).toEqual([1, 1]);
		// A code was entered: the device joins another book with its key.
		taker.keyring = 'one two';
		taker.waits = [];
		await arrivals.look();
		expect([taker.seen.length, kept().length]).toEqual([2, 0]);
	});

	test('leave alone what waits for another screen', async () => {
		const { kept } = fakeCaches();
		await keepArrived(new File(['{}'], 'b.json'), '/', 'backup');
		const arrivals = new Arrivals(taker, host);
		await arrivals.look();
		expect([taker.seen, arrivals.waits, kept().length]).toEqual([[], 0, 1]);
	});

	test('are kept and received when Kith is opened with them', async () => {
		const { kept } = fakeCaches();
		let launch: (launch: object) => void = () => undefined;
		vi.stubGlobal('launchQueue', {
			setConsumer: (consumer: typeof launch) => (launch = consumer)
		});
		const arrivals = new Arrivals(taker, host);
		taker.busy = 'Reading the folder';
		launch({});
		launch({ files: [{ getFile: () => Promise.resolve(new File(['x'], 'c.kith')) }] });
		await vi.waitFor(() => expect(arrivals.waits).toBe(1));
		// The page may go now.
		expect([taker.seen, kept().length]).toEqual([[], 1]);
		taker.busy = undefined;
		await arrivals.look();
		expect([taker.seen, kept()]).toEqual([[['c.kith', 'x']], []]);
	});
});
