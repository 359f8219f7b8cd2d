// Somebody of a circle who is, or becomes, a person of the book.
import type { Circle, Relation } from '$lib/domain/records/circle';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { relationWords } from './person-words';
import { write } from './writing';

/** Who works where the person works. */
const AT_WORK: readonly Relation[] = ['assistant', 'boss', 'colleague'];
/** Whom one does not get to know by an introduction. */
const NOT_INTRODUCED: readonly Relation[] = ['pet'];

/**
 * Makes a person of their own: the name, what they are to the person they came from, the birthday,
 * and who introduced them. One step to take back.
 */
export function makePerson(kith: Kith, member: Circle, of: Person): void {
	const { name, relation, birthday, about } = member;
	const id = kith.book.newId('person');
	const isAtWork = AT_WORK.includes(relation) && of.company !== undefined;
	const what =
		relation === 'other' ? `Close to ${of.name}` : `${of.name}’s ${relationWords[relation]}`;
	write(
		kith,
		(draft) => {
			draft.add('person', {
				...{ id, name, about: [what, about].filter(Boolean).join('. ') },
				...(isAtWork ? { company: of.company } : {}),
				...(NOT_INTRODUCED.includes(relation) ? {} : { introducedBy: of.id })
			});
			if (birthday !== undefined) {
				draft.add('moment', {
					...{ id: kith.book.newId('moment'), person: id, kind: 'birthday' },
					...{ day: birthday, yearly: true }
				});
			}
			draft.edit('circle', member.id, { self: id });
		},
		`${name} is a person of the book now`
	);
}

/** Says who of the book somebody in a circle is. */
export function linkMember(kith: Kith, { id, name }: Circle, own: Person): void {
	const same = name === own.name ? `${name} is in the book` : `${name} is ${own.name}`;
	write(kith, (draft) => draft.edit('circle', id, { self: own.id }), same);
}

/** They are two after all. */
export function unlinkMember(kith: Kith, { id, name }: Circle): void {
	write(
		kith,
		(draft) => draft.edit('circle', id, { self: undefined }),
		`${name} stands alone again`
	);
}
