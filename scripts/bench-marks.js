// What every measurement needs: when a mark was set, and what stands at a share of many figures.

/** @param {readonly number[]} values @param {number} share 0 to 1 */
export function quantile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	const index = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
	return round(sorted[Math.max(0, index)] ?? Number.NaN);
}

/** @param {number} value */
export function round(value) {
	return Math.round(value * 10) / 10;
}

/**
 * When a mark was set, in milliseconds since navigation began; waits for it.
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
export async function mark(page, name) {
	await page.waitForFunction((wanted) => performance.getEntriesByName(wanted).length > 0, name, {
		timeout: 120_000
	});
	return page.evaluate(
		(wanted) => performance.getEntriesByName(wanted)[0]?.startTime ?? Number.NaN,
		name
	);
}
