// The browser's cache storage for tests, as far as files that wait need it.
import { vi } from 'vitest';
import { ARRIVED, NAME_HEADER } from '$lib/state/arrived-place';

/** As much of the cache storage as is used here; a full one keeps nothing more. */
export function fakeCaches(
	files: Readonly<Record<string, string>> = {},
	{ isFull = false } = {}
): { kept: () => string[]; texts: () => Promise<string[]>; fill: () => void } {
	const kept = new Map(
		Object.entries(files).map(([name, text], index) => [
			`https://kith.example/arrived/${index}`,
			new Response(text, { headers: { [NAME_HEADER]: encodeURIComponent(name) } })
		])
	);
	let full = isFull;
	const cache = {
		keys: () => Promise.resolve([...kept.keys()].map((url) => new Request(url))),
		match: ({ url }: Request) => Promise.resolve(kept.get(url)?.clone()),
		delete: ({ url }: Request) => Promise.resolve(kept.delete(url)),
		put: (path: string, response: Response) => {
			if (full) return Promise.reject(new DOMException('', 'QuotaExceededError'));
			kept.set(`https://kith.example${path}`, response);
			return Promise.resolve();
		}
	};
	vi.stubGlobal('caches', {
		has: (name: string) => Promise.resolve(name === ARRIVED && kept.size > 0),
		open: () => Promise.resolve(cache)
	});
	return {
		kept: () => [...kept.keys()],
		/** All that lies there, with what is said about it. */
		texts: () =>
			Promise.all(
				[...kept.values()].map(async (response) => {
					const about = [...response.headers].join(' ');
					const bytes = Buffer.from(await response.clone().arrayBuffer());
					return `${about} ${bytes.toString('latin1')}`;
				})
			),
		/** From now on there is no room. */
		fill: () => (full = true)
	};
}
