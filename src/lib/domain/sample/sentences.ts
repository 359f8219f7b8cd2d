// What a rep writes down in a hurry: sentences with `[this|that]` to choose from and `{names}` to fill in.
import type { Purpose } from '$lib/domain/records/touch';
import type { Random } from '$lib/domain/random';
import type { Kind } from './cast-member';
import { pick } from './pick';

/** The names that may go into a text; a text that needs a missing one is not chosen. */
export interface Known {
	readonly first: string;
	readonly spouse?: string;
	readonly child?: string;
	readonly pet?: string;
}

const CHOICE = /\[([^\][]*)\]/g;
const when = '[Friday|Monday|next week|next month]';

const talk = [
	`[Good|Long] talk about [the lake|the house|old cars|the move|winter|our fathers]. No agenda.`,
	`{first} is [back from|off to] [the lakes|Lisbon|Maine|the coast], [alone|with half the family].`,
	`[Coffee|Ten minutes|A walk], nothing on the table. {first} [laughed a lot|needed that|asked how I am, and waited].`,
	`{first} has [taken up|gone back to] [the banjo|baking|choir|running] and [is not good yet|talks of nothing else].`,
	`[Snowed in|Stuck in traffic|At the airport], so we had time. [Best call of the week.|Ended on recipes.]`
];
const kin: Readonly<Record<'child' | 'spouse' | 'pet', readonly string[]>> = {
	child: [
		`{child} [lost a tooth|made the team|has a recital ${when}|learned to whistle].`,
		`Ask how {child}’s [exam|project|big game|birthday] went.`
	],
	spouse: [`{spouse} [has a new job|runs a race ${when}|planted garlic|is home again, all well].`],
	pet: [`{pet} [ate a sock|was at the vet, all well|barked through half the call].`]
};
const business = [
	`Looked over [line 2|the filler|the dock|press 4] with {first}. [Seals hold|Bearings run warm|Guards rattle|All quiet]; again ${when}.`,
	`[Delivery|Crate] came [a day early|late but whole|with the wrong seals, my fault]. {first} [was kind about it|has it running].`,
	`The [audit|shutdown|changeover] moves to ${when}. {first} needs [two people|the drawing|me there at six].`,
	`[Pump 3|The press|Valve 12] is [back|out again|better than new]. {first} had heard it first.`
];
const asked = [
	`Sent the offer for [the filler|a year of seals|the pump]. {first} [has to ask upstairs|will say by ${when}].`,
	`Asked about [the new line|next year|the old pumps]. “[Not before the budget|Send me something short],” {first} said.`,
	`They [went with the other offer|took the small version|signed]. {first} [told me first|was straight with me].`
];
const leftWord = [
	`[No answer|Left word]. [Try before eight|Try after four|Write instead|Again ${when}].`
];
/** Mackay topic and text. */
const facts: readonly (readonly [topic: number, text: string])[] = [
	[47, '[Fishing|Quilting|Chess|Old radios|Birds, with a list]'],
	[49, '[Baseball on the radio|Curling|Rowing]'],
	[45, '[Pierogi|Chili|Pie, then coffee|Noodles]'],
	[48, '[Camping|The same cabin every July|A new city each fall]'],
	[34, '[Rotary|A book club that reads]'],
	[7, '[Purdue|Iowa State|Came up through the shop]']
];
const given: readonly (readonly [Kind<'given'>, string])[] = [
	['article', 'On [shift plans|lighthouses]'],
	['introduction', 'To someone with the same filler'],
	['gift', '[Tomatoes|A book|Good gloves]']
];
const received: readonly (readonly [Kind<'received'>, string])[] = [
	['information', '[Who decides now|When the budget closes]'],
	['referral', 'Gave my name to a [sister plant|neighbour]'],
	['warning', 'A cheaper offer is on the table'],
	['order', '[The spare kit|A second pump]']
];

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
export function noteText(random: Random, purpose: Purpose, reached: boolean, known: Known): string {
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
export function factText(random: Random): readonly [topic: number, text: string] {
	return choose(random, facts);
}

/** What was given or received. */
export function gestureText(random: Random) {
	if (random() < 0.6) {
		const [kind, text] = choose(random, given);
		return { direction: 'given' as const, kind, text };
	}
	const [kind, text] = choose(random, received);
	return { direction: 'received' as const, kind, text };
}
