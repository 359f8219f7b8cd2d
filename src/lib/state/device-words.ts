// What the Devices screen says: what happened, what is safe, what to do. In few and plain words.
import { dayOfDate, daysBetween, type Day } from '$lib/domain/day';
import { ago, count, figure, longDay, shortDay, timeOf, weekdayOf } from './say';
import { numberWord } from './walk-words';

type Progress = import('$lib/sync/talk').Progress;
type PartingReason = import('$lib/sync/talk').PartingReason;
type KeptPeer = import('$lib/sync/kept').KeptPeer;
type Carrier = import('$lib/sync/kept').Carrier;

/** "Eleven changes wait for it here". */
function waitingWords(many: number): string {
	if (many === 1) return 'One change waits for it here';
	const word = numberWord(many);
	return `${word[0]?.toUpperCase() ?? ''}${word.slice(1)} changes wait for it here`;
}

/** "today 14:02", "yesterday 9:40", "on Sunday", "on 3 May". */
export function whenWords(ms: number, today: Day): string {
	const day = dayOfDate(new Date(ms));
	const days = daysBetween(day, today);
	if (days <= 1) return `${ago(Math.max(0, days))} ${timeOf(ms)}`;
	return `on ${dayWords(day, today)}`;
}

/** "Sunday", "3 May". */
function dayWords(day: Day, today: Day): string {
	return daysBetween(day, today) < 7 ? weekdayOf(day) : shortDay(day, today);
}

const byCarrier: Readonly<Record<Carrier, string>> = {
	direct: '',
	folder: ', by folder',
	file: ', by file'
};

/** "Level today 14:02, 5,012 people on both". */
export function levelWords(
	{ at, people, by }: { at: number; people?: number | undefined; by?: Carrier | undefined },
	today: Day
): string {
	const both = people === undefined ? '' : `, ${count(people, 'person', 'people')} on both`;
	return `Level ${whenWords(at, today)}${by === undefined ? '' : byCarrier[by]}${both}`;
}

/** The ways by which devices bring each other level by themselves here. */
export interface Ways {
	readonly hasServer: boolean;
	readonly hasFolder: boolean;
}

/** Of a device that is not there: what waits for it, or how level it was. */
export function awayWords(
	peer: KeptPeer | undefined,
	waiting: number | undefined,
	today: Day,
	{ hasServer, hasFolder }: Ways
): string {
	if (waiting) {
		// Without a meeting point nobody knows whether it is open.
		const says = hasServer ? 'Not open just now' : sinceWords(peer?.seenAt ?? peer?.levelAt, today);
		return `${says && `${says}. `}${waitingWords(waiting)}`;
	}
	if (peer?.levelAt !== undefined) {
		const { levelAt, people, levelBy } = peer;
		return levelWords({ at: Date.parse(levelAt), people, by: levelBy }, today);
	}
	if (peer?.seenAt !== undefined) return sinceWords(peer.seenAt, today);
	if (hasServer) return 'Not met yet. Open Kith on both and they find each other';
	if (hasFolder) return 'Not met yet. Have it read and write the folder too';
	return 'Not met yet. Send it your changes as a file, or show and scan';
}

/** "Heard from today 14:02", "Not heard from since Sunday"; '' where nobody knows. */
function sinceWords(instant: string | undefined, today: Day): string {
	const ms = Date.parse(instant ?? '');
	if (Number.isNaN(ms)) return '';
	const day = dayOfDate(new Date(ms));
	if (daysBetween(day, today) <= 1) return `Heard from ${whenWords(ms, today)}`;
	return `Not heard from since ${dayWords(day, today)}`;
}

/** "Receiving 12 MB · 2024, 3 of 6 years". */
export function progressWords(verb: 'Receiving' | 'Sending', progress: Progress): string {
	const { bytes, year, yearsDone, years } = progress;
	const of =
		year === undefined ? '' : ` · ${year}, ${figure(yearsDone)} of ${count(years, 'year')}`;
	return `${verb} ${sizeWords(bytes)}${of}`;
}

/** "12 MB", "640 kB". */
function sizeWords(bytes: number): string {
	if (bytes >= 1e6) return `${figure(Math.round(bytes / 1e6))} MB`;
	return `${figure(Math.max(1, Math.round(bytes / 1e3)))} kB`;
}

/** Why a device and this one do not talk, and what to do. */
export const partingWords: Readonly<Record<PartingReason, string>> = {
	'wrong-key': 'It does not hold the key of this book. Nothing was exchanged. Show it a new code',
	'newer-there': 'Has a newer Kith. Update Kith here first; nothing was exchanged',
	'newer-here': 'Has an older Kith. Update Kith there first; nothing was exchanged',
	'unknown-device': 'Not let in there yet. Show a code on one of the two and compare the words',
	'removed-there': 'Was removed from this book. It keeps what it had',
	'removed-here': 'Says that this device was removed from the book. What is here stays',
	'same-device':
		'Says that it is this very device, as a copied browser profile does. Remove everything there and pair it again',
	refused: 'Turned away. Nothing was exchanged',
	'new-key': 'Has just been given the new key of the book and comes back with it',
	broken: 'The two could not agree on what they hold. Kith tries again',
	silent: 'Not heard from for a while. Kith tries again',
	closed: 'Not open just now'
};

