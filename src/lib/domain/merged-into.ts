// Who somebody is now, after records of the same person have become one: along every step, also where
// two devices merged apart and the steps lead in a row or in a circle.
import { canonicalJson } from './canonical';
import type { Id } from './id';
import type { Person } from './records/person';
import { sha256Hex } from './sha256';

type PersonId = Id<'person'>;

/** Of two or more records of one person the one that stays: the same on every device. */
export function whoStays(ids: readonly PersonId[]): PersonId {
	return ids.reduce((least, id) => (id < least ? id : least));
}

/**
 * The record that stands for a person now. In a circle it is the smallest id of those in it.
 * @param intoOf where one was merged to; undefined for those who were not
 */
export function nowIs(id: PersonId, intoOf: (id: PersonId) => PersonId | undefined): PersonId {
	const way = [id];
	for (;;) {
		const last = way.at(-1) ?? id;
		const next = intoOf(last);
		if (next === undefined) return last;
		const seen = way.indexOf(next);
		if (seen >= 0) return whoStays(way.slice(seen));
		way.push(next);
	}
}

/** Which records belong together when pairs of them are the same person; only groups of two or more. */
export function groupsOf(pairs: readonly (readonly [PersonId, PersonId])[]): PersonId[][] {
	const groupById = new Map<PersonId, Set<PersonId>>();
	for (const [a, b] of pairs) {
		const group = new Set([a, b, ...(groupById.get(a) ?? []), ...(groupById.get(b) ?? [])]);
		for (const id of group) groupById.set(id, group);
	}
	return [...new Set(groupById.values())]
		.filter(({ size }) => size > 1)
		.map((one) => [...one].sort());
}

/**
 * A check sum over what a merged record says, by which it is noticed that another device has added
 * to it meanwhile.
 * @param mergers the devices that merged it, in any order
 */
export function mergedAs(person: Person, mergers: readonly string[]): string {
	const { trashedAt: _, mergedInto: __, mergedAs: ___, ...says } = person;
	const text = canonicalJson({ says, mergers: mergers.toSorted() });
	return sha256Hex(new TextEncoder().encode(text)).slice(0, 16);
}
