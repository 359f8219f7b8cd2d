// The order of people by name and by company, as the language of the device has it, kept between screens.
import { fold } from '$lib/domain/fold';
import { Ordered } from '$lib/domain/ordered';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { locale } from './language';

const collator = new Intl.Collator(locale, { numeric: true });
const byLetter = new Intl.Collator(locale, { sensitivity: 'base' });
const letters = new Map<string, string>();
const orders = new WeakMap<
	Kith,
	{ readonly name: Ordered<Person>; readonly company: Ordered<Person> }
>();

/** The order of a book's people; the same one each time, so that it need not begin anew. */
export function orderOf(kith: Kith, by: 'name' | 'company'): Ordered<Person> {
	let held = orders.get(kith);
	if (!held) {
		held = {
			name: new Ordered(byName, (a, b) => a.name === b.name),
			company: new Ordered(byCompany, (a, b) => a.name === b.name && a.company === b.company)
		};
		orders.set(kith, held);
	}
	return held[by];
}

/** The letter a name stands under: without its accent, unless the language has it as a letter of its own. */
export function letterOf(name: string): string {
	const first = String.fromCodePoint(name.trimStart().codePointAt(0) ?? 0);
	const held = letters.get(first);
	if (held !== undefined) return held;
	const plain = fold(first).slice(0, 1) || first;
	const own = byLetter.compare(plain, first) === 0 ? plain : first;
	const letter = /\p{L}/u.test(own) ? own.toLocaleUpperCase() : '#';
	letters.set(first, letter);
	return letter;
}

function byName(a: Person, b: Person): number {
	return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/** Those without a company come last. */
function byCompany(a: Person, b: Person): number {
	if (!a.company !== !b.company) return a.company ? -1 : 1;
	return collator.compare(a.company ?? '', b.company ?? '') || byName(a, b);
}
