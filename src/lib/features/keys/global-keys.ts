// The keys that work everywhere, ready to be listed for this machine and its settings.
import { letterKeys } from '$lib/state/letter-keys.svelte';
import { hasCommandKey, shortcutsOn, shownKeys } from './shortcuts';

/** One line for each; follows the choice about letters. */
export function globalKeys() {
	const isMac = hasCommandKey();
	return shortcutsOn(letterKeys().areOn).map(({ deed, on, does }) => ({
		deed,
		does,
		shown: on.map((combination) => shownKeys(combination, isMac))
	}));
}
