// The addresses of the screen on who is in the book twice.

/** Where it is found. */
export const SAME = '/people/same';

/** The look at certain people side by side. @param by the person from whose page it was asked for */
export function hrefOf(ids: readonly string[], by?: string): string {
	const query = new URLSearchParams({ who: ids.join('.'), ...(by === undefined ? {} : { by }) });
	return `#${SAME}?${query.toString()}`;
}
