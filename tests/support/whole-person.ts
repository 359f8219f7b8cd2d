// Somebody of whom every field says something that nothing else says, so that a place which forgets a field is
// found: a new field does not get past the types here, and its words are then looked for everywhere.
import type { AnyDay, Day } from '$lib/domain/day';
import { person as schema, type Person } from '$lib/domain/records/person';
import { longDay } from '$lib/state/say';
import { textingWords } from '$lib/state/person-words';
import { anId, aPerson } from './books';

/** What is about the record and not about the person: no place tells it. */
export const ofTheRecord = ['id', 'trashedAt', 'batch', 'mergedInto', 'mergedAs'] as const;

/** A field that says something about the person. */
export type Telling = Exclude<keyof Person, (typeof ofTheRecord)[number]>;

/** All of them, as the schema has them. */
export const tellingFields = (Object.keys(schema.entries) as (keyof Person)[]).filter(
	(field): field is Telling => !(ofTheRecord as readonly string[]).includes(field)
);

/** Somebody, and the words each field is known by where it is told; one of them will do. */
export interface WholePerson {
	readonly person: Person & { readonly [F in Telling]-?: NonNullable<Person[F]> };
	readonly words: { readonly [F in Telling]: readonly string[] };
	/** Who introduced the person, to be in the book too. */
	readonly introducer: Person;
}

/** One of two such people, of whom no field is the same. */
export function aWholePerson(mark: 'Ash' | 'Elm'): WholePerson {
	const isFirst = mark === 'Ash';
	const introducer = aPerson({ name: `Introducer ${mark}` });
	const since = (isFirst ? '2011-02-03' : '2012-03-04') as AnyDay;
	const texting = isFirst ? 'they-texted' : 'we-text';
	const person: WholePerson['person'] = {
		...{ id: anId<'person'>(), name: `Nora ${mark}` },
		...{ givenName: `Given${mark}`, familyName: `Family${mark}`, nickname: `Nick${mark}` },
		...{ company: `Works${mark}`, title: `Title${mark}`, since },
		jobs: [{ company: `Earlier${mark}` }],
		phones: [{ value: isFirst ? '+1 555 0171' : '+1 555 0192' }],
		emails: [{ value: `${mark}@mail.example` }],
		links: [{ value: `https://${mark}.example/page` }],
		addresses: [{ street: `Street${mark}` }],
		tags: [`Tag${mark}`],
		...{ cadence: isFirst ? 371 : 392, texting },
		...{ closeness: isFirst ? 'customer' : 'colleague', about: `About${mark}` },
		introducedBy: introducer.id,
		snoozedUntil: (isFirst ? '2031-02-03' : '2032-03-04') as Day,
		...{ vcard: [`X-${mark}:Kept${mark}`], uid: `Uid${mark}` }
	};
	return {
		person,
		introducer,
		words: {
			...{ name: [person.name], givenName: [person.givenName], familyName: [person.familyName] },
			...{ nickname: [person.nickname], company: [person.company], title: [person.title] },
			since: [since, longDay(since)],
			jobs: [`Earlier${mark}`],
			phones: person.phones.map(({ value }) => value),
			emails: person.emails.map(({ value }) => value),
			links: person.links.map(({ value }) => value),
			addresses: [`Street${mark}`],
			tags: person.tags,
			cadence: [String(person.cadence)],
			texting: [texting, textingWords[texting]],
			...{ closeness: [person.closeness], about: [person.about] },
			introducedBy: [introducer.name],
			snoozedUntil: [person.snoozedUntil, longDay(person.snoozedUntil)],
			...{ vcard: [`Kept${mark}`], uid: [person.uid] }
		}
	};
}

/** The fields of which a text says nothing. */
export function untold(text: string, { words }: WholePerson): Telling[] {
	const all = text.toLowerCase();
	return tellingFields.filter(
		(field) => !words[field].some((word) => all.includes(word.toLowerCase()))
	);
}
