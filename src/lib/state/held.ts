// What is held about one person, as this book has it: gathered, shown, and handed out as a file.
import { heldOf, type Held, type HeldPlace, type HeldSources } from '$lib/domain/held';
import { heldHtml, fileNameFor, type HeldPage } from '$lib/domain/held-page';
import { heldJson } from '$lib/domain/held-json';
import type { Circle } from '$lib/domain/records/circle';
import type { Person } from '$lib/domain/records/person';
import { nameOfFile } from './glance.svelte';
import { handOut, type HandedOut } from './hand-out';
import { heldBackNow } from './held-back';
import { heldPage } from './held-page';
import { introducedBy, introducerOf } from './introductions';
import type { Kith } from './kith.svelte';
import type { Live } from './live.svelte';
import { topicInWords } from './topics';

/** Gathers it; follows the book. @param sensitive whether sensitive parts are in it */
export function heldAbout(kith: Kith, person: Person, sensitive: boolean): Held {
	const { live } = kith;
	const { id } = person;
	const sources = heldSources(live, person, {
		...introductions(kith, person),
		friendsAnswer: live.all('friendsAnswer').filter(({ friends }) => friends.includes(id)),
		memberOf:
			placesIn(
				live,
				live.all('circle').filter(({ self }) => self === id)
			).get(id) ?? []
	});
	return heldOf(sources, sensitive ? undefined : heldBackNow(kith));
}

/** What is not among the records about a person. */
type SaidElsewhere = Pick<HeldSources, 'introducer' | 'introduced' | 'friendsAnswer' | 'memberOf'>;

/** All there is about a person. */
export function heldSources(
	book: Pick<Live, 'about'>,
	person: Person,
	elsewhere: SaidElsewhere
): HeldSources {
	const { id } = person;
	return {
		person,
		employment: book.about('employment', id),
		circle: book.about('circle', id),
		fact: book.about('fact', id),
		moment: book.about('moment', id),
		promise: book.about('promise', id),
		plan: book.about('plan', id),
		touch: book.about('touch', id),
		note: book.about('note', id),
		gesture: book.about('gesture', id),
		thankYou: book.about('thankYou', id),
		closeness: book.about('closeness', id),
		slot: book.about('slot', id),
		...elsewhere
	};
}

/** Who introduced a person, and whom the person introduced, by name. */
export function introductions(
	kith: Kith,
	{ id }: Person
): Pick<HeldSources, 'introducer' | 'introduced'> {
	const introducer = introducerOf(kith, id);
	return {
		introducer: introducer && kith.live.get('person', introducer)?.name,
		introduced: introducedBy(kith, id).map(({ name }) => name)
	};
}

/** Where people stand in the circles of others, by who they are, but for those in the trash. */
export function placesIn(
	book: Pick<Live, 'get' | 'about'>,
	circle: readonly Circle[]
): ReadonlyMap<string, readonly HeldPlace[]> {
	const places = new Map<string, HeldPlace[]>();
	for (const member of circle) {
		const other = member.self === undefined ? undefined : book.get('person', member.person);
		if (!member.self || other === undefined || other.trashedAt !== undefined) continue;
		const moments = book.about('moment', other.id).filter(({ circle }) => circle === member.id);
		const place = { of: other.name, member, moments };
		const same = places.get(member.self);
		if (same) same.push(place);
		else places.set(member.self, [place]);
	}
	return places;
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
	const name = fileNameFor(nameOfFile(kith, person.name));
	return handOut(heldText(kith, person, sensitive, as), `${name}.${as}`, type);
}
