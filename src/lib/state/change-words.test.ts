// A change in a preview is headed by whom it is about, a person or a company.
import { expect, test } from 'vitest';
import type { AnyDay } from '$lib/domain/day';
import type { Moment } from '$lib/domain/records/moment';
import { aNote, anId, aPerson } from '../../../tests/support/books';
import { changeHead } from './change-words';

const dana = aPerson({ name: 'Dana Whitlock' });
const nameOf = (id: string): string | undefined => (id === dana.id ? dana.name : undefined);
const day: Moment = {
	...{ id: anId<'moment'>(), company: 'Harrow Foods', kind: 'founding-day' },
	...{ day: '--05-03' as AnyDay, yearly: true }
};

test('what is of a company is headed by it, what is of people by them, the rest by its kind', () => {
	const head = (table: 'note' | 'moment', record: Moment | ReturnType<typeof aNote>) =>
		changeHead({ table, record, differences: [] }, nameOf);
	expect(head('moment', day)).toEqual({ name: 'Harrow Foods', what: 'Moment' });
	expect(head('note', aNote({ company: 'Harrow Foods' })).name).toBe('Harrow Foods');
	expect(head('note', aNote({ people: [dana.id] })).name).toBe('Dana Whitlock');
	expect(head('note', aNote()).name).toBe('Notes');
});
