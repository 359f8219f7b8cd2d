import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import type { Day } from '$lib/domain/day';
import { sum } from '$lib/domain/insights';
import { aBook, anId, aPerson, aTouch, NOON, write } from '../../../tests/support/books';
import { Insights, reckon } from './insights.svelte';
import type { InsightsView } from './insights-view';
import { daysFound, gesturesFound, levelWords, purposesFound, tenFound } from './insights-words';
import { Kith } from './kith.svelte';
import { logTouch } from './touches';

const MONDAY = 1;
const now = async (): Promise<void> => undefined;

async function aYear() {
	const book = await aBook('a');
	const kith = new Kith(book, () => NOON);
	const person = aPerson();
	write(book, (draft) => {
		draft.add('person', person);
		draft.add('slot', {
			id: anId<'slot'>(),
			person: person.id,
			place: 1,
			from: '2026-06-01' as Day
		});
		const touched = (day: string, purpose: 'just-talked' | 'business' | 'asked') =>
			draft.add('touch', aTouch({ people: [person.id], day: day as Day, purpose }));
		touched('2024-03-03', 'just-talked');
		touched('2026-03-03', 'business');
		touched('2026-07-03', 'business');
		touched('2026-07-04', 'asked');
		touched('2027-01-04', 'asked');
	});
	return { kith, person };
}

test('a year, and all of it, are what was written', async () => {
	const { kith } = await aYear();
	const year = await reckon(kith, { span: '12-months' }, MONDAY, now);
	expect(year?.pieces).toHaveLength(12);
	expect(year && sum(year.tally.byPurpose.business)).toBe(2);
	expect(year && sum(year.tally.withTen.selling)).toBe(2);
	expect(year && purposesFound(year.tally)).toBe('Most of it was business');
	expect(year && tenFound(year.tally)).toBe('More selling than just talking with your ten');
	expect(year && gesturesFound(year.tally)).toMatch(/^Too little/);
	expect(year && daysFound(year.months)).toBe('You were in touch on 3 days');
	const all = await reckon(kith, { span: 'all' }, MONDAY, now);
	expect(all?.period).toEqual({ from: '2024-03-03', to: '2026-11-21' });
	expect(all && sum(all.tally.byPurpose['just-talked'])).toBe(1);
	expect(await reckon(kith, { span: 'days', from: '', to: '' }, MONDAY, now)).toBeUndefined();
});

test('the figures follow the book, and a view given up is not shown', async () => {
	const { kith, person } = await aYear();
	const insights = new Insights(kith);
	let view = $state.raw<InsightsView>({ span: '12-months' });
	const end = $effect.root(() => {
		$effect(() => insights.follow(view));
	});
	flushSync();
	view = { span: 'last-year' };
	flushSync();
	await vi.waitFor(() => expect(insights.now?.period.to).toBe('2025-12-31'));
	view = { span: 'this-year' };
	flushSync();
	await vi.waitFor(() => expect(insights.now?.period.to).toBe('2026-11-21'));
	logTouch(kith, {
		people: [person.id],
		kind: 'call',
		purpose: 'just-talked',
		outcome: 'reached',
		day: kith.clock.today
	});
	flushSync();
	await vi.waitFor(() => expect(insights.now && sum(insights.now.tally.withTen.talked)).toBe(1));
	end();
});

test('levels in words', () => {
	expect(levelWords([1, 2, 3])).toEqual(['none', '1', '2', '3 and more']);
	expect(levelWords([1, 11, 20])).toEqual(['none', '1 to 10', '11 to 19', '20 and more']);
});