export const thisWords = {
	kept: 'This one. The browser keeps it for good',
	loose: 'This one. The browser may clear it when space runs short; keep a backup'
} as const;

export const meetingWords = {
	door: 'At the door. Compare the words on both screens',
	waits: 'Here. Waits for the go on its screen',
	greeting: 'Here. The two are greeting each other',
	carrying: 'Here. Exchanging changes',
	removed: (on: string | undefined): string =>
		on === undefined
			? 'Removed. It keeps what it had and gets nothing more'
			: `Removed ${dateWords(on)}. It keeps what it had and gets nothing more`
} as const;

/** This device was removed by another one. */
export function removedHereWords(at: string): string {
	return `This device was removed from the book ${dateWords(at)}. It keeps what it had. To have it follow again, show it a new code on another device.`;
}

/** What other devices wrote may be no date at all. */
function dateWords(instant: string): string {
	if (Number.isNaN(Date.parse(instant))) return 'on a day not known';
	return `on ${longDay(dayOfDate(new Date(instant)))}`;
}

export const pointWords = {
	off: '',
	looking: 'Looking for it',
	there: 'Connected',
	away: 'Out of reach. Tried again in a while'
} as const;

export const serverProblem =
	'This is no address of a meeting point. It begins with wss:// – or with ws:// where the server runs on this very device.';

/** What had to be loaded for it could not be, or this browser did not answer. */
export const troubleWords = {
	load: {
		title: 'This part of Kith could not be loaded',
		text: 'Your book is as it was. Try again, with a network if you can.'
	},
	failed: {
		title: 'This did not work',
		text: 'The browser does not say why. Your book is as it was; try again.'
	}
} as const;

export const codeProblems = {
	slip: 'There is a slip in this code, or part of it is missing. Look at it once more.',
	other:
		'This is no code of Kith. On the other device choose “Add a device”, and take the code it shows.',
	own: 'This device holds the key of this code already. There is nothing to join.',
	nowhere:
		'This code names no meeting point, and none is set here, so the two cannot find each other. Set one, or pair by showing and scanning.',
	removed: 'The browser kept nothing of it; the device may be full. Nothing was changed. Try again.'
} as const;

export const joiningWords = {
	looking: 'Looking for the other device. Keep Kith open there, with the code on its screen.',
	away: 'The meeting point is out of reach. Nothing is lost; Kith tries again in a while.',
	door: 'Found it. Compare the words on both screens.',
	waits: 'Waiting for the yes on the other screen.',
	carried: 'The code is kept. Now choose the folder, or receive the file with the changes.',
	again:
		'When they are one book, the devices this one was paired with before have to be added again.'
} as const;

export const handWords = {
	offer: 'Let the other device scan this, then scan what it shows.',
	answer: 'Let the first device scan this. Keep this page open.',
	wait: 'The two are finding each other.',
	done: 'They have met.',
	failed:
		'They did not find each other. Both have to be on the same Wi-Fi or hotspot, with this page open. Begin again.',
	cannot: 'This browser cannot make a connection of its own here. Use a folder or a file instead.',
	noOffer:
		'This is no code that can be used here, or it has a slip in it. Show and scan it once more.',
	noAnswer: 'This is not the answer to the code that is shown here. Begin again on both devices.'
} as const;

function alikeWords(many: number): string {
	return many === 1
		? ', one looks like the same person'
		: `, ${numberWord(many)} look like the same person`;
}

export const mergeWords = {
	looking: 'Kith looks who is there and who is here. Nothing is written yet.',
	away: (name: string): string =>
		`${name} is out of reach just now. Nothing was written. Kith waits for it.`,
	point: 'A restore point of this book comes first.',
	noPoint:
		'This device did not keep a restore point; it may be full. So nothing was begun, and nothing was changed. Save a backup and clear some space, then try again.',
	carrying: 'The two books become one. Go on working if you like; keep Kith open on both.',
	waits: (name: string): string =>
		`${name} is out of reach. What has come over stays; it goes on when both are open again.`,
	failed: 'This did not go to its end.',
	ready(there: number, here: number, alike: number): string {
		const same = alike === 0 ? '' : alikeWords(alike);
		return `${count(there, 'person', 'people')} there, ${figure(here)} here${same}. Nothing is written until you say so.`;
	},
	done(people: number): string {
		return `Both devices hold the same book now, ${count(people, 'person', 'people')}.`;
	},
	taken(people: number): string {
		return `The other book is part of yours now, ${count(people, 'person', 'people')}. Send your changes back, and both hold the same.`;
	},
	joined(many: number): string {
		return count(
			many,
			'person was in the book twice and is one now',
			'people were in the book twice and are one now'
		);
	}
} as const;
