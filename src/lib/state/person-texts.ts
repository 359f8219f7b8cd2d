// The texts a person is found by besides the name. What is sensitive is not among them.
import type { Circle } from '$lib/domain/records/circle';
import type { Fact } from '$lib/domain/records/fact';
import type { Person } from '$lib/domain/records/person';
import { sensitiveFacts } from '$lib/domain/sensitive-facts';
import type { Book } from '$lib/store/book';

/** All of them, each as it reads. */
export function textsAbout(book: Book, person: Person): string[] {
	return [
		...ownTexts(person),
		...book.about('circle', person.id).map(circleText),
		...openFacts(book.about('fact', person.id)).map(({ text }) => text),
		...book.about('employment', person.id).flatMap(({ company, title }) => [company, title ?? ''])
	];
}

/** Those of the person's own record. */
export function ownTexts(person: Person): string[] {
	const {
		company,
		title,
		nickname,
		tags = [],
		jobs = [],
		phones = [],
		emails = [],
		about
	} = person;
	return [
		company,
		...tags,
		title,
		nickname,
		...jobs.flatMap((job) => [job.company, job.title]),
		// A number is found with its spaces and without.
		...phones.flatMap(({ value }) => [value, value.replace(/\D/g, '')]),
		...emails.map(({ value }) => value),
		about
	].filter((text) => text !== undefined);
}

function circleText({ name, about }: Circle): string {
	return about ? `${name}, ${about}` : name;
}

/** What a sensitive answer said before is closed as well. */
function openFacts(facts: readonly Fact[]): readonly Fact[] {
	const closed = new Set(sensitiveFacts(facts));
	return closed.size === 0 ? facts : facts.filter((fact) => !closed.has(fact));
}
