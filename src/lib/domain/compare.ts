// Order by code unit, which for ids and civil days is the order of time.

/** Negative, zero or positive, as `sort` wants it. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
