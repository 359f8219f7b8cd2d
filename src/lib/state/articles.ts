// Articles to pass on: what is kept, how it is found again, and to whom it was given.
import { isGiven, timesGiven as countGiven } from '$lib/domain/article-given';
import { hostOf, linkKey, readArticle, withoutLogin, type Unread } from '$lib/domain/article-link';
import { fold, wordsOf } from '$lib/domain/fold';
import type { Id } from '$lib/domain/id';
import type { Article } from '$lib/domain/records/article';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Kith } from './kith.svelte';
import { write } from './writing';

/** What became of a pasted text. */
export type Kept =
	| { readonly kept: Id<'article'> }
	/** The same link is kept already. */
	| { readonly known: Article }
	| { readonly problem: string };

const UNREAD: Readonly<Record<Unread, string>> = {
	'other-link': 'Kith keeps links that begin with https:// or http://, and words of your own.',
	'no-words': 'Paste a link, or write a few words about what you read.'
};

/** All articles, the newest first. */
export function articlesOf({ live }: Kith): readonly Article[] {
	return live
		.all('article')
		.toSorted((a, b) =>
			a.savedOn === b.savedOn ? (a.id < b.id ? 1 : -1) : a.savedOn < b.savedOn ? 1 : -1
		);
}

/** Those every word of a query is found in. */
export function findArticles(articles: readonly Article[], query: string): readonly Article[] {
	const words = wordsOf(query);
	if (words.length === 0) return articles;
	return articles.filter((article) => words.every((word) => textOf(article).includes(word)));
}

const texts = new WeakMap<Article, string>();

function textOf(article: Article): string {
	const { title, text = '', tags = [], url = '' } = article;
	const known = texts.get(article) ?? fold([title, ...tags, hostOf(url), text].join(' '));
	texts.set(article, known);
	return known;
}

/** The article a link leads to, if it is kept already. */
export function keptAlready(kith: Kith, url: string, but?: Id<'article'>): Article | undefined {
	const key = linkKey(url);
	return kith.live
		.all('article')
		.find(({ id, url: other }) => id !== but && other !== undefined && linkKey(other) === key);
}

/** Keeps what was pasted; undefined when the book is read-only. Nothing is fetched. */
export function keepArticle(kith: Kith, pasted: string): Kept | undefined {
	const read = readArticle(pasted);
	if (typeof read === 'string') return { problem: UNREAD[read] };
	const known = read.url === undefined ? undefined : keptAlready(kith, read.url);
	if (known) return { known };
	const id = kith.book.newId('article');
	const done = write(
		kith,
		(draft) => draft.add('article', { id, ...read, savedOn: kith.clock.today }),
		withoutLogin(pasted) === pasted
			? 'Kept'
			: 'Kept, without the name and password that were in the link'
	);
	return done ? { kept: id } : undefined;
}

/** Sets the tags of an article. */
export function tagArticle(kith: Kith, { id }: Article, tags: readonly string[]): void {
	write(kith, (draft) => draft.edit('article', id, { tags: [...tags] }));
}

/** Moves an article to the trash. */
export function trashArticle(kith: Kith, { id }: Article): void {
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	write(kith, (draft) => draft.edit('article', id, { trashedAt }), 'The article is in the trash');
}

/** The lines of give and take by which an article was given, newest first. */
export function givenOf({ live }: Kith, article: Article): readonly Gesture[] {
	return live
		.all('gesture')
		.filter((gesture) => isGiven(article, gesture))
		.sort((a, b) => (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1));
}

/** To how many people each article was given. */
export function timesGiven({ live }: Kith): ReadonlyMap<string, number> {
	return countGiven(live.all('article'), live.all('gesture'));
}
