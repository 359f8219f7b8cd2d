// Where files that came from outside lie until they have been taken in: left there by the service worker,
// which has no key to anything, or by the page (arrived-kept.ts), which finds them.
import { arrivedPlaceOf, type ArrivedPlace } from '$lib/domain/arrived-kind';
import { LOOKED_AT } from '$lib/domain/file-kind';

/** The cache of ours that holds them; removing everything removes it as well (store/removal.ts). */
export const ARRIVED = 'kith-arrived';

/** Carries the file's own name, percent-encoded. */
export const NAME_HEADER = 'x-kith-name';

/** Carries the screen the file waits for; without it the file waits for Devices. */
export const PLACE_HEADER = 'x-kith-place';

/** Behind the address of a screen: what was shared could not be kept. */
export const NOT_KEPT = '?not-kept';

/** Above this a file is not read just to know it again. */
const MOST_COMPARED = 64 * 1024 * 1024;

/** The screen a file belongs on, by what is in it. */
export async function placeOf(file: File): Promise<ArrivedPlace> {
	const start = await file.slice(0, LOOKED_AT).arrayBuffer();
	return arrivedPlaceOf(file.name, new Uint8Array(start));
}

/** The path of the app: it is one page, so the folder of that is the base. */
export function basePath(): string {
	return location.pathname.replace(/[^/]*$/, '');
}

/**
 * Keeps a file there as it is; the same file twice is kept once. Rejects where the browser keeps nothing.
 * @param base the path of the app, as in `/kith/`
 */
export async function keepArrived(file: File, base: string, place: ArrivedPlace): Promise<void> {
	const arrived = await caches.open(ARRIVED);
	const headers = {
		[NAME_HEADER]: encodeURIComponent(file.name.toWellFormed()),
		[PLACE_HEADER]: place
	};
	await arrived.put(`${base}arrived/${await markOf(file)}`, new Response(file, { headers }));
}

/** A name by which the same file is known again. */
export async function markOf(file: File): Promise<string> {
	if (file.size > MOST_COMPARED) return crypto.randomUUID();
	const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
	return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
