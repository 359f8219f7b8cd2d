// What a rep does with what is known about a person: answer a topic, note what somebody likes, settle what
// two devices said, forget.
import { isSensitive, type Answer } from '$lib/domain/answers';
import { borrowedIn, type Borrowed } from '$lib/domain/borrowed';
import { knownSince, toFindOut } from '$lib/domain/find-out';
import { fold } from '$lib/domain/fold';
import type { Aspect, Fact } from '$lib/domain/records/fact';
import type { Person } from '$lib/domain/records/person';
import { ownOf, settlingOf, twinsOf } from '$lib/domain/settling';
import { addFact, answersAbout } from './about-person';
import type { Kith } from './kith.svelte';
import { trashTime } from './trash-time';
import { vocabularyOf } from './vocabulary';
import { write } from './writing';

/** What person, circle, moments and employment say about topics, by number. */
export function borrowedAbout(
	{ live }: Kith,
	person: Person
): ReadonlyMap<number, readonly Borrowed[]> {
	return borrowedIn({
		person,
		circle: live.about('circle', person.id),
		moments: live.about('moment', person.id),
		employment: live.about('employment', person.id)
	});
}

/** The topic to find out something about next; undefined while older years are still being read. */
export function toFindOutAbout(kith: Kith, person: Person): number | undefined {
	const { live } = kith;
	if (!live.isWhole) return undefined;
	return toFindOut({
		touches: live.about('touch', person.id),
		known: knownSince(live.about('fact', person.id), borrowedAbout(kith, person).keys())
	});
}

/** What they like and are after, in the order in which it was learned; nothing sensitive. */
export function aspectsAbout(kith: Kith, person: Person['id']): Answer[] {
	const seen = new Set<string>();
	return answersAbout(kith, person).filter(({ fact }) => {
		if (fact.aspect === undefined || isSensitive(fact)) return false;
		// Two devices may have written the same down apart.
		const isNew = !seen.has(fold(fact.text));
		seen.add(fold(fact.text));
		return isNew;
	});
}

/**
 * What somebody likes or is after in the spelling the book knows; undefined when nothing is said, or it is
 * there already.
 */
export function newAspect(kith: Kith, person: Person['id'], text: string): string | undefined {
	const words = text.trim().replace(/\s+/g, ' ');
	const isThere = (one: string): boolean => fold(one) === fold(words);
	if (words === '' || aspectsAbout(kith, person).some(({ fact }) => isThere(fact.text))) {
		return undefined;
	}
	return vocabularyOf(kith).find(isThere) ?? words;
}

/**
 * Writes down what somebody likes or is after.
 * @returns false when it is there already, or nothing was written
 */
export function addAspect(kith: Kith, person: Person['id'], aspect: Aspect, text: string): boolean {
	const words = newAspect(kith, person, text);
	if (words === undefined) return false;
	return addFact(kith, {
		...{ person, aspect, text: words },
		...{ source: 'told-me', day: kith.clock.today }
	});
}

/** Forgets something they like, and the same where another device wrote it down too. */
export function forgetAspect(kith: Kith, { fact }: Answer): void {
	const same = answersAbout(kith, fact.person).filter(
		(other) =>
			other.fact.aspect !== undefined &&
			!isSensitive(other.fact) &&
			fold(other.fact.text) === fold(fact.text)
	);
	forget(kith, same, `“${fact.text}” is in the trash`);
}

/** Forgets an answer with all it said before, but for what another answer said before as well. */
export function forgetAnswer(kith: Kith, answer: Answer): void {
	forget(kith, [answer], 'Forgotten');
}

/**
 * Lets one of several answers that were revised apart stand; the others stay readable below it. Where
 * one of them was closed, all are.
 */
export function settle(kith: Kith, answer: Answer): void {
	const all = answersAbout(kith, answer.fact.person);
	const { links, head } = settlingOf(answer, all);
	const isClosed = [answer, ...twinsOf(answer, all)].some(({ fact }) => isSensitive(fact));
	const closed = isClosed ? { sensitive: true } : {};
	write(
		kith,
		(draft) => {
			for (const [id, revises] of links) draft.edit('fact', id, { revises });
			if (head === answer.fact) draft.edit('fact', head.id, closed);
			else {
				const id = kith.book.newId('fact');
				draft.add('fact', { ...answer.fact, ...closed, id, revises: head.id });
			}
		},
		'One answer stands'
	);
}

function forget(kith: Kith, answers: readonly Answer[], said: string): void {
	const trashedAt = trashTime(kith);
	const facts = answers.flatMap((answer): Fact[] =>
		ownOf(answer, answersAbout(kith, answer.fact.person))
	);
	write(
		kith,
		(draft) => {
			for (const { id } of facts) draft.edit('fact', id, { trashedAt });
		},
		said
	);
}
