// Everything out: one archive with the whole book as pages to read, as a backup, and as files for other
// programs. The book is read in pieces; the packing goes on beside the page.
import { backupLots } from '$lib/domain/backup-write';
import type { Pace } from '$lib/domain/backup';
import { archiveIndexHtml, archivePageHtml, type ArchiveEntry } from '$lib/domain/archive-page';
import { pageNameOf } from '$lib/domain/archive-names';
import { dayOfDate } from '$lib/domain/day';
import type { FriendsAnswer } from '$lib/domain/records/friends-answer';
import { heldOf } from '$lib/domain/held';
import type { Person } from '$lib/domain/records/person';
import { beginPacking, type PackingBeside } from './archive-beside';
import { othersOf } from './archive-others';
import { archiveFiles as files, archiveWords as words, readmeText } from './archive-words';
import { allYears, titleOf } from './backup';
import type { MadeFile } from './calendar-file';
import { csvOf, vcardsOf, type ExportFollowing } from './export';
import { heldBackIn } from './held-back';
import { heldSources, introductions, placesIn } from './held';
import { heldSections } from './held-page';
import { namesForTheRep } from './held-words';
import type { Kith } from './kith.svelte';
import { makeMomentsFile } from './moments-file';
import { paceFor } from './pace';
import { letterOf } from './people-order';
import { longDay } from './say';

/** How the work is shared out, as far as the bar shows it. */
const SHARES = { quiet: 0.05, pages: 0.5, contacts: 0.1, calendar: 0.1, lots: 0.1, backup: 0.15 };
/** So much text goes over to the packing at once. */
const AT_ONCE = 200_000;

/** Makes the archive. */
export async function makeArchive(
	kith: Kith,
	{ told = () => undefined, signal }: ExportFollowing = {}
): Promise<MadeFile> {
	await allYears(kith, () => undefined, signal);
	let before = 0;
	let share = 0;
	const toldOfShare = (part: number): void => told(before + part * share);
	const paced = (next: keyof typeof SHARES): Pace => {
		before += share;
		share = SHARES[next];
		return paceFor(toldOfShare, signal);
	};
	const at = kith.clock.exactly();
	const day = dayOfDate(new Date(at));
	const backup = `kith-backup-${day}.json`;
	const work = await beginPacking(toldOfShare, signal);
	try {
		await work.begin(at);
		const heldBack = await heldBackIn(kith, paced('quiet'));
		const people = await inOrder(kith.live.all('person'), work);
		const readme = readmeText({ day: longDay(day), people: people.length, backup });
		await work.write([{ name: files.readme, text: `\ufeff${readme}` }]);
		await writePages(kith, people, work, paced('pages'), backup);
		const pace = paced('contacts');
		const contacts = { people, heldBack };
		await writeParts(work, files.vcard, await vcardsOf(kith, contacts, '4.0', pace));
		await writeParts(work, files.csv, await csvOf(kith, contacts, pace));
		const calendar = await makeMomentsFile(kith, paced('calendar'));
		await writeParts(work, files.calendar, [await calendar.blob.text()]);
		const pacedLots = paced('lots');
		for await (const lot of backupLots(kith.book, pacedLots)) await work.add(lot);
		paced('backup');
		await work.bind(backup, titleOf(kith, new Date(at).toISOString()));
		const blob = await work.close();
		signal?.throwIfAborted();
		return { blob, name: `kith-everything-${day}.zip`, type: blob.type };
	} finally {
		work.end();
	}
}

/** The people by name. */
async function inOrder(people: readonly Person[], work: PackingBeside): Promise<Person[]> {
	const order = await work.order(people.map(({ name }) => name));
	return order.flatMap((place) => people[place] ?? []);
}

/** Text goes over in lumps: each asking costs a turn of the page. */
async function writeParts(
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

async function writePages(
	kith: Kith,
	people: readonly Person[],
	work: PackingBeside,
	pace: Pace,
	backup: string
): Promise<void> {
	const letters = new Map<string, ArchiveEntry[]>();
	const { book } = kith;
	const { today } = kith.clock;
	const places = placesIn(book, book.all('circle'));
	const answers = answersByFriend(book.all('friendsAnswer'));
	const preface = [words.made(longDay(today))];
	const back = { href: `../${files.index}`, label: words.back };
	let lot: { name: string; text: string }[] = [];
	let size = 0;
	for (const [index, person] of people.entries()) {
		const name = pageNameOf(person.name, index, people.length);
		const held = heldOf(
			heldSources(book, person, {
				...introductions(kith, person),
				friendsAnswer: answers.get(person.id) ?? [],
				memberOf: places.get(person.id) ?? []
			}),
			undefined
		);
		const sections = heldSections(held, today, namesForTheRep);
		const text = archivePageHtml({ lang: 'en', name: person.name, preface, sections, back });
		lot.push({ name, text });
		size += text.length;
		const letter = letterOf(person.name);
		const entry = { name: person.name, beside: besideOf(person), href: name };
		const same = letters.get(letter);
		if (same) same.push(entry);
		else letters.set(letter, [entry]);
		if (size > AT_ONCE) {
			await work.write(lot);
			lot = [];
			size = 0;
		}
		await pace(index, people.length);
	}
	await work.write(lot);
	const others = othersOf(kith, people);
	const othersBack = { ...back, href: files.index };
	await work.write([
		{
			name: files.others,
			text: archivePageHtml({
				...{ lang: 'en', name: words.others, preface, sections: others, back: othersBack }
			})
		},
		{
			name: files.index,
			text: archiveIndexHtml({
				...{ lang: 'en', title: words.everybody, lettersLabel: words.letters },
				preface: [...preface, people.length > 0 ? words.people(people.length) : words.nobody],
				links: [
					{ label: words.others, href: files.others },
					...[backup, files.vcard, files.csv, files.calendar].map((href) => ({ label: href, href }))
				],
				letters: [...letters]
			})
		}
	]);
}

function besideOf({ title, company }: Person): string | undefined {
	return [title, company].filter((part) => part?.trim()).join(', ') || undefined;
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
