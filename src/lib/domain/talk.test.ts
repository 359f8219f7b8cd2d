// What to talk about comes from the rep's own entries, and from nothing else.
import { describe, expect, test } from 'vitest';
import { aNote, anId } from '../../../tests/support/books';
import type { Day } from './day';
import type { Fact } from './records/fact';
import type { Moment } from './records/moment';
import type { RepPromise } from './records/promise';
import { talkOf, unmentionable } from './talk';

const TODAY = '2026-11-21' as Day;
const person = anId<'person'>();
const none = { promises: [], moments: [], notes: [] };

function aPromise(fields: Partial<RepPromise> = {}): RepPromise {
	return { id: anId<'promise'>(), person, text: 'Send the drawing', ...fields };
}
function aMoment(day: string, fields: Partial<Moment> = {}): Moment {
	return { id: anId(), person, kind: 'birthday', day: day as Day, yearly: true, ...fields };
}

describe('talkOf', () => {
	test('says nothing where nothing was written down', () => {
		expect(talkOf(none, TODAY)).toEqual([]);
	});

	test('brings up what is owed, soonest first, and not what was kept', () => {
		const later = aPromise({ due: '2026-12-01' as Day });
		const undated = aPromise();
		const overdue = aPromise({ due: '2026-11-02' as Day });
		const kept = aPromise({ keptOn: '2026-11-20' as Day });
		const lines = talkOf({ ...none, promises: [undated, later, kept, overdue] }, TODAY);
		expect(lines.map((line) => line.from === 'promise' && line.promise.id)).toEqual([
			overdue.id,
			later.id,
			undated.id
		]);
	});

	test('brings up moments of the next thirty days that were not seen to', () => {
		const soon = aMoment('1978-12-21');
		const far = aMoment('1978-12-22');
		const over = aMoment('2026-11-20', { yearly: false });
		const seenTo = aMoment('--11-25', { doneFor: '2026-11-25' as Day });
		const lines = talkOf({ ...none, moments: [far, over, seenTo, soon] }, TODAY);
		expect(lines).toMatchObject([{ from: 'moment', coming: { moment: soon, in: 30, years: 48 } }]);
	});

	test('begins the latest note that has words, with its first line', () => {
		const older = aNote({ day: '2026-10-01' as Day, body: 'Older' });
		const latest = aNote({ day: '2026-11-06' as Day, body: '\n Max builds a volcano. \nMore.' });
		const empty = aNote({ day: '2026-11-07' as Day, body: '  ' });
		const lines = talkOf({ ...none, notes: [older, latest, empty] }, TODAY);
		expect(lines).toEqual([{ from: 'note', note: latest, line: 'Max builds a volcano.' }]);
	});
});

test('what must not be brought up is topic 38', () => {
	const hush = { id: anId(), person, topic: 38, text: 'The talks', day: TODAY } as Fact;
	const lunch = { id: anId(), person, topic: 44, text: 'Tacos', day: TODAY } as Fact;
	expect(unmentionable([lunch, hush])).toEqual([hush]);
});
