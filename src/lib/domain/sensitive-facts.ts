// The facts that stay closed: sensitive ones, and all that such an answer ever said, ticked or not.
import { isSensitive } from './answers';
import type { Fact } from './records/fact';

/** Those of some facts that stay closed. @param facts with the trash, where an answer may have gone */
export function sensitiveFacts(facts: readonly Fact[]): Fact[] {
	const byId = new Map(facts.map((fact) => [fact.id, fact]));
	const closed = new Map<string, Fact>();
	for (const fact of facts) {
		if (!isSensitive(fact)) continue;
		let next: Fact | undefined = fact;
		while (next && !closed.has(next.id)) {
			closed.set(next.id, next);
			next = next.revises === undefined ? undefined : byId.get(next.revises);
		}
	}
	return [...closed.values()];
}
