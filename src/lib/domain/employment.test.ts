// The posts somebody has had are one list, however and how often they were written down.
import { describe, expect, test } from 'vitest';
import { anId, aPerson } from '../../../tests/support/books';
import type { AnyDay } from './day';
import { jobsWithout, lastDayBefore, postsOf } from './employment';
import type { Employment } from './records/employment';

const tomasz = aPerson({
	company: 'Dressler & Sons',
	title: 'Buyer',
	since: '2023-05-02' as AnyDay
});

function was(company: string, fields: Partial<Employment> = {}): Employment {
	return { id: anId<'employment'>(), person: tomasz.id, company, ...fields };
}

const inWords = (posts: ReturnType<typeof postsOf>): string[] =>
	posts.map(({ company, from = '', to = '' }) => `${company} ${from}/${to}`);

describe('posts', () => {
	test('stand newest first: the present one, then by their days, undated ones last', () => {
		const posts = postsOf(tomasz, [
			was('Yearless', { from: '--04-01' as AnyDay }),
			was('Ancient'),
			was('Early', { from: '2001-01-01' as AnyDay }),
			was('Late', { from: '2019-03-01' as AnyDay, to: '2023-05-01' as AnyDay }),
			was('Middle', { to: '2018-12-31' as AnyDay })
		]);
		expect(inWords(posts)).toEqual([
			'Dressler & Sons 2023-05-02/',
			'Late 2019-03-01/2023-05-01',
			'Middle /2018-12-31',
			'Early 2001-01-01/',
			'Ancient /',
			'Yearless --04-01/'
		]);
		expect(posts.map(({ isPresent }) => isPresent).indexOf(true)).toBe(0);
	});

	test('without days keep the order in which they were left', () => {
		const moved = [was('Other Co', { from: '2019-03-01' as AnyDay }), was('Bolt'), was('Acme')];
		const jobs = [{ company: 'Zebra' }, { company: 'Ant' }];
		const posts = postsOf({ ...tomasz, jobs }, [
			...moved,
			was('Gone', { to: '2010-12-31' as AnyDay })
		]);
		expect(posts.slice(1).map(({ company }) => company)).toEqual([
			...['Acme', 'Bolt', 'Other Co', 'Gone', 'Zebra', 'Ant']
		]);
	});

	test('of the older list are among them, and what is written twice stands once', () => {
		const one = was('Acme', { title: 'Fitter', to: '2010-06-30' as AnyDay });
		const two = was('ACME', { title: 'fitter' });
		const person = {
			...tomasz,
			jobs: [
				{ company: 'Acmé', title: 'Fitter' },
				{ company: 'Dressler & sons', title: 'buyer', from: '2023-05-02' as AnyDay },
				{ company: 'Tri-County Meats', title: 'Shift lead' }
			]
		};
		const posts = postsOf(person, [two, one]);
		expect(inWords(posts)).toEqual([
			'Dressler & Sons 2023-05-02/',
			'Acme /2010-06-30',
			'Tri-County Meats /'
		]);
		expect(posts[1]?.records).toEqual([one.id, two.id]);
		expect(posts[2]?.records).toEqual([]);
		const [, , meats] = posts;
		expect(meats && jobsWithout(person, meats)).toHaveLength(2);
	});

	test('of somebody without a company have no present one', () => {
		expect(postsOf({ ...tomasz, company: ' ' }, [was('Acme')]).map((one) => one.isPresent)).toEqual(
			[false]
		);
	});

	test('an earlier post at the same place stays when somebody is back there', () => {
		const before = was('Dressler & Sons', { title: 'Buyer', to: '2015-01-31' as AnyDay });
		const posts = postsOf(tomasz, [before, was('Acme', { to: '2023-05-01' as AnyDay })]);
		expect(inWords(posts)).toEqual([
			'Dressler & Sons 2023-05-02/',
			'Acme /2023-05-01',
			'Dressler & Sons /2015-01-31'
		]);
		expect(new Set(posts.map(({ key }) => key)).size).toBe(3);
	});

	test('after a new title at the same company the present one began when the last ended', () => {
		const before = was('Dressler & Sons', {
			...{ title: 'Clerk', from: '2023-05-02' as AnyDay, to: '2025-08-31' as AnyDay }
		});
		expect(inWords(postsOf(tomasz, [before]))).toEqual([
			'Dressler & Sons 2025-09-01/',
			'Dressler & Sons 2023-05-02/2025-08-31'
		]);
	});
});

test('a post ends the day before the next begins, where that day is known', () => {
	expect(lastDayBefore('2026-03-01' as AnyDay)).toBe('2026-02-28');
	expect(lastDayBefore('--03-01' as AnyDay)).toBeUndefined();
	expect(lastDayBefore(undefined)).toBeUndefined();
});
