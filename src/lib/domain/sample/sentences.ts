// Writes notes and facts from sentences with `[this|that]` to choose from and `{names}` to fill in.
import type { Purpose } from '$lib/domain/records/touch';
import type { Random } from '$lib/domain/random';
import { pick } from './pick';
import type { Sentences } from './sample-words';

/** The names that may go into a text; a text that needs a missing one is not chosen. */
export interface Known {
	readonly first: string;
	readonly spouse?: string;
	readonly child?: string;
	readonly pet?: string;
}

const CHOICE = /\[([^\][]*)\]/g;

/** Fills in a text: one of each `[choice]`, from the inside out, and the names known. */
function fill(random: Random, text: string, known: Partial<Known>): string {
	const chosen = text.replace(CHOICE, (_, choices: string) => pick(random, choices.split('|')));
	return chosen.includes('[')
		? fill(random, chosen, known)
		: chosen.replace(/\{(\w+)\}/g, (_, name: keyof Known) => known[name] ?? '');
}

function choose<T>(random: Random, list: readonly (readonly [T, string])[]): readonly [T, string] {
	const [what, text] = pick(random, list);
	return [what, fill(random, text, {})];
}

/** A note about a touch: one to three sentences that suit its purpose, or one when nobody answered. */
export function noteText(
	{ talk, business, asked, kin, leftWord }: Sentences,
	random: Random,
	purpose: Purpose,
	reached: boolean,
	known: Known
): string {
	if (!reached) return fill(random, pick(random, leftWord), known);
	const sentences = new Set<string>();
	const main = purpose === 'just-talked' ? talk : purpose === 'business' ? business : asked;
	sentences.add(pick(random, main));
	if (random() < 0.35) sentences.add(pick(random, main));
	if (random() < (purpose === 'just-talked' ? 0.7 : 0.25)) {
		const about = pick(random, ['child', 'spouse', 'pet'] as const);
		if (known[about] !== undefined) sentences.add(pick(random, kin[about]));
	}
	return fill(random, [...sentences].join(' '), known);
}

/** A Mackay topic and what is known about it. */
export function factText(
	{ facts }: Sentences,
	random: Random
): readonly [topic: number, text: string] {
	return choose(random, facts);
}

/** What was given or received. */
export function gestureText({ given, received }: Sentences, random: Random) {
	if (random() < 0.6) {
		const [kind, text] = choose(random, given);
		return { direction: 'given' as const, kind, text };
	}
	const [kind, text] = choose(random, received);
	return { direction: 'received' as const, kind, text };
}
