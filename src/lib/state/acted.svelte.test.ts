/* Back from a call: asked once, in one tab, within half a day, about somebody who is still there. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { KEYRING_KEY } from '$lib/store/keyring-key';
import { aBook, aPerson, NOON, TestClock, write } from '../../../tests/support/books';
import { Acting } from './acted.svelte';
import { Kith } from './kith.svelte';
import { wordsKept } from './words-kept';

const HOUR = 3_600_000;
const ends: (() => void)[] = [];

beforeEach(() => localStorage.clear());
afterEach(() => ends.splice(0).forEach((end) => end()));

/** Locks of one browser: a name is held by one at a time, the others wait. */
function someLocks(): LockManager {
	let last: Promise<unknown> = Promise.resolve();
	const request = (name: string, work: (lock: Lock) => unknown): Promise<unknown> =>
		(last = last.then(() => work({ name, mode: 'exclusive' })));
	return { request } as LockManager;
}

/** A device with Dana in its book; a page of it is one `Acting`. */
async function aDevice() {
	const clock = new TestClock();
	const book = await aBook('a', clock);
	// A book in memory keeps nothing beside it.
	const beside = new Map<string, string>();
	book.getLocal = async (key) => beside.get(key);
	book.setLocal = async (key, value) => void beside.set(key, value);
	const dana = aPerson({ name: 'Dana Whitlock' });
	write(book, (draft) => draft.add('person', dana));
	const locks = someLocks();
	const aPage = (): Acting => new Acting(new Kith(book, clock.now), locks);
	return { aPage, book, clock, dana, beside };
}

/** A link as it stands in a row of a screen. */
function aLink(href: string, person?: string): HTMLAnchorElement {
	const row = document.createElement('p');
	if (person) row.dataset['person'] = person;
	const link = document.createElement('a');
	link.href = href;
	link.append(document.createElement('span'));
	row.append(link);
	document.body.append(row);
	ends.push(() => row.remove());
	link.addEventListener('click', (event) => event.preventDefault());
	return link;
}

test.each([
	['tel:+15550100', 'call'],
	['sms:+15550100', 'text'],
	['https://wa.me/15550100', 'message'],
	['mailto:dana@example.org', 'email']
])('a tap on %s is asked about, also by the next page', async (href, kind) => {
	const { aPage, dana } = await aDevice();
	const page = aPage();
	ends.push(page.listen());
	aLink(href, dana.id).querySelector('span')?.click();
	const next = aPage();
	await next.look();
	expect(next.asked).toEqual({ person: dana, kind, at: NOON });
});

test('what was passed on by the tap is asked about with it, by that tap alone', async () => {
	const { aPage, book, dana } = await aDevice();
	const page = aPage();
	ends.push(page.listen());
	const article = { id: book.newId('article'), title: 'Bees', savedOn: '2026-11-02' as Day };
	write(book, (draft) => draft.add('article', article));
	const link = aLink('sms:+15550100', dana.id);
	link.parentElement!.dataset['article'] = article.id;
	link.click();
	const next = aPage();
	await next.look();
	expect(next.asked).toEqual({ person: dana, kind: 'text', at: NOON, article });
	await next.settle();
	aLink('tel:+15550100', dana.id).click();
	await next.look();
	expect(next.asked).toEqual({ person: dana, kind: 'call', at: NOON });
});

test.each([
	['a link inside the app', '#/people', true],
	['a map', 'https://maps.apple.com/?q=Home', true],
	['a link about nobody', 'tel:+15550100', false]
])('%s begins nothing', async (_, href, about) => {
	const { aPage, dana } = await aDevice();
	const page = aPage();
	ends.push(page.listen());
	aLink(href, about ? dana.id : undefined).click();
	await page.look();
	expect(page.asked).toBeUndefined();
});

