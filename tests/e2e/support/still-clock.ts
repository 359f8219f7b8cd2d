// A clock that stands still, for specs where the day matters. Playwright's own also replaces
// `performance`, whose marks the specs wait for; this one leaves timers and marks alone.
import type { Page } from '@playwright/test';

const KEY = 'test:now';

/** What a page takes for now, until it is moved. */
export class StillClock {
	readonly #page: Page;

	private constructor(page: Page) {
		this.#page = page;
	}

	/** Stops the clock of a page that is not open yet. @param when local time, as `2026-11-23T08:00` */
	static async at(page: Page, when: string): Promise<StillClock> {
		await page.addInitScript(
			([key, start]) => {
				const now = (): number => Number(sessionStorage.getItem(key) ?? Date.parse(start));
				// Arguments go on as they came; only "now" is another.
				globalThis.Date = new Proxy(Date, {
					construct: (target, given) =>
						Reflect.construct(target, given.length > 0 ? given : [now()]) as Date,
					get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown))
				});
			},
			[KEY, when] as const
		);
		return new StillClock(page);
	}

	/** Moves an open page on; a reload keeps the time. */
	async moveTo(when: string): Promise<void> {
		await this.#page.evaluate(
			([key, ms]) => {
				sessionStorage.setItem(key, ms);
			},
			[KEY, String(Date.parse(when))] as const
		);
	}
}
