/* The letter of today on one device: put off until tomorrow, and kept while it is written. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '$lib/domain/day';
import type { Person } from '$lib/domain/records/person';
import { aBook, aPerson, anId, TestClock, write } from '../../../tests/support/books';
import { Kith } from './kith.svelte';
import { Letter } from './letter.svelte';
import { Standings } from './standings.svelte';
import { wordsKept } from './words-kept';

const ends: (() => void)[] = [];

beforeEach(() => localStorage.clear());
afterEach(() => ends.splice(0).forEach((end) => end()));

/** Somebody one texts, with a child. */
async function aDevice(friends: readonly Person[]) {
	const clock = new TestClock();
	const book = await aBook('a', clock);
	write(book, (draft) => {
		for (const [index, person] of friends.entries()) {
			draft.add('person', person);
			const name = `Max ${index}`;
			draft.add('circle', { id: anId<'circle'>(), person: person.id, name, relation: 'child' });
		}
	});
	await book.openYears(2026, async () => undefined);
	return { book, clock };
}

/** A page of the device that shows the letter. */
async function aPage({ book, clock }: Awaited<ReturnType<typeof aDevice>>) {
	const kith = new Kith(book, clock.now);
	let letter!: Letter;
	const end = $effect.root(() => {
		letter = new Letter(kith, new Standings(kith));
		// Somebody looks: without it nothing follows the book.
		$effect(() => void letter.today);
		ends.push(kith.clock.run());
	});
	ends.push(end);
	flushSync();
	expect(letter.today).toBeUndefined();
	await new Promise((resolve) => setTimeout(resolve));
	flushSync();
	return { kith, letter };
}

function friend(fields: Partial<Person> = {}): Person {
	return aPerson({ texting: 'we-text', ...fields });
}

test('declined is somebody else, also after a reload, and until tomorrow', async () => {
	const [one, two] = [friend(), friend()];
	const device = await aDevice([one, two]);
	const { letter } = await aPage(device);
	expect(letter.today?.person.id).toBe(one.id);
	letter.decline(one);
	expect(letter.today?.person.id).toBe(two.id);
	const again = await aPage(device);
	expect(again.letter.today?.person.id).toBe(two.id);
	again.letter.decline(two);
	expect(again.letter.today).toBeUndefined();
	device.clock.ms += 86_400_000;
	const next = await aPage(device);
	expect(next.letter.today?.person.id).toBe(one.id);
});

test('not today is nobody today', async () => {
	const device = await aDevice([friend(), friend()]);
	const { letter, kith } = await aPage(device);
	letter.notToday();
	expect(letter.today).toBeUndefined();
	await wordsKept(kith.book);
	expect((await aPage(device)).letter.today).toBeUndefined();
	device.clock.ms += 86_400_000;
	document.dispatchEvent(new Event('visibilitychange'));
	expect(letter.today).toBeDefined();
});

test('who is being written to stays, though another one comes nearer', async () => {
	const [one, two] = [friend(), friend()];
	const device = await aDevice([one, two]);
	const { letter, kith } = await aPage(device);
	letter.keep(one);
	write(device.book, (draft) =>
		draft.add('moment', {
			id: anId<'moment'>(),
			person: two.id,
			kind: 'other',
			label: 'Liv’s recital',
			day: addDays(kith.clock.today, 1),
			yearly: false
		})
	);
	expect(letter.today?.person.id).toBe(one.id);
	letter.decline(one);
	expect(letter.today?.person.id).toBe(two.id);
});

test('what lies there damaged is as if nothing had been answered', async () => {
	localStorage.setItem('kith:left:letter', '{"day":1}');
	const { letter } = await aPage(await aDevice([friend()]));
	expect(letter.today).toBeDefined();
});
