// Layers and the steps of the history stay level, whichever of the two goes first.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** A history as browsers keep it: moves come later, with a popstate. */
class History {
	entries: unknown[] = [{ page: 'people' }, { page: 'ada' }];
	at = 1;
	get state(): unknown {
		return this.entries[this.at];
	}
	pushState(state: unknown): void {
		this.entries.splice(++this.at, Infinity, state);
	}
	replaceState(state: unknown): void {
		this.entries[this.at] = state;
	}
	/** The browser drops what it was asked to do. */
	isDeaf = false;
	go(by: number): void {
		if (this.isDeaf) return;
		setTimeout(() => {
			this.at += by;
			window.dispatchEvent(new PopStateEvent('popstate', { state: this.state }));
		}, 5);
	}
}

let fake: History;
let first: (event: Event) => void;
const router = vi.fn();
const closed: string[] = [];
let layers: typeof import('./layers-back');
let beforeRouter: (typeof import('./before-router'))['beforeRouter'];

beforeEach(async () => {
	vi.useFakeTimers();
	vi.stubGlobal('History', History);
	fake = new History();
	vi.stubGlobal('history', fake);
	vi.resetModules();
	layers = await import('./layers-back');
	closed.length = 0;
	({ beforeRouter } = await import('./before-router'));
	first = (event) => beforeRouter.popped?.(event as PopStateEvent);
	window.addEventListener('popstate', first);
	window.addEventListener('popstate', router);
});
afterEach(() => {
	vi.runAllTimers();
	router.mockClear();
	window.removeEventListener('popstate', first);
	window.removeEventListener('popstate', router);
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** A sheet: Back closes it, and what is closed is gone. */
function lay(name: string): () => void {
	const gone = layers.layOver(() => {
		closed.push(name);
		gone();
	});
	return gone;
}

function go(by: number): void {
	fake.go(by);
	vi.runAllTimers();
}

const pages = (): unknown[] => fake.entries.map((entry) => ({ ...(entry as object) }));

test('Back closes the layer on top, one at a time, and the router hears nothing', () => {
	lay('sheet');
	lay('another');
	go(-1);
	expect(closed).toEqual(['another']);
	go(-1);
	expect(closed).toEqual(['another', 'sheet']);
	expect(fake.at).toBe(1);
	expect(router).not.toHaveBeenCalled();
	go(-1);
	expect(router).toHaveBeenCalledOnce();
});

test('a layer closed in another way leaves no step behind', () => {
	const gone = lay('sheet');
	expect(fake.at).toBe(2);
	gone();
	vi.runAllTimers();
	expect(fake.at).toBe(1);
	expect(fake.state).toEqual({ page: 'ada' });
	expect([closed, router.mock.calls]).toEqual([[], []]);
	history.pushState({ page: 'ben' }, '');
	go(-1);
	expect([fake.at, router.mock.calls.length]).toEqual([1, 1]);
});

test('a layer that follows another takes over its step', () => {
	lay('first')();
	lay('second');
	vi.runAllTimers();
	expect(fake.at).toBe(2);
	go(-1);
	expect(closed).toEqual(['second']);
});

test('a layer that opens while the step of another is being taken away has its own', () => {
	lay('first')();
	vi.advanceTimersByTime(2);
	lay('second');
	vi.runAllTimers();
	expect(fake.at).toBe(2);
	go(-1);
	expect([closed, fake.at]).toEqual([['second'], 1]);
});

test('a page reached from a layer takes its place', () => {
	const gone = lay('sheet');
	history.pushState({ page: 'ben' }, '');
	gone();
	vi.runAllTimers();
	expect(pages()).toEqual([{ page: 'people' }, { page: 'ada' }, { page: 'ben' }]);
	expect([fake.at, router.mock.calls.length]).toEqual([2, 0]);
	go(-1);
	expect([fake.at, router.mock.calls.length]).toEqual([1, 1]);
});

test('so does a page that comes while the step is being taken away', () => {
	lay('sheet')();
	vi.advanceTimersByTime(2);
	history.pushState({ page: 'ben' }, '');
	vi.runAllTimers();
	expect(pages()).toEqual([{ page: 'people' }, { page: 'ada' }, { page: 'ben' }]);
	expect([fake.at, router.mock.calls.length]).toEqual([2, 0]);
	history.pushState({ page: 'cleo' }, '');
	expect(fake.at).toBe(3);
});

test('so does a page that comes while the steps of two layers are being taken away', () => {
	const gone = [lay('sheet'), lay('another')];
	for (const each of gone) each();
	vi.advanceTimersByTime(2);
	history.pushState({ page: 'ben' }, '');
	vi.runAllTimers();
	expect([fake.state, router.mock.calls.length]).toEqual([{ page: 'ben' }, 0]);
	go(-1);
	expect([fake.at, fake.state]).toEqual([1, { page: 'ada' }]);
});

test('a move that the browser drops because a page came leaves nothing behind', () => {
	fake.isDeaf = true;
	lay('sheet')();
	vi.advanceTimersByTime(2);
	history.pushState({ page: 'ben' }, '');
	vi.runAllTimers();
	fake.isDeaf = false;
	go(-1);
	expect([fake.state, router.mock.calls.length]).toEqual([{ page: 'ada' }, 1]);
	lay('later')();
	vi.runAllTimers();
	expect([fake.at, fake.state]).toEqual([1, { page: 'ada' }]);
});

test('what the router writes over the page while a layer lies on it, the page keeps', () => {
	const gone = lay('sheet');
	history.replaceState({ page: 'ada', tag: 'pharma' }, '', '#/ada');
	gone();
	vi.runAllTimers();
	expect([fake.at, fake.state]).toEqual([1, { page: 'ada', tag: 'pharma' }]);
});

describe('a page loaded anew under a layer', () => {
	const INDEX = 'sveltekit:history';

	beforeEach(async () => {
		fake.entries[1] = { page: 'ada', [INDEX]: 7 };
		fake.pushState({ page: 'ada', [INDEX]: 7, 'kith:layer': 1 });
		vi.resetModules();
		layers = await import('./layers-back');
		({ beforeRouter } = await import('./before-router'));
		// The router wipes the mark away.
		fake.replaceState({ page: 'ada', [INDEX]: 7 });
	});

	test('is one step back, as it was', () => {
		layers.forgetLayers();
		vi.runAllTimers();
		expect([fake.at, router.mock.calls.length]).toEqual([1, 0]);
	});

	test('stays where another page has come meanwhile', () => {
		fake.pushState({ page: 'ben', [INDEX]: 8 });
		layers.forgetLayers();
		vi.runAllTimers();
		expect(fake.state).toEqual({ page: 'ben', [INDEX]: 8 });
	});

	test('stays where somebody went Back meanwhile', () => {
		go(-1);
		layers.forgetLayers();
		vi.runAllTimers();
		expect(fake.at).toBe(1);
	});
});

test('a step without its layer is gone past, and Forward does not bring the layer back', () => {
	const gone = [lay('sheet'), lay('another')];
	history.pushState({ page: 'ben' }, '');
	for (const each of gone) each();
	vi.runAllTimers();
	go(-1);
	// The router has turned to the page; the dead step under it is not to be noticed.
	expect([fake.at, fake.state]).toEqual([1, { page: 'ada' }]);
	go(1);
	expect(fake.at).toBe(1);
});
