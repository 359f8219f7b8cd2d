// What would differ from one machine or day to the next is fixed before a page begins: its fonts, its clock.
import type { Page } from '@playwright/test';

/** The moment all pictures are of. */
const DAY = Date.parse('2026-03-03T09:20:00-06:00');

/** Fixes them for every document this page opens. */
export async function steady(page: Page): Promise<void> {
	await page.addInitScript((now) => {
		// Playwright's own clock takes the marks of `performance` away, by which a test knows what stands.
		window.Date = class extends Date {
			constructor(...given: unknown[]) {
				super(...((given.length > 0 ? given : [now]) as [number]));
			}
			static override now(): number {
				return now;
			}
		} as DateConstructor;
		const sheet = new CSSStyleSheet();
		// Debian's fonts-liberation, which comes with the browser the checks install.
		sheet.replaceSync(`:root {
			--serif: 'Liberation Serif';
			--sans: 'Liberation Sans';
			--mono: 'Liberation Mono';
			caret-color: transparent;
		}`);
		document.adoptedStyleSheets = [sheet];
	}, DAY);
}
