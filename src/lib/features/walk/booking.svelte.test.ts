// The rep's own opener waits for him when he looks at another person or leaves, until it is booked.
import { beforeEach, expect, test } from 'vitest';
import { aBook, aPerson, TestClock } from '../../../../tests/support/books';
import { Kith } from '$lib/state/kith.svelte';
import { WordsLeft } from '$lib/state/words-left';
import { Booking, OWN } from './booking.svelte';

const ada = aPerson();
const bo = aPerson({ name: 'Bo' });
let kith: Kith;

beforeEach(async () => {
	localStorage.clear();
	const clock = new TestClock();
	kith = new Kith(await aBook('phone', clock), clock.now);
});

/** Resolves after everything that a booking made before has read. */
const asRead = () => new WordsLeft(kith.book, 'book:nobody').read().then(() => Promise.resolve());

test('it is there again for this person, and for no other', async () => {
	new Booking(kith, ada).ownOpener = 'Max and his volcano';
	const again = new Booking(kith, ada);
	await expect.poll(() => again.ownOpener).toBe('Max and his volcano');
	expect(again.opener).toBe(OWN);
	const other = new Booking(kith, bo);
	await asRead();
	expect(other.ownOpener).toBe('');
	expect(again.take()).toMatchObject({ opener: 'Max and his volcano' });
	const third = new Booking(kith, ada);
	await asRead();
	expect(third.ownOpener).toBe('');
	expect(third.opener).not.toBe(OWN);
});

test('what is typed at once is not written over', async () => {
	new Booking(kith, ada).ownOpener = 'Max';
	const again = new Booking(kith, ada);
	again.ownOpener = 'Purdue';
	await asRead();
	expect(again.ownOpener).toBe('Purdue');
});
