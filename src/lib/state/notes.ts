// What a rep does with notes: save, change, sort out of the inbox, trash.
import { partsOf, type Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import type { Note } from '$lib/domain/records/note';
import type { Person } from '$lib/domain/records/person';
import type { Purpose, TouchKind } from '$lib/domain/records/touch';
import type { Kith } from './kith.svelte';
import { draftTouch } from './touches';

/** A note to be saved, with whatever was noticed in it and kept by the rep. */
export interface NoteDraft {
	readonly body: string;
	readonly people: readonly Id<'person'>[];
	/** Names to add as new people, and to link the note to. */
	readonly newPeople?: readonly string[];
	/** A touch the note is about, once there is at least one person. */
	readonly touch?: { readonly kind: TouchKind; readonly purpose: Purpose; readonly day: Day };
	/** A promise made in it. */
	readonly promise?: { readonly text: string; readonly due: Day };
}

/** Saves a note and what belongs to it in one step; gives its id, or undefined when read-only. */
export function saveNote(kith: Kith, note: NoteDraft): Id<'note'> | undefined {
	const { today } = kith.clock;
	const { year } = partsOf(today);
	const id = kith.book.newId('note', year);
	const done = kith.write((draft) => {
		const people = [...note.people];
		for (const name of note.newPeople ?? []) {
			const person = kith.book.newId('person');
			draft.add('person', { id: person, name });
			people.push(person);
		}
		const touch =
			note.touch && people.length > 0
				? draftTouch(kith, draft, { people, outcome: 'reached', ...note.touch })
				: undefined;
		draft.add('note', { id, people, day: today, body: note.body, ...(touch ? { touch } : {}) });
		if (note.promise) {
			const [person] = people;
			draft.add('promise', {
				id: kith.book.newId('promise'),
				...note.promise,
				...(person ? { person } : {}),
				note: id
			});
		}
	});
	return done ? id : undefined;
}

/** Changes the words of a note. */
export function editNote(kith: Kith, id: Id<'note'>, body: string): void {
	kith.write((draft) => draft.edit('note', id, { body }));
}

/** Links a note of the inbox to people, and the promises made in it. */
export function sortNote(kith: Kith, note: Note, people: readonly Person[]): void {
	const ids = people.map(({ id }) => id);
	const [first] = people;
	if (!first) return;
	kith.write(
		(draft) => {
			draft.edit('note', note.id, { people: ids });
			for (const promise of kith.book.all('promise')) {
				if (promise.note === note.id && promise.person === undefined) {
					draft.edit('promise', promise.id, { person: first.id });
				}
			}
		},
		`Moved to ${people.map(({ name }) => name).join(', ')}`
	);
}

/** Moves a note to the trash. */
export function trashNote(kith: Kith, note: Note): void {
	kith.write(
		(draft) =>
			draft.edit('note', note.id, { trashedAt: new Date(kith.clock.exactly()).toISOString() }),
		'The note is in the trash'
	);
}

/** The notes that are about nobody who is in the book, newest first. */
export function inboxOf(kith: Kith): Note[] {
	return kith.live
		.all('note')
		.filter(({ people }) => !people.some((id) => kith.live.get('person', id)))
		.sort((a, b) => (a.id < b.id ? 1 : -1));
}
