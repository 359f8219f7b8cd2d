// Whether the app is ready for offline, asked of the worker itself.
import { expect, type Page } from '@playwright/test';

/** Resolves when the worker is active and says that every file of its version is in its cache. */
export async function expectReadyForOffline(page: Page): Promise<void> {
	const isWhole = await page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		const { port1, port2 } = new MessageChannel();
		active?.postMessage({ type: 'IS_WHOLE' }, [port2]);
		return new Promise<unknown>((resolve) => {
			port1.onmessage = ({ data }) => {
				resolve(data);
			};
		});
	});
	expect(isWhole).toBe(true);
}
