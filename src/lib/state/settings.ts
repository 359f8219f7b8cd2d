// The settings of the book, the same on all devices once they have met.
import { SETTINGS_ID, type Settings } from '$lib/domain/records/settings';
import { DEFAULT_CADENCE, DEFAULT_TEN_CADENCE } from '$lib/domain/warmth';
import type { Kith } from './kith.svelte';
import { write } from './writing';

/** The settings with their defaults filled in. */
export function settingsOf(kith: Kith): { readonly cadence: number; readonly tenCadence: number } {
	const kept = kith.live.get('settings', SETTINGS_ID);
	return {
		cadence: kept?.cadence ?? DEFAULT_CADENCE,
		tenCadence: kept?.tenCadence ?? DEFAULT_TEN_CADENCE
	};
}

/** Changes settings. */
export function changeSettings(kith: Kith, change: Partial<Omit<Settings, 'id'>>): void {
	write(kith, (draft) => {
		if (kith.book.get('settings', SETTINGS_ID)) draft.edit('settings', SETTINGS_ID, change);
		else draft.add('settings', { id: SETTINGS_ID, ...change });
	});
}

/** Whether the browser promised to keep the book; undefined when it does not say. */
export async function isPersistent(): Promise<boolean | undefined> {
	try {
		return await navigator.storage.persisted();
	} catch {
		return undefined;
	}
}

/** Asks the browser to keep the book; the true answer. */
export async function askPersistent(): Promise<boolean | undefined> {
	try {
		return await navigator.storage.persist();
	} catch {
		return undefined;
	}
}
