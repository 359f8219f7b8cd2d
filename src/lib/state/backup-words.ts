// Backup and restore in words: what went wrong, what would change, what was done.
import type { BackupFault, JsonLook, TextLook } from '$lib/domain/backup-fault';
import { totalOf, type AddedPerson, type RestorePlan } from '$lib/domain/backup-plan';
import type { Table } from '$lib/domain/records/tables';
import type { Explained } from './failures';
import { newerBook } from './newer-book';
import type { RestoreFault } from './restore';
import { count } from './say';

const UNCHANGED = 'Nothing was changed in your book.';

/** What it is, and what to do about it. */
const textLooks: Readonly<Record<TextLook, readonly [is: string, todo: string]>> = {
	'web page': [
		'It is a web page, as when a download asks for a sign-in first.',
		'Download the file once more.'
	],
	contacts: ['It is a contacts file.', 'Bring it in under Import.'],
	calendar: ['It is a calendar file.', 'Choose the file that Save backup has made.'],
	binary: [
		'It is a picture, an archive or a program’s own file.',
		'If it is a zip, unpack it first.'
	]
};

const jsonLooks: Readonly<Record<JsonLook, string>> = {
	Monica: 'It looks like an export from Monica. Bring it in under Import.',
	list: 'It is a list of something. Choose the file that Save backup has made.',
	Kith: 'Kith has made it, but for another use. Choose the file that Save backup has made.'
};

/** Something nobody thought of. */
export const surprise: Explained = {
	title: 'This did not work',
	text: 'Kith met something it did not expect. What was in your book is still there. Load this page again and look before you go on.'
};

/** What happened, what is safe, what to do. */
export function explainFault(fault: RestoreFault): Explained {
	switch (fault.code) {
		case 'BackupEmpty':
			return {
				title: 'The file is empty',
				text: `There is nothing in it, as when a copy was broken off. ${UNCHANGED} Take another copy of the backup.`
			};
		case 'BackupNotJson':
			return { title: 'This is not a backup', text: notJson(fault) };
		case 'BackupCutShort':
			return {
				title: 'The file was cut short',
				text: `It begins well but ends too early, as when a download stops. Nothing was read from it. ${UNCHANGED} Copy or download the whole file once more.`
			};
		case 'BackupForeign':
			return {
				title: 'This is not a backup of Kith',
				text: `The file can be read, but Kith has not made it as a backup. ${UNCHANGED} ${
					fault.looksLike
						? jsonLooks[fault.looksLike]
						: 'Choose the file that Save backup has made; its name begins with kith-backup.'
				}`
			};
		case 'BackupTooNew':
			return {
				title: 'The backup is newer than this Kith',
				text: `A newer version of Kith has made it. ${UNCHANGED} Load this page again while online to update Kith, then open the file once more.`
			};
		case 'BackupDamaged':
			return {
				title: 'The backup is damaged',
				text: `This file was changed or cut short after it was made. Nothing was read from it. ${UNCHANGED} Take another copy, or an older backup.`
			};
		case 'FileUnreadable':
			return {
				title: 'The file could not be opened',
				text: `It may have been moved or deleted, or it is too large for this browser. ${UNCHANGED} Choose it once more.`
			};
		case 'SafetyCopyRefused':
			return {
				title: 'Nothing was replaced',
				text: `A safety copy of today’s book comes first, and this device did not keep it; it may be full. ${UNCHANGED} Clear some space, or use Save backup and then Add & update.`
			};
		case 'BookIsNewer':
			return newerBook;
	}
}

function notJson(fault: Extract<BackupFault, { code: 'BackupNotJson' }>): string {
	if (fault.looksLike) {
		const [is, todo] = textLooks[fault.looksLike];
		return `${is} ${UNCHANGED} ${todo}`;
	}
	if (fault.line !== undefined && fault.column !== undefined) {
		return `Line ${fault.line}, character ${fault.column} is not as Kith writes it: the file was changed or damaged after it was made. Nothing was read from it. ${UNCHANGED} Take another copy.`;
	}
	return `Kith cannot make sense of this file. ${UNCHANGED} Choose the file that Save backup has made; its name begins with kith-backup.`;
}

/** The tables as headings. */
export const tableWords: Readonly<Record<Table, string>> = {
	person: 'People',
	circle: 'People around them',
	fact: 'Facts',
	moment: 'Moments',
	promise: 'Promises',
	plan: 'Booked touches',
	slot: 'Places in the Top Ten',
	article: 'Articles',
	settings: 'Settings',
	device: 'Devices',
	touch: 'Touches',
	note: 'Notes',
	gesture: 'Give and take',
	thankYou: 'Thank-yous',
	import: 'Imports'
};

/** One and several of each table, for a sentence. */
export const nouns: Readonly<Record<Table, readonly [string, string]>> = {
	person: ['person', 'people'],
	circle: ['person around them', 'people around them'],
	fact: ['fact', 'facts'],
	moment: ['moment', 'moments'],
	promise: ['promise', 'promises'],
	plan: ['booked touch', 'booked touches'],
	slot: ['place in the Top Ten', 'places in the Top Ten'],
	article: ['article', 'articles'],
	settings: ['setting', 'settings'],
	device: ['device', 'devices'],
	touch: ['touch', 'touches'],
	note: ['note', 'notes'],
	gesture: ['gesture', 'gestures'],
	thankYou: ['thank-you', 'thank-yous'],
	import: ['import', 'imports']
};

/** "Ashby Grain, with 5 facts and 1 note". */
export function addedWhy({ person, with: kinds }: AddedPerson): string {
	const all = [...kinds].map(([table, many]) => count(many, ...nouns[table]));
	const brought = listOf(all.length > 4 ? [...all.slice(0, 3), 'more'] : all);
	const parts = [person.company, brought && `with ${brought}`];
	return parts.filter(Boolean).join(', ');
}

/** What a restore has done. */
export function restoredLine(plan: RestorePlan): string {
	const { added, changed, trashed, addedToTrash } = totalOf(plan);
	const people = plan.tallies.get('person')?.added ?? 0;
	const others = added - people;
	const brought = [
		people > 0 && count(people, 'person', 'people'),
		others > 0 &&
			count(others, people > 0 ? 'other entry' : 'entry', people > 0 ? 'other entries' : 'entries')
	].filter((part) => part !== false);
	const binned = trashed + addedToTrash;
	const done = [
		brought.length > 0 && `Added ${listOf(brought)}.`,
		changed > 0 && `Updated ${count(changed, 'entry', 'entries')}.`,
		binned > 0 && `Put ${count(binned, 'entry', 'entries')} in the trash.`
	].filter((part) => part !== false);
	return done.length > 0 ? done.join(' ') : 'Nothing to do: your book already has all of it.';
}

/** "a, b and c". */
function listOf(parts: readonly string[]): string {
	if (parts.length < 2) return parts[0] ?? '';
	return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
