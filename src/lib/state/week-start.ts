// On which day a week starts: as the rep has set it, else as the device's language has it.
import { SETTINGS_ID } from '$lib/domain/records/settings';
import type { Kith } from './kith.svelte';

interface WithWeekInfo {
	getWeekInfo?(): { readonly firstDay: number };
	readonly weekInfo?: { readonly firstDay: number };
}

/** The first day of the week, 0 Sunday to 6 Saturday. */
export function weekStartOf({ live }: Kith): number {
	return live.get('settings', SETTINGS_ID)?.weekStart ?? localWeekStart(navigator.language);
}

/** Monday where the browser does not say. */
function localWeekStart(language: string): number {
	const locale = new Intl.Locale(language) as WithWeekInfo;
	const info = locale.getWeekInfo?.() ?? locale.weekInfo;
	return (info?.firstDay ?? 1) % 7;
}
