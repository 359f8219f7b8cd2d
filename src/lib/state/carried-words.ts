// What came of a folder or a file, in words: what was taken in, what waits, what was refused, and why.
import type { Outcome } from './devices-view';
import { count, figure } from './say';

type Taken = import('$lib/sync/carried').Taken;
type Hindrance = import('$lib/sync/carried').Hindrance;
type Hindered = import('$lib/sync/carried').Hindered;
type Consent = import('$lib/sync/carried').Consent;

const hindrances: Readonly<Record<Hindrance, string>> = {
	empty: 'is still empty. It may be on its way; nothing was read from it',
	placeholder: 'is only a stand-in of the cloud. Have the cloud download it, then try again',
	damaged: 'was cut short or changed on its way. Nothing was read from it. Have it sent once more',
	foreign: 'is not made by Kith for carrying changes. Nothing was read from it',
	'other-key': 'belongs to another book. Nothing was read from it. Pair the two devices first',
	'old-key': 'is from before a device was removed. Its device has to exchange once more',
	future: 'is made by a newer Kith. Update Kith here, then take it again',
	removed: 'comes from a device that was removed. Nothing was read from it',
	early:
		'builds on changes that have not come yet. It is kept for when they do; take the others as well',
	declined: 'was left alone, as you said. Kith asks again next time'
};

const troubles: Readonly<Record<NonNullable<Taken['trouble']>, string>> = {
	'no-key': 'This device is paired with no other yet. Add a device first; nothing was exchanged.',
	removed:
		'This device was removed from the book. It keeps what it had and exchanges nothing more.',
	newer: 'A newer Kith has written this book. Update Kith here first; nothing was exchanged.',
	unwritten:
		'What the others have written was read, but nothing could be put there. The folder may be full or closed. Your changes are safe here.'
};

/** What came of an exchange. @param nameOf a device's name by its id */
export function outcomeOf(taken: Taken, nameOf: (id: string) => string | undefined): Outcome {
	const details = [...taken.refused, ...taken.waiting].map((one) => hinderedWords(one, nameOf));
	if (taken.trouble) return { kind: 'trouble', says: troubles[taken.trouble], details };
	const isWell = taken.refused.every(({ why }) => why === 'declined');
	return { kind: isWell ? 'done' : 'trouble', says: saysOf(taken, nameOf), details };
}

/** One line for the folder: what the last exchange came to. */
export function folderLine(taken: Taken, nameOf: (id: string) => string | undefined): string {
	if (taken.trouble) return troubles[taken.trouble];
	const asked = [...taken.refused, ...taken.waiting].find(({ why }) => why === 'declined');
	if (asked)
		return `Changes${fromWords(asked, nameOf)} wait for your look. Read and write now to see them.`;
	return saysOf(taken, nameOf);
}

function saysOf(taken: Taken, nameOf: (id: string) => string | undefined): string {
	const level = taken.level.map((id) => nameOf(id)).filter((name) => name !== undefined);
	const parts = [
		taken.files > 0 ? `Took in ${count(taken.files, 'file')}` : '',
		level.length > 0 ? `level with ${level.join(', ')}` : ''
	].filter(Boolean);
	if (parts.length === 0) {
		const isNothing = taken.refused.length + taken.waiting.length === 0;
		return isNothing ? 'Nothing new to take in.' : 'Nothing was taken in.';
	}
	const says = parts.join(', ');
	return `${says[0]?.toUpperCase() ?? ''}${says.slice(1)}.`;
}

function hinderedWords(one: Hindered, nameOf: (id: string) => string | undefined): string {
	const what = one.files === 1 ? 'A file' : `${figure(one.files)} files, each`;
	return `${what}${fromWords(one, nameOf)} ${hindrances[one.why]}.`;
}

function fromWords({ from }: Hindered, nameOf: (id: string) => string | undefined): string {
	const name = from === undefined ? undefined : nameOf(from);
	return name === undefined ? '' : ` from ${name}`;
}

/** What a large merge would do. */
export function brakeWords(what: Extract<Consent, { is: 'large' }>): string {
	const { name, trashing, changed, of } = what;
	const people = count(of, 'person', 'people');
	const trash = trashing > 0 ? `, ${figure(trashing)} of them into the trash` : '';
	return `The changes from ${name} touch ${figure(changed)} of your ${people}${trash}. That is a lot at once, so nothing was taken over yet.`;
}

export const fileWords = {
	making: 'Making the file…',
	reading: 'Reading…',
	exchanging: 'Reading and writing the folder…',
	sent: 'The file is on its way. On the other device choose Receive.',
	sentAgain: 'The file is made. Choose Send changes once more to hand it over.',
	tooLarge:
		'This file is larger than 500 MB, more than Kith ever writes. Nothing was read from it. Choose the file that Send changes has made.',
	unreadable:
		'The file could not be opened. It may have been moved or deleted. Choose it once more.',
	failed: 'This did not work, and the browser does not say why. Your book is as it was. Try again.',
	gone: 'The folder is not there. It was moved, or its drive is not plugged in. Nothing is lost; bring it back, or choose another one.',
	refused: 'This browser no longer lets Kith into the folder. Nothing is lost; allow it again.',
	fresh: 'Not read yet',
	noKey: 'Add a device first: a folder or a file is sealed with the key both devices hold.'
} as const;
