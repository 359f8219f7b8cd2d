/* What stays unsaid: the words that give it away, and those that do not. */
import { expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import type { Day } from './day';
import { hushedOf, isHushed, unmentionable } from './hush';
import type { Fact } from './records/fact';

function aFact(text: string, fields: Partial<Fact> = {}): Fact {
	return {
		id: anId<'fact'>(),
		person: anId<'person'>(),
		text,
		day: '2026-01-05' as Day,
		...fields
	};
}

const hushed = hushedOf(
	[
		aFact('The talks with Alder. Dana asked to keep it between us', { topic: 38 }),
		aFact('Her divorce', { topic: 38 }),
		aFact('Knee surgery in March', { topic: 40 }),
		aFact('Paints small boats', { sensitive: true }),
		aFact('Climbs at the hall', { topic: 47 })
	],
	'Dana Whitlock'
);

test.each([
	['Alder called her again', true],
	['alder’s offer is better', true],
	['Since the divorce she lives in town', true],
	['The surgery went well, the knee is fine', true],
	['She showed me the boats', false],
	['She paints boats', true],
	['In March they go to Rome', false],
	['Dana wants the report', false],
	['Climbs at the hall on Saturdays', false],
	['', false]
])('“%s” touches on it: %s', (text, expected) => {
	expect(isHushed(text, hushed)).toBe(expected);
});

test('what must not be brought up is topic 38', () => {
	const [hush, lunch] = [aFact('The talks', { topic: 38 }), aFact('Tacos', { topic: 44 })];
	expect(unmentionable([lunch, hush])).toEqual([hush]);
});

const MATTER_OF = 'do not mention';

test.each([
	[MATTER_OF, 'Eva died in May', 'Eva. ', true],
	[MATTER_OF, 'Eva died in May', 'She may come along', false],
	[MATTER_OF, 'Karen left him for his partner last spring', 'Karen', true],
	[MATTER_OF, 'Karen left him for his partner last spring', 'Left early', false],
	[MATTER_OF, 'He drinks.\nHis brother Bo too', 'Bo', true],
	[MATTER_OF, 'He drinks.\nHis brother Bo too', 'His new car', false],
	[MATTER_OF, 'They lost to O’Brien', "O'Brien called", true],
	[MATTER_OF, 'In AA since 2019', 'Goes to AA on Mondays', true],
	[MATTER_OF, 'In AA since 2019', 'In town since spring', false],
	['sensitive', 'In AA since 2019', 'Goes to AA on Mondays', true],
	['sensitive', 'Has MS', 'MS', true],
	['sensitive', 'Has MS', 'She has a boat', false],
	['sensitive', 'Lost her job', 'She lost it', true],
	['sensitive', 'Bad knee surgery', 'The surgery is over', true],
	['sensitive', 'Bad knee surgery', 'Bad weather', false]
])('%s, “%s”: “%s” touches on it: %s', (kind, matter, text, expected) => {
	const fact = aFact(matter, kind === MATTER_OF ? { topic: 38 } : { sensitive: true });
	expect(isHushed(text, hushedOf([fact], 'Dana Whitlock'))).toBe(expected);
});
