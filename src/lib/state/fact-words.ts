// How one knows something, and what a free fact tells, in words.
import type { Day } from '$lib/domain/day';
import type { Borrowed } from '$lib/domain/borrowed';
import { ageOf } from '$lib/domain/age';
import { yearOfDay } from '$lib/domain/day';
import type { Aspect, Fact } from '$lib/domain/records/fact';
import { memberInWords, momentInWords, sourceWords } from './person-words';
import { longDay, shortDay } from './say';

export const aspectWords: Readonly<Record<Aspect, string>> = {
	interest: 'Interest',
	preference: 'Preference',
	aspiration: 'Aspiration',
	goal: 'Goal',
	challenge: 'Challenge'
};

/** "Told me, 3 May"; without the day where the note it was taken from tells it. */
export function howKnown({ source, day }: Fact, withDay: boolean, today: Day): string {
	const how = source && sourceWords[source];
	if (!withDay) return how ? `${how} · ` : '';
	const on = shortDay(day, today);
	return how ? `${how}, ${on}` : on.charAt(0).toUpperCase() + on.slice(1);
}

/** What another record says about a topic: "Max (9), child", "Birthday, 12 April", "Alder, buyer, 2019". */
export function borrowedInWords(borrowed: Borrowed, today: Day): string {
	switch (borrowed.from) {
		case 'person':
			return borrowed.text;
		case 'circle':
			return memberInWords(borrowed.member, ageOf(borrowed.member, today));
		case 'moment':
			return `${momentInWords(borrowed.moment)}, ${longDay(borrowed.moment.day)}`;
		case 'employment': {
			const { company, title, from, to } = borrowed.post;
			const years = [from, to].map((day) => day && yearOfDay(day));
			const when = [...new Set(years.filter((year) => year !== undefined))].join(' to ');
			return [company, title, when].filter(Boolean).join(', ');
		}
	}
}
