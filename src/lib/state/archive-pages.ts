// The pages of an archive: everybody's, what is about nobody, and each person's; of very many people several
// stand on one page.
import type { Pace } from '$lib/domain/backup';
import {
	archiveIndexHtml,
	archivePageHtml,
	archiveSharedPageHtml,
	type ArchiveEntry
} from '$lib/domain/archive-page';
import { anchorOf, pageNameOf, sharedPageNameOf } from '$lib/domain/archive-names';
import { heldOf } from '$lib/domain/held';
import type { HeldSection } from '$lib/domain/held-page';
import type { FriendsAnswer } from '$lib/domain/records/friends-answer';
import type { Person } from '$lib/domain/records/person';
import type { PackingBeside } from './archive-beside';
import { othersOf } from './archive-others';
import { archiveFiles as files, archiveWords as words } from './archive-words';
import { heldSources, introductions, placesIn } from './held';
import { heldSections } from './held-page';
import { namesForTheRep } from './held-words';
import type { Kith } from './kith.svelte';
import { language } from './language';
import { letterOf } from './people-order';
import { longDay } from './say';

/** So much text goes over to the packing at once. */
const AT_ONCE = 200_000;

/** Text goes over in lumps: each asking costs a turn of the page. */
export async function writeParts(
	work: PackingBeside,
	name: string,
	parts: readonly string[]
): Promise<void> {
	let lump = '';
	for (const part of parts) {
		if (lump.length + part.length > AT_ONCE && lump !== '') {
			await work.write([{ name, text: lump, goesOn: true }]);
			lump = '';
		}
		lump += part;
	}
	await work.write([{ name, text: lump }]);
}

/** What the pages are of. */
export interface PagesOf {
	/** In the order of the list. */
	readonly people: readonly Person[];
	/** How many stand on a page. */
	readonly together: number;
	/** The name of the backup beside them. */
	readonly backup: string;
}

/** Writes all pages. */
export async function writePages(
	kith: Kith,
	{ people, together, backup }: PagesOf,
	work: PackingBeside,
	pace: Pace
): Promise<void> {
	const of = people.length;
	const { today } = kith.clock;
	const preface = [words.made(longDay(today))];
	const alike = { lang: language, preface };
	await work.write([
		{
			name: files.index,
			text: archiveIndexHtml({
				...{ lang: language, title: words.everybody, lettersLabel: words.letters },
				preface: [...preface, of > 0 ? words.people(of) : words.nobody],
				links: [
					{ label: words.others, href: files.others },
					...[backup, files.vcard, files.csv, files.calendar].map((href) => ({ label: href, href }))
				],
				letters: lettersOf(people, together)
			})
		},
		{
			name: files.others,
			text: archivePageHtml({
				...{ ...alike, name: words.others, sections: othersOf(kith, people) },
				back: { href: files.index, label: words.back }
			})
		}
	]);
	const back = { href: `../${files.index}`, label: words.back };
	const sectionsOf = readerOf(kith);
	let lot: { name: string; text: string }[] = [];
	let size = 0;
	for (let first = 0; first < of; first += together) {
		const those = people.slice(first, first + together);
		const parts = [];
		for (const [nth, person] of those.entries()) {
			const { name } = person;
			parts.push({ id: anchorOf(first + nth, of), name, sections: sectionsOf(person) });
			await pace(first + nth, of);
		}
		const [one, last] = [parts[0], parts.at(-1)];
		if (!one || !last) continue;
		const text =
			together > 1
				? archiveSharedPageHtml({
						...{ ...alike, back, people: parts },
						name: words.span(one.name, last.name)
					})
				: archivePageHtml({ ...alike, back, name: one.name, sections: one.sections });
		lot.push({ name: pageOf(people, first, together), text });
		size += text.length;
		if (size <= AT_ONCE) continue;
		await work.write(lot);
		lot = [];
		size = 0;
	}
	await work.write(lot);
}

/** The page on which the person at this place stands. */
function pageOf(people: readonly Person[], index: number, together: number): string {
	const of = people.length;
	const first = index - (index % together);
	const name =
		together === 1
			? pageNameOf(people[index]?.name ?? '', index, of)
			: sharedPageNameOf(first, Math.min(together, of - first), of);
	return files.people + name;
}

function lettersOf(
	people: readonly Person[],
	together: number
): readonly (readonly [string, readonly ArchiveEntry[]])[] {
	const letters = new Map<string, ArchiveEntry[]>();
	for (const [index, { name, title, company }] of people.entries()) {
		const beside = [title, company].filter((part) => part?.trim()).join(', ') || undefined;
		const anchor = together > 1 ? `#${anchorOf(index, people.length)}` : '';
		const entry = { name, beside, href: `${pageOf(people, index, together)}${anchor}` };
		const letter = letterOf(name);
		const same = letters.get(letter);
		if (same) same.push(entry);
		else letters.set(letter, [entry]);
	}
	return [...letters];
}

/** Reads what is held about one after the other. */
function readerOf(kith: Kith): (person: Person) => readonly HeldSection[] {
	const { book } = kith;
	const places = placesIn(book, book.all('circle'));
	const answers = answersByFriend(book.all('friendsAnswer'));
	return (person) => {
		const held = heldOf(
			heldSources(book, person, {
				...introductions(kith, person),
				friendsAnswer: answers.get(person.id) ?? [],
				memberOf: places.get(person.id) ?? []
			}),
			undefined
		);
		return heldSections(held, kith.clock.today, namesForTheRep);
	};
}

function answersByFriend(
	answers: readonly FriendsAnswer[]
): ReadonlyMap<string, readonly FriendsAnswer[]> {
	const found = new Map<string, FriendsAnswer[]>();
	for (const answer of answers) {
		for (const friend of answer.friends) {
			const same = found.get(friend);
			if (same) same.push(answer);
			else found.set(friend, [answer]);
		}
	}
	return found;
}
