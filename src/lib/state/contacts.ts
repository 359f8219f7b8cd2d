// Bringing contacts into the book: all of one import in one step, each record marked with the import.
import type { ContactDraft } from '$lib/domain/contact-draft';
import { partsOf, type Day } from '$lib/domain/day';
import { filledBetween, fillIn } from '$lib/domain/fill-in';
import type { Id } from '$lib/domain/id';
import type { ImportRow } from '$lib/domain/import-row';
import type { ContactImport } from '$lib/domain/records/import';
import type { Draft } from '$lib/store/change';
import type { Kith } from './kith.svelte';
import { askForPersistence } from './people';
import { write } from './writing';

/** What becomes of a row: a new person, or what somebody known lacks. */
export interface ChosenRow {
	readonly row: ImportRow;
	readonly as: 'person' | 'filling';
}

/** Somebody in the book and what he is to become. */
interface Filled {
	readonly before: ContactDraft;
	after: ContactDraft;
}

/**
 * Writes the chosen rows and a record of the import in one step. A filling whose person has gone in
 * the meantime, or whose row was left out, becomes a person after all.
 * @returns the record, or undefined when the book is read-only
 */
export function importContacts(
	kith: Kith,
	chosen: readonly ChosenRow[],
	files: readonly string[]
): ContactImport | undefined {
	const { people, filled } = sortOut(kith, chosen);
	const batch = kith.book.newId('import');
	const isFirst = kith.book.all('person').length === 0;
	const fillings = [...filled].flatMap(([to, { before, after }]) => {
		const fields = filledBetween(before, after);
		const isMore =
			after.circle.length > before.circle.length ||
			after.moments.length > before.moments.length ||
			after.notes.length > before.notes.length;
		return Object.keys(fields).length > 0 || isMore ? [{ to, fields }] : [];
	});
	const record: ContactImport = {
		id: batch,
		at: new Date(kith.clock.exactly()).toISOString(),
		files: files.map((name) => name.trim() || 'A file without a name'),
		added: people.length,
		...(fillings.length > 0 ? { filled: fillings } : {})
	};
	const around = new Around(kith, batch);
	const done = write(kith, (draft) => {
		draft.add('import', record);
		for (const contact of people) {
			const { circle, moments, notes, vcard, ...person } = contact;
			const id = kith.book.newId('person');
			draft.add('person', { id, ...person, ...(vcard.length > 0 ? { vcard } : {}), batch });
			around.add(draft, id, { circle, moments, notes });
		}
		for (const { to, fields } of fillings) {
			const { before, after } = filled.get(to) as Filled;
			const changed = Object.keys(fields) as (keyof typeof fields)[];
			draft.edit('person', to, Object.fromEntries(changed.map((field) => [field, after[field]])));
			around.add(draft, to, {
				circle: after.circle.slice(before.circle.length),
				moments: after.moments.slice(before.moments.length),
				notes: after.notes.slice(before.notes.length)
			});
		}
	});
	if (!done) return undefined;
	if (isFirst && people.length > 0) void askForPersistence(kith);
	return record;
}

/** Which contacts become people, and who of the book is filled in with what. */
function sortOut(kith: Kith, chosen: readonly ChosenRow[]) {
	const people = new Map<number, ContactDraft>();
	const filled = new Map<Id<'person'>, Filled>();
	/** Where a row has ended up, so that a later one can be filled into the same place. */
	const landed = new Map<number, number | Id<'person'>>();
	for (const { row, as } of chosen) {
		const who = as === 'filling' ? row.same?.who : undefined;
		const place = who?.in === 'file' ? landed.get(who.row) : who?.id;
		const contact = typeof place === 'number' ? people.get(place) : undefined;
		const known = typeof place === 'string' ? heldOf(kith, filled, place) : undefined;
		if (typeof place === 'number' && contact) people.set(place, fillIn(contact, row.contact));
		else if (known) known.after = fillIn(known.after, row.contact);
		else people.set(row.number, row.contact);
		landed.set(row.number, place !== undefined && (contact ?? known) ? place : row.number);
	}
	return { people: [...people.values()], filled };
}

function heldOf(
	kith: Kith,
	filled: Map<Id<'person'>, Filled>,
	id: Id<'person'>
): Filled | undefined {
	const found = filled.get(id);
	if (found) return found;
	const person = kith.book.get('person', id);
	if (!person || person.trashedAt !== undefined) return undefined;
	const before: ContactDraft = {
		...person,
		circle: kith.book.about('circle', id),
		moments: kith.book.about('moment', id),
		notes: kith.book.about('note', id),
		vcard: person.vcard ?? []
	};
	const held = { before, after: before };
	filled.set(id, held);
	return held;
}

/** Adds the people, days and notes around a person. */
class Around {
	readonly #book: Kith['book'];
	readonly #batch: string;
	readonly #today: Day;

	constructor({ book, clock }: Kith, batch: string) {
		this.#book = book;
		this.#batch = batch;
		this.#today = clock.today;
	}

	add(
		draft: Draft,
		person: Id<'person'>,
		{ circle, moments, notes }: Pick<ContactDraft, 'circle' | 'moments' | 'notes'>
	): void {
		const [batch, day] = [this.#batch, this.#today];
		for (const each of circle) {
			draft.add('circle', { ...each, id: this.#book.newId('circle'), person, batch });
		}
		for (const each of moments) {
			draft.add('moment', { ...each, id: this.#book.newId('moment'), person, batch });
		}
		for (const { body, day: written = day } of notes) {
			const id = this.#book.newId('note', partsOf(written).year);
			draft.add('note', { id, people: [person], day: written, body, batch });
		}
	}
}
