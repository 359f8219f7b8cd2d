/* On the way in: the last note at a glance, and what is still to be returned. */
import { expect, test } from 'vitest';
import { aNote, anId } from '../../../tests/support/books';
import { lastNoteOf, unreturned } from './before-visit';
import type { Day } from './day';
import { hushedOf } from './hush';
import type { Gesture } from './records/gesture';

const person = anId<'person'>();
const hushed = hushedOf(
	[{ id: anId<'fact'>(), person, topic: 40, text: 'Knee surgery', day: '2026-01-05' as Day }],
	'Dana'
);

test('the latest note with words is shown, and not all of it', () => {
	const older = aNote({ day: '2026-11-01' as Day, body: 'Older.' });
	const latest = aNote({
		day: '2026-11-10' as Day,
		body: 'Max builds a volcano. The knee surgery is on Monday.\nTess reads. Greg cooks. Rain.'
	});
	const empty = aNote({ day: '2026-11-12' as Day, body: ' \n' });
	expect(lastNoteOf([latest, empty, older], hushed)).toEqual({
		note: latest,
		begins: ['Max builds a volcano', 'Tess reads', 'Greg cooks']
	});
	expect(lastNoteOf([empty], hushed)).toBeUndefined();
});

function aGesture(day: string, direction: 'given' | 'received'): Gesture {
	const base = { id: anId<'gesture'>(), person, day: day as Day };
	return direction === 'given'
		? { ...base, direction, kind: 'article' }
		: { ...base, direction, kind: 'warning' };
}

test('what came after the last thing given is still to be returned', () => {
	const first = aGesture('2026-09-01', 'received');
	const given = aGesture('2026-10-01', 'given');
	const second = aGesture('2026-10-05', 'received');
	const third = aGesture('2026-11-05', 'received');
	expect(unreturned([second, given, third, first])).toEqual([third, second]);
	expect(unreturned([first])).toEqual([first]);
	expect(unreturned([first, given])).toEqual([]);
	expect(unreturned([])).toEqual([]);
});
