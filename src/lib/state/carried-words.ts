// What came of a folder or a file, in words: what was taken in, what waits, what was refused, and why.
import type { Outcome } from './devices-view';
import { count, figure } from './say';

type Taken = import('$lib/sync/carried').Taken;
type Hindrance = import('$lib/sync/carried').Hindrance;
type Hindered = import('$lib/sync/carried').Hindered;
type Consent = import('$lib/sync/carried').Consent;

/** A file of changes, but for the day and the device. */
export const changesFile = 'kith-changes';

/** The same whichever way they come. */
const both = {
	foreign: 'is not made by Kith for carrying changes. Nothing was read from it',
	damaged: 'was cut short or changed on its way. Nothing was read from it. Have it sent once more',
	removed: 'comes from a device that was removed. Nothing was read from it'
} as const;

const inFolder: Readonly<Record<Hindrance, string>> = {
	...both,
	empty: 'is still empty. It may be on its way; nothing was read from it',
	placeholder: 'is only a stand-in of the cloud. Have the cloud download it, then try again',
	'other-key':
		'is sealed with a key this device does not have, as those of another book are. If it is yours, pair the two devices',
	'lacks-key':
		'is sealed with a key this device does not have. This device may have been removed from the book, or lacks the newest key. Read and write the folder there once more, then here; if that does not help, show this device a new code there',
	'old-key': 'is from before a device was removed. Its device has to exchange once more',
	future: 'is made by a newer Kith. Update Kith here; it is read then',
	early: 'builds on changes that have not come yet. It is read when they are there',
	declined: 'was left alone, as you said. Kith asks again next time'
};

const noKeyForIt =
	'is sealed with a key this device does not have. It is from another book, or made after this device was removed or before it was given the newest key. Pair the two devices';
const byHand: Readonly<Record<Hindrance, string>> = {
	...both,
	empty: 'has nothing in it. Have it sent once more',
	placeholder: 'is only a stand-in of the cloud. Have the cloud download it, then choose it again',
	'other-key': noKeyForIt,
	'lacks-key': noKeyForIt,
	'old-key':
		'was sealed before a device was removed, with a key that counts no more. Have it sent once more',
	future: 'is made by a newer Kith. Update Kith here',
	early: 'builds on changes that have not come yet. Take in those as well',
	declined: 'was left alone, as you said'
};

/** A file given by hand may be read later for these reasons; for all others never. */
const isForLater: Readonly<Partial<Record<Hindrance, true>>> = {
	early: true,
	declined: true,
	future: true,
	'other-key': true,
	'lacks-key': true
};

/** Whether a file given by hand is to be tried again later. @param at its place among those given */
export function isToWait({ trouble, left }: Taken, at: number): boolean {
	const why = left?.get(at)?.why;
	return trouble !== undefined || (why !== undefined && isForLater[why] === true);
}

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

/** Files that were given by hand. */
export interface Given {
	readonly names: readonly string[];
	/** They stay on this device while they wait. */
	readonly areKept: boolean;
}

/** What came of files that were given by hand; each that was left is named. */
export function filesOutcome(
	taken: Taken,
	{ names, areKept }: Given,
	nameOf: (id: string) => string | undefined
): Outcome {
	const wait = names.filter((_, at) => isToWait(taken, at)).length;
	const details = names.flatMap((name, at) => {
		const left = taken.left?.get(at);
		if (!left) return [];
		const again = isForLater[left.why] && !areKept ? '. Then choose it again' : '';
		return [`“${name}”${fromWords(left, nameOf)} ${byHand[left.why]}${again}.`];
	});
	if (wait > 0 && areKept) {
		details.push(
			`${count(wait, 'file waits', 'files wait')} on this device and can be tried again.`
		);
	}
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
	const [from, why] = [fromWords(one, nameOf), inFolder[one.why]];
	return one.files === 1
		? `A file${from} ${why}.`
		: `${figure(one.files)} files, each${from} ${why}.`;
}

function fromWords(
	{ from }: Pick<Hindered, 'from'>,
	nameOf: (id: string) => string | undefined
): string {
	const name = from === undefined ? undefined : nameOf(from);
	return name === undefined ? '' : ` from ${name}`;
}

/** Where a file went, and what is to be done with it. */
export function sentWords(handed: 'shared' | 'saved' | 'needs a tap', name: string): string {
	if (handed === 'needs a tap') return fileWords.sentAgain;
	if (handed === 'shared')
		return 'The file is on its way. On the other device choose Receive changes.';
	return `“${name}” is in your downloads. Bring it to the other device and choose Receive changes there.`;
}

/** A file that was not even read. */
export function unreadWords(name: string, isTooLarge: boolean): string {
	return isTooLarge
		? `“${name}” is larger than 500 MB, more than Kith ever writes. Choose the file that Send changes has made.`
		: `“${name}” could not be opened. It may have been moved or deleted. Choose it once more.`;
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
	sentAgain: 'The file is made. Choose Send changes once more to hand it over.',
	noWay:
		'Kith cannot hand out a file from the home screen of this device. Show and scan, or set a meeting point. Nothing is lost.',
	nothing: 'Nothing was taken in.',
	failed: 'This did not work, and the browser does not say why. Your book is as it was. Try again.',
	gone: 'The folder is not there. It was moved, or its drive is not plugged in. Nothing is lost; bring it back, or choose another one.',
	refused: 'This browser no longer lets Kith into the folder. Nothing is lost; allow it again.',
	fresh: 'Not read yet',
	noKey: 'Add a device first: a folder or a file is sealed with the key both devices hold.'
} as const;
