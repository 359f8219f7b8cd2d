/* Realistic sentences, as typed in a car park: what must be read in them, and what must not. */
import { expect, test } from 'vitest';
import { findDaysWith } from './day-finder-en';
import type { Day } from './day';
import { readNote, sentenceAt, sentencesOf } from './note-reading';
import { english } from './note-words-en';

/** A Saturday. */
const TODAY = '2026-11-21' as Day;
const findDays = findDaysWith(true);
const read = (text: string) => readNote(text, TODAY, english, findDays);

test.each([
	['Send her the cold-room article by Friday.', '2026-11-27'],
	['Lunch with Abena, send her the article by Friday', '2026-11-27'],
	['Call Tom on Monday', '2026-11-23'],
	['Email him the drawings tomorrow morning', '2026-11-22'],
	['I’ll call her next Tuesday about Max', '2026-11-24'],
	["I'll let Ray know by the 5th", '2026-12-05'],
	['I promised Max two tickets for 12 December', '2026-12-12'],
	['Quote for the second line by Tuesday', '2026-11-24'],
	['She needs the drawings by the end of next week', '2026-11-27'],
	['Don’t forget to ask about the surgery on Thursday', '2026-11-26'],
	['Remind me to congratulate Kofi on 14 March', '2027-03-14'],
	['- order flowers for Ellen in two weeks', '2026-12-05'],
	['Follow up with Dana end of the month', '2026-11-30'],
	['Send the photos by EOD', '2026-11-21'],
	['And introduce her to Tomasz on Wed', '2026-11-25'],
	['Article by 3/12', '2026-12-03']
])('%s → a promise', (text, due) => {
	const [promise, ...others] = read(text).promises;
	expect(promise?.due).toBe(due);
	expect(promise?.text).toBe(text.replace(/^- |\.$/g, ''));
	expect(others).toEqual([]);
});

test.each([
	'Max is 9',
	'May called',
	'The March trip was a success',
	'Kofi starts at Purdue in January, mechanical engineering',
	'Her surgery is on Tuesday',
	'She will call me on Monday',
	'They decide by Friday',
	'Kofi moves out by Friday',
	'Sent her the article on Friday',
	'Order arrives Friday',
	'Call with Tom on Friday',
	'I’ll be in Chicago on Tuesday',
	'Sat down with Tom, he will march on',
	'Sun is shining, mon ami',
	'Line 3 does 12-15 units a second now',
	'Yesterday we had lunch',
	'Send her the article',
	'He promised to decide by Wednesday',
	'Ask for 3/4 inch fittings',
	'Call Tom, he sat with us at dinner',
	'Ellen turns 50 next week',
	'We met last Friday'
])('%s → no promise', (text) => {
	expect(read(text).promises).toEqual([]);
});

test.each([
	['Lunch with Abena', 'meal', 'just-talked', 'reached', TODAY],
	['Had a long dinner at Marta’s', 'meal', 'just-talked', 'reached', TODAY],
	['Coffee with Tom, he signed the contract', 'meal', 'business', 'reached', TODAY],
	['Called Abena. Kofi is off to Purdue', 'call', 'just-talked', 'reached', TODAY],
	['May called', 'call', 'just-talked', 'reached', TODAY],
	['Called Tom about the delivery on Friday', 'call', 'business', 'reached', TODAY],
	['Called Dana, left a message', 'call', 'just-talked', 'reached-out', TODAY],
	['Spoke to Ray yesterday', 'call', 'just-talked', 'reached', '2026-11-20'],
	['Met Tom and Ray on Tuesday', 'meeting', 'business', 'reached', '2026-11-17'],
	['Met Tom last Tuesday', 'meeting', 'business', 'reached', '2026-11-17'],
	['Visited Ellen at the brewery', 'visit', 'just-talked', 'reached', TODAY],
	['Visited Ellen. Asked for an introduction to her boss', 'visit', 'asked', 'reached', TODAY],
	['Texted Omar about the marathon', 'text', 'just-talked', 'reached-out', TODAY],
	['Texted Omar, he replied at once', 'text', 'just-talked', 'reached', TODAY],
	['Emailed the quote to Dana', 'email', 'business', 'reached-out', TODAY],
	['Ran into Ellen at the packaging fair', 'event', 'just-talked', 'reached', TODAY],
	['Sent her a handwritten card', 'card', 'just-talked', 'reached-out', TODAY],
	['Meeting with Tom this morning', 'meeting', 'business', 'reached', TODAY],
	['Talked to Ray on Zoom', 'video', 'business', 'reached', TODAY]
])('%s → %s', (text, kind, purpose, outcome, day) => {
	expect(read(text).touch).toEqual({ kind, purpose, outcome, day });
});

test.each([
	'Lunch with Abena on Friday',
	'Her son is called Kofi',
	'They have a dog called Biscuit',
	'The meeting is called off',
	'He met the deadline',
	'She wants to have lunch with Tom',
	'He likes coffee with oat milk',
	'Didn’t see her, never called',
	'Call Tom on Monday',
	'I would have called him',
	'Max is 9 and builds a volcano',
	'We should meet'
])('%s → nothing happened', (text) => {
	expect(read(text).touch).toBeUndefined();
});

test('before the days can be read, what happened is read all the same', () => {
	expect(readNote('Lunch with Abena. Send it by Friday.', TODAY, english)).toEqual({
		promises: [],
		touch: { kind: 'meal', purpose: 'just-talked', outcome: 'reached', day: TODAY }
	});
});

test('several promises each keep their own sentence', () => {
	const { promises } = read('Call Tom on Monday. Max is 9. Send Dr. Voss the list by Friday!');
	expect(promises).toEqual([
		{ text: 'Call Tom on Monday', due: '2026-11-23' },
		{ text: 'Send Dr. Voss the list by Friday!', due: '2026-11-27' }
	]);
});

test('a sentence is found by the caret', () => {
	const text = 'Max is 9. Send the list. Ask Tom';
	expect(sentencesOf(text)).toEqual(['Max is 9', 'Send the list', 'Ask Tom']);
	expect(sentenceAt(text, 12)).toBe('Send the list');
	expect(sentenceAt(text, text.length)).toBe('Ask Tom');
	expect(sentenceAt('', 0)).toBe('');
});

test('a long note is read within a frame or two', () => {
	const text = 'Lunch with Abena on the terrace. Max is 9 and asked about the volcano. '.repeat(40);
	read(text);
	const before = performance.now();
	read(text);
	expect(performance.now() - before).toBeLessThan(60);
});
