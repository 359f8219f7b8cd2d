// Two devices that know the same people, for what happens when records of one person become one, here or apart.
import { expect } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { Moment } from '$lib/domain/records/moment';
import type { Person } from '$lib/domain/records/person';
import { tableNames } from '$lib/domain/records/tables';
import type { Kith } from '$lib/state/kith.svelte';
import { settleMerged } from '$lib/state/merge-people';
import { aKith } from './backups';
import { anId, digest, send, TestClock, write } from './books';

/** So much later comes what is done next. */
export const LATER_MS = 60_000;

/** Somebody of a book, in the trash or not. */
export function personIn({ book }: Kith, id: string): Person {
	const found = book.get('person', id);
	if (!found) throw new Error('nobody there');
	return found;
}

/** Everything the rep can see outside the trash, as one text. */
export const seen = ({ book }: Kith): string =>
	JSON.stringify(tableNames.map((table) => book.all(table)));

/** A birthday, with its year or without. */
export function bornIn({ id }: Person, day: string, label?: string): Moment {
	return {
		...{ id: anId<'moment'>(), person: id, kind: 'birthday', day: day as Day, yearly: true },
		...(label ? { label } : {})
	};
}

/** Two devices that have heard of the same people, and the clock of both. */
export async function twoBooks(...people: readonly Person[]): Promise<[Kith, Kith, TestClock]> {
	const clock = new TestClock();
	const [phone, laptop] = [await aKith('phone', clock), await aKith('laptop', clock)];
	write(phone.book, (draft) => {
		for (const one of people) draft.add('person', one);
	});
	send(phone.book, laptop.book);
	clock.ms += LATER_MS;
	return [phone, laptop, clock];
}

/** They exchange all there is and settle it until nobody writes any more; then both hold the same. */
export async function meet(...all: readonly [Kith, Kith]): Promise<void> {
	const exchange = (): void => {
		for (const from of all) for (const to of all) if (from !== to) send(from.book, to.book);
	};
	for (let round = 0; round < 4; round++) {
		exchange();
		let written = 0;
		for (const kith of all) written += await settleMerged(kith);
		if (written === 0) break;
	}
	exchange();
	expect(digest(all[0].book)).toBe(digest(all[1].book));
}
