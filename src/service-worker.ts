/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
// One version of the app, kept whole: installed all or nothing, served from the cache, replaced when
// the page says so. It asks its own origin only, and leaves other apps' caches alone.
import { base, build, files, prerendered, version } from '$service-worker';
import { cacheNames, clientsClaim, setCacheNameDetails } from 'workbox-core';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { keepArrived, NOT_KEPT, placeOf } from './lib/state/arrived-place';

declare const self: ServiceWorkerGlobalScope & { readonly KITH_OTHER_FILES?: readonly string[] };

const shell = `${base}/`;
// For people who look at the project or the format; the app never asks for them.
const needed = files.filter((path) => !/\/(screenshots|schema)\//.test(path));
const changing = [shell, ...needed, ...prerendered.filter((path) => path !== shell)];
// The app in other languages: scripts/build.js writes them down here. Kept as well, so that the language
// can be changed without a network.
const others = (self.KITH_OTHER_FILES ?? []).map((path) => `${base}/${path}`);
const entries = [
	...[...build, ...others].map((url) => ({
		url,
		// A name with a hash in it stands for what is in the file.
		revision: url.includes('/immutable/') ? null : version
	})),
	...changing.map((url) => ({ url, revision: version }))
];

setCacheNameDetails({ prefix: 'kith' });

/** So many files are fetched at a time: one after the other they would wait for a slow line each. */
const AT_ONCE = 6;

const copy = new PrecacheController({
	plugins: [
		{
			// A deployment may land between our list and the shell: a shell of another version fails the
			// installation, and the browser tries again later.
			async cacheWillUpdate({ request, response }) {
				if (!response.ok) return null;
				if (new URL(request.url).pathname !== shell) return response;
				const html = await response.clone().text();
				const named = html.match(/_[\w-]+\/immutable\/[\w./-]+/g) ?? [];
				const known = named.every((path) => [...build, ...others].includes(`${base}/${path}`));
				return known ? response : null;
			}
		}
	]
});
copy.addToCacheList(entries);

self.addEventListener('install', (event) => event.waitUntil(install(event)));
self.addEventListener('activate', (event) => void copy.activate(event));

/** As `copy.install`, which takes one file after the other; rejects when one of them cannot be had. */
async function install(event: ExtendableEvent): Promise<void> {
	const all = copy.getURLsToCacheKeys().entries();
	const takeSome = async (): Promise<void> => {
		for (const [url, cacheKey] of all) {
			// Under a key of its own is what keeps its name from version to version: not from the browser's cache.
			const cache = cacheKey === url ? 'default' : 'reload';
			const request = new Request(url, { cache, credentials: 'same-origin' });
			await Promise.all(copy.strategy.handleAll({ params: { cacheKey }, request, event }));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, takeSome));
}

registerRoute(new PrecacheRoute(copy));

const serveShell = copy.createHandlerBoundToURL(shell);
registerRoute(
	new NavigationRoute(async (options) => {
		if ([shell, `${shell}index.html`].includes(options.url.pathname)) return serveShell(options);
		// Perhaps a neighbour's page below our path: ask the host, and without one come home.
		return fetch(options.request).catch(() => Response.redirect(shell));
	})
);

// What another app shares is posted to the shell and stays on this device: words go on in the address as
// app.html takes them, files wait for the screen they belong on.
registerRoute(({ url }) => url.pathname === shell, takeShared, 'POST');

async function takeShared({ request }: { request: Request }): Promise<Response> {
	const form = await request.formData().catch(() => new FormData());
	const files = [...form.values()].filter((part) => typeof part !== 'string');
	if (files.length > 0) {
		const places = await Promise.all(
			files.map((file) => placeOf(file).catch(() => 'import' as const))
		);
		const kept = await Promise.allSettled(
			files.map((file, at) => keepArrived(file, shell, places[at] ?? 'import'))
		);
		const isLost = kept.some(({ status }) => status === 'rejected');
		return Response.redirect(`${shell}#/${places[0] ?? 'import'}${isLost ? NOT_KEPT : ''}`, 303);
	}
	const words = [...form].filter((part): part is [string, string] => part[1] !== '');
	return Response.redirect(`${shell}?${new URLSearchParams(words)}`, 303);
}

async function isWhole(): Promise<boolean> {
	const cache = await caches.open(cacheNames.precache);
	const kept = new Set((await cache.keys()).map(({ url }) => url));
	return entries.every(({ url }) => kept.has(copy.getCacheKeyForURL(url) ?? ''));
}

self.addEventListener('message', (event) => {
	const { type } = event.data as { type?: unknown };
	if (type === 'SKIP_WAITING') void self.skipWaiting();
	if (type === 'IS_WHOLE') {
		event.waitUntil(isWhole().then((whole) => event.ports[0]?.postMessage(whole)));
	}
});

self.addEventListener('notificationclick', (event) => {
	event.notification.close();
	const { href = '#/' } = event.notification.data as { href?: string };
	event.waitUntil(openAt(href));
});

/** Brings a page that is open to a place, or opens one. */
async function openAt(href: string): Promise<void> {
	const pages = await self.clients.matchAll({ type: 'window' });
	const [page] = pages;
	if (!page) {
		await self.clients.openWindow(`${shell}${href}`);
		return;
	}
	page.postMessage({ type: 'OPEN', href });
	await page.focus();
}

// The first page is served from here at once, without a reload.
clientsClaim();
