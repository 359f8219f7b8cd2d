import { describe, expect, test } from 'vitest';
import { dayOfDate } from '$lib/domain/day';
import type { Damage } from '$lib/store/damage';
import { tellFinding, type Finding } from './damage-words';
import { figure, shortDay, timeOf } from './say';

const TODAY = dayOfDate(new Date(2026, 10, 21));
const AT = new Date(2026, 10, 21, 14, 2).getTime();
const WRITTEN = new Date(2026, 2, 12, 9, 30).getTime();
const CORE = 'kith-core';
const THIS_YEAR = 'kith-journal-2026';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const FOUND = plain(`today, ${timeOf(AT)}`);
const TIME = plain(timeOf(WRITTEN));
const DAY = shortDay(dayOfDate(new Date(WRITTEN)), TODAY);
const DAY_3 = shortDay(dayOfDate(new Date(2026, 2, 14)), TODAY);

function aDamage(fields: Partial<Damage> = {}): Damage {
	return { name: THIS_YEAR, why: 'changed', found: AT, written: WRITTEN, ...fields };
}

function lostDatabase(name: string, fields: Partial<Damage> = {}): Damage {
	return { name, why: 'emptied', found: AT, ...fields };
}

function told(damages: readonly Damage[], fields: Partial<Finding> = {}) {
	const { isLoss, title, text } = tellFinding({ at: AT, damages, ...fields }, TODAY);
	// The clock writes a narrow space before AM and PM.
	return { isLoss, title, text: plain(text) };
}

describe('a database that was lost', () => {
	test('and put back whole is no loss, and counts the people', () => {
		const both = [CORE, THIS_YEAR].map((name) => lostDatabase(name, { from: 'mirror' }));
		expect(told(both, { had: 1204, back: 1204 })).toEqual({
			isLoss: false,
			title: 'Kith put your book back',
			text: `The browser had lost what it kept on this device (seen ${FOUND}). ${figure(1204)} people were put back from the second copy; nothing is missing.`
		});
	});

	test('does not call people missing whom the rep took out since they were counted', () => {
		const { text } = told([lostDatabase(CORE, { from: 'mirror' })], { had: 12, back: 11 });
		expect(text).toContain('11 people were put back');
		expect(text).not.toContain('12');
	});

	test('names the year when only that was lost', () => {
		expect(told([lostDatabase(THIS_YEAR, { from: 'mirror' })]).text).toBe(
			`The browser had lost the touches and notes of 2026 (seen ${FOUND}). All of it was put back from the second copy; nothing is missing.`
		);
	});

	test('and put back in part is a loss', () => {
		const damages = [lostDatabase(CORE, { from: 'mirror', partly: true })];
		expect(told(damages, { had: 1204, back: 1150 })).toEqual({
			isLoss: true,
			title: 'A part of your book is missing',
			text: `The browser had lost what it kept on this device (seen ${FOUND}). ${figure(1150)} of ${figure(1204)} people were put back from the second copy. The second copy was not complete: the last words before that may be missing. A backup or another of your devices may have it.`
		});
	});

	test('names the years that could not be put back', () => {
		const damages = [
			lostDatabase(CORE, { from: 'mirror' }),
			lostDatabase('kith-journal-2025'),
			lostDatabase(THIS_YEAR)
		];
		const { isLoss, text } = told(damages, { had: 1, back: 1 });
		expect(isLoss).toBe(true);
		expect(text).toContain('1 person was put back from the second copy.');
		expect(text).toContain('The touches and notes of 2025 and 2026 could not be put back.');
	});

	test('and is gone with its second copy is said so, with the ways out', () => {
		const damages = [CORE, THIS_YEAR].map((name) => lostDatabase(name));
		expect(told(damages, { had: 1204, back: 0 })).toEqual({
			isLoss: true,
			title: 'Your book is gone from this device',
			text: `The browser has lost what Kith kept on this device, and the second copy with it (seen ${FOUND}). ${figure(1204)} people were in it. Restore a backup. If you use Kith on another device, save a backup there and open it here.`
		});
	});

	test('makes no number up where nobody counted', () => {
		expect(told([lostDatabase(CORE)]).text).not.toMatch(/people|person/);
	});

	test('while it was open was still on the page', () => {
		const { isLoss, text } = told([lostDatabase(CORE, { from: 'memory' })]);
		expect(isLoss).toBe(false);
		expect(text).toContain('All of it was still on the page and was written down again');
	});
});

describe('a row that could not be read', () => {
	test('and was put back is no loss', () => {
		expect(told([aDamage({ from: 'mirror' })])).toEqual({
			isLoss: false,
			title: 'Kith mended your book',
			text: `One piece of the book could not be read (written ${DAY}, ${TIME}; found ${FOUND}). It was put back; nothing is missing.`
		});
	});

	test('and others of other days are told together', () => {
		const rows = [0, 1, 2].map((day) =>
			aDamage({ from: 'mirror', written: WRITTEN + day * 86_400_000 })
		);
		expect(told(rows).text).toBe(
			`3 pieces of the book could not be read (written ${DAY} to ${DAY_3}; found ${FOUND}). All 3 were put back; nothing is missing.`
		);
	});

	test('and is found nowhere else is a loss, with the day of the words', () => {
		expect(told([aDamage()])).toEqual({
			isLoss: true,
			title: 'A piece of your book is missing',
			text: `One piece of the book could not be read, nor put back (found ${FOUND}): words written ${DAY}, ${TIME} may be missing. What could not be read is kept aside. A backup or another of your devices may have it.`
		});
	});

	test('tells those put back from those that are not', () => {
		const { isLoss, title, text } = told([
			aDamage({ from: 'mirror' }),
			aDamage({ from: 'before' }),
			aDamage()
		]);
		expect(isLoss).toBe(true);
		expect(title).toBe('A piece of your book is missing');
		expect(text).toContain('2 of them could be put back, 1 could not');
	});

	test('does not say kept aside of what was not there at all', () => {
		expect(told([aDamage({ why: 'missing' })]).text).not.toContain('aside');
	});

	test('that held all before it says up to when', () => {
		expect(told([aDamage({ folded: true })]).text).toContain(`words written up to ${DAY}`);
	});

	test('of unknown age makes no day up', () => {
		const { written: _, ...row } = aDamage();
		expect(told([row]).text).toContain(': some words may be missing.');
	});

	test('that is none of ours is no loss', () => {
		const { isLoss, text } = told([aDamage({ why: 'foreign' })]);
		expect(isLoss).toBe(false);
		expect(text).toContain('your book is as it was');
	});
});

test('a loss gives the title when something else was mended', () => {
	const { isLoss, title, text } = told([lostDatabase(CORE, { from: 'mirror' }), aDamage()]);
	expect(isLoss).toBe(true);
	expect(title).toBe('A piece of your book is missing');
	expect(text).toContain('nothing is missing. One piece');
});
