// The rep's words for what people like, looked up once for each state of the book.
import type { Article } from '$lib/domain/records/article';
import type { Fact } from '$lib/domain/records/fact';
import { vocabularyIn } from '$lib/domain/vocabulary';
import type { Kith } from './kith.svelte';

/** All words in use, most used first; reading it follows facts and articles. */
export function vocabularyOf({ live }: Kith): readonly string[] {
	const book = live.read('fact', 'article');
	const facts: readonly Fact[] = book.all('fact');
	const articles: readonly Article[] = book.all('article');
	return vocabularyIn(facts, articles);
}
