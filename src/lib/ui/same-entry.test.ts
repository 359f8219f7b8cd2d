// Whatever was pressed meanwhile, the page stands at its entry again, on a step within a screen too.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rememberEntry } from './same-entry';

const entry = (index: number, step?: number) => ({
	'sveltekit:history': index,
	...(step === undefined ? {} : { 'kith:step': step })
});
const entries = [entry(7), entry(8), entry(8, 1), entry(8, 2), entry(9)];
let at = 0;

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('history', {
		get state(): unknown {
			return entries[at];
		},
		go: (by: number) => {
			if (!entries[at + by]) return;
			setTimeout(() => {
				at += by;
				window.dispatchEvent(new PopStateEvent('popstate', { state: entries[at] }));
			}, 5);
		}
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test.each(entries.flatMap((_, from) => entries.map((__, to) => [from, to] as const)))(
	'from entry %i to entry %i and back again',
	async (from, to) => {
		at = from;
		const goBack = rememberEntry();
		at = to;
		const gone = goBack();
		await vi.runAllTimersAsync();
		await gone;
		expect(at).toBe(from);
	}
);

test('where the entry is no more, it stays where it is', async () => {
	at = 4;
	const goBack = rememberEntry();
	at = 0;
	const began = Date.now();
	const [last] = entries.splice(4);
	const gone = goBack();
	await vi.runAllTimersAsync();
	await gone;
	expect(entries[at]).toBeDefined();
	expect(Date.now() - began, 'nobody waits long for it').toBeLessThan(500);
	entries.push(last!);
});
