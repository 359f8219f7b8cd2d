// What the numbered topics are about, in a word or two, and how to ask (after the Mackay 66).
import type { Section } from '$lib/domain/topics';

/** Name and question of each, by number. */
const topics: readonly (readonly [name: string, question: string])[] = [
	['Names and title', 'What do they like to be called? And what is on the card?'],
	['The company', 'Who do they work for, and where is it?'],
	['Home address', 'Where do they live?'],
	['Phones', 'Which number finds them, at work and at home?'],
	['Birthday and home town', 'When is their birthday, and where did they grow up?'],
	['Looks', 'What would help you to know them again in a crowd?'],
	['Schools', 'Where did they go to school and college? When, and what did they study?'],
	['Honours and degrees', 'Which honours or higher degrees do they have?'],
	[
		'Fraternity, sorority, sports',
		'Which fraternity or sorority were they in, which sports did they play?'
	],
	['Outside class', 'What did they do at school besides lessons?'],
	['No college', 'If they did not go to college, do they mind? What did they do instead?'],
	['Military service', 'Did they serve? In which rank, and how do they look back on it?'],
	['Marital status', 'Are they married? What is the name of the one they live with?'],
	['Spouse’s education', 'Where did the one they live with go to school or college?'],
	['Spouse’s interests', 'What does the one they live with like to do?'],
	['Wedding anniversary', 'When were they married?'],
	['Children', 'Which children do they have, and how old are they?'],
	['Children’s education', 'Where do the children go to school or college?'],
	['Children’s interests', 'What do the children love doing, what worries them?'],
	['Previous employers', 'Where did they work before, as what, and when?'],
	['Previous positions here', 'What did they do in this company before?'],
	['Status symbols', 'What hangs on the wall, what stands on the desk?'],
	['Professional associations', 'Which associations do they belong to? Do they hold an office?'],
	['Mentors', 'Who taught them, whom do they look up to?'],
	['Business with others of us', 'Which others in your company do they do business with?'],
	['How good that is', 'Is that going well? Why, or why not?'],
	['Whom of us they know', 'Who else in your company knows them?'],
	['How they are connected', 'How do they know each other?'],
	['Feelings about the company', 'What do they think of the company they work for?'],
	['Long-range business goal', 'Where do they want to be in business some years from now?'],
	['Immediate business goal', 'What do they want to get done at work this year?'],
	['Greatest concern now', 'What weighs on them now: how the company does, or how they do?'],
	['Present or future', 'Do they think more of today or of later? Why?'],
	['Clubs', 'Which clubs do they belong to?'],
	['Politics', 'Where do they stand in politics, and how much does it matter to them?'],
	['In the community', 'What do they do for their town, school or neighbourhood?'],
	['Religion', 'What do they believe, and how much do they live by it?'],
	['Do not mention', 'What must never be brought up with them?'],
	['Strong feelings about', 'What besides business do they feel strongly about?'],
	['Health', 'How are they? What should you be considerate about?'],
	['Drinks', 'Do they drink? What, and how much?'],
	['Others drinking', 'If they do not drink, do they mind others who do?'],
	['Smoking', 'Do they smoke? Do they mind others who do?'],
	['Where to eat', 'Where do they like to have lunch or dinner?'],
	['Favourite dishes', 'What do they love to eat?'],
	['Being paid for', 'Do they mind when you pay the bill?'],
	['Hobbies and reading', 'What do they do with a free evening? What do they read?'],
	['Holidays', 'Where do they go on holiday, and where do they dream of going?'],
	['Sports and teams', 'Which sports do they watch, which teams do they back?'],
	['Car', 'What do they drive, and do they care?'],
	['Likes to talk about', 'What do their eyes light up at?'],
	['Wants to impress', 'Whom do they want to impress?'],
	['How to be seen', 'How do they want to be seen by them?'],
	['In your words', 'Which words would you describe them with?'],
	['Proudest of', 'What are they proudest of?'],
	['Long-range personal goal', 'What do they want from life in the long run?'],
	['Immediate personal goal', 'What do they want for themselves this year?'],
	['Moral considerations', 'Is there anything moral or ethical to mind in working with them?'],
	['Feels obliged to', 'Do they feel they owe something to you, your company, a competitor?'],
	['A habit to change', 'Would what you offer make them change a habit?'],
	['Minds what others think', 'How much do they care what others think?'],
	[
		'Themselves or others first',
		'Do they look after themselves first, or hold to high principles?'
	],
	['Key problems', 'What are the main problems, as they see them?'],
	['What management wants', 'What does their management put first? Where does that pull apart?'],
	['Where you can help', 'With which of these can you help, and how?'],
	['A competitor’s answers', 'Does a competitor have better answers than you?']
];

/** What a topic is about, by its number; undefined for a number that is none. */
export function topicInWords(topic: number | undefined): string | undefined {
	return topic === undefined ? undefined : topics[topic - 1]?.[0];
}

/** What to ask oneself about a topic, or them. */
export function topicQuestion(topic: number): string {
	return topics[topic - 1]?.[1] ?? '';
}

/** What is left to say in words where other records say the rest. */
export const restWords: ReadonlyMap<number, string> = new Map([
	[5, 'Birthplace and home town'],
	[13, 'Married or not, in words'],
	[17, 'Who the children live with']
]);

export const sectionWords: Readonly<Record<Section, string>> = {
	customer: 'Customer',
	education: 'Education',
	family: 'Family',
	business: 'Business background',
	interests: 'Special interests',
	lifestyle: 'Lifestyle',
	you: 'The customer and you'
};
