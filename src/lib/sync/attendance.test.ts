// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Attendance } from './attendance';

let told: string[];
let page: Attendance;
/** The tab in which the rep is pairing. */
let pairing: string | undefined;

beforeEach(() => {
	vi.useFakeTimers();
	told = [];
	pairing = undefined;
	page = attend('');
	show('visible');
});

afterEach(() => {
	page.stop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

function attend(name: string): Attendance {
	return new Attendance({
		isPairing: () => pairing === name,
		onaway: () => void told.push(`${name}away`),
		onchange: (isHere) => void told.push(`${name}${isHere ? 'here' : 'gone'}`),
		onwake: () => void told.push(`${name}wake`)
	});
}

function show(state: DocumentVisibilityState): void {
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
	document.dispatchEvent(new Event('visibilitychange'));
}

const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

it('is here while the page is visible', async () => {
	page.start();
	await after(0);
	expect(told).toEqual(['here']);
	page.stop();
	expect(told).toEqual(['here', 'gone']);
});

it('stays through a short look elsewhere, and goes after a longer one', async () => {
	page.start();
	await after(0);
	show('hidden');
	await after(4000);
	show('visible');
	await after(10_000);
	expect(told).toEqual(['here', 'wake']);
	show('hidden');
	await after(6000);
	expect(told).toEqual(['here', 'wake', 'gone']);
	show('visible');
	await after(0);
	expect(told).toEqual(['here', 'wake', 'gone', 'here']);
});

it('begins only when it is seen', async () => {
	show('hidden');
	page.start();
	await after(50_000);
	expect(told).toEqual([]);
	show('visible');
	await after(0);
	expect(told).toEqual(['here']);
});

it('goes at once when the page is left, and comes back with it', async () => {
	page.start();
	await after(0);
	window.dispatchEvent(new Event('pagehide'));
	expect(told).toEqual(['here', 'gone']);
	window.dispatchEvent(new Event('pageshow'));
	await after(0);
	expect(told).toEqual(['here', 'gone', 'here']);
});

it('looks again when the network is back, and does not leave for a tap on a telephone number', async () => {
	page.start();
	await after(0);
	window.dispatchEvent(new Event('online'));
	window.dispatchEvent(new Event('beforeunload'));
	await after(10_000);
	expect(told).toEqual(['here', 'wake']);
});

it('says when the page has been hidden for a minute, and not sooner', async () => {
	page.start();
	await after(0);
	show('hidden');
	await after(50_000);
	show('visible');
	await after(60_000);
	expect(told).not.toContain('away');
	show('hidden');
	await after(60_000);
	expect(told.at(-1)).toBe('away');
});

/** Locks and messages between the tabs of one browser. */
function stubBrowser(): void {
	const held = new Set<string>();
	const tabs = new Set<EventTarget>();
	class Channel extends EventTarget {
		constructor() {
			super();
			tabs.add(this);
		}
		postMessage(data: unknown): void {
			for (const tab of tabs) {
				if (tab !== this) tab.dispatchEvent(new MessageEvent('message', { data }));
			}
		}
		close(): void {
			tabs.delete(this);
		}
	}
	vi.stubGlobal('BroadcastChannel', Channel);
	vi.stubGlobal('navigator', {
		locks: {
			request: async (name: string, _: unknown, work: (lock: object | null) => Promise<void>) => {
				if (held.has(name)) return work(null);
				held.add(name);
				await work({});
				held.delete(name);
			}
		}
	});
}

it('goes over to the tab in which the rep is pairing, and not away from one', async () => {
	stubBrowser();
	page.start();
	await after(0);
	const other = attend('other ');
	other.start();
	await after(0);
	pairing = 'other ';
	other.claim();
	await after(1000);
	expect(told).toEqual(['here', 'gone', 'other here']);
	pairing = undefined;
	await after(10_000);
	expect(told).toHaveLength(3);
	other.stop();
	page.stop();
	// Both pair: nobody takes anything from the other.
	const third = attend('');
	pairing = '';
	third.start();
	await after(0);
	const fourth = attend('');
	fourth.start();
	await after(2000);
	expect(told.slice(4)).toEqual(['here']);
	third.stop();
	fourth.stop();
});

it('leaves it to one of two tabs, and takes over when that one lets go', async () => {
	stubBrowser();
	page.start();
	await after(0);
	const other = attend('other ');
	other.start();
	await after(10_000);
	expect(told).toEqual(['here']);
	page.stop();
	await after(4000);
	expect(told).toEqual(['here', 'gone', 'other here']);
	other.stop();
});
