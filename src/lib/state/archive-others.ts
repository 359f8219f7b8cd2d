// What of a book is about no person of it, for the archive's page of its own: no note is left without a page.
import type { HeldLine, HeldSection } from '$lib/domain/held-page';
import { compare } from '$lib/domain/compare';
import type { Note } from '$lib/domain/records/note';
import type { Person } from '$lib/domain/records/person';
import { archiveWords as words } from './archive-words';
import { companyMoments } from './companies';
import type { Kith } from './kith.svelte';
import { ownerMark } from './owners';
import { momentInWords } from './person-words';
import { longDay } from './say';

/** Its parts; those with nothing in them are left out. @param people who has a page of their own */
export function othersOf(kith: Kith, people: readonly Person[]): HeldSection[] {
	const { book } = kith;
	const own = new Set<string>(people.map(({ id }) => id));
	const loose = book.all('note').filter((note) => !note.people.some((id) => own.has(id)));
	const notes = loose.toSorted((a, b) => compare(b.day, a.day) || compare(b.id, a.id));
	const isGone = (note: Note): boolean => note.people.length > 0;
	const ofCompany = (note: Note): boolean => !isGone(note) && note.company !== undefined;
	const inInbox = (note: Note): boolean => !isGone(note) && note.company === undefined;
	const sections: HeldSection[] = [
		{ title: words.inbox, lines: notes.filter(inInbox).map(noteLine) },
		{ title: words.companies, lines: notes.filter(ofCompany).map(noteLine) },
		{ title: words.gone, lines: notes.filter(isGone).map(noteLine) },
		{
			title: words.promises,
			lines: book
				.all('promise')
				.filter(({ person }) => person === undefined || !own.has(person))
				.map(({ text, due, keptOn }) => ({
					when: due && longDay(due),
					what: text,
					why: keptOn ? `kept ${longDay(keptOn)}` : undefined
				}))
		},
		{
			title: words.companyDays,
			lines: companyMoments(kith).map(([moment, company]) => ({
				when: longDay(moment.day),
				what: `${company}: ${momentInWords(moment)}`,
				why: moment.yearly ? 'every year' : undefined
			}))
		},
		{
			title: words.articles,
			lines: book.all('article').map(({ title, url, text, tags = [], savedOn }) => ({
				when: longDay(savedOn),
				what: [title, text].filter((part) => part?.trim()).join('\n\n'),
				why: [url, ...tags].filter(Boolean).join(', ') || undefined
			}))
		}
	];
	return sections.filter(({ lines }) => lines.length > 0);
}

function noteLine({ day, body, company, owner }: Note): HeldLine {
	return {
		when: longDay(day),
		what: body.trim(),
		why: [company, ownerMark(owner)].filter(Boolean).join(', ') || undefined
	};
}
