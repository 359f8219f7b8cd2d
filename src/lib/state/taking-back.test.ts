// One key takes back the rep's last change in this tab, says which, and offers it again.
import { beforeEach, expect, test, vi } from 'vitest';
import { aBook, aPerson, digest, TestClock, write } from '../../../tests/support/books';
import { eraseRecords } from '$lib/store/erasing';
import { Autosave } from './autosave.svelte';
import { newerBook } from './newer-book';
import { Kith } from './kith.svelte';
import { editPerson, seatPerson, trashPerson } from './people';
import { doAgain, nextToTakeBack, takeBackLatest } from './taking-back';
import { logTouch } from './touches';
import { undo, whenUndone } from './undoing';
import { write as writeStep } from './writing';

const ada = aPerson({ name: 'Ada Lind' });
let kith: Kith;
let clock: TestClock;
const said = () => kith.toasts.current?.text;

beforeEach(async () => {
	clock = new TestClock();
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => draft.add('person', ada));
});

test('step by step, each in words, and again the same way', () => {
	const start = digest(kith.book);
	seatPerson(kith, ada);
	editPerson(kith, ada.id, { about: 'Sails.' });
	trashPerson(kith, kith.book.get('person', ada.id)!);
	const end = digest(kith.book);
	expect(nextToTakeBack(kith)).toBe('Ada Lind');
	takeBackLatest(kith);
	expect(said()).toBe('Back from the trash: Ada Lind');
	takeBackLatest(kith);
	expect(said()).toBe('Change taken back: Ada Lind');
	takeBackLatest(kith);
	expect(said()).toBe('Taken back: Ada Lind in the Top Ten');
	expect(digest(kith.book)).toBe(start);
	takeBackLatest(kith);
	expect(said()).toBe('Nothing to take back since this page was opened');
	for (let step = 0; step < 3; step++) doAgain(kith);
	expect(said()).toBe('Done again: Ada Lind');
	expect(digest(kith.book)).toBe(end);
	doAgain(kith);
	expect(said()).toBe('Nothing to do again');
	expect(digest(kith.book)).toBe(end);
});

test('the line offers to do it again', () => {
	editPerson(kith, ada.id, { about: 'Sails.' });
	takeBackLatest(kith);
	expect(kith.toasts.current?.action?.label).toBe('Do it again');
	kith.toasts.current?.action?.run();
	expect(kith.book.get('person', ada.id)?.about).toBe('Sails.');
});

test('what was done since ends what could be done again', () => {
	editPerson(kith, ada.id, { about: 'Sails.' });
	takeBackLatest(kith);
	editPerson(kith, ada.id, { nickname: 'Addie' });
	doAgain(kith);
	expect(kith.book.get('person', ada.id)?.about).toBeUndefined();
});

test('a step is taken back once, whoever asks again', () => {
	editPerson(kith, ada.id, { about: 'Sails.' }, 'Changed');
	const line = kith.toasts.current?.action;
	takeBackLatest(kith);
	doAgain(kith);
	line?.run();
	expect(kith.book.get('person', ada.id)?.about).toBe('Sails.');
});

test('what goes with a step goes back and forth with it', () => {
	const [back, again] = [vi.fn(), vi.fn()];
	logTouch(kith, {
		...{ people: [ada.id], kind: 'call', purpose: 'just-talked', outcome: 'reached' },
		...{ day: kith.clock.today, words: 'Kofi sails.', along: { back, again } }
	});
	const end = digest(kith.book);
	for (const times of [1, 2]) {
		takeBackLatest(kith);
		expect(back).toHaveBeenCalledTimes(times);
		expect(said()).toMatch(/^Taken back: touch and note with Ada Lind$/);
		expect(kith.book.all('note')).toEqual([]);
		kith.toasts.current?.action?.run();
		expect(again).toHaveBeenCalledTimes(times);
		expect(digest(kith.book)).toBe(end);
	}
});

test('a form that is open shows what the book has again, and offers no Undo of its own for it', () => {
	const autosave = new Autosave(kith);
	const field = autosave.field({
		stored: () => kith.book.get('person', ada.id)?.about ?? '',
		write: (draft, about: string) => draft.edit('person', ada.id, { about })
	});
	field.value = 'Sails.';
	autosave.flush();
	expect(autosave.canUndo).toBe(true);
	takeBackLatest(kith);
	expect(field.value).toBe('');
	expect(autosave.canUndo).toBe(false);
});

test.each([
	['import', 'The last change was an import. It is taken back on the Import page.'],
	['restore', 'The last change was a restore. It is taken back on the Backup page.']
] as const)('after an %s nothing older is taken back in its stead', (elsewhere, words) => {
	editPerson(kith, ada.id, { about: 'Sails.' });
	kith.steps.push({ traces: [], elsewhere });
	takeBackLatest(kith);
	expect(said()).toBe(words);
	expect(kith.book.get('person', ada.id)?.about).toBe('Sails.');
	kith.steps.passed(elsewhere);
	takeBackLatest(kith);
	expect(kith.book.get('person', ada.id)?.about).toBeUndefined();
});

test('erased words are not kept to be done again', () => {
	editPerson(kith, ada.id, { about: 'Sails.' });
	undo(kith);
	kith.steps.clear();
	expect(kith.steps.undone).toBeUndefined();
});

test('a step let go of is taken back by nobody who still holds it', () => {
	const back = vi.fn();
	editPerson(kith, ada.id, { about: 'Sails.' });
	const held = kith.steps.latest!;
	whenUndone(held, { back });
	kith.steps.clear();
	expect(undo(kith, held)).toBe(false);
	expect(back).not.toHaveBeenCalled();
	expect(kith.book.get('person', ada.id)?.about).toBe('Sails.');
});

test('what another tab or device erased comes back in no way', () => {
	const back = vi.fn();
	const bo = aPerson({ name: 'Bo Ek' });
	const join = {};
	writeStep(kith, (draft) => draft.add('person', bo));
	editPerson(kith, ada.id, { about: 'Sails.' });
	for (const about of ['Sings.', 'Sings alto.']) {
		writeStep(kith, (draft) => draft.edit('person', bo.id, { about }), undefined, join);
		whenUndone(kith.steps.latest!, { back, again: back });
	}
	const held = kith.steps.latest!;
	eraseRecords(kith.book, [bo.id]);
	expect(undo(kith, held)).toBe(false);
	expect(nextToTakeBack(kith)).toBe('Ada Lind');
	// As somebody may hold it who joined later steps to it.
	const part = { traces: held.traces.slice(0, 1) };
	kith.steps.push(part);
	whenUndone(part, { back });
	expect(undo(kith, part)).toBe(false);
	expect(back).not.toHaveBeenCalled();
});

test('nor is it done again', () => {
	const back = vi.fn();
	editPerson(kith, ada.id, { about: 'Sails.' });
	whenUndone(kith.steps.latest!, { again: back });
	undo(kith);
	eraseRecords(kith.book, [ada.id]);
	expect(kith.steps.undone).toBeUndefined();
	doAgain(kith);
	expect(said()).toBe('Nothing to do again');
	expect(back).not.toHaveBeenCalled();
});

test('a book of a newer version is left alone', () => {
	writeStep(kith, (draft) => draft.edit('person', ada.id, { about: 'Sails.' }));
	vi.spyOn(kith.book, 'isNewer', 'get').mockReturnValue(true);
	takeBackLatest(kith);
	expect(said()).toContain(newerBook.title);
	expect(kith.book.get('person', ada.id)?.about).toBe('Sails.');
});
