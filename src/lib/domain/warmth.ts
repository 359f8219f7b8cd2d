// Warmth: how long ago the last touch that counts, measured against what the rep wanted.
import { addDays, daysBetween, type Day } from './day';
import type { Person } from './records/person';
import type { Settings } from './records/settings';
import type { Touch } from './records/touch';

export type WarmthKind = 'warm' | 'fading' | 'cold' | 'unknown';

/** A person's warmth with the arithmetic it came from. */
export interface Warmth {
	readonly kind: WarmthKind;
	/** Days wanted between qualifying touches; undefined when the person is not tracked. */
	readonly cadence: number | undefined;
	/** The last touch that counts; undefined when there was none. */
	readonly last: Touch | undefined;
	/** Days since then. */
	readonly days: number | undefined;
	/** `days ÷ cadence`. */
	readonly ratio: number | undefined;
	/** A later try that did not reach the person puts the prompt off until this day. */
	readonly postponedUntil: Day | undefined;
}

export const DEFAULT_CADENCE = 90;
export const DEFAULT_TEN_CADENCE = 30;
/** Up to this ratio a person is warm, up to FADING_UNTIL fading, above it cold. */
const WARM_UNTIL = 1;
export const FADING_UNTIL = 1.5;

const LONGEST_POSTPONEMENT = 14;

/**
 * The days wanted between qualifying touches: the person's own, that of the ten, the shortest of the
 * person's tags, or the default. Undefined: not tracked.
 */
export function cadenceOf(
	{ cadence, tags }: Pick<Person, 'cadence' | 'tags'>,
	inTen: boolean,
	settings?: Pick<Settings, 'cadence' | 'tenCadence' | 'tagCadences'>
): number | undefined {
	if (cadence !== undefined) return cadence || undefined;
	if (inTen) return settings?.tenCadence ?? DEFAULT_TEN_CADENCE;
	const wanted = settings?.tagCadences?.filter(({ tag }) => tags?.includes(tag)) ?? [];
	if (wanted.length === 0) return settings?.cadence ?? DEFAULT_CADENCE;
	const days = wanted.map(({ days }) => days).filter((days) => days > 0);
	return days.length > 0 ? Math.min(...days) : undefined;
}

/** Whether a touch resets the clock: it reached the person, and for the ten had no agenda. */
function qualifies(touch: Touch, inTen: boolean): boolean {
	return touch.outcome === 'reached' && (!inTen || touch.purpose === 'just-talked');
}

/**
 * Rules 1 and 2 for one person. Touches after `today` are ignored.
 * @param touches the person's touches, in any order
 */
export function warmthOf(
	touches: readonly Touch[],
	cadence: number | undefined,
	inTen: boolean,
	today: Day
): Warmth {
	let last: Touch | undefined;
	let tried: Touch | undefined;
	for (const touch of touches) {
		if (touch.day > today) continue;
		if (qualifies(touch, inTen)) {
			if (!last || touch.day > last.day) last = touch;
		} else if (touch.outcome === 'reached-out' && (!tried || touch.day > tried.day)) {
			tried = touch;
		}
	}
	const days = last && daysBetween(last.day, today);
	const ratio = days === undefined || cadence === undefined ? undefined : days / cadence;
	const postponedUntil =
		tried && cadence !== undefined && (!last || tried.day >= last.day)
			? addDays(tried.day, Math.min(Math.floor(cadence / 3), LONGEST_POSTPONEMENT))
			: undefined;
	return { kind: kindOf(ratio), cadence, last, days, ratio, postponedUntil };
}

/** Whether the person may be brought up today: fading or cold, and not just tried in vain. */
export function isDue(warmth: Warmth, today: Day): boolean {
	const due = warmth.kind === 'fading' || warmth.kind === 'cold';
	return due && (warmth.postponedUntil === undefined || warmth.postponedUntil <= today);
}

function kindOf(ratio: number | undefined): WarmthKind {
	if (ratio === undefined) return 'unknown';
	if (ratio <= WARM_UNTIL) return 'warm';
	return ratio <= FADING_UNTIL ? 'fading' : 'cold';
}

/** The last day up to `today` on which there was a touch of any kind. */
export function lastTouched(touches: readonly Touch[], today: Day): Day | undefined {
	let last: Day | undefined;
	for (const { day } of touches) if (day <= today && (!last || day > last)) last = day;
	return last;
}
