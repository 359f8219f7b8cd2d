// Warmth as its arithmetic: every mark can be opened to how it came about.
import type { Day } from '$lib/domain/day';
import { FADING_UNTIL, type Warmth } from '$lib/domain/warmth';
import { count, figure, longDay, shortDay, touchKindWords, within } from './say';

/** The reason with its numbers worked out, for whoever wants to know. */
export function warmthArithmetic(warmth: Warmth, inTen: boolean, today: Day): string {
	const { last, days, cadence, ratio, postponedUntil } = warmth;
	const lines: string[] = [];
	if (last && days !== undefined) {
		lines.push(`${longDay(last.day)}, ${within(touchKindWords[last.kind])}.`);
	}
	if (cadence === undefined) {
		lines.push('You chose not to be reminded of this person.');
	} else if (ratio === undefined || days === undefined) {
		lines.push(`You wanted every ${count(cadence, 'day')}; nothing counts towards it so far.`);
	} else {
		lines.push(
			`You wanted every ${count(cadence, 'day')}, so ${days} ÷ ${cadence} = ${oneDigit(ratio)}; up to 1 is warm, up to ${oneDigit(FADING_UNTIL)} fading, above it cold.`
		);
	}
	lines.push(
		inTen
			? 'For the ten only talks without an agenda count; voicemails and business calls do not.'
			: 'Every touch that reached them counts; a voicemail or an unanswered text does not.'
	);
	if (postponedUntil !== undefined && postponedUntil > today) {
		lines.push(
			`You tried since then, so nothing is said before ${shortDay(postponedUntil, today)}.`
		);
	}
	return lines.join(' ');
}

function oneDigit(ratio: number): string {
	return figure(Math.round(ratio * 10) / 10);
}
