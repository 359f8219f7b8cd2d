// What a rep does with many people at once: tag, set a cadence, trash. Each is one step to undo.
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { count } from './say';
import { write } from './writing';

/** Gives a tag to all who do not have it yet. */
export function tagPeople(kith: Kith, people: readonly Person[], tag: string): void {
	const without = people.filter(({ tags = [] }) => !tags.includes(tag));
	if (without.length === 0) return;
	write(
		kith,
		(draft) => {
			for (const { id, tags = [] } of without) draft.edit('person', id, { tags: [...tags, tag] });
		},
		`${many(without)} tagged “${tag}”`
	);
}

/** Takes a tag off all who have it. */
export function untagPeople(kith: Kith, people: readonly Person[], tag: string): void {
	const having = people.filter(({ tags = [] }) => tags.includes(tag));
	if (having.length === 0) return;
	write(
		kith,
		(draft) => {
			for (const { id, tags = [] } of having) {
				const rest = tags.filter((other) => other !== tag);
				draft.edit('person', id, { tags: rest.length > 0 ? rest : undefined });
			}
		},
		`“${tag}” taken off ${many(having)}`
	);
}

/**
 * Sets how many days may pass.
 * @param cadence days; 0: not tracked; undefined: as usual
 */
export function setCadence(
	kith: Kith,
	people: readonly Person[],
	cadence: number | undefined
): void {
	const others = people.filter((person) => person.cadence !== cadence);
	if (others.length === 0) return;
	write(
		kith,
		(draft) => {
			for (const { id } of others) draft.edit('person', id, { cadence });
		},
		cadence === undefined || cadence === 0
			? `${many(others)}: ${cadence === undefined ? 'as usual' : 'not tracked'}`
			: `${many(others)}: every ${count(cadence, 'day')}`
	);
}

/** Moves people to the trash; their places in the Top Ten end. */
export function trashPeople(kith: Kith, people: readonly Person[]): void {
	if (people.length === 0) return;
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	write(
		kith,
		(draft) => {
			for (const { id } of people) {
				draft.edit('person', id, { trashedAt });
				for (const slot of kith.book.about('slot', id)) {
					if (slot.to === undefined) draft.edit('slot', slot.id, { to: kith.clock.today });
				}
			}
		},
		`${many(people)} ${people.length === 1 ? 'is' : 'are'} in the trash`
	);
}

/** Every tag in use and how many people have it, the most used first. */
export function tagsInUse(people: readonly Person[]): { tag: string; people: number }[] {
	const counts = new Map<string, number>();
	for (const { tags = [] } of people) {
		for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	}
	return [...counts]
		.map(([tag, people]) => ({ tag, people }))
		.sort((a, b) => b.people - a.people || (a.tag < b.tag ? -1 : 1));
}

function many(people: readonly Person[]): string {
	const [only] = people;
	return people.length === 1 && only ? only.name : count(people.length, 'person', 'people');
}
