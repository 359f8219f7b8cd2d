// What somebody is to the rep is dated, and said anew on one day it changes that day.
import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { aBook, anId, aPerson, TestClock, write } from '../../../tests/support/books';
import { closenessInWords, closenessOf, setCloseness } from './closeness';
import { Kith } from './kith.svelte';

test('closeness is dated; said anew on one day it changes that day', async () => {
	const dana = aPerson();
	const clock = new TestClock();
	let kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => draft.add('person', dana));
	const said = (): string => closenessInWords(closenessOf(kith, dana));
	setCloseness(kith, dana, 'customer');
	setCloseness(kith, dana, 'colleague');
	expect(kith.book.all('closeness')).toHaveLength(1);
	expect(said()).toMatch(/^Colleague since .*21.*2026$/);
	clock.ms += 40 * 86_400_000;
	kith = new Kith(kith.book, clock.now);
	setCloseness(kith, dana, 'friend');
	expect(said()).toMatch(/^Friend since .*31.*2026; colleague before$/);
	setCloseness(kith, dana, 'colleague');
	expect(kith.book.all('closeness')).toHaveLength(1);
	expect(said()).toMatch(/^Colleague since .*21.*2026$/);
});

test('what a device further east dated tomorrow is changed, and does not stay above what is said today', async () => {
	const dana = aPerson();
	const clock = new TestClock();
	const kith = new Kith(await aBook('phone', clock), clock.now);
	const record = { id: anId<'closeness'>(), person: dana.id, on: '2026-11-22' as Day };
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('closeness', { ...record, kind: 'customer' });
	});
	setCloseness(kith, dana, 'friend');
	expect(closenessOf(kith, dana)).toMatchObject([{ kind: 'friend', on: '2026-11-22' }]);
});
