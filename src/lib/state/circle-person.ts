// Somebody of a circle who is, or becomes, a person of the book.
import { nextInSeries } from '$lib/domain/derived-id';
import type { Id } from '$lib/domain/id';
import type { Circle, Relation } from '$lib/domain/records/circle';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { relationWords } from './person-words';
import { write } from './writing';

/** Fields of somebody in a circle; `undefined` clears one. */
export type MemberChange = { readonly [F in keyof Omit<Circle, 'id'>]?: Circle[F] | undefined };

/** Who works where the person works. */
const AT_WORK: readonly Relation[] = ['assistant', 'boss', 'colleague'];
/** Whom one does not get to know by an introduction. */
const NOT_INTRODUCED: readonly Relation[] = ['pet'];

/**
 * Makes a person of their own: the name, what they are to the person they came from, the birthday,
 * and who introduced them. Devices that do so apart make one person, by the same id; who was made before
 * is linked, and comes back from the trash. One step to take back.
 * @param corrected fields of the member that are kept along with it
 */
export function makePerson(
	kith: Kith,
	member: Circle,
	of: Person,
	corrected: MemberChange = {}
): void {
	const { book } = kith;
	const { name, relation, birthday, about } = { ...member, ...corrected } as Circle;
	const derived = nextInSeries(member.id as Id as Id<'person'>);
	// One who was erased stays so; this one is somebody new.
	const id = book.isErased(derived) ? book.newId('person') : derived;
	const made = book.get('person', id);
	const isAtWork = AT_WORK.includes(relation) && of.company !== undefined;
	const what = relationTo(of.name, relation);
	write(
		kith,
		(draft) => {
			if (made === undefined) {
				draft.add('person', {
					...{ id, name, about: [what, about].filter(Boolean).join('. ') },
					...(isAtWork ? { company: of.company } : {}),
					...(NOT_INTRODUCED.includes(relation) ? {} : { introducedBy: of.id })
				});
				if (birthday !== undefined) {
					draft.add('moment', {
						...{ id: nextInSeries(id as Id as Id<'moment'>), person: id, kind: 'birthday' },
						...{ day: birthday, yearly: true }
					});
				}
			} else if (made.trashedAt !== undefined) {
				draft.edit('person', id, { trashedAt: undefined });
			}
			draft.edit('circle', member.id, { ...corrected, self: id });
		},
		`${made?.name ?? name} is a person of the book now`
	);
}

/** "Dana Whitlock’s sister". */
function relationTo(name: string, relation: Relation): string {
	return relation === 'other' ? `Close to ${name}` : `${name}’s ${relationWords[relation]}`;
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
