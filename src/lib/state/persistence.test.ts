// The browser is asked to keep the book once, when there is something of the rep's own in it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aBook, aNote, aPerson, TestClock, write } from '../../../tests/support/books';
import { FirstRun } from './first-run.svelte';
import { Kith } from './kith.svelte';
import { watchPersistence } from './persistence';

const clock = new TestClock();
const persist = vi.fn(() => Promise.resolve(true));
let kith: Kith;
let isKept: boolean;
let userAgent: string;

beforeEach(async () => {
	localStorage.clear();
	persist.mockClear();
	[isKept, userAgent] = [false, 'Chrome/126.0.0.0 Safari/537.36'];
	vi.stubGlobal('navigator', {
		get userAgent() {
			return userAgent;
		},
		storage: { persist, persisted: () => Promise.resolve(isKept) }
	});
	kith = new Kith(await aBook('laptop', clock), clock.now);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const add = (...[fields]: Parameters<typeof aPerson>): unknown =>
	write(kith.book, (draft) => draft.add('person', aPerson(fields)));
/** Whatever was begun has come to its end. */
const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20));

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0';

test('after the first person, and once with each start until it is promised', async () => {
	watchPersistence(kith);
	await settled();
	expect(persist).not.toHaveBeenCalled();
	add();
	await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
	add();
	await settled();
	expect(persist).toHaveBeenCalledTimes(1);
	watchPersistence(kith);
	await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(2));
	isKept = true;
	watchPersistence(kith);
	await settled();
	expect(persist).toHaveBeenCalledTimes(2);
});

test('after the first words that were saved', async () => {
	watchPersistence(kith);
	write(kith.book, (draft) => draft.add('note', aNote()));
	await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
});

test('not for sample people, and then for the first of the rep’s own', async () => {
	watchPersistence(kith);
	add({ batch: 'sample' });
	await settled();
	expect(persist).not.toHaveBeenCalled();
	add();
	await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
});

test('a book that was there before is asked for, one that is promised is not', async () => {
	add();
	isKept = true;
	watchPersistence(kith);
	await settled();
	expect(persist).not.toHaveBeenCalled();
	localStorage.clear();
	isKept = false;
	watchPersistence(kith);
	await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
});

test('Firefox asks the rep: a sentence comes before its question', async () => {
	userAgent = FIREFOX;
	watchPersistence(kith);
	add();
	await vi.waitFor(() => expect(kith.toasts.current?.text).toMatch(/^Firefox will ask/));
	expect(persist).not.toHaveBeenCalled();
	// A page closed before the question was put is no answer.
	expect(new FirstRun().now.keep).toBeUndefined();
	await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1), 4_000);
	await vi.waitFor(() => expect(new FirstRun().now.keep).toBe('asked'));
	watchPersistence(kith);
	await settled();
	expect(persist).toHaveBeenCalledTimes(1);
});
