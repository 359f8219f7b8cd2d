// Whom the rep called the same person becomes one, once: whatever is chosen with another device meanwhile,
// and also when the page goes before it is done.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aPerson, write } from '../../../tests/support/books';
import { TestDevice } from '../../../tests/support/devices';
import { MergeLook } from './device-asking.svelte';
import type { Kith } from './kith.svelte';
import * as merging from './merge-people';
import { joinChosen, keepChosen } from './same-chosen';
import { undo } from './undoing';

let device: TestDevice;
let kith: Kith;
const people = ['Ada', 'Ada L', 'Omar', 'Omar B'].map((name) => aPerson({ name }));
const [ada, twin, omar, other] = people as [
	(typeof people)[0],
	(typeof people)[0],
	(typeof people)[0],
	(typeof people)[0]
];
const all = (): boolean => true;
const names = (): string[] => kith.book.all('person').map(({ name }) => name);

beforeEach(async () => {
	device = new TestDevice();
	kith = await device.open();
	write(kith.book, (draft) => {
		for (const person of people) draft.add('person', person);
	});
	await kith.book.saved();
});
afterEach(async () => {
	vi.restoreAllMocks();
	await device.end();
});

test('what was chosen with one device waits while another is asked about', async () => {
	await Promise.all([
		keepChosen(kith.book, 'laptop', [[ada.id, twin.id]]),
		keepChosen(kith.book, 'tablet', [[omar.id, other.id]])
	]);
	await joinChosen(kith, (from) => from === 'laptop');
	expect(names()).toEqual(['Ada', 'Omar', 'Omar B']);
	await joinChosen(kith, (from) => from === 'tablet');
	expect(names()).toEqual(['Ada', 'Omar']);
});

test('a second look at the same device keeps what still waits', async () => {
	const late = aPerson({ name: 'Ada late' });
	await keepChosen(kith.book, 'laptop', [[ada.id, late.id]]);
	await keepChosen(kith.book, 'laptop', [[omar.id, other.id]]);
	await joinChosen(kith, all);
	expect(names()).toEqual(['Ada', 'Ada L', 'Omar']);
	write(kith.book, (draft) => draft.add('person', late));
	await joinChosen(kith, all);
	expect(names()).toEqual(['Ada', 'Ada L', 'Omar']);
});

test('a page that goes while it is done does it at the next start', async () => {
	await keepChosen(kith.book, 'laptop', [[ada.id, twin.id]]);
	vi.spyOn(merging, 'mergePeople').mockReturnValueOnce(new Promise(() => undefined));
	void joinChosen(kith, all);
	await new Promise((resolve) => setTimeout(resolve, 20));
	await device.close();
	vi.restoreAllMocks();
	kith = await device.open();
	expect(names()).toContain('Ada L');
	await new MergeLook(kith).joinEarlier();
	expect(names()).not.toContain('Ada L');
	expect(kith.toasts.current?.text).toBe('1 person was in the book twice and is one now');
});

test('it is done once: taken back, it stays taken back', async () => {
	await keepChosen(kith.book, 'laptop', [[ada.id, twin.id]]);
	await Promise.all([joinChosen(kith, all), joinChosen(kith, all)]);
	expect(undo(kith)).toBe(true);
	await joinChosen(kith, all);
	await device.close();
	kith = await device.open();
	await joinChosen(kith, all);
	expect(names()).toContain('Ada L');
});

test('where the book may not be written it waits', async () => {
	await keepChosen(kith.book, 'laptop', [[ada.id, twin.id]]);
	vi.spyOn(merging, 'mergePeople').mockResolvedValueOnce(undefined);
	await joinChosen(kith, all);
	vi.restoreAllMocks();
	await joinChosen(kith, all);
	expect(names()).not.toContain('Ada L');
});

test('where nobody was chosen nothing is waited for; else until all years have been read', async () => {
	kith.book.setReach('recent');
	await joinChosen(kith, all);
	await keepChosen(kith.book, 'laptop', [[ada.id, twin.id]]);
	const joined = joinChosen(kith, all);
	await kith.book.getLocal('device');
	await kith.book.getLocal('device');
	expect(names()).toHaveLength(4);
	kith.book.setReach('whole');
	await joined;
	expect(names()).toEqual(['Ada', 'Omar', 'Omar B']);
});
