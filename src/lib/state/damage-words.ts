// What was found damaged on disk, in words: what happened and when, what is back, what is not.
import { dayOfDate, type Day } from '$lib/domain/day';
import type { Damage } from '$lib/store/damage';
import { locale } from './language';
import { count, figure, shortDay, timeOf } from './say';

/** All that was found when the book was opened once. */
export interface Finding {
	/** When the first of it was found, in milliseconds since 1970; also its name. */
	readonly at: number;
	readonly damages: readonly Damage[];
	/** How many people there had been, where that is known. */
	readonly had?: number;
	/** How many people there were once everything had been read. */
	readonly back?: number;
	/** The rep has read it and put it away. */
	readonly isSeen?: true;
}

/** A finding for the screen. */
export interface ToldFinding {
	/** Something is not back. */
	readonly isLoss: boolean;
	readonly title: string;
	readonly text: string;
}

const ELSEWHERE = 'A backup or another of your devices may have it.';

/** Says what was found; the gravest of it gives the title. */
export function tellFinding(finding: Finding, today: Day): ToldFinding {
	const emptied = finding.damages.filter(({ why }) => why === 'emptied');
	const pieces = finding.damages.filter(({ why }) => why !== 'emptied');
	const told = [
		...(emptied.length > 0 ? [tellEmptied(finding, emptied, today)] : []),
		...(pieces.length > 0 ? [tellPieces(finding, pieces, today)] : [])
	];
	const gravest = told.find(({ isLoss }) => isLoss) ?? told[0];
	return {
		isLoss: gravest?.isLoss ?? false,
		title: gravest?.title ?? '',
		text: told.map(({ text }) => text).join(' ')
	};
}

function tellEmptied(finding: Finding, emptied: readonly Damage[], today: Day): ToldFinding {
	const seen = `seen ${moment(finding.at, today)}`;
	const gone = emptied.filter(({ from }) => !from);
	const isPartly = emptied.some(({ partly }) => partly);
	const isCore = emptied.some(({ name }) => name === 'kith-core');
	const what = isCore ? 'what it kept on this device' : namesOf(emptied);
	if (gone.length === emptied.length) {
		const lost = isCore ? 'what Kith kept on this device' : namesOf(emptied);
		const had = isCore && finding.had ? ` ${inIt(finding.had)} in it.` : '';
		return {
			isLoss: true,
			title: isCore ? 'Your book is gone from this device' : 'A part of your book is gone',
			text: `The browser has lost ${lost}, and the second copy with it (${seen}).${had} Restore a backup. If you use Kith on another device, save a backup there and open it here.`
		};
	}
	if (gone.length > 0 || isPartly) {
		const back =
			isCore && finding.back ? peopleBack(finding.back, finding.had) : 'A part was put back';
		const rest =
			gone.length > 0
				? ` ${capital(namesOf(gone))} could not be put back.`
				: ' The second copy was not complete: the last words before that may be missing.';
		return {
			isLoss: true,
			title: 'A part of your book is missing',
			text: `The browser had lost ${what} (${seen}). ${back} from the second copy.${rest} ${ELSEWHERE}`
		};
	}
	if (emptied.every(({ from }) => from === 'memory')) {
		return {
			isLoss: false,
			title: 'Kith wrote your book down again',
			text: `The browser had cleared ${what} while Kith was open (${seen}). All of it was still on the page and was written down again; nothing is missing.`
		};
	}
	const back = isCore && finding.back ? peopleBack(finding.back) : 'All of it was put back';
	return {
		isLoss: false,
		title: 'Kith put your book back',
		text: `The browser had lost ${what} (${seen}). ${back} from the second copy; nothing is missing.`
	};
}

function tellPieces(finding: Finding, pieces: readonly Damage[], today: Day): ToldFinding {
	const found = `found ${moment(finding.at, today)}`;
	const ours = pieces.filter(({ why }) => why !== 'foreign');
	const lost = ours.filter(({ from }) => !from);
	if (ours.length === 0) {
		return {
			isLoss: false,
			title: 'Something strange was put aside',
			text:
				pieces.length === 1
					? `Something that Kith did not write lay among your book (${found}). It is kept aside; your book is as it was.`
					: `${figure(pieces.length)} things that Kith did not write lay among your book (${found}). It is kept aside; your book is as it was.`
		};
	}
	if (lost.length === 0) {
		const [written] = writtenIn(ours, today);
		const when = written === undefined ? found : `written ${written}; ${found}`;
		const back = ours.length === 1 ? 'It was put back' : `All ${figure(ours.length)} were put back`;
		return {
			isLoss: false,
			title: 'Kith mended your book',
			text: `${unread(ours.length)} (${when}). ${back}; nothing is missing.`
		};
	}
	const [, during] = writtenIn(lost, today);
	const words =
		during === undefined ? 'some words may be missing' : `words written ${during} may be missing`;
	const isAside = lost.some(({ why }) => why !== 'missing' && why !== 'empty');
	const kept = isAside ? ' What could not be read is kept aside.' : '';
	const some =
		lost.length === ours.length
			? `${unread(ours.length)}, nor put back (${found})`
			: `${unread(ours.length)} (${found}). ${figure(ours.length - lost.length)} of them could be put back, ${figure(lost.length)} could not`;
	return {
		isLoss: true,
		title:
			lost.length === 1 ? 'A piece of your book is missing' : 'Pieces of your book are missing',
		text: `${some}: ${words}.${kept} ${ELSEWHERE}`
	};
}

/** When rows had been written: as in "written …" and as in "words written …". */
function writtenIn(rows: readonly Damage[], today: Day): [string | undefined, string | undefined] {
	const times = rows.flatMap(({ written }) => (written === undefined ? [] : [written]));
	const [first, last] = [Math.min(...times), Math.max(...times)];
	if (times.length === 0) return [undefined, undefined];
	if (rows.some(({ folded }) => folded)) {
		return [`up to ${moment(last, today)}`, `up to ${moment(last, today)}`];
	}
	if (first === last) return [moment(first, today), moment(first, today)];
	const [from, to] = [dayAt(first, today), dayAt(last, today)];
	return from === to ? [from, from] : [`${from} to ${to}`, `from ${from} to ${to}`];
}

function peopleBack(back: number, had = 0): string {
	if (back < had) return `${figure(back)} of ${count(had, 'person', 'people')} were put back`;
	return count(back, 'person was put back', 'people were put back');
}

function inIt(had: number): string {
	return count(had, 'person was', 'people were');
}

function unread(many: number): string {
	return many === 1
		? 'One piece of the book could not be read'
		: `${count(many, 'piece')} of the book could not be read`;
}

/** "the people and the touches and notes of 2025". */
function namesOf(damages: readonly Damage[]): string {
	const years = damages
		.flatMap(({ name }) => /\d{4}$/.exec(name)?.[0] ?? [])
		.sort((a, b) => a.localeCompare(b, locale));
	const isCore = damages.some(({ name }) => name === 'kith-core');
	const parts = [
		...(isCore ? ['the people'] : []),
		...(years.length > 0 ? [`the touches and notes of ${listed(years)}`] : [])
	];
	return listed(parts);
}

function listed(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function moment(ms: number, today: Day): string {
	return `${dayAt(ms, today)}, ${timeOf(ms)}`;
}

function dayAt(ms: number, today: Day): string {
	return shortDay(dayOfDate(new Date(ms)), today);
}

function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
