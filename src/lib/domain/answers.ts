// What is known about a person: facts as answers that stand, each with what it said before.
import type { Fact } from './records/fact';
import { SENSITIVE_TOPICS } from './sensitive-topics';

/** A fact that stands, and the older ones it took the place of. */
export interface Answer {
	/**
	 * A key that stays the same however often the answer is revised: the id of the first fact in the
	 * row that no other answer goes by.
	 */
	readonly root: string;
	readonly fact: Fact;
	/** Older answers, latest first. */
	readonly before: readonly Fact[];
}

/**
 * The answers that stand: by topic, then the free ones, in the order they were learned. Where two
 * devices revised one answer apart both stand, one after the other, until the rep settles it.
 */
export function answersOf(facts: readonly Fact[]): Answer[] {
	const byId = new Map(facts.map((fact) => [fact.id, fact]));
	const revised = new Set(facts.map(({ revises }) => revises));
	const rows = facts.filter(({ id }) => !revised.has(id)).map((fact) => rowOf(fact, byId));
	addRings(rows, facts, byId);
	const taken = new Set<string>();
	return rows.sort(byTopicAndPath).map((row) => {
		const root = row.findLast(({ id }) => !taken.has(id))?.id ?? '';
		for (const { id } of row) taken.add(id);
		return { root, fact: row[0] as Fact, before: row.slice(1) };
	});
}

/** Whether an answer stays behind a second tap. */
export function isSensitive({ sensitive, topic }: Fact): boolean {
	return sensitive === true || (topic !== undefined && SENSITIVE_TOPICS.has(topic));
}

/** A fact and all it took the place of, latest first; at least the fact. */
function rowOf(fact: Fact, byId: ReadonlyMap<string, Fact>): Fact[] {
	const row = new Set<Fact>();
	let next: Fact | undefined = fact;
	while (next && !row.has(next)) {
		row.add(next);
		next = next.revises === undefined ? undefined : byId.get(next.revises);
	}
	return [...row];
}

/* Two devices that each set the other's answer below their own leave a ring: its latest fact stands. */
function addRings(rows: Fact[][], facts: readonly Fact[], byId: ReadonlyMap<string, Fact>): void {
	const reached = new Set(rows.flat());
	if (reached.size === facts.length) return;
	const latestFirst = facts
		.filter((fact) => !reached.has(fact))
		.sort((a, b) => (a.day + a.id < b.day + b.id ? 1 : -1));
	for (const fact of latestFirst) {
		if (reached.has(fact)) continue;
		const row = rowOf(fact, byId);
		for (const one of row) reached.add(one);
		rows.push(row);
	}
}

/* From the first answer on, so that answers which parted keep their order when they are revised. */
function byTopicAndPath(a: readonly Fact[], b: readonly Fact[]): number {
	const topics = (a[0]?.topic ?? Infinity) - (b[0]?.topic ?? Infinity);
	if (topics) return topics;
	for (let back = 1; back <= Math.min(a.length, b.length); back++) {
		const [one = '', other = ''] = [a.at(-back)?.id, b.at(-back)?.id];
		if (one !== other) return one < other ? -1 : 1;
	}
	return a.length - b.length;
}
