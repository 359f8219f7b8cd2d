// What is known about a person: facts as answers that stand, each with what it said before.
import type { Fact } from './records/fact';

/** Topics that stay behind a second tap whatever the rep ticked (after the Mackay 66). */
const SENSITIVE: ReadonlySet<number> = new Set([6, 11, 35, 37, 38, 40, 41, 42, 43]);

/** A fact that stands, and the older ones it took the place of. */
export interface Answer {
	/** The id of the first fact in the row: stays the same however often the answer is revised. */
	readonly root: string;
	readonly fact: Fact;
	/** Older answers, latest first. */
	readonly before: readonly Fact[];
}

/** The answers that stand: by topic, then the free ones, in the order they were learned. */
export function answersOf(facts: readonly Fact[]): Answer[] {
	const byId = new Map(facts.map((fact) => [fact.id, fact]));
	const revised = new Set(facts.map(({ revises }) => revises));
	return facts
		.filter(({ id }) => !revised.has(id))
		.map((fact) => {
			const before = olderThan(fact, byId);
			return { root: before.at(-1)?.id ?? fact.id, fact, before };
		})
		.sort(
			(a, b) =>
				(a.fact.topic ?? Infinity) - (b.fact.topic ?? Infinity) || (a.root < b.root ? -1 : 1)
		)
		.map((answer, index, all) => {
			// Two devices may have revised one answer apart: both stand, and both need a key.
			const isTwin = all.some((other, place) => place < index && other.root === answer.root);
			return isTwin ? { ...answer, root: answer.fact.id } : answer;
		});
}

/** Whether an answer stays behind a second tap. */
export function isSensitive({ sensitive, topic }: Fact): boolean {
	return sensitive === true || (topic !== undefined && SENSITIVE.has(topic));
}

function olderThan(fact: Fact, byId: ReadonlyMap<string, Fact>): Fact[] {
	const older: Fact[] = [];
	let next = fact.revises === undefined ? undefined : byId.get(fact.revises);
	while (next && next !== fact && !older.includes(next)) {
		older.push(next);
		next = next.revises === undefined ? undefined : byId.get(next.revises);
	}
	return older;
}
