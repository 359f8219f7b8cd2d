// What a rep does with people: add, change, trash, bring back, seat in the Top Ten.
import { dayOfDate, partsOf } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import type { Person } from '$lib/domain/records/person';
import { freePlace, reorder } from '$lib/domain/ten-moves';
import type { Kith } from './kith.svelte';
import { write } from './writing';

/** A change to a person: `undefined` clears a field. */
export type PersonChange = { readonly [F in keyof Omit<Person, 'id'>]?: Person[F] | undefined };

/**
 * Adds a person; gives the id, or undefined when the book is read-only.
 * @param note what else there is to keep of the person, as a note of today
 */
export function addPerson(
	kith: Kith,
	fields: Omit<Person, 'id'>,
	note = ''
): Id<'person'> | undefined {
	const id = kith.book.newId('person');
	const { today: day } = kith.clock;
	const isWritten = write(kith, (draft) => {
		draft.add('person', { id, ...fields });
		if (note.trim() === '') return;
		const about = kith.book.newId('note', partsOf(day).year);
		draft.add('note', { id: about, people: [id], day, body: note });
	});
	return isWritten ? id : undefined;
}

/** Changes a person. */
export function editPerson(
	kith: Kith,
	id: Id<'person'>,
	change: PersonChange,
	said?: string
): void {
	write(kith, (draft) => draft.edit('person', id, change), said);
}

/** Moves a person to the trash; a place in the Top Ten ends. */
export function trashPerson(kith: Kith, person: Person): void {
	write(
		kith,
		(draft) => {
			draft.edit('person', person.id, { trashedAt: new Date(kith.clock.exactly()).toISOString() });
			for (const slot of kith.book.about('slot', person.id)) {
				if (slot.to === undefined) draft.edit('slot', slot.id, { to: kith.clock.today });
			}
		},
		`${person.name} is in the trash`
	);
}

/** Brings a person back from the trash, and to the place in the Top Ten that ended with it. */
export function bringBackPerson(kith: Kith, person: Person): void {
	const trashedOn = person.trashedAt && dayOfDate(new Date(person.trashedAt));
	const [left] = kith.book
		.about('slot', person.id)
		.filter(({ to }) => to !== undefined && to === trashedOn);
	const isFree = left && kith.ten.seating.seats[left.place - 1] === undefined;
	write(
		kith,
		(draft) => {
			draft.edit('person', person.id, { trashedAt: undefined });
			if (isFree) draft.edit('slot', left.id, { to: undefined });
		},
		`${person.name} is back${left && !isFree ? ', but the place in the ten is taken' : ''}`
	);
}

/**
 * Seats a person at the first free place of the Top Ten.
 * @returns 'seated', 'already' there, or 'full': then somebody has to give up a place
 */
export function seatPerson(kith: Kith, person: Person): 'seated' | 'already' | 'full' {
	if (kith.ten.places.has(person.id)) return 'already';
	const place = freePlace(kith.ten.seating);
	if (place === undefined) return 'full';
	seatAt(kith, person, place, `${person.name} is one of your ten`);
	return 'seated';
}

/** Seats a person at a place; whoever sat there leaves it today, and the membership is kept. */
export function swapIn(kith: Kith, person: Person, place: number, reason: string): void {
	const leaving = kith.ten.seating.seats[place - 1];
	const name = leaving && kith.book.get('person', leaving.person)?.name;
	seatAt(
		kith,
		person,
		place,
		name ? `${person.name} takes the place of ${name}` : `${person.name} is one of your ten`,
		reason
	);
}

/** Ends a membership today. */
export function leaveTen(kith: Kith, person: Person): void {
	write(
		kith,
		(draft) => {
			for (const slot of kith.book.about('slot', person.id)) {
				if (slot.to === undefined) draft.edit('slot', slot.id, { to: kith.clock.today });
			}
		},
		`${person.name} has left your ten`
	);
}

/** Moves the one at a place to another place. */
export function movePlace(kith: Kith, from: number, to: number): void {
	const places = reorder(kith.ten.seating, from, to);
	if (places.size === 0) return;
	write(kith, (draft) => {
		for (const [id, place] of places) draft.edit('slot', id, { place });
	});
}

function seatAt(kith: Kith, person: Person, place: number, said: string, reason?: string): void {
	const { today } = kith.clock;
	const leaving = kith.ten.seating.seats[place - 1];
	write(
		kith,
		(draft) => {
			if (leaving) {
				draft.edit('slot', leaving.id, { to: today, reason: reason?.trim() || undefined });
			}
			const id = kith.book.newId('slot', partsOf(today).year);
			draft.add('slot', { id, person: person.id, place, from: today });
		},
		said
	);
}