test('asked once: after an answer neither this page nor another asks', async () => {
	const { aPage, dana, book, beside } = await aDevice();
	const page = aPage();
	page.begin(dana.id, 'call');
	await page.look();
	await page.settle();
	expect(page.asked).toBeUndefined();
	for (const one of [page, aPage()]) {
		await one.look();
		expect(one.asked).toBeUndefined();
	}
	await wordsKept(book);
	expect([...beside.values()].join('')).toBe('');
	expect(localStorage).toHaveLength(0);
});

test('never in two tabs', async () => {
	const { aPage, dana } = await aDevice();
	const [one, two] = [aPage(), aPage()];
	one.begin(dana.id, 'call');
	await one.look();
	const other = two.look();
	await settled();
	expect(one.asked?.person).toEqual(dana);
	expect(two.asked).toBeUndefined();
	await one.settle();
	await other;
	expect(two.asked).toBeUndefined();
});

test('what is begun while it is being looked is not missed', async () => {
	const { aPage, dana, book } = await aDevice();
	const page = aPage();
	let answer = (): void => undefined;
	book.getLocal = () => new Promise((resolve) => (answer = () => resolve(undefined)));
	const looking = page.look();
	await settled();
	page.begin(dana.id, 'call');
	void page.look();
	answer();
	await looking;
	expect(page.asked?.person).toEqual(dana);
});

test.each([
	['just now', 0, true],
	['half a day later', 12 * HOUR, true],
	['when nobody remembers', 12 * HOUR + 1, false],
	['with the clock set back an hour', -HOUR, true]
])('asked %s: %d ms, %s', async (_, later, asked) => {
	const { aPage, dana, clock } = await aDevice();
	aPage().begin(dana.id, 'call');
	clock.ms += later;
	const page = aPage();
	await page.look();
	expect(page.asked !== undefined).toBe(asked);
});

test('what is too old is let go of for good', async () => {
	const { aPage, dana, clock } = await aDevice();
	aPage().begin(dana.id, 'call');
	clock.ms += 13 * HOUR;
	await aPage().look();
	clock.ms = NOON;
	const page = aPage();
	await page.look();
	expect(page.asked).toBeUndefined();
});

test('nobody in the trash, and nobody who is gone', async () => {
	const { aPage, dana, book } = await aDevice();
	const page = aPage();
	page.begin(dana.id, 'call');
	write(book, (draft) => draft.edit('person', dana.id, { trashedAt: '2026-11-21T12:00:00Z' }));
	await page.look();
	expect(page.asked).toBeUndefined();
	page.begin(book.newId('person'), 'call');
	await page.look();
	expect(page.asked).toBeUndefined();
});

test('what lies there damaged is no question', async () => {
	const { aPage } = await aDevice();
	for (const words of ['{', '{"person":1}', '[]']) {
		localStorage.setItem('kith:left:acted', words);
		const page = aPage();
		await page.look();
		expect(page.asked).toBeUndefined();
	}
});

test('with the lock on it is kept beside the book only', async () => {
	const { aPage, dana, book } = await aDevice();
	localStorage.setItem(KEYRING_KEY, '{}');
	aPage().begin(dana.id, 'text');
	await wordsKept(book);
	expect(localStorage).toHaveLength(1);
	const page = aPage();
	await page.look();
	expect(page.asked?.person).toEqual(dana);
});

test('it is asked on coming back, not while away', async () => {
	const { aPage, dana } = await aDevice();
	const page = aPage();
	ends.push(page.attend());
	await settled();
	let state = 'hidden';
	Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
	ends.push(() => Reflect.deleteProperty(document, 'visibilityState'));
	page.begin(dana.id, 'call');
	document.dispatchEvent(new Event('visibilitychange'));
	await settled();
	expect(page.asked).toBeUndefined();
	state = 'visible';
	document.dispatchEvent(new Event('visibilitychange'));
	await settled();
	expect(page.asked?.kind).toBe('call');
});

/** Resolves when nothing is on its way any more. */
function settled(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
