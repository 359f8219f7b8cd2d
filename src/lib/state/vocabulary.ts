// The rep's words for what people like, gathered anew only when people, facts or articles have changed.
import type { Article } from '$lib/domain/records/article';
import type { Fact } from '$lib/domain/records/fact';
import type { Person } from '$lib/domain/records/person';
import { vocabularyIn } from '$lib/domain/vocabulary';
import type { Kith } from './kith.svelte';

/** The lists the book gave, which are the same ones until something in them changes. */
type Lists = readonly [readonly Fact[], readonly Article[], readonly Person[]];

const held = new WeakMap<Kith, { readonly lists: Lists; readonly words: readonly string[] }>();

/** All words in use, most used first; reading it follows people, facts and articles. */
export function vocabularyOf(kith: Kith): readonly string[] {
	const { live } = kith;
	const lists: Lists = [live.all('fact'), live.all('article'), live.all('person')];
	const known = held.get(kith);
	if (known?.lists.every((list, index) => list === lists[index])) return known.words;
	const [facts, articles, people] = lists;
	const words = vocabularyIn(facts, [...articles, ...people]);
	held.set(kith, { lists, words });
	return words;
}
