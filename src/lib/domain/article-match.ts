// Who would like an article: its tags and the words of its title against what people like, each match
// with its reason. Sensitive answers are never a reason, nor is an article one that touches on what is to
// be kept quiet.
import { compare } from './compare';
import { isSensitive } from './answers';
import type { Day } from './day';
import { isHushed, wordsIn, type Hushed } from './hush';
import type { Article } from './records/article';
import type { Circle } from './records/circle';
import type { Fact } from './records/fact';
import { plain, split, type Stem } from './stems';

/** Topics that tell what somebody likes: clubs, hobbies, holidays, sports, the car, what they talk about. */
const INTERESTS: ReadonlySet<number> = new Set([34, 47, 48, 49, 50, 51]);
/** Shorter words of a title say too little to match by. */
const SHORTEST_WORD = 4;
/** Nor do these, however long: English, then German as they are folded. */
const FILLERS: ReadonlySet<string> = new Set(
	`about after again also another back been before being best better between could does doing down
	each even ever every first from good great have here into just know last less like long made make
	many more most much must need never next only other over really should some still such than that
	their them then there these they thing think this those through time under very well were what
	when where which while will with without work would year your
	aber alle alles also alte alten alter altes andere auch beim besser beste besten bevor bleibt dabei damit
	dann darum dass dein deine denen denn deren dich diese diesem diesen dieser dieses doch durch eine einem
	einen einer eines einfach erst etwas fast fragen fruher ganz gegen genau geht gibt gern gerne gute guten
	guter grosse grossen haben hatte heute hier hinter ihnen ihre ihrem ihren ihrer immer jahr jahre jede jeden
	jeder jetzt kann kein keine kleine kleinen konnen leben lieber lange macht machen mehr mein meine meist
	mensch menschen muss mussen nach nachste neben neue neuen neuer nicht nichts noch oder ohne richtig schon
	sehr sein seine seinem seinen seiner seit sich sind soll sollen tage tagen uber unser unsere unter viel viele
	vielen vom wann warum weil welche wenig weniger wenn werden wichtig wieder wird wirklich woche wochen wollen
	worauf wurde zeit zum zwei zwischen`.split(/\s+/)
);

/** Where in the book it is written that somebody would like it. */
export type Reason =
	| { readonly from: 'fact'; readonly fact: Fact }
	| { readonly from: 'tag'; readonly tag: string }
	| { readonly from: 'circle'; readonly member: Circle };

/** What is known of one person's likings. */
export interface Likes {
	/** How their words, and those of articles, are made alike. */
	readonly stem: Stem;
	readonly tags: readonly string[];
	readonly facts: readonly Fact[];
	readonly circle: readonly Circle[];
	/** What is to be kept quiet with them. */
	readonly hushed: Hushed;
}

/** Somebody who would like the article. */
export interface Match<Id extends string = string> {
	readonly person: Id;
	readonly reason: Reason;
	/** 0 is the best: what they said they like, by a tag of the article. */
	readonly rank: number;
}

/** One thing somebody likes. */
interface Liking {
	/** As it stands in the book. */
	readonly text: string;
	/** The same as a row of plain words with a space at either end. */
	readonly words: string;
	readonly reason: Reason;
	readonly rank: number;
}

/** What one person likes, made ready once to be held against many articles. */
export interface Likings {
	readonly all: readonly Liking[];
	/** Every word of them. */
	readonly words: ReadonlySet<string>;
	readonly hushed: Hushed;
	readonly stem: Stem;
}

interface Term {
	readonly words: string;
	readonly first: string;
	readonly rank: number;
}

/** What one person likes; answers that were revised since are left out, and what is to be kept quiet. */
export function likingsOf({ tags, facts, circle, hushed, stem }: Likes): Likings {
	const revised = new Set(facts.map(({ revises }) => revises));
	const told = facts.filter((fact) => isLiking(fact) && !revised.has(fact.id));
	const said = [
		...told.map((fact) => liking(fact.text, { from: 'fact', fact }, 0, stem)),
		...tags.map((tag) => liking(tag, { from: 'tag', tag }, 1, stem)),
		// What a child or a dog is fond of is a weaker reason.
		...circle.flatMap((member) =>
			member.about ? liking(member.about, { from: 'circle', member }, 4, stem) : []
		)
	];
	const all = isQuietOn(hushed) ? said.filter(({ text }) => !isHushed(text, hushed)) : said;
	return { all, words: wordsOf(all), hushed, stem };
}

function liking(text: string, reason: Reason, rank: number, stem: Stem): Liking {
	return { text, words: plain(text, stem), reason, rank };
}

function isLiking(fact: Fact): boolean {
	const { aspect, topic } = fact;
	const isLiked = aspect === 'interest' || aspect === 'preference' || INTERESTS.has(topic ?? 0);
	return isLiked && !isSensitive(fact);
}

