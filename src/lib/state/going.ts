// Going to another place in the app from what is no screen: a line, a notification, a file that came.
// The layout lends the router's own way; a hash merely assigned makes the router load the page anew.

type Way = (href: string) => unknown;

let way: Way | undefined;
let wanted: string | undefined;

/** Lends the way; who wanted to go somewhere before goes now. */
export function lendWay(lent: Way): void {
	way = lent;
	if (wanted !== undefined) goTo(wanted);
	wanted = undefined;
}

/** Goes to a place, as in `#/people/123`. */
export function goTo(href: string): void {
	if (way) way(href);
	else wanted = href;
}
