// Who the rep has said not to be the same: remembered with the book, and taken back as easily.
import type { Id } from '$lib/domain/id';
import type { NotSame } from '$lib/domain/records/not-same';
import type { Person } from '$lib/domain/records/person';
import type { IsApart } from '$lib/domain/same-person';
import type { Kith } from './kith.svelte';
import { write } from './writing';

/** A word of the rep's on people who are all still here. */
export interface SaidApart {
	readonly mark: NotSame;
	readonly people: readonly Person[];
}

/** Remembers that these are not the same. */
export function sayNotSame(kith: Kith, people: readonly Id<'person'>[], said: string): void {
	const id = kith.book.newId('notSame');
	write(kith, (draft) => draft.add('notSame', { id, people: [...people] }), said);
}

/** Takes such a word back: they may be found again. */
export function takeNotSameBack(kith: Kith, mark: NotSame, said: string): void {
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	write(kith, (draft) => draft.edit('notSame', mark.id, { trashedAt }), said);
}

/** All that was said, the latest first; follows the book. */
export function saidApart({ live }: Kith): SaidApart[] {
	const book = live.read('notSame', 'person');
	const all = book.all('notSame').map((mark): SaidApart => {
		const people = mark.people.flatMap((id) => book.get('person', id) ?? []);
		return { mark, people: people.filter(({ trashedAt }) => trashedAt === undefined) };
	});
	const here = all.filter(({ people }) => people.length > 1);
	return here.sort((a, b) => (a.mark.id < b.mark.id ? 1 : -1));
}

/** Tells of two whether they were said not to be the same. */
export function apartBy(marks: readonly NotSame[]): IsApart {
	const pairs = new Set<string>();
	for (const { people } of marks) {
		for (const one of people) for (const other of people) pairs.add(`${one} ${other}`);
	}
	return (one, other) => pairs.has(`${one} ${other}`);
}