/** Why one person would like an article, or undefined. */
export function reasonFor(
	article: Article,
	{ all, words, hushed, stem }: Likings
): Omit<Match, 'person'> | undefined {
	let best: Omit<Match, 'person'> | undefined;
	for (const term of termsOf(article, stem)) {
		if (!words.has(term.first)) continue;
		for (const liking of all) {
			const rank = liking.rank + term.rank;
			if (rank >= (best?.rank ?? Infinity) || !liking.words.includes(term.words)) continue;
			best = { reason: liking.reason, rank };
		}
	}
	return best && touchesOn(article, hushed) ? undefined : best;
}

/** Whether an article touches on what is to be kept quiet with somebody. */
export function touchesOn(article: Article, hushed: Hushed): boolean {
	return isQuietOn(hushed) && isHushed(toldIn(article), hushed);
}

function isQuietOn({ matters, names }: Hushed): boolean {
	return matters.length > 0 || names.size > 0;
}

/** What everybody likes, by word; kept up to date person by person. */
export class LikesIndex<Id extends string = string> {
	readonly #of = new Map<Id, Likings>();
	readonly #by = new Map<string, Map<Id, Likings>>();
	readonly #stem: Stem;

	constructor(stem: Stem) {
		this.#stem = stem;
	}

	/** Adds a person, or replaces what was known; undefined takes the person out. */
	set(person: Id, likes: Omit<Likes, 'stem'> | undefined): void {
		for (const word of this.#of.get(person)?.words ?? []) this.#by.get(word)?.delete(person);
		this.#of.delete(person);
		const likings = likes && likingsOf({ ...likes, stem: this.#stem });
		if (!likings || likings.all.length === 0) return;
		this.#of.set(person, likings);
		for (const word of likings.words) {
			const people = this.#by.get(word) ?? new Map<Id, Likings>();
			people.set(person, likings);
			this.#by.set(word, people);
		}
	}

	/** Everybody who would like an article, each with the best reason, in no order. */
	find(article: Article): Match<Id>[] {
		const best = new Map<Id, Match<Id>>();
		for (const term of termsOf(article, this.#stem)) {
			for (const [person, { all }] of this.#by.get(term.first) ?? []) {
				for (const liking of all) {
					const rank = liking.rank + term.rank;
					if (rank >= (best.get(person)?.rank ?? Infinity)) continue;
					if (!liking.words.includes(term.words)) continue;
					best.set(person, { person, reason: liking.reason, rank });
				}
			}
		}
		return [...best.values()].filter(({ person }) => {
			const likings = this.#of.get(person);
			return !likings || !touchesOn(article, likings.hushed);
		});
	}
}

/** What the order of matches goes by. */
export interface Standing {
	/** 1 to 10 in the Top Ten. */
	readonly place: number | undefined;
	/** The last touch; undefined when there never was one. */
	readonly touchedOn: Day | undefined;
}

/** The ten first, then the better reason, then who has not been heard of for longest. */
export function inOrder<Id extends string>(
	matches: readonly Match<Id>[],
	standingOf: (person: Id) => Standing
): Match<Id>[] {
	return matches
		.map((match) => ({ match, ...standingOf(match.person) }))
		.sort(
			(a, b) =>
				(a.place ?? 11) - (b.place ?? 11) ||
				a.match.rank - b.match.rank ||
				// An article is for people one knows: who never was in touch comes last.
				compare(a.touchedOn ?? '9', b.touchedOn ?? '9') ||
				compare(a.match.person, b.match.person)
		)
		.map(({ match }) => match);
}

const terms = new WeakMap<Article, readonly Term[]>();

/** What an article is about: its tags whole, and the words of its title. Records are frozen. */
function termsOf(article: Article, stem: Stem): readonly Term[] {
	const known = terms.get(article);
	if (known) return known;
	const tags = (article.tags ?? []).map((tag) => term(plain(tag, stem), 0));
	const words = split(article.title)
		.filter(({ length }) => length >= SHORTEST_WORD)
		.filter((word) => !FILLERS.has(word) && !FILLERS.has(word.replace(/s$/, '')))
		.map(stem)
		.map((word) => term(` ${word} `, 2));
	const made = [...tags, ...words].filter(({ first }) => first !== '');
	terms.set(article, made);
	return made;
}

function term(words: string, rank: number): Term {
	return { words, first: words.trim().split(' ')[0] ?? '', rank };
}

const toldWords = new WeakMap<Article, ReadonlySet<string>>();

/** All words of an article, as what is to be kept quiet is held against them. */
function toldIn(article: Article): ReadonlySet<string> {
	const known = toldWords.get(article);
	if (known) return known;
	const { title, text = '', tags = [] } = article;
	const made = wordsIn([title, ...tags, text].join('. '));
	toldWords.set(article, made);
	return made;
}

function wordsOf(likings: readonly Liking[]): Set<string> {
	return new Set(likings.flatMap(({ words }) => words.trim().split(' ')).filter(Boolean));
}
