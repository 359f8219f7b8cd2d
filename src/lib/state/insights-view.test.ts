import { describe, expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { A_YEAR, daysProblem, queryToView, typedPeriod, viewToQuery } from './insights-view';

const TODAY = '2026-11-22' as Day;

describe('the time in the address', () => {
	test.each([
		['', A_YEAR],
		['period=12-weeks', { span: '12-weeks' }],
		['period=all', { span: 'all' }],
		['from=2026-01-01&to=2026-03-31', { span: 'days', from: '2026-01-01', to: '2026-03-31' }]
	] as const)('%s', (query, view) => {
		expect(queryToView(query)).toEqual(view);
		expect(viewToQuery(view)).toBe(query);
	});

	test('what makes no sense is a year; half of it is asked for again', () => {
		expect(queryToView('period=fortnight')).toEqual(A_YEAR);
		expect(queryToView('from=soon')).toEqual({ span: 'days', from: 'soon', to: '' });
		expect(typedPeriod('soon', '', TODAY)).toBeUndefined();
	});
});

describe('days as typed', () => {
	test.each([
		['', '2026-01-01', 'Both days are needed, the first and the last.'],
		['2026-02-30', '2026-03-01', 'Both days are needed, the first and the last.'],
		['2026-03-02', '2026-03-01', 'The first day lies after the last one.'],
		['2026-11-23', '2026-11-24', 'These days are still to come. Choose some that have been.'],
		['2026-11-22', '2026-11-24', undefined]
	])('%s to %s', (from, to, problem) => {
		expect(daysProblem(from, to, TODAY)).toBe(problem);
	});

	test('end today at the latest', () => {
		expect(typedPeriod('2026-11-01', '2027-11-24', TODAY)).toEqual({
			from: '2026-11-01',
			to: TODAY
		});
	});
});
