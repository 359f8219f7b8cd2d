// How long a row can be put off: a moment not past its own day.
import { expect, test } from 'vitest';
import { anId } from '../../../../tests/support/books';
import type { Day } from '$lib/domain/day';
import type { Moment } from '$lib/domain/records/moment';
import { waitsFor } from './settle';

const TODAY = '2026-11-21' as Day;

test.each([
	['today', '2026-11-21', []],
	['tomorrow', '2026-11-22', [1]],
	['in two days', '2026-11-23', [1]],
	['in three days', '2026-11-24', [1, 3]],
	['in a week', '2026-11-28', [1, 3, 7]],
	['in a month', '2026-12-21', [1, 3, 7]]
])('a moment that is %s', (_, day, days) => {
	const on = day as Day;
	const record: Moment = {
		...{ id: anId<'moment'>(), person: anId<'person'>() },
		...{ kind: 'birthday', day: on, yearly: true }
	};
	const offered = waitsFor({ table: 'moment', record, on }, TODAY);
	expect(offered.map((wait) => wait.days)).toEqual(days);
});

test('anything else can wait for a week', () => {
	const record = { id: anId<'promise'>(), text: 'The figures', due: TODAY };
	expect(waitsFor({ table: 'promise', record }, TODAY)).toHaveLength(3);
});
