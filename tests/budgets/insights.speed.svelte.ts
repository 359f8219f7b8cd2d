// Insights over a large book are there at once and never hold the screen: `npm run bench:practice`.
import { beforeAll, describe, expect, test } from 'vitest';
import { sum } from '$lib/domain/insights';
import { Kith } from '$lib/state/kith.svelte';
import { reckon, type Reckoned } from '$lib/state/insights.svelte';
import type { InsightsView } from '$lib/state/insights-view';
import { fillWithSample } from '$lib/state/sample';
import { logTouch } from '$lib/state/touches';
import { aBook, NOON, TestClock } from '../support/books';

const ALL_MS = 300;
/** A piece ends when it has taken 12 ms (state/pace.ts): so much may one slice add to that. */
const SLICE_MS = 38;
/** The same machine is now and then half as fast as a minute before: that alone fails nothing. */
const SLACK = 2;
const TIMES = 5;
const MONDAY = 1;

let kith: Kith;

interface Took {
	readonly figures: Reckoned;
	readonly all: number;
	/** The longest stretch without a chance to pause. */
	readonly slice: number;
}

/** Reckons a view of a book that has just changed, so that nothing is there from the last time. */
async function time(view: InsightsView): Promise<Took> {
	logTouch(kith, {
		people: [kith.book.all('person')[7]!.id],
		kind: 'call',
		purpose: 'asked',
		outcome: 'reached',
		day: kith.clock.today
	});
	const start = performance.now();
	let [since, slice] = [start, 0];
	const figures = await reckon(kith, view, MONDAY, async () => {
		const now = performance.now();
		slice = Math.max(slice, now - since);
		since = now;
	});
	const end = performance.now();
	if (!figures) throw new Error('There were no figures.');
	return { figures, all: end - start, slice: Math.max(slice, end - since) };
}

describe('10,000 people and 100,000 entries', () => {
	beforeAll(async () => {
		const book = await aBook('large', new TestClock());
		kith = new Kith(book, () => NOON);
		fillWithSample(kith, { people: 10_000, entries: 100_000 });
		await book.openYears(2026, async () => undefined);
	}, 120_000);

	test.each<[string, InsightsView]>([
		['all of it', { span: 'all' }],
		['twelve months', { span: '12-months' }],
		['days', { span: 'days', from: '2024-02-03', to: '2026-08-09' }]
	])(`${ALL_MS} ms for %s, ${SLICE_MS} ms at a stretch`, async (name, view) => {
		const took: Took[] = [];
		for (let turn = 0; turn < TIMES; turn++) took.push(await time(view));
		const [alls, slices] = [took.map(({ all }) => all), took.map(({ slice }) => slice)];
		const said = (times: readonly number[]) => times.map((ms) => ms.toFixed(1)).join(', ');
		console.warn(`insights, ${name}: ${said(alls)} ms; at a stretch ${said(slices)} ms`);
		const { byPurpose, given } = took[0]!.figures.tally;
		expect(sum(byPurpose.business)).toBeGreaterThan(1_000);
		expect(sum(given)).toBeGreaterThan(100);
		expect(Math.min(...alls)).toBeLessThanOrEqual(ALL_MS * SLACK);
		expect(Math.min(...slices)).toBeLessThanOrEqual(SLICE_MS * SLACK);
	});
});
