// What was typed and saved is in its form again once the saving has been taken back.
import { beforeEach, expect, test } from 'vitest';
import { aBook, aPerson, TestClock, write } from '../../../tests/support/books';
import type { Day } from '$lib/domain/day';
import { Kith } from './kith.svelte';
import { logTouch } from './touches';
import { redo, undo } from './undoing';
import { letGo, wordsAlong } from './words-back';
import { wordsKept } from './words-kept';
import { WordsLeft, type LeftDisk } from './words-left';

const SAID = 'Kofi goes to Purdue.';
const ada = aPerson();
let kith: Kith;
let left: WordsLeft;

beforeEach(async () => {
	localStorage.clear();
	const clock = new TestClock();
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => draft.add('person', ada));
	left = new WordsLeft(kith.book, `touch:${ada.id}`);
});

/** As a form does it: saves the words and lets go of them. */
function log(words = SAID): void {
	logTouch(
		kith,
		{
			...{ people: [ada.id], kind: 'call', purpose: 'just-talked', outcome: 'reached' },
			...{ day: '2026-11-21' as Day, words, along: wordsAlong(left, words) }
		},
		'Logged with Ada'
	);
	left.leave('');
}

test.each([
	['by the line that offers it', () => kith.toasts.current?.action?.run()],
	['by itself', () => undo(kith)]
])('after an undo %s they wait again', async (_, takeBack) => {
	log();
	expect(await left.read()).toBe('');
	takeBack();
	expect(kith.book.all('note')).toEqual([]);
	await expect.poll(() => left.read()).toBe(SAID);
});

test('they come before what has been typed since, and nothing comes of no words', async () => {
	log();
	left.leave('And sails.');
	undo(kith);
	await expect.poll(() => left.read()).toBe(`${SAID}\n\nAnd sails.`);
	left.leave('');
	log(' ');
	undo(kith);
	expect(await left.read()).toBe('');
});

test.each([
	['as they came back', SAID, ''],
	['with more written after them', `${SAID}\n\nAnd sails.`, 'And sails.'],
	['changed', `${SAID} And sails.`, `${SAID} And sails.`],
	['cleared', '', '']
])('done again, words that stand there %s go with it only as they came', async (_, now, rest) => {
	log();
	const { body } = kith.book.all('note')[0]!;
	undo(kith);
	await expect.poll(() => left.read()).toBe(SAID);
	left.leave(now);
	expect(redo(kith)).toBe(true);
	expect(kith.book.all('note')[0]?.body).toBe(body);
	await expect.poll(() => left.read()).toBe(rest);
	undo(kith);
	await expect.poll(() => left.read()).toContain(SAID);
});

test('the draft that was sent comes back as well, and goes again', async () => {
	left.leave(SAID);
	const along = letGo(left);
	await expect.poll(() => left.read()).toBe('');
	along.back?.();
	await expect.poll(() => left.read()).toBe(SAID);
	along.again?.();
	await expect.poll(() => left.read()).toBe('');
});

test.each([
	['all of them', SAID, SAID],
	['a part of them', 'Kofi goes', SAID],
	['some the rep took out again', SAID, '']
])('an undo is not misled by a disk that still has %s', async (_, onDisk, saved) => {
	const kept = new Map<string, string>();
	const disk: LeftDisk = {
		getLocal: async (key) => kept.get(key),
		setLocal: async (key, value) => {
			await new Promise((resolve) => setTimeout(resolve, 2));
			kept.set(key, value);
		}
	};
	const form = new WordsLeft(disk, 'touch:ada');
	form.leave(onDisk);
	await wordsKept(disk);
	const { back } = wordsAlong(form, saved);
	form.leave('');
	back?.();
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(await form.read()).toBe(saved);
	localStorage.clear();
	expect(await form.read()).toBe(saved);
});
