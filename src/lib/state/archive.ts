// Everything out: one archive with the whole book as pages to read, as a backup, and as files for other
// programs. The book is read in pieces; the packing goes on beside the page.
import { backupLots } from '$lib/domain/backup-write';
import type { Pace } from '$lib/domain/backup';
import { peopleOnPage } from '$lib/domain/archive-names';
import { dayOfDate } from '$lib/domain/day';
import type { Person } from '$lib/domain/records/person';
import { beginPacking, type PackingBeside } from './archive-beside';
import { writePages, writeParts } from './archive-pages';
import { archiveFiles as files, readmeText } from './archive-words';
import { allYears, titleOf } from './backup';
import { csvOf, vcardsOf, type ExportFollowing } from './export';
import type { MadeFile } from './hand-out';
import { heldBackIn } from './held-back';
import type { Kith } from './kith.svelte';
import { makeMomentsFile } from './moments-file';
import { paceFor } from './pace';
import { longDay } from './say';

/** How the work is shared out, as far as the bar shows it. */
const SHARES = { quiet: 0.05, lots: 0.1, backup: 0.15, contacts: 0.1, calendar: 0.1, pages: 0.5 };

/** How it is followed and made. */
export interface ArchiveFollowing extends ExportFollowing {
	/** From so many on, pages are of several people. */
	readonly mostPages?: number;
}

/** Makes the archive. */
export async function makeArchive(
	kith: Kith,
	{ told = () => undefined, signal, mostPages }: ArchiveFollowing = {}
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
	// The same in every language: by it Kith finds the backup in an archive.
	const backup = `kith-backup-${day}.json`;
	const work = await beginPacking(toldOfShare, signal);
	try {
		await work.begin(at);
		const heldBack = await heldBackIn(kith, paced('quiet'));
		const people = await inOrder(kith.live.all('person'), work);
		const together = peopleOnPage(people.length, mostPages);
		const readme = readmeText({ day: longDay(day), people: people.length, together, backup });
		await work.write([{ name: files.readme, text: `\ufeff${readme}` }]);
		// What matters most comes first: some programs read only so many files of an archive.
		const pacedLots = paced('lots');
		for await (const lot of backupLots(kith.book, pacedLots)) await work.add(lot);
		paced('backup');
		await work.bind(backup, titleOf(kith, new Date(at).toISOString()));
		const pace = paced('contacts');
		const contacts = { people, heldBack };
		await writeParts(work, files.vcard, await vcardsOf(kith, contacts, '4.0', pace));
		await writeParts(work, files.csv, await csvOf(kith, contacts, pace));
		const calendar = await makeMomentsFile(kith, paced('calendar'));
		await writeParts(work, files.calendar, [await calendar.blob.text()]);
		await writePages(kith, { people, together, backup }, work, paced('pages'));
		const blob = await work.close();
		signal?.throwIfAborted();
		return { blob, name: `${files.everything}-${day}.zip`, type: blob.type };
	} finally {
		work.end();
	}
}

/** The people by name. */
async function inOrder(people: readonly Person[], work: PackingBeside): Promise<Person[]> {
	const order = await work.order(people.map(({ name }) => name));
	return order.flatMap((place) => people[place] ?? []);
}
