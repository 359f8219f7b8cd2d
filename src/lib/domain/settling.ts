// Answers that were revised apart on two devices, and how they become one again without losing a word.
import type { Answer } from './answers';
import type { Fact } from './records/fact';

/** The other answers that stand and once were the same as this one. */
export function twinsOf(answer: Answer, all: readonly Answer[]): Answer[] {
	const row = new Set(rowOf(answer));
	return all.filter((other) => other !== answer && rowOf(other).some((fact) => row.has(fact)));
}

/** The facts that stand beside another one which once was the same answer. */
export function partedIn(all: readonly Answer[]): ReadonlySet<string> {
	const first = new Map<string, string>();
	const parted = new Set<string>();
	for (const answer of all) {
		const oldest = rowOf(answer).at(-1)?.id ?? '';
		const other = first.get(oldest);
		if (other === undefined) first.set(oldest, answer.fact.id);
		else parted.add(other).add(answer.fact.id);
	}
	return parted;
}

/** The facts of an answer that belong to no other one. */
export function ownOf(answer: Answer, all: readonly Answer[]): Fact[] {
	const shared = new Set(twinsOf(answer, all).flatMap(rowOf));
	return rowOf(answer).filter((fact) => !shared.has(fact));
}

/** How answers that parted become one row again. */
export interface Settling {
	/** What each of these facts revises from now on. */
	readonly links: ReadonlyMap<Fact['id'], Fact['id']>;
	/** The fact at the head of the row, which the answer that is to stand has to revise. */
	readonly head: Fact;
}

/**
 * How to let an answer stand alone. The row is made the same whichever of them is chosen: two devices
 * that choose differently at the same time part again at its head, and nowhere else.
 */
export function settlingOf(answer: Answer, all: readonly Answer[]): Settling {
	const twins = twinsOf(answer, all);
	const [last = answer, ...others] = all
		.filter((one) => one === answer || twins.includes(one))
		.toReversed();
	const row = rowOf(last);
	const links = new Map<Fact['id'], Fact['id']>();
	for (const other of others) {
		const theirs = rowOf(other);
		const at = row.findIndex((fact) => theirs.includes(fact));
		const above = row[at - 1];
		if (!above) continue;
		links.set(above.id, other.fact.id);
		row.splice(at, 0, ...theirs.slice(0, theirs.indexOf(row[at] as Fact)));
	}
	return { links, head: last.fact };
}

function rowOf({ fact, before }: Answer): Fact[] {
	return [fact, ...before];
}
