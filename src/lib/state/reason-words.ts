// Why somebody would like an article, in words of the rep's own.
import { ageOf } from '$lib/domain/age';
import type { Reason } from '$lib/domain/article-match';
import type { Day } from '$lib/domain/day';
import { aspectWords } from './fact-words';
import { memberInWords } from './person-words';
import { within } from './say';

/** The reason as it stands in the book: "Climbs; reads about the poles", "tag: food", "Liv (6), child: …". */
export function reasonInWords(reason: Reason, today: Day): string {
	switch (reason.from) {
		case 'fact': {
			const { aspect, text } = reason.fact;
			return aspect === undefined ? text.trim() : `${within(aspectWords[aspect])}: ${text.trim()}`;
		}
		case 'tag':
			return `tag: ${reason.tag}`;
		case 'circle': {
			const { member } = reason;
			return `${memberInWords(member, ageOf(member, today))}: ${member.about?.trim() ?? ''}`;
		}
	}
}
