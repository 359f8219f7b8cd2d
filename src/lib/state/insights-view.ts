// Which time the insights look at, as it is asked for and as a query: `period=last-year`, `from=…&to=…`.
import { isDay, type Day } from '$lib/domain/day';
import { spans, type Period, type Span } from '$lib/domain/insights-period';

/** A span that moves on with today, or days as they were typed. */
export type InsightsView =
	{ readonly span: Span } | { readonly span: 'days'; readonly from: string; readonly to: string };

/** What is looked at when the address asks for nothing. */
export const A_YEAR: InsightsView = { span: '12-months' };

/** The view as it stands in the address, without the question mark; '' for a year. */
export function viewToQuery(view: InsightsView): string {
	if (view.span === 'days') {
		return new URLSearchParams({ from: view.from, to: view.to }).toString();
	}
	return view.span === A_YEAR.span ? '' : `period=${view.span}`;
}

/** The view an address asks for; what it does not know it leaves out. */
export function queryToView(text: string): InsightsView {
	const params = new URLSearchParams(text);
	const [from, to] = [params.get('from'), params.get('to')];
	if (from !== null || to !== null) return { span: 'days', from: from ?? '', to: to ?? '' };
	const span = spans.find((span) => span === params.get('period'));
	return span ? { span } : A_YEAR;
}

/** What is wrong with two days; undefined when they can be looked at. */
export function daysProblem(from: string, to: string, today: Day): string | undefined {
	if (!isDay(from) || !isDay(to)) return 'Both days are needed, the first and the last.';
	if (from > to) return 'The first day lies after the last one.';
	if (from > today) return 'These days are still to come. Choose some that have been.';
	return undefined;
}

/** The days asked for, up to today; undefined when they cannot be looked at. */
export function typedPeriod(from: string, to: string, today: Day): Period | undefined {
	if (!isDay(from) || !isDay(to) || daysProblem(from, to, today)) return undefined;
	return { from, to: to > today ? today : to };
}
