// What happened, in one line of time.
import { describe, expect, test } from 'vitest';
import { aNote, anId, aTouch } from '../../../tests/support/books';
import type { Day } from './day';
import { filterTimeline, kindsIn, timelineOf } from './timeline';

const day = (text: string) => text as Day;

describe('timelineOf', () => {
	test('puts touches and notes together, newest first', () => {
		const old = aTouch({ day: day('2024-02-01') });
		const note = aNote({ day: day('2026-11-01') });
		const recent = aTouch({ day: day('2026-11-20') });
		expect(timelineOf([old, recent], [note]).map(({ id }) => id)).toEqual([
			recent.id,
			note.id,
			old.id
		]);
	});

	test('shows a note with the touch it is about, the first written first', () => {
		const touch = aTouch();
		const notes = [aNote({ touch: touch.id }), aNote({ touch: touch.id })];
		const [happening, ...others] = timelineOf([touch], notes.toReversed());
		expect(others).toEqual([]);
		expect(happening?.notes.map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
	});

	test('keeps a note whose touch is in the trash or not read yet', () => {
		const note = aNote({ touch: anId<'touch'>() });
		expect(timelineOf([], [note])).toMatchObject([{ id: note.id, touch: undefined }]);
	});

	test('orders one day by the time of the touch, else by when it was written down', () => {
		const [first, second] = [aTouch(), aTouch()];
		const late = aTouch({ id: first.id, time: '16:30' });
		const early = aTouch({ id: second.id, time: '09:00' });
		expect(timelineOf([first, second], []).map(({ id }) => id)).toEqual([second.id, first.id]);
		expect(timelineOf([early, late], []).map(({ id }) => id)).toEqual([late.id, early.id]);
	});

	test('names everybody once', () => {
		const [dana, ray] = [anId<'person'>(), anId<'person'>()];
		const touch = aTouch({ people: [dana, ray] });
		const note = aNote({ people: [dana], touch: touch.id });
		expect(timelineOf([touch], [note])[0]?.people).toEqual([dana, ray]);
	});
});

describe('filterTimeline', () => {
	const call = aTouch({ kind: 'call', day: day('2026-11-03') });
	const visit = aTouch({ kind: 'visit', day: day('2026-11-02') });
	const note = aNote({ day: day('2026-11-01') });
	const spoken = aNote({ touch: visit.id });
	const all = timelineOf([visit, call], [note, spoken]);

	test('all, what has words, or one kind', () => {
		const ids = (filter: Parameters<typeof filterTimeline>[1]) =>
			filterTimeline(all, filter).map(({ id }) => id);
		expect(ids('all')).toEqual([call.id, visit.id, note.id]);
		expect(ids('notes')).toEqual([visit.id, note.id]);
		expect(ids('call')).toEqual([call.id]);
	});

	test('offers the kinds that occur', () => {
		expect(kindsIn(all)).toEqual(['call', 'visit']);
	});
});
