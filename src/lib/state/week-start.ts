// On which day a week starts: as the rep has set it, else as the device's language has it.
import type { Day } from '$lib/domain/day';
import { SETTINGS_ID } from '$lib/domain/records/settings';
import type { Kith } from './kith.svelte';
import { locale } from './language';
import { weekdayOf } from './say';

interface WithWeekInfo {
	getWeekInfo?(): { readonly firstDay: number };
	readonly weekInfo?: { readonly firstDay: number };
}

/** The days a week may start on, 0 Sunday to 6 Saturday, with their names. 3 January 2026 is a Saturday. */
export const weekStarts = ([1, 0, 6] as const).map((value) => ({
	value,
	label: weekdayOf(`2026-01-0${value === 6 ? 3 : 4 + value}` as Day)
}));

/** The first day of the week, 0 Sunday to 6 Saturday. */
export function weekStartOf({ live }: Kith): number {
	return live.get('settings', SETTINGS_ID)?.weekStart ?? localWeekStart(locale);
}

/** Monday where the browser does not say. */
function localWeekStart(language: string): number {
	const locale = new Intl.Locale(language) as WithWeekInfo;
	const info = locale.getWeekInfo?.() ?? locale.weekInfo;
	return (info?.firstDay ?? 1) % 7;
}
