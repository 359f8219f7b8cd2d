// The test function of every spec: a browser context for each test, and what must not happen in any
// page fails it: a console error, a page error, a CSP violation, a request to another origin.
import {
	expect,
	test as base,
	type BrowserContext,
	type BrowserContextOptions,
	type Page
} from '@playwright/test';
import { startServer, type RunningServer } from '../../../scripts/serve.js';
import { Signal } from './signal';

export { expect };

interface Fixtures {
	/** Console and page errors that this spec brings about on purpose. */
	expectedErrors: RegExp[];
	/** Origins the page may ask: the built site's, and those of servers a spec brings. */
	homes: Set<string>;
	/** The built site on a server of this test's own, which it may stop. */
	ownSite: RunningServer;
	/** What went wrong in any page; it fails the test. */
	seen: string[];
	/** One more device: a page in a browser context of its own, watched like the first. */
	anotherDevice: (options?: BrowserContextOptions) => Promise<Page>;
	/** The real signalling server, for this test alone. */
	signal: Signal;
	watch: undefined;
}

/** The origin a request goes to; sockets count as their page's scheme would. */
function originOf(url: string): string {
	return new URL(url.replace(/^ws/, 'http')).origin;
}

export const test = base.extend<Fixtures>({
	expectedErrors: [[], { option: true }],

	homes: async ({ baseURL }, use) => {
		await use(new Set([originOf(baseURL ?? '')]));
	},

	ownSite: async ({ homes }, use) => {
		const site = await startServer({ dir: process.env['KITH_OUT'] ?? 'build' });
		homes.add(originOf(site.url));
		await use(site);
		await site.close();
	},

	seen: async ({}, use) => {
		await use([]);
	},

	anotherDevice: async ({ browser, baseURL, seen, expectedErrors, homes }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (options) => {
			const context = await browser.newContext({
				...(baseURL === undefined ? {} : { baseURL }),
				serviceWorkers: 'block',
				...options
			});
			contexts.push(context);
			await watchOver(context, { seen, expectedErrors, homes });
			return context.newPage();
		});
		for (const context of contexts) await context.close();
	},

	signal: async ({ homes }, use) => {
		const signal = await Signal.start();
		homes.add(originOf(signal.address));
		await use(signal);
		await signal.stop();
	},

	watch: [
		async ({ context, seen, expectedErrors, homes }, use) => {
			await watchOver(context, { seen, expectedErrors, homes });
			await use(undefined);
			expect(seen, 'nothing went wrong in the page').toEqual([]);
		},
		{ auto: true }
	]
});

async function watchOver(
	context: BrowserContext,
	{ seen, expectedErrors, homes }: Pick<Fixtures, 'seen' | 'expectedErrors' | 'homes'>
): Promise<void> {
	const fault = (words: string): void => {
		if (!expectedErrors.some((expected) => expected.test(words))) seen.push(words);
	};
	const asked = (url: string): void => {
		if (/^(data|blob|tel):/.test(url) || homes.has(originOf(url))) return;
		seen.push(`request to another origin: ${url}`);
	};
	context.on('console', (message) => {
		const [type, text] = [message.type(), message.text()];
		// Svelte warns of what shows something that is no more; what a browser warns of is its own affair.
		if (type === 'error' || text.includes('svelte.dev/e/')) fault(`console ${type}: ${text}`);
	});
	context.on('weberror', (webError) => {
		const error = webError.error();
		fault(`page error: ${error.stack ?? error.message}`);
	});
	context.on('request', (request) => {
		asked(request.url());
	});
	context.on('page', (page: Page) =>
		page.on('websocket', (socket) => {
			asked(socket.url());
		})
	);
	await context.exposeBinding('kithViolation', (_source, words: string) => {
		fault(`CSP violation: ${words}`);
	});
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const { kithViolation } = window as unknown as { kithViolation: (words: string) => void };
			kithViolation(`${event.violatedDirective} refused ${event.blockedURI}`);
		});
	});
}
