// Which language the rep has chosen on this device; the page reads it before the app is loaded.
import type { Kith } from './kith.svelte';

/** The languages there are, by the names they call themselves. */
export const languages: readonly { readonly value: string; readonly label: string }[] = [
	{ value: 'en', label: 'English' },
	{ value: 'de', label: 'Deutsch' }
];

/** Where the choice is kept. */
export const languageKey = 'kith:language';
/** Kept with the tab until the page is there again. */
const CHOSEN = 'kith:language-chosen';

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
		localStorage.setItem(languageKey, chosen);
	} catch {
		return 'NotKept';
	}
	reload();
	return undefined;
}

/** Remembers over the reload that the rep was just choosing; what `speak` is given to reload with. */
export function reloadToChoice(): void {
	try {
		sessionStorage.setItem(CHOSEN, 'now');
	} catch {
		// A browser that keeps nothing: the page begins at its top.
	}
	location.reload();
}

/** Whether the rep has just chosen here, asked once. */
export function hasJustChosen(): boolean {
	try {
		const isNow = sessionStorage.getItem(CHOSEN) !== null;
		sessionStorage.removeItem(CHOSEN);
		return isNow;
	} catch {
		return false;
	}
}
