// A line of one's own that goes with an article: a few words, and not just its title or its link.
import { fold } from './fold';
import type { Article } from './records/article';

const FEWEST_WORDS = 2;

/** Whether there are words in a line that are neither the title nor a link. */
export function isOwnLine(line: string, { title }: Pick<Article, 'title'>): boolean {
	const own = fold(line.replace(/\bhttps?:\/\/\S+/gi, ' ')).replace(fold(title), ' ');
	return (own.match(/\p{L}+/gu) ?? []).length >= FEWEST_WORDS;
}
