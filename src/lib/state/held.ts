// What is held about one person, as this book has it: gathered, shown, and handed out as a file.
import { heldOf, type Held, type HeldPlace } from '$lib/domain/held';
import { heldHtml, fileNameFor, type HeldPage } from '$lib/domain/held-page';
import { heldJson } from '$lib/domain/held-json';
import type { Person } from '$lib/domain/records/person';
import { handOut, type HandedOut } from './hand-out';
import { heldBackNow } from './held-back';
import { heldPage } from './held-page';
import { introducedBy, introducerOf } from './introductions';
import type { Kith } from './kith.svelte';
import { topicInWords } from './topics';

/** Gathers it; follows the book. */
function heldAbout(kith: Kith, person: Person, sensitive: boolean): Held {
	const { live } = kith;
	const { id } = person;
	const introducer = introducerOf(kith, id);
	return heldOf(
		{
			person,
			employment: live.about('employment', id),
			circle: live.about('circle', id),
			fact: live.about('fact', id),
			moment: live.about('moment', id),
			promise: live.about('promise', id),
			plan: live.about('plan', id),
			touch: live.about('touch', id),
			note: live.about('note', id),
			gesture: live.about('gesture', id),
			thankYou: live.about('thankYou', id),
			closeness: live.about('closeness', id),
			slot: live.about('slot', id),
			friendsAnswer: live.all('friendsAnswer').filter(({ friends }) => friends.includes(id)),
			introducer: introducer && live.get('person', introducer)?.name,
			introduced: introducedBy(kith, id).map(({ name }) => name),
			memberOf: placesOf(kith, person)
		},
		sensitive ? undefined : heldBackNow(kith)
	);
}

/** Where a person stands in the circles of others, but for those in the trash. */
function placesOf({ live }: Kith, { id }: Person): HeldPlace[] {
	return live.all('circle').flatMap((member) => {
		const other = member.self === id ? live.get('person', member.person) : undefined;
		if (other === undefined || other.trashedAt !== undefined) return [];
		const moments = live.about('moment', other.id).filter(({ circle }) => circle === member.id);
		return { of: other.name, member, moments };
	});
}

/** It in words. */
export function pageAbout(kith: Kith, person: Person, sensitive: boolean): HeldPage {
	return heldPage(heldAbout(kith, person, sensitive), kith.clock.today, sensitive);
}

/** The text of either file. */
export function heldText(
	kith: Kith,
	person: Person,
	sensitive: boolean,
	as: 'html' | 'json'
): string {
	if (as === 'html') return heldHtml(pageAbout(kith, person, sensitive));
	return heldJson(heldAbout(kith, person, sensitive), {
		madeAt: new Date(kith.clock.exactly()).toISOString(),
		withSensitive: sensitive,
		topicOf: topicInWords
	});
}

/** Hands it out as a file that others read without Kith. */
export function handOutHeld(
	kith: Kith,
	person: Person,
	sensitive: boolean,
	as: 'html' | 'json'
): Promise<HandedOut> {
	const type = as === 'html' ? 'text/html' : 'application/json';
	return handOut(heldText(kith, person, sensitive, as), `${fileNameFor(person.name)}.${as}`, type);
}
