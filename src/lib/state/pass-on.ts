// Passing an article on to one person: the words that go along, the ways, and the line of give and take.
import { httpLink } from '$lib/domain/article-link';
import { partsOf } from '$lib/domain/day';
import type { Article } from '$lib/domain/records/article';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Person } from '$lib/domain/records/person';
import type { Day } from '$lib/domain/day';
import type { Kith } from './kith.svelte';
import { reachLinks } from './reach';
import { firstName } from './say';
import { textLinks, type TextLinks } from './text-links';
import { write } from './writing';

/** Where the line to a person about an article waits; its name ends with the person, as a letter's. */
export function passOnForm(article: Pick<Article, 'id'>, person: Pick<Person, 'id'>): string {
	return `article:${article.id}:${person.id}`;
}

/** What is sent: the personal line first, then the article; its own words only where there is no link. */
export function passOnWords({ title, url, text }: Article, line: string): string {
	return `${line.trim()}\n\n${[title, url === undefined ? text : (httpLink(url) ?? url)].filter(Boolean).join('\n')}`;
}

/** The messengers and the e-mail with the words in them; absent where no way is known. */
export function passOnLinks(
	person: Person,
	article: Article,
	line: string
): TextLinks & { readonly email?: string } {
	const words = passOnWords(article, line);
	const { email } = reachLinks(person);
	const subject = encodeURIComponent(article.title);
	// Mail wants its lines ended by both characters.
	const body = encodeURIComponent(words.replaceAll('\n', '\r\n'));
	return {
		...textLinks(person, words),
		...(email ? { email: `${email}?subject=${subject}&body=${body}` } : {})
	};
}

/** The line of give and take for an article that was given. */
export function givenLine(kith: Kith, person: Person, article: Article, day: Day): Gesture {
	return {
		id: kith.book.newId('gesture', partsOf(day).year),
		person: person.id,
		direction: 'given',
		kind: 'article',
		text: article.title,
		day,
		article: article.id
	};
}

/** It was given from hand to hand. */
export function giveInPerson(kith: Kith, person: Person, article: Article): boolean {
	const gesture = givenLine(kith, person, article, kith.clock.today);
	return write(
		kith,
		(draft) => draft.add('gesture', gesture),
		`Given to ${firstName(person)}: it stands in give and take`
	);
}
