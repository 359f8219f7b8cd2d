// Where one thing to text about comes from, in words.
import { ageOf } from '$lib/domain/age';
import type { Day } from '$lib/domain/day';
import type { NamedThing } from '$lib/domain/named-things';
import type { Circle } from '$lib/domain/records/circle';
import { nearDay } from './near-day';
import { memberInWords, momentInWords } from './person-words';
import { ago, ahead, longDay, within } from './say';

/** What is known of a thing: "Oskar’s fair, 4 days ago (Tue 17 Nov)", "Max (9), child: volcanoes". */
export function thingInWords(thing: NamedThing, whose: Circle | undefined, today: Day): string {
	switch (thing.from) {
		case 'moment': {
			const when = thing.in < 0 ? ago(-thing.in) : ahead(thing.in);
			const words = momentInWords(thing.moment);
			const isNamed = !whose || words.includes(whose.name);
			const what = isNamed ? words : `${whose.name}: ${within(words)}`;
			return `${what}, ${when} (${nearDay(thing.on)})`;
		}
		case 'circle': {
			const { member } = thing;
			const about = member.about?.trim();
			return memberInWords(member, ageOf(member, today)) + (about ? `: ${about}` : '');
		}
		case 'fact': {
			const { note, day, text } = thing.fact;
			return `${note ? 'From your note of' : 'What you know since'} ${longDay(day)}: ${text}`;
		}
	}
}
