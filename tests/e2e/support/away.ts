// A phone whose links lead out of the app, as far as the page can tell, and the way back.
import type { Locator, Page } from '@playwright/test';

/** Links that reach for somebody do nothing but what the app itself does about them. */
export async function keepHere(page: Page): Promise<void> {
	await page.addInitScript(() => {
		window.addEventListener('click', (event) => {
			const link = (event.target as Element).closest('a');
			if (link && /^(tel|sms|mailto):|^https:\/\/wa\.me\//.test(link.href)) event.preventDefault();
		});
	});
}

/** Leaves the page for the phone's own app, and comes back to it. */
export async function awayAndBack(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const state of ['hidden', 'visible']) {
			Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
			document.dispatchEvent(new Event('visibilitychange'));
		}
	});
}

/** What the app asks then. */
export function question(page: Page): Locator {
	return page.getByRole('dialog', { name: /^Did you reach/ });
}
