// What went wrong with a backup, in words: what happened, what is safe, what to do.
import type { BackupFault, JsonLook, TextLook } from '$lib/domain/backup-fault';
import type { FolderFault } from './backup-in-folder';
import type { Explained } from './failures';
import { newerBook } from './newer-book';
import type { RestoreFault } from './restore';

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

/** A restore point could not be made. */
export const noPoint: Explained = {
	title: 'There is no new restore point',
	text: `This device did not keep it; it may be full, or this browser has no room of its own for files. ${UNCHANGED} Save a backup instead.`
};

/** A restore point could not be read. */
export const brokenPoint: Explained = {
	title: 'This restore point cannot be opened',
	text: `Something of it is missing or damaged on this device. ${UNCHANGED} Take another one, or a backup.`
};

/** A passphrase was wanted where there is no cipher. */
export const cannotSeal: Explained = {
	title: 'No backup was made',
	text: 'This browser cannot seal a file here, as on a page that was not opened by https. Your book is as it was. Save a backup without a passphrase, or open Kith by https.'
};

const STAYS = 'The earlier backups there are as they were, and so is your book.';

/** A backup that did not get into the chosen folder. */
export const folderFaults: Readonly<Record<FolderFault, Explained>> = {
	FolderGone: {
		title: 'The folder is not there',
		text: `It was moved, renamed or deleted, or its drive is not plugged in. ${STAYS} Bring it back, or choose another folder.`
	},
	FolderRefused: {
		title: 'The folder is closed to Kith',
		text: `This browser no longer lets Kith write there. ${STAYS} Allow it again, or choose another folder.`
	},
	FolderFull: {
		title: 'No room in the folder',
		text: `The drive is full, so nothing was added. ${STAYS} Clear some space there, or choose another folder.`
	},
	FolderBusy: {
		title: 'The folder is busy',
		text: `Another program holds the file, as a sync service does for a moment. ${STAYS} Try again in a minute.`
	},
	FolderUnlike: {
		title: 'The backup did not arrive whole',
		text: `What was read back from the folder is not what was written, so it does not count and was taken away again. ${STAYS} Try again, or choose a folder on another drive.`
	},
	FolderFailed: {
		title: 'The backup did not get into the folder',
		text: `The browser does not say why. ${STAYS} Try again, or use Save backup.`
	}
};

/** Why there is no newer copy, from what was kept of it. */
export function explainFolder(fault: string): Explained {
	const known: Readonly<Record<string, Explained>> = folderFaults;
	return known[fault] ?? folderFaults.FolderFailed;
}

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
		case 'BackupCountsWrong':
			return {
				title: 'The backup does not add up',
				text: `It holds more or fewer entries than it says: somebody has changed it, or part of it is missing. Nothing was read from it. ${UNCHANGED} Take another copy, or an older backup.`
			};
		case 'BackupTwice':
			return {
				title: 'Something stands twice in this backup',
				text: `One entry is there two times, and Kith cannot know which is right. Kith never writes that, so the file was put together by hand. Nothing was read from it. ${UNCHANGED} Take the file that Save backup has made.`
			};
		case 'BackupTooDeep':
			return {
				title: 'The backup is folded too deep',
				text: `Lists lie in lists in it, deeper than Kith ever writes them. Nothing was read from it. ${UNCHANGED} Take the file that Save backup has made.`
			};
		case 'BackupTrapped':
			return {
				title: 'The backup holds a trap',
				text: `A name in it was made to upset the program that reads it; Kith never writes one. Nothing was read from it. ${UNCHANGED} Do not use this file, and ask where it comes from.`
			};
		case 'PassphraseWrong':
			return {
				title: 'Not this passphrase',
				text: `The file is whole, but it does not open with these words. ${UNCHANGED} Mind capitals, spaces and the keyboard’s language, and try again.`
			};
		case 'BackupAltered':
			return {
				title: 'The sealed backup was tampered with',
				text: `The passphrase is right, but what is inside is not what was sealed with it. Nothing was read from it. ${UNCHANGED} Take another copy, or an older backup.`
			};
		case 'BackupKeyAbsurd':
			return {
				title: 'The lock of this backup is not one of ours',
				text: `It asks for more work than a device can do, or for so little that it would protect nothing. Somebody has changed it. Nothing was read from it. ${UNCHANGED} Take another copy, or an older backup.`
			};
		case 'BackupKeyUnknown':
			return {
				title: 'This browser cannot open the backup',
				text: `It lacks what the passphrase of this file needs, or the page was not opened by https. ${UNCHANGED} Open the file with another browser, or with a newer Kith.`
			};
		case 'FileUnreadable':
			return {
				title: 'The file could not be opened',
				text: `It may have been moved or deleted, or it is too large for this browser. ${UNCHANGED} Choose it once more.`
			};
		case 'NoWayBack':
			return {
				title: 'Nothing was replaced',
				text: `A restore point of today’s book comes first, and this device did not keep it; it may be full. ${UNCHANGED} Clear some space, or use Save backup and then Add & update.`
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
