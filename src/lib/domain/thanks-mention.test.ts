/* The one concrete thing a thank-you could speak of. */
import { expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import type { Day } from './day';
import { hushedOf } from './hush';
import { english } from './note-words-en';
import { mentionsIn } from './thanks-mention';

const NOTHING = hushedOf([], '');

test.each([
	[
		['Lunch with Abena. Kofi goes to Purdue in January. Send her the article by Friday.'],
		['Kofi goes to Purdue in January']
	],
	[
		['She was up early. Her boat is out of the water. Hania’s birthday was loud'],
		['Hania’s birthday was loud', 'She was up early', 'Her boat is out of the water']
	],
	[['She wants a quote for line 3. They ordered two'], []],
	[['Met Abena today', 'The old press still runs'], ['The old press still runs']],
	[
		['Abena laughed a lot', 'Then Abena showed me round'],
		['Abena laughed a lot', 'Then Abena showed me round']
	],
	[['x'.repeat(200)], []],
	[[], []]
])('%j offers %j', (notes, expected) => {
	expect(mentionsIn(notes, 'Abena Osei-Mensah', NOTHING, english)).toEqual(expected);
});

test('what must not be mentioned is never offered', () => {
	const hushed = hushedOf(
		[
			{
				id: anId<'fact'>(),
				person: anId<'person'>(),
				topic: 38,
				text: 'The talks with Alder',
				day: '2026-01-05' as Day
			}
		],
		'Abena Osei-Mensah'
	);
	expect(mentionsIn(['Alder came up. Kofi goes to Purdue'], 'Abena', hushed, english)).toEqual([
		'Kofi goes to Purdue'
	]);
});

test('no more than four are offered', () => {
	const note = 'One is red. Two are blue. Three are green. Four are grey. Five are white';
	expect(mentionsIn([note], 'Abena', NOTHING, english)).toHaveLength(4);
});
