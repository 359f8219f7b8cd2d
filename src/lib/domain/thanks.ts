// Thank-yous: when one is owed, for how long, and which are still to be written or posted.
import { compare } from './compare';
import type { ThankYou } from './records/thank-you';
import type { Touch, TouchKind } from './records/touch';

/** Kinds of touch for which one goes and sees somebody; a thank-you is owed when they took place. */
export const seen = ['visit', 'meeting', 'meal'] as const satisfies readonly TouchKind[];

export type SeenKind = (typeof seen)[number];
const MS_AN_HOUR = 3_600_000;

/** Whether a touch opens a thank-you: somebody gave the rep time, whatever came of it. */
export function owesThanks({ kind, outcome }: Pick<Touch, 'kind' | 'outcome'>): boolean {
	return outcome === 'reached' && seen.some((one) => one === kind);
}

/** The thank-yous still to be written, or written and still to be posted; oldest first. */
export function openThankYous(thankYous: readonly ThankYou[]): ThankYou[] {
	return thankYous
		.filter(({ state }) => state === 'owed' || state === 'written')
		.sort((a, b) => compare(a.since, b.since) || compare(a.id, b.id));
}

/** The thank-you posted last; undefined when none ever was. */
export function lastPosted(thankYous: readonly ThankYou[]): ThankYou | undefined {
	return thankYous
		.filter(({ state, on }) => state === 'posted' && on !== undefined)
		.reduce<ThankYou | undefined>(
			(last, one) =>
				!last || compare(`${last.on} ${last.id}`, `${one.on} ${one.id}`) < 0 ? one : last,
			undefined
		);
}

/** Whole hours a thank-you has been owed; none before it is owed, as after a clock set back. */
export function hoursOwed({ since }: Pick<ThankYou, 'since'>, now: number): number {
	return Math.max(0, Math.floor((now - Date.parse(since)) / MS_AN_HOUR));
}
