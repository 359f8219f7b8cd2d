/* What stays unsaid: the words that give it away, and those that do not. */
import { expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import type { Day } from './day';
import { hushedOf, isHushed } from './hush';
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
