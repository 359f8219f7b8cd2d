// Where files that came from outside lie until they have been taken in: left there by the service worker
// or by the page, found by the page.

/** The cache of ours that holds them; removing everything removes it as well (store/removal.ts). */
export const ARRIVED = 'kith-arrived';

/** Carries the file's own name, percent-encoded. */
export const NAME_HEADER = 'x-kith-name';

/** Behind the address of the Devices screen: what was shared could not be kept. */
export const NOT_KEPT = '?not-kept';

/** Above this a file is not read just to know it again. */
const MOST_COMPARED = 64 * 1024 * 1024;

/**
 * Keeps a file there; the same file twice is kept once. Rejects where the browser keeps nothing.
 * @param base the path of the app, as in `/kith/`
 */
export async function keepArrived(file: File, base: string): Promise<void> {
	const arrived = await caches.open(ARRIVED);
	const headers = { [NAME_HEADER]: encodeURIComponent(file.name) };
	await arrived.put(`${base}arrived/${await markOf(file)}`, new Response(file, { headers }));
}

async function markOf(file: File): Promise<string> {
	if (file.size > MOST_COMPARED) return crypto.randomUUID();
	const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
	return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
