// The practice in six cards: what to do, and where Kith makes it easy.
import note from './drawings/tour-note.svg?raw';
import ten from './drawings/tour-ten.svg?raw';
import text from './drawings/tour-text.svg?raw';
import thanks from './drawings/tour-thanks.svg?raw';
import visit from './drawings/tour-visit.svg?raw';
import walk from './drawings/tour-walk.svg?raw';

export interface TourCard {
	readonly svg: string;
	readonly title: string;
	readonly text: string;
	/** One sentence. */
	readonly where: string;
}

export const tourCards: readonly TourCard[] = [
	{
		svg: ten,
		title: 'Ten people you would miss',
		text: 'Write down the customers you are closest to. Beside each name stand two counts: how often you just talked, and how often you sold. They tell you honestly who hears from you only when you need something.',
		where: 'You find it under Top Ten.'
	},
	{
		svg: walk,
		title: 'A walk once a week',
		text: 'A call with nothing to sell does not happen unless it is booked. Five minutes a week: go through your ten, see what they last told you, and book the next call with each, or say “not this week”.',
		where: 'It begins under Top Ten.'
	},
	{
		svg: text,
		title: 'Text one person',
		text: 'Pick one person and one thing that matters to them: a child, a trip, a hobby. Text about just that, with the name, and leave business out. Kith proposes somebody and the words are yours.',
		where: 'It waits on Today.'
	},
	{
		svg: thanks,
		title: 'Say thank you, by hand',
		text: 'After a meeting, a meal or a visit a thank-you opens by itself, also when the answer was no. It offers one thing from your note to mention, and prints on a card.',
		where: 'Those you owe stand on Today.'
	},
	{
		svg: visit,
		title: 'Before a visit, and after',
		text: 'Before you go in, one card to glance at: what they told you, what is coming up for them, what not to mention. When you come out, the note comes first, while you still remember.',
		where: 'It stands on the page of each person.'
	},
	{
		svg: note,
		title: 'A note in five seconds',
		text: 'In the car park, write what you heard. Type @ and a few letters of a name, and save. A note without a name is fine: it waits in the inbox until you have time.',
		where: 'Press + on a phone, N on a keyboard.'
	}
];
