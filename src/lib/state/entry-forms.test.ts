// Words of an entry that save as they are written: nothing is overwritten that should stay readable.
import { beforeEach, expect, test } from 'vitest';
import { aBook, aNote, anId, aTouch, NOON, TestClock, write } from '../../../tests/support/books';
import type { Day } from '$lib/domain/day';
import type { Fact } from '$lib/domain/records/fact';
import { answersAbout, changePart } from './about-person';
import { Autosave } from './autosave.svelte';
import { answerField, noteField, wordsField } from './entry-forms';
import { forgetAnswer } from './facts';
import { Kith } from './kith.svelte';
import { labelsOfApart } from './merge-labels';
import { setOwner } from './owners';

const person = anId<'person'>();
const clock = new TestClock();
const fact: Fact = {
	id: anId<'fact'>(),
	person,
	topic: 47,
	text: 'Runs on Sundays',
	aspect: 'interest',
	source: 'heard',
	sensitive: true,
	owner: 'employer',
	day: '2025-03-03' as Day
};
const plain = { person, text: 'Swims', day: '2025-03-03' as Day };
const touch = aTouch({ people: [person], day: '2026-10-02' as Day });
let kith: Kith;
let autosave: Autosave;

beforeEach(async () => {
	clock.ms = NOON;
	const book = await aBook('one', clock);
	kith = new Kith(book, clock.now);
	autosave = new Autosave(kith);
	write(book, (draft) => {
		draft.add('fact', fact);
		draft.add('touch', touch);
	});
});

test('a changed answer is a new one, learned today; the old one stays readable', () => {
	const field = answerField(kith, autosave, fact);
	field.value = 'Climbs';
	field.flush();
	field.value = 'Climbs with Max';
	field.leave();
	expect(field.value).toBe('Climbs with Max');
	const [answer, ...others] = answersAbout(kith, person);
	expect(others).toEqual([]);
	expect(answer?.fact).toMatchObject({
		text: 'Climbs with Max',
		topic: 47,
		aspect: 'interest',
		source: 'heard',
		sensitive: true,
		owner: 'employer',
		day: kith.clock.today
	});
	expect(answer?.before).toEqual([fact]);
});

test('what was marked since the form opened stays marked when the words change', () => {
	const open: Fact = { ...plain, id: anId<'fact'>() };
	write(kith.book, (draft) => draft.add('fact', open));
	const field = answerField(kith, autosave, open);
	field.value = 'Sees a doctor';
	setOwner(kith, [{ table: 'fact', id: open.id }], 'employer');
	changePart(kith, 'fact', open.id, { sensitive: true, source: 'observed' });
	field.leave();
	const answers = answersAbout(kith, person).filter(({ root }) => root === open.id);
	expect(answers).toMatchObject([
		{
			fact: {
				...{ text: 'Sees a doctor', sensitive: true },
				...{ owner: 'employer', source: 'observed' }
			}
		}
	]);
});

test('after undo the old answer stands, and it can be changed anew', () => {
	const field = answerField(kith, autosave, fact);
	field.value = 'Climbs';
	field.leave();
	autosave.undo();
	expect(answersAbout(kith, person)).toMatchObject([{ fact, before: [] }]);
	expect(field.value).toBe('Runs on Sundays');
	field.value = 'Swims';
	field.leave();
	expect(answersAbout(kith, person)).toMatchObject([{ fact: { text: 'Swims' }, before: [fact] }]);
});

test('what a merge kept aside is in words, and stays as it is until they change', () => {
	const aside: Fact = { ...plain, id: anId<'fact'>(), label: labelsOfApart.cadence, text: '30' };
	write(kith.book, (draft) => draft.add('fact', aside));
	const field = answerField(kith, autosave, aside);
	expect(field.value).toBe('Every 30 days');
	field.value = 'Every 30 day';
	field.value = 'Every 30 days';
	field.leave();
	const answer = () => answersAbout(kith, person).find(({ root }) => root === aside.id);
	expect(answer()).toMatchObject({ fact: aside, before: [] });
	field.value = '45';
	field.flush();
	expect(field.value).toBe('45');
	expect(answer()).toMatchObject({ fact: { text: '45' }, before: [aside] });
});

test('an answer that is forgotten takes what it said before along', () => {
	const field = answerField(kith, autosave, fact);
	field.value = 'Climbs';
	field.leave();
	const [answer] = answersAbout(kith, person);
	if (answer) forgetAnswer(kith, answer);
	expect(answersAbout(kith, person)).toEqual([]);
});

test('the first words about a touch make one note, however long one writes', () => {
	const field = wordsField(kith, autosave, touch);
	field.value = 'Walked';
	field.flush();
	field.value = 'Walked line 3';
	field.leave();
	expect(kith.book.about('note', person)).toMatchObject([
		{ body: 'Walked line 3', touch: touch.id, day: touch.day }
	]);
});

test('a note keeps its words rather than become empty, and says when it was changed', () => {
	const note = aNote({ people: [person] });
	write(kith.book, (draft) => draft.add('note', note));
	const field = noteField(kith, autosave, note.id);
	field.value = ' ';
	field.flush();
	expect(field.problem).toBeDefined();
	expect(kith.book.get('note', note.id)).toEqual(note);
	field.value = 'New words';
	field.flush();
	expect(kith.book.get('note', note.id)).toMatchObject({
		body: 'New words',
		editedAt: new Date(NOON).toISOString()
	});
});
