// Only what a form changed is written; what hangs together goes together.
import { expect, test } from 'vitest';
import { changedFields } from './changed-fields';

const start = {
	text: 'Lunch',
	day: '2026-11-21',
	repeat: { every: 2, unit: 'weeks' },
	kind: 'gift'
};

test('what is as it was is left out, also what was never there', () => {
	const repeat = { unit: 'weeks', every: 2 };
	expect(changedFields(start, { ...start, repeat, owner: undefined })).toBeUndefined();
	expect(changedFields(start, { ...start, text: 'Dinner' })).toEqual({ text: 'Dinner' });
	expect(changedFields(start, { repeat: { every: 3, unit: 'weeks' } })).toEqual({
		repeat: { every: 3, unit: 'weeks' }
	});
});

test('what is taken away is said', () => {
	expect(changedFields(start, { text: undefined, day: start.day })).toEqual({ text: undefined });
});

test('what makes sense only together goes together', () => {
	const change = { text: 'Lunch', day: '2026-11-21', kind: 'card' };
	expect(changedFields(start, change, [['kind', 'day']])).toEqual({
		kind: 'card',
		day: '2026-11-21'
	});
	expect(changedFields(start, { ...change, kind: 'gift' }, [['kind', 'day']])).toBeUndefined();
});
