// The browser's offer to install is kept from its first moment, used once, and a no is remembered.
import { beforeEach, expect, test, vi } from 'vitest';
import { aBook, TestClock } from '../../../tests/support/books';
import { FirstRun } from './first-run.svelte';
import { installingOf } from './installing.svelte';
import { Kith } from './kith.svelte';

const prompt = vi.fn(() => Promise.resolve());
const clock = new TestClock();
let kith: Kith;

function anOffer(outcome: 'accepted' | 'dismissed'): Event {
	const event = new Event('beforeinstallprompt', { cancelable: true });
	return Object.assign(event, { prompt, userChoice: Promise.resolve({ outcome }) });
}

beforeEach(async () => {
	localStorage.clear();
	prompt.mockClear();
	window.kithOffer = undefined;
	kith = new Kith(await aBook('laptop', clock), clock.now);
});

test('an offer that came before anything was loaded is there', async () => {
	window.kithOffer = anOffer('accepted');
	const installing = installingOf(kith);
	expect(installing.canInstall).toBe(true);
	await installing.install();
	expect(prompt).toHaveBeenCalledTimes(1);
	expect(installing.canInstall).toBe(false);
	expect(new FirstRun().now.install).toBeUndefined();
});

test('an offer that comes later is kept, and the browser shows nothing by itself', () => {
	const installing = installingOf(kith);
	expect(installing.canInstall).toBe(false);
	const offer = anOffer('accepted');
	window.dispatchEvent(offer);
	expect(offer.defaultPrevented).toBe(true);
	expect(installing.canInstall).toBe(true);
	expect(prompt).not.toHaveBeenCalled();
	window.dispatchEvent(new Event('appinstalled'));
	expect(installing.canInstall).toBe(false);
	window.dispatchEvent(anOffer('accepted'));
	expect(installing.canInstall).toBe(false);
});

test('a no in the browser’s own question is remembered on this device', async () => {
	window.kithOffer = anOffer('dismissed');
	await installingOf(kith).install();
	expect(new FirstRun().now.install).toBe('over');
});

test('an offer that has run out is let go', async () => {
	window.kithOffer = anOffer('accepted');
	prompt.mockRejectedValueOnce(new DOMException('', 'InvalidStateError'));
	const installing = installingOf(kith);
	await installing.install();
	expect(installing.canInstall).toBe(false);
});
