// A move is asked about once: when LinkedIn says something else than the book, and than it said before.
import { describe, expect, test } from 'vitest';
import { jobChangeOf, type Work } from './job-change';

const acme: Work = { company: 'Acme', title: 'Buyer', earlier: [] };

describe('a new job', () => {
	test('is another company, or another title there', () => {
		expect(jobChangeOf({ company: 'Northwind', title: 'Sales Lead' }, acme)).toEqual({
			before: { company: 'Acme', title: 'Buyer' },
			now: { company: 'Northwind', title: 'Sales Lead' }
		});
		expect(jobChangeOf({ company: 'ACME Inc.', title: 'Head of Buying' }, acme)?.now).toEqual({
			company: 'Acme',
			title: 'Head of Buying'
		});
		expect(jobChangeOf({ company: 'Northwind' }, acme)?.now).toEqual({ company: 'Northwind' });
	});

	test.each([
		['the same in other letters', { company: 'acme', title: 'BUYER' }],
		['the form of the company only', { company: 'Acme Corp.', title: 'Buyer' }],
		['a title the file lacks', { company: 'Acme' }],
		['a file without a company', { title: 'Sales Lead' }],
		['an empty company', { company: '  ', title: 'Sales Lead' }]
	])('is not %s', (_, row) => {
		expect(jobChangeOf(row, acme)).toBeUndefined();
	});

	test('is not one where the book names no company, which is filled in instead', () => {
		expect(jobChangeOf({ company: 'Northwind' }, { earlier: [] })).toBeUndefined();
		const { company, earlier } = acme as Required<Work>;
		expect(jobChangeOf({ company: 'Acme', title: 'Buyer' }, { company, earlier })).toBeUndefined();
	});

	test('is not what was over before', () => {
		const earlier = [{ company: 'Northwind Ltd', title: 'Clerk' }];
		const row = { company: 'Northwind', title: 'Clerk' };
		expect(jobChangeOf(row, { ...acme, earlier })).toBeUndefined();
		expect(jobChangeOf({ ...row, title: 'Director' }, { ...acme, earlier })).toBeDefined();
	});

	test('is not what LinkedIn said the last time, and is again once it says something else', () => {
		const said = { company: 'Northwind', title: 'Sales Lead' };
		expect(jobChangeOf(said, { ...acme, said })).toBeUndefined();
		expect(jobChangeOf({ ...said, title: 'Director' }, { ...acme, said })).toBeDefined();
	});
});
