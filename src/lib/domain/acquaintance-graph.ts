// Who introduced whom: the chain up to the first one, the circle that must not close, and a small picture
// of the people two steps around somebody, laid out in rows.

/** Who introduced somebody; undefined where nobody did, or nobody who is in the book. */
export type IntroducerOf<Id extends string> = (id: Id) => Id | undefined;

/** One person of the picture. */
export interface GraphNode<Id extends string> {
	readonly id: Id;
	/** Rows down from the one in the middle: -2 and -1 introduced them, 1 and 2 were introduced. */
	readonly row: number;
	/** Where in its row, from 0 at the start to 1 at the end. */
	readonly at: number;
}

/** The picture around one person. */
export interface AcquaintanceGraph<Id extends string> {
	readonly nodes: readonly GraphNode<Id>[];
	/** Who introduced whom. */
	readonly edges: readonly (readonly [from: Id, to: Id])[];
	/** How many within two steps down did not fit. */
	readonly left: number;
}

const STEPS = 2;
/** So many names fit beside each other on a phone. */
const ABREAST = 4;

/** Those through whom one came to know somebody, the first of them first, the person last. */
export function chainTo<Id extends string>(person: Id, introducerOf: IntroducerOf<Id>): Id[] {
	const chain = [person];
	const seen = new Set(chain);
	for (let next = introducerOf(person); next !== undefined; next = introducerOf(next)) {
		// Two devices may have closed a circle that neither would have let close alone.
		if (seen.has(next)) break;
		seen.add(next);
		chain.unshift(next);
	}
	return chain;
}

/** Whether somebody cannot have introduced a person, since the person stands in the chain before them. */
export function wouldCloseCircle<Id extends string>(
	person: Id,
	introducer: Id,
	introducerOf: IntroducerOf<Id>
): boolean {
	return chainTo(introducer, introducerOf).includes(person);
}

/** The picture around a person: two steps up, two down, as many as fit. */
export function acquaintanceGraph<Id extends string>(
	person: Id,
	introducerOf: IntroducerOf<Id>,
	introducedBy: (id: Id) => readonly Id[]
): AcquaintanceGraph<Id> {
	const above = chainTo(person, introducerOf).slice(-1 - STEPS, -1);
	const drawn = new Set<Id>([...above, person]);
	const fresh = (ids: readonly Id[]): Id[] => ids.filter((id) => !drawn.has(id));
	const rows = [...above, person];
	const edges: (readonly [Id, Id])[] = rows.flatMap((id, index) => {
		const before = rows[index - 1];
		return before === undefined ? [] : [[before, id] as const];
	});

	const nodes: GraphNode<Id>[] = rows.map((id, index) => ({
		id,
		row: index - above.length,
		at: 0.5
	}));
	let left = 0;
	let parents: readonly GraphNode<Id>[] = nodes.slice(-1);
	for (let step = 1; step <= STEPS; step++) {
		const all = parents.flatMap(({ id, at }) => {
			const ids = fresh(introducedBy(id));
			return ids.map((to, place) => ({
				from: id,
				to,
				near: at + (place - (ids.length - 1) / 2) / ABREAST
			}));
		});
		const shown = all.slice(0, ABREAST);
		left += all.length - shown.length;
		for (const { from, to } of shown) {
			drawn.add(to);
			edges.push([from, to]);
		}
		const places = spread(shown.map(({ near }) => near));
		parents = shown.map(({ to }, index) => ({ id: to, row: step, at: places[index] ?? 0.5 }));
		nodes.push(...parents);
	}
	return { nodes, edges, left };
}

/* Each as near as can be to below whoever introduced it, without running into the one before. */
function spread(wanted: readonly number[]): number[] {
	const gap = 1 / ABREAST;
	const places: number[] = [];
	for (const near of wanted) {
		places.push(Math.max(near, gap / 2, (places.at(-1) ?? -1) + gap));
	}
	// Pushed over the edge, they move back together.
	let most = 1 - gap / 2;
	for (let index = places.length - 1; index >= 0; index--) {
		places[index] = Math.min(places[index] ?? most, most);
		most = (places[index] ?? most) - gap;
	}
	return places;
}
