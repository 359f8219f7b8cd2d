// What a rep does with notes: save, change, sort out of the inbox, trash.
import { partsOf, type Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import type { Note } from '$lib/domain/records/note';
import type { Person } from '$lib/domain/records/person';
import type { Plan } from '$lib/domain/records/plan';
import type { Outcome, Purpose, TouchKind } from '$lib/domain/records/touch';
import type { Kith } from './kith.svelte';
import { closePlan, draftTouch } from './touches';
import { undo } from './undoing';
import { write } from './writing';

/** A note to be saved, with whatever was noticed in it and kept by the rep. */
export interface NoteDraft {
	readonly body: string;
	readonly people: readonly Id<'person'>[];
	/** Names to add as new people, and to link the note to. */
	readonly newPeople?: readonly string[];
	/** A touch the note is about, once there is at least one person. */
	readonly touch?: {
		readonly kind: TouchKind;
		readonly purpose: Purpose;
		readonly outcome: Outcome;
		readonly day: Day;
	};
	/** The booked touch that is done with it. */
	readonly plan?: Plan;
	/** Promises made in it. */
	readonly promises?: readonly { readonly text: string; readonly due: Day }[];
}

/** A note that has been handed to the book, and how to take it back with all that came with it. */
export interface SavedNote {
	readonly id: Id<'note'>;
	readonly people: readonly Id<'person'>[];
	readonly undo: () => void;
}

/** Saves a note and what belongs to it in one step; undefined when the book is read-only. */
export function saveNote(kith: Kith, note: NoteDraft): SavedNote | undefined {
	const { today } = kith.clock;
	const { year } = partsOf(today);
	const id = kith.book.newId('note', year);
	const people = [...note.people];
	const done = write(kith, (draft) => {
		for (const name of note.newPeople ?? []) {
			const person = kith.book.newId('person');
			draft.add('person', { id: person, name });
			people.push(person);
		}
		const touch =
			note.touch && people.length > 0
				? draftTouch(kith, draft, { people, ...note.touch })
				: undefined;
		if (touch && note.touch && note.plan) {
			closePlan(kith, draft, note.plan, { closedOn: note.touch.day, touch });
		}
		draft.add('note', { id, people, day: today, body: note.body, ...(touch ? { touch } : {}) });
		for (const promise of note.promises ?? []) {
			const [person] = people;
			draft.add('promise', {
				id: kith.book.newId('promise'),
				...promise,
				...(person ? { person } : {}),
				note: id
			});
		}
	});
	const step = kith.steps.latest;
	return done && step ? { id, people, undo: () => void undo(kith, step) } : undefined;
}

/** Changes the words of a note. */
export function editNote(kith: Kith, id: Id<'note'>, body: string): void {
	const editedAt = new Date(kith.clock.exactly()).toISOString();
	write(kith, (draft) => draft.edit('note', id, { body, editedAt }));
}

/**
 * Links a note of the inbox to people, and the promises made in it.
 * @param newNames people to add first
 */
export function sortNote(
	kith: Kith,
	note: Note,
	people: readonly Person[],
	newNames: readonly string[] = []
): void {
	const added = newNames.map((name) => ({ id: kith.book.newId('person'), name }));
	const all = [...people, ...added];
	const [first] = all;
	if (!first) return;
	write(
		kith,
		(draft) => {
			for (const person of added) draft.add('person', person);
			draft.edit('note', note.id, { people: all.map(({ id }) => id) });
			for (const promise of kith.book.all('promise')) {
				if (promise.note === note.id && promise.person === undefined) {
					draft.edit('promise', promise.id, { person: first.id });
				}
			}
		},
		`Moved to ${all.map(({ name }) => name).join(', ')}`
	);
}

/** Moves a note to the trash. */
export function trashNote(kith: Kith, note: Note): void {
	write(
		kith,
		(draft) =>
			draft.edit('note', note.id, { trashedAt: new Date(kith.clock.exactly()).toISOString() }),
		'The note is in the trash'
	);
}
