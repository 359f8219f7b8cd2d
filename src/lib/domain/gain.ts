// What a contact would give to somebody who is known already: nobody should have to guess what filling in does.
import type { ContactDraft } from './contact-draft';
import type { ContactPlace } from './contact-mapping';
import { filledBetween, fillIn } from './fill-in';
import { fold } from './fold';
import { isOneName } from './likely';

/** So many more in one place of a person. */
export interface GainedIn {
	readonly place: ContactPlace;
	readonly many: number;
}

const TEXTS = ['company', 'title', 'nickname', 'about'] as const;
const LISTS = ['phones', 'emails', 'links', 'addresses', 'tags'] as const;
const BESIDE = ['circle', 'notes', 'touches', 'gestures', 'promises', 'facts'] as const;

/** The part of `other` that `held` lacks, as filling in would add it, under the name of the other. */
export function missingOf(held: ContactDraft, other: ContactDraft): ContactDraft {
	const after = fillIn(held, other);
	const grown = <Item>(before: readonly Item[] = [], now: readonly Item[] = []): readonly Item[] =>
		now.slice(before.length);
	const fields = filledBetween(held, after);
	return {
		...fields,
		name: other.name,
		circle: grown(held.circle, after.circle),
		moments: grown(held.moments, after.moments),
		notes: grown(held.notes, after.notes),
		touches: grown(held.touches, after.touches),
		gestures: grown(held.gestures, after.gestures),
		promises: grown(held.promises, after.promises),
		facts: grown(held.facts, after.facts),
		vcard: fields.vcard ?? []
	};
}

/** What there is of each kind in a contact, beside the name. */
export function gainOf(missing: ContactDraft): GainedIn[] {
	const gained: GainedIn[] = [];
	const note = (place: ContactPlace, many = 0): void => {
		if (many > 0) gained.push({ place, many });
	};
	for (const place of TEXTS) note(place, missing[place] === undefined ? 0 : 1);
	for (const place of LISTS) note(place, missing[place]?.length);
	const of = (kind: string): number => missing.moments.filter((each) => each.kind === kind).length;
	const [birthdays, weddings] = [of('birthday'), of('wedding')];
	note('birthday', birthdays);
	note('wedding', weddings);
	note('moments', missing.moments.length - birthdays - weddings);
	for (const place of BESIDE) note(place, missing[place]?.length);
	note('kept', missing.vcard.length);
	return gained;
}

/** Whether all that stands in a contact stands in the held one too, the name and the texts with it. */
export function isAllIn(held: ContactDraft, other: ContactDraft): boolean {
	if (!isOneName(held.name, other.name) || gainOf(missingOf(held, other)).length > 0) return false;
	const isSaid = TEXTS.every(
		(field) => other[field] === undefined || fold(held[field] ?? '') === fold(other[field])
	);
	return isSaid && other.moments.every(({ day }) => held.moments.some((each) => each.day === day));
}
