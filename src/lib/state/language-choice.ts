// Which language the rep has chosen on this device; the page reads it before the app is loaded.
import type { Kith } from './kith.svelte';

/** The languages there are, by the names they call themselves. */
export const languages: readonly { readonly value: string; readonly label: string }[] = [
	{ value: 'en', label: 'English' },
	{ value: 'de', label: 'Deutsch' }
];

const KEY = 'kith:language';

/**
 * Loads the page again in another language, once the last word is on disk.
 * @returns what stood in the way, and then nothing has changed
 */
export async function speak(
	kith: Kith,
	chosen: string,
	reload = () => location.reload()
): Promise<'NotSaved' | 'NotKept' | undefined> {
	if (kith.saving.trouble) return 'NotSaved';
	await kith.book.saved();
	try {
		localStorage.setItem(KEY, chosen);
	} catch {
		return 'NotKept';
	}
	reload();
	return undefined;
}
