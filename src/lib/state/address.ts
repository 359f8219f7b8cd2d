// What an address asks for. It is written with URLSearchParams or encodeURIComponent and read from here;
// app.html sees to it that loading a page changes nothing about it.

/** The query of a hash: all behind the first question mark, for words may have more of them. */
export function queryOf(hash: string): string {
	const at = hash.indexOf('?');
	return at < 0 ? '' : hash.slice(at + 1);
}
