// Short names that tell people apart where there is little room: first names, and where two share one,
// as much of the family name as it takes.
import type { Id } from '$lib/domain/id';
import type { Person } from '$lib/domain/records/person';
import { firstName } from './say';

type Named = Pick<Person, 'id' | 'name' | 'givenName' | 'familyName'>;

/** A name of at most so many letters for each of the people, the same for two only if they share all of it. */
export function namesApart(
	people: readonly Named[],
	letters: number
): ReadonlyMap<Id<'person'>, string> {
	const names = new Map(people.map((one) => [one.id, clip(firstName(one), letters)]));
	for (const more of [1, 2, 3, Infinity]) {
		const taken = counted(names.values());
		for (const one of people) {
			if ((taken.get(names.get(one.id) ?? '') ?? 0) > 1) {
				names.set(one.id, withFamily(one, more, letters));
			}
		}
	}
	return names;
}

/* "Dana W.": the first name gives way before what tells two apart does. */
function withFamily(one: Named, more: number, letters: number): string {
	const family = [...familyName(one)];
	if (family.length === 0) return clip(firstName(one), letters);
	const wanted = Math.min(more, Math.max(1, letters - 4));
	const end = family.length > wanted ? `${family.slice(0, wanted).join('')}.` : family.join('');
	return `${clip(firstName(one), letters - [...end].length - 1)} ${end}`;
}

function familyName({ familyName, name }: Named): string {
	return familyName?.trim() || name.trim().split(/\s+/).slice(1).at(-1) || '';
}

function clip(name: string, letters: number): string {
	const all = [...name];
	return all.length > letters ? `${all.slice(0, Math.max(letters - 1, 1)).join('')}…` : name;
}

function counted(names: Iterable<string>): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
	return found;
}
