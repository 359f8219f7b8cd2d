// Whether an article was given to somebody already, from the lines of give and take.
import type { Article } from './records/article';
import type { Gesture } from './records/gesture';
import { split } from './stems';

/**
 * Whether it was passed on already: by this book, or by a line of give and take that names it. A line that
 * belongs to another article says so of this one only under the very same title.
 */
export function isGiven(article: Article, gesture: Gesture): boolean {
	if (gesture.direction !== 'given') return false;
	if (gesture.article === article.id) return true;
	if (gesture.kind !== 'article') return false;
	const title = titleOf(article);
	const text = textOf(gesture);
	if (title === '') return false;
	return gesture.article === undefined ? text.includes(title) : text === title;
}

/** To how many people each article was given, by its id. */
export function timesGiven(
	articles: readonly Article[],
	gestures: readonly Gesture[]
): ReadonlyMap<string, number> {
	const people = new Map(articles.map(({ id }) => [id as string, new Set<string>()]));
	const byId = grouped(articles, ({ id }) => id);
	const byTitle = grouped(articles, titleOf);
	for (const gesture of gestures) {
		if (gesture.direction !== 'given') continue;
		// Only a line without an article of its own has to be held against every title.
		const asked =
			gesture.article === undefined
				? articles
				: [...(byId.get(gesture.article) ?? []), ...(byTitle.get(textOf(gesture)) ?? [])];
		for (const article of asked) {
			if (isGiven(article, gesture)) people.get(article.id)?.add(gesture.person);
		}
	}
	return new Map([...people].map(([id, to]) => [id, to.size]));
}

const titles = new WeakMap<Article, string>();
const texts = new WeakMap<Gesture, string>();

/** The title as a row of whole words; '' where there are none. */
function titleOf(article: Article): string {
	const known = titles.get(article) ?? row(article.title);
	titles.set(article, known);
	return known;
}

function textOf(gesture: Gesture): string {
	const known = texts.get(gesture) ?? row(gesture.text ?? '');
	texts.set(gesture, known);
	return known;
}

function row(text: string): string {
	const words = split(text);
	return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

function grouped(
	articles: readonly Article[],
	keyOf: (article: Article) => string
): ReadonlyMap<string, readonly Article[]> {
	const groups = new Map<string, Article[]>();
	for (const article of articles) {
		const key = keyOf(article);
		const known = groups.get(key);
		if (known) known.push(article);
		else groups.set(key, [article]);
	}
	return groups;
}
