// Two devices may speak two languages: what a merge keeps beside the one who stays is the same on both, so that
// nothing is kept twice, and each shows it in its own words.
import { expect, test, vi } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import { aPerson, anId, write } from '../../../tests/support/books';
import { LATER_MS, meet, twoBooks } from '../../../tests/support/merging';
import { BIRTHDAY_APART, labelsOfApart } from './merge-labels';
import { mergePeople } from './merge-people';
import { apartText } from './merge-words';
import { partAgain } from './part-again';

/** No day is written twice alike, as between a device in English and one in German. */
const said = vi.hoisted(() => ({ times: 0 }));
vi.mock('./say', async (original) => ({
	...(await original<object>()),
	longDay: (day: AnyDay) => `${day} for the ${(said.times += 1)}th time`
}));

const [x, y] = [
	aPerson({ name: 'Ada', since: '2020-03-01' as Day, cadence: 30 }),
	aPerson({ name: 'Ada', since: '2021-05-02' as Day, cadence: 60 })
];

test('merged on both, each fact is there once, and parted again none is left', async () => {
	const [one, two, clock] = await twoBooks(x, y);
	write(one.book, (draft) => {
		const birthday = { kind: 'birthday', yearly: true } as const;
		const post = { post: true, label: 'Round' };
		draft.add('moment', {
			id: anId<'moment'>(),
			person: x.id,
			day: '1980-01-01' as Day,
			...birthday
		});
		draft.add('moment', {
			id: anId<'moment'>(),
			person: y.id,
			day: '1981-02-02' as Day,
			...birthday,
			...post
		});
	});
	await meet(one, two);
	clock.ms += LATER_MS;
	for (const kith of [one, two]) {
		await mergePeople(kith, [[x.id, y.id]], undefined, { birthday: x.id });
		clock.ms += LATER_MS;
	}
	await meet(one, two);
	const facts = one.book.all('fact').map(({ label, text }) => `${label ?? ''}: ${text}`);
	expect(facts.sort()).toEqual([
		`${BIRTHDAY_APART}: 1981-02-02, Round, ✉`,
		`${labelsOfApart.cadence}: 60`,
		`${labelsOfApart.since}: 2021-05-02`
	]);
	await partAgain(two, y.id);
	expect(two.book.all('fact').filter(({ label }) => label !== BIRTHDAY_APART)).toEqual([]);
});

test.each([
	[labelsOfApart.cadence, '60', 'Every 60 days'],
	[labelsOfApart.cadence, '0', 'Not tracked'],
	[labelsOfApart.cadence, 'When it suits', 'When it suits'],
	[labelsOfApart.company, '60', '60'],
	[undefined, '2021-05-02', '2021-05-02']
])('%s: %s is shown as “%s”', (label, text, shown) => {
	expect(apartText(label, text)).toBe(shown);
});

test('days are shown as they are said', () => {
	expect(apartText(labelsOfApart.since, '2021-05-02')).toMatch(/^2021-05-02 for the/);
	expect(apartText(BIRTHDAY_APART, '--02-02, Round, ✉')).toMatch(
		/^--02-02 for the \d+th time, Round, a card goes with it$/
	);
});
