// What must not be brought up with a person: the answers to Mackay topic 38 that still hold.
import type { Fact } from '$lib/domain/records/fact';

const NOT_TO_BE_MENTIONED = 38;

/** The do-not-mention facts among a person's facts, without those a later answer has replaced. */
export function mindedOf(facts: readonly Fact[]): Fact[] {
	const replaced = new Set(facts.map(({ revises }) => revises));
	return facts.filter(({ id, topic }) => topic === NOT_TO_BE_MENTIONED && !replaced.has(id));
}
