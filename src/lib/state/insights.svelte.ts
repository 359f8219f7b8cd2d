// The figures behind the plots: reckoned in short pieces beside the screen, anew whenever something changes.
import type { Day } from '$lib/domain/day';
import { friendsByQuarter, type FriendsQuarter } from '$lib/domain/friends';
import { firstDay, Tally } from '$lib/domain/insights';
import { monthsOfDays, type MonthOfDays } from '$lib/domain/insights-days';
import { cut, periodOf, type Cut, type Period } from '$lib/domain/insights-period';
import type { Kith } from './kith.svelte';
import { typedPeriod, type InsightsView } from './insights-view';
import { paceFor } from './pace';
import { weekStartOf } from './week-start';

/** So many entries are added before the page may breathe. */
const SLICE = 2_000;

/** Everything the plots show of one period. */
export interface Reckoned extends Cut {
	readonly period: Period;
	readonly tally: Tally;
	readonly months: readonly MonthOfDays[];
	/** The quarters of the period with an answer to the friends question, oldest first. */
	readonly quarters: readonly FriendsQuarter[];
	/** Whether there is anything at all, in this period or another. */
	readonly hasAny: boolean;
}

/**
 * Reckons the figures of a view; undefined when its days cannot be looked at.
 * @param pace called between the slices, may wait
 */
export async function reckon(
	{ book, live, clock }: Kith,
	view: InsightsView,
	weekStart: number,
	pace: (done: number, of: number) => Promise<void>
): Promise<Reckoned | undefined> {
	const today = clock.today;
	const answers = live.all('friendsAnswer');
	const touches = book.all('touch');
	await pace(0, 1);
	const gestures = book.all('gesture');
	const all = touches.length + gestures.length;
	await pace(0, all);
	let first = firstDay(answers.map(({ on }) => on));
	for (const table of [touches, gestures]) {
		for (let at = 0; at < table.length; at += SLICE) {
			first = firstDay(daysOf(table, at), first);
			await pace(0, all);
		}
	}
	const period =
		view.span === 'days'
			? typedPeriod(view.from, view.to, today)
			: periodOf(view.span, today, weekStart, first);
	if (!period) return undefined;
	const pieces = cut(period, weekStart);
	const tally = new Tally(pieces.pieces, book.all('slot'));
	for (let at = 0; at < touches.length; at += SLICE) {
		tally.addTouches(touches.slice(at, at + SLICE));
		await pace(at, all);
	}
	for (let at = 0; at < gestures.length; at += SLICE) {
		tally.addGestures(gestures.slice(at, at + SLICE));
		await pace(touches.length + at, all);
	}
	const { from, to } = period;
	return {
		...pieces,
		period,
		tally,
		months: monthsOfDays(tally.days, period),
		quarters: friendsByQuarter(answers.filter(({ on }) => on >= from && on <= to)),
		hasAny: first !== undefined
	};
}

function daysOf(table: readonly { readonly day: Day }[], at: number): Day[] {
	return table.slice(at, at + SLICE).map(({ day }) => day);
}

/** The figures of a view, following the book. */
export class Insights {
	readonly #kith: Kith;
	#now = $state.raw<Reckoned>();

	constructor(kith: Kith) {
		this.#kith = kith;
	}

	/** The latest figures; undefined until they have been reckoned for the first time. */
	get now(): Reckoned | undefined {
		return this.#now;
	}

	/**
	 * Reckons a view; for an effect, which calls it again when entries, the ten, the day or the view
	 * change. What is on the screen stays until the new figures are there. Gives back how to stop.
	 */
	follow(view: InsightsView): () => void {
		const kith = this.#kith;
		kith.live.read('touch', 'gesture', 'slot', 'friendsAnswer');
		// The day is read before the first pause and the week start here: either counts as a change.
		const stop = new AbortController();
		const pace = paceFor(undefined, stop.signal);
		reckon(kith, view, weekStartOf(kith), pace).then(
			(figures) => {
				if (figures && !stop.signal.aborted) this.#now = figures;
			},
			(error: unknown) => {
				if (!stop.signal.aborted) throw error;
			}
		);
		return () => stop.abort();
	}
}
