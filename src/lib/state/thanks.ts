// A thank-you while it is written: what it is for, where it goes, and the one thing it mentions.
import type { Answer } from '$lib/domain/answers';
import { hushedOf, isHushed, type Hushed } from '$lib/domain/hush';
import type { Address, Person } from '$lib/domain/records/person';
import { isSensitiveMoment } from '$lib/domain/sensitive-moment';
import type { ThankYou } from '$lib/domain/records/thank-you';
import type { Touch } from '$lib/domain/records/touch';
import { daysBetween, type Day } from '$lib/domain/day';
import { hoursOwed } from '$lib/domain/thanks';
import { mentionsIn } from '$lib/domain/thanks-mention';
import { mergeTexts } from '$lib/domain/three-way';
import { answersAbout } from './about-person';
import type { Autosave, AutosaveField } from './autosave.svelte';
import type { Kith } from './kith.svelte';
import { noteLanguage } from './note-language';
import { ago, longDay, shortDay, touchKindWords, weekdayOf, within } from './say';

/** From so many hours on the age is told in days. */
const HOURS_TOLD = 72;

/** A thank-you with everything it takes to write it. */
export interface OpenThanks {
	readonly thanks: ThankYou;
	readonly person: Person;
	readonly touch: Touch;
}

/** A thank-you with its person and touch; undefined when either is gone or not read yet. */
export function thanksWith(kith: Kith, thanks: ThankYou | undefined): OpenThanks | undefined {
	const person = thanks && kith.live.get('person', thanks.person);
	const touch = thanks && kith.live.get('touch', thanks.touch);
	if (!thanks || !person || !touch) return undefined;
	const isGone = [thanks, person, touch].some(({ trashedAt }) => trashedAt !== undefined);
	return isGone ? undefined : { thanks, person, touch };
}

/** "18 h", and after three days "4 days". */
export function ageInWords(thanks: ThankYou, now: number): string {
	const hours = hoursOwed(thanks, now);
	return hours < HOURS_TOLD ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

/** "Meal on Wednesday". */
export function occasionInWords({ kind, day }: Touch, today: Day): string {
	const days = daysBetween(day, today);
	const when =
		days < 2 ? ago(days) : days < 7 ? `on ${weekdayOf(day)}` : `on ${shortDay(day, today)}`;
	return `${touchKindWords[kind]} ${when}`;
}

/** "For the meal on Wednesday 18 November": what stands on the card, whenever it is read. */
export function forInWords({ kind, day }: Touch): string {
	return `For the ${within(touchKindWords[kind])} on ${longDay(day)}`;
}

/** What to keep quiet about with a person: sensitive facts, and moments that are. */
export function hushedAbout(kith: Kith, person: Person): Hushed {
	return hushedIn(kith.live, person, answersAbout(kith, person.id));
}

/**
 * The same from the book alone.
 * @param answers of this person
 */
export function hushedIn(
	book: Pick<Kith['book'], 'about'>,
	person: Person,
	answers: readonly Answer[]
): Hushed {
	return hushedOf(
		answers.map(({ fact }) => fact),
		person.name,
		sensitiveLabels(book, person)
	);
}

/* "Max’s operation" keeps the operation quiet, and not Max. */
function sensitiveLabels(book: Pick<Kith['book'], 'about'>, { id }: Person): string[] {
	const labels = book
		.about('moment', id)
		.flatMap((moment) => (isSensitiveMoment(moment) && moment.label) || []);
	if (labels.length === 0) return [];
	const around = book.about('circle', id).map(({ name }) => name);
	return labels.map((label) => around.reduce((rest, name) => rest.replaceAll(name, ' '), label));
}

/** Things to mention, out of the notes about the meeting; where there are none, of the notes of its day. */
export function mentionsFor(kith: Kith, { person, touch }: OpenThanks): string[] {
	const notes = kith.live.about('note', person.id);
	const own = notes.filter((note) => note.touch === touch.id);
	const told = own.length > 0 ? own : notes.filter(({ day }) => day === touch.day);
	return mentionsIn(
		told.map(({ body }) => body),
		person.name,
		hushedAbout(kith, person),
		noteLanguage.words
	);
}

/** The one thing the note mentions, saved as the rep writes. */
export function mentionField(
	kith: Kith,
	autosave: Autosave,
	id: ThankYou['id']
): AutosaveField<string> {
	return autosave.field<string>({
		stored: () => kith.live.get('thankYou', id)?.mention ?? '',
		merge: mergeTexts,
		write: (draft, mention) =>
			draft.edit('thankYou', id, { mention: mention.trim() === '' ? undefined : mention })
	});
}

/** What of it may be printed: nothing that touches on what is to be kept quiet. */
export function printedMention(kith: Kith, { thanks, person }: OpenThanks): string {
	const mention = thanks.mention?.trim() ?? '';
	return isHushed(mention, hushedAbout(kith, person)) ? '' : mention;
}

/** The address as it stands on an envelope, line by line; empty when none is known. */
export function envelopeLines({ company, addresses = [] }: Person): string[] {
	const address = postalOf(addresses);
	if (!address) return [];
	const { street, city, region, postcode, country, label } = address;
	const isHome = /home|private/i.test(label ?? '');
	// As written in the country: "Dubuque, IA 52001" where a region stands, else "52001 Dubuque".
	const place = region
		? [[city, region].filter(Boolean).join(', '), postcode].filter(Boolean).join(' ')
		: [postcode, city].filter(Boolean).join(' ');
	return [isHome ? undefined : company, street, place, country]
		.flatMap((line) => line?.split('\n') ?? [])
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

/** When a thank-you was posted last, in a sentence. */
export function lastPostInWords(person: Person, on: Day, today: Day): string {
	const days = daysBetween(on, today);
	const when =
		days < 2 ? ago(days) : days < 7 ? `on ${weekdayOf(on)}` : `on ${shortDay(on, today)}`;
	return `Your last one went to ${person.name} ${when}.`;
}

/** The first address a letter could be sent to. */
function postalOf(addresses: readonly Address[]): Address | undefined {
	return addresses.find(({ street, city, postcode }) =>
		[street, city, postcode].some((part) => part?.trim())
	);
}
