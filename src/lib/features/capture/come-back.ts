// A saved note that was taken back, among what is written since: its words before those, and out of them
// again when it is saved after all.
import type { DraftContent } from '$lib/state/drafts';
import { broughtBack, takenOut } from '$lib/state/words-back';

/** A note of which nothing is written yet. */
export const NOTHING: DraftContent = {
	text: '',
	people: [],
	newPeople: [],
	declined: [],
	promises: []
};

/** A note with one that comes back. */
export function withBack(back: DraftContent, here: DraftContent): DraftContent {
	return {
		...here,
		...back,
		text: broughtBack(back.text, here.text),
		people: [...new Set([...back.people, ...here.people])],
		newPeople: [...new Set([...back.newPeople, ...here.newPeople])],
		declined: [...new Set([...back.declined, ...here.declined])],
		promises: [
			...back.promises,
			...here.promises.filter((promise) => !isAmong(back.promises, promise))
		]
	};
}

/**
 * The same note without it; undefined where the rep has changed the words that came back.
 * @param before what was there when they came
 */
export function withoutBack(
	back: DraftContent,
	before: DraftContent,
	{ purpose, met, ...here }: DraftContent
): DraftContent | undefined {
	const text = takenOut(back.text, here.text);
	if (text === undefined) return undefined;
	const own = <T>(now: readonly T[], came: readonly T[], had: readonly T[]): T[] =>
		now.filter((one) => had.includes(one) || !came.includes(one));
	const stands = <T>(now: T | undefined, came: T | undefined, had: T | undefined): T | undefined =>
		now === came ? had : now;
	const [ownPurpose, ownMet] = [
		stands(purpose, back.purpose, before.purpose),
		stands(met, back.met, before.met)
	];
	return {
		text,
		people: own(here.people, back.people, before.people),
		newPeople: own(here.newPeople, back.newPeople, before.newPeople),
		declined: own(here.declined, back.declined, before.declined),
		promises: here.promises.filter(
			(promise) => isAmong(before.promises, promise) || !isAmong(back.promises, promise)
		),
		...(ownPurpose ? { purpose: ownPurpose } : {}),
		...(ownMet ? { met: ownMet } : {})
	};
}

type Promised = DraftContent['promises'][number];

function isAmong(promises: readonly Promised[], { text, due }: Promised): boolean {
	return promises.some((other) => other.text === text && other.due === due);
}
