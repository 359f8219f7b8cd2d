// The records of an import one by one, each marked with the import.
import type { ContactDraft } from '$lib/domain/contact-draft';
import { partsOf, type Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Draft } from '$lib/store/change';
import { giftNow, isOtherwise, type Differing } from './contacts-gift';
import type { Around, ImportPlan } from './contacts-plan';
import type { Kith } from './kith.svelte';

/** Puts one record into a draft. */
export type Wish = (draft: Draft) => void;

/**
 * What an import writes, in order: what known people are given, then each new one and his own. What they
 * are given is looked up when its turn comes: the rep goes on with his book meanwhile.
 * @param differing gets what is given otherwise than planned, for the record of the import
 */
export function* wishesOf(
	kith: Kith,
	{ people, fillings, idOfUid }: ImportPlan,
	batch: Id<'import'>,
	differing: Differing[]
): Generator<Wish> {
	const writer = new AroundWriter(kith.book, batch, kith.clock.today, idOfUid);
	for (const filling of fillings) {
		const gift = giftNow(kith, filling);
		if (!gift || isOtherwise(filling, gift)) {
			differing.push({ filling, gift });
			// The record has to be told, also where nothing is given.
			yield () => undefined;
		}
		if (!gift) continue;
		const { to, change, oldPost, around } = gift;
		if (oldPost) yield (draft) => draft.add('employment', { ...oldPost, batch });
		if (Object.keys(change).length > 0) yield (draft) => draft.edit('person', to, change);
		yield* writer.wishes(to, around);
	}
	for (const { id, contact } of people) {
		yield (draft) => draft.add('person', { id, ...personOf(contact), batch });
		yield* writer.wishes(id, contact);
	}
}

/** The fields of the person's own record. */
function personOf(contact: ContactDraft) {
	const { circle, moments, notes, touches, gestures, promises, facts, vcard, ...person } = contact;
	return vcard.length > 0 ? { ...person, vcard } : person;
}

/** Writes what is around a person; what belongs to a day goes to the journal of its year. */
class AroundWriter {
	readonly #book: Kith['book'];
	readonly #batch: Id<'import'>;
	readonly #today: Day;
	readonly #idOfUid: ReadonlyMap<string, Id<'person'>>;

	constructor(
		book: Kith['book'],
		batch: Id<'import'>,
		today: Day,
		idOfUid: ReadonlyMap<string, Id<'person'>>
	) {
		this.#book = book;
		this.#batch = batch;
		this.#today = today;
		this.#idOfUid = idOfUid;
	}

	*wishes(person: Id<'person'>, around: Around): Generator<Wish> {
		const [book, batch] = [this.#book, this.#batch];
		const { circle, moments, notes, touches = [], gestures = [], promises, facts } = around;
		for (const { otherUid, ...each } of circle) {
			const self = otherUid === undefined ? undefined : this.#idOfUid.get(otherUid);
			const id = book.newId('circle');
			const link = self && self !== person ? { self } : {};
			yield (draft) => draft.add('circle', { ...each, ...link, id, person, batch });
		}
		for (const each of moments) {
			const id = book.newId('moment');
			yield (draft) => draft.add('moment', { ...each, id, person, batch });
		}
		for (const { body, day = this.#today } of notes) {
			const id = book.newId('note', partsOf(day).year);
			yield (draft) => draft.add('note', { id, people: [person], day, body, batch });
		}
		for (const { note: body, ...each } of touches) {
			const { year } = partsOf(each.day);
			const touch = book.newId('touch', year);
			yield (draft) => draft.add('touch', { ...each, id: touch, people: [person], batch });
			if (body === undefined) continue;
			const id = book.newId('note', year);
			yield (draft) =>
				draft.add('note', { id, people: [person], day: each.day, body, touch, batch });
		}
		for (const each of gestures) {
			const id = book.newId('gesture', partsOf(each.day).year);
			yield (draft) => draft.add('gesture', { ...each, id, person, batch } as Gesture);
		}
		for (const each of promises ?? []) {
			const id = book.newId('promise');
			yield (draft) => draft.add('promise', { ...each, id, person, batch });
		}
		for (const each of facts ?? []) {
			const id = book.newId('fact');
			yield (draft) => draft.add('fact', { ...each, id, person, batch });
		}
	}
}
