// The words the rep uses for what people like: what is already in the book is offered again.
import { isSensitive } from './answers';
import { fold } from './fold';
import type { Article } from './records/article';
import type { Fact } from './records/fact';
import type { Person } from './records/person';

/**
 * Interests, preferences and what else people are after, their tags and those of articles, most used first.
 * What differs in case or accents alone is one word, as it was first written. Nothing sensitive.
 */
export function vocabularyIn(
	facts: readonly Fact[],
	tagged: readonly Pick<Article | Person, 'id' | 'tags'>[]
): string[] {
	const words = new Map<string, { text: string; first: string; uses: number }>();
	// Thousands of records share few spellings, and folding is what takes time.
	const keys = new Map<string, string>();
	const use = (text: string, id: string): void => {
		const key = keys.get(text) ?? fold(text);
		keys.set(text, key);
		const word = words.get(key);
		if (!word) {
			words.set(key, { text: text.trim(), first: id, uses: 1 });
			return;
		}
		word.uses++;
		// Ids carry the time they were made, so every device keeps the same spelling.
		if (id < word.first) Object.assign(word, { text: text.trim(), first: id });
	};
	// An answer may have been revised into one that is closed.
	const revised = new Set(facts.map(({ revises }) => revises));
	for (const fact of facts) {
		const isOpen = fact.aspect !== undefined && !isSensitive(fact) && !revised.has(fact.id);
		if (isOpen) use(fact.text, fact.id);
	}
	for (const { id, tags = [] } of tagged) for (const tag of tags) use(tag, id);
	return [...words]
		.sort(([a, one], [b, other]) => other.uses - one.uses || (a < b ? -1 : 1))
		.map(([, { text }]) => text);
}
