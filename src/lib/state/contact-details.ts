// All that a contact brings, in lines under their places, for a look at one row.
import type { ContactDraft } from '$lib/domain/contact-draft';
import type { Day } from '$lib/domain/day';
import type { Reach, Address } from '$lib/domain/records/person';
import { keptLine } from './contact-kept-words';
import { placeWords } from './contact-place-words';
import { gestureWords, relationWords } from './person-words';
import { reachLabel } from './reach-words';
import { addressLine } from './address-line';
import { figure, longDay, momentKindWords, shortDay, touchKindWords } from './say';
import { topicInWords } from './topics';

/** One place and what stands in it. */
export interface DetailGroup {
	readonly title: string;
	readonly lines: readonly string[];
}

/** More than anybody reads in a look; the rest is counted. */
const MOST = 12;
const LONG = 280;

/** What a contact brings beside the name; places with nothing in them are left out. */
export function contactDetails(contact: ContactDraft, today: Day): DetailGroup[] {
	const { company, title, nickname, about, circle, moments, notes, vcard } = contact;
	const { touches = [], gestures = [], promises = [], facts = [], tags = [] } = contact;
	const groups: [string, readonly (string | undefined)[]][] = [
		[placeWords.nickname, [nickname]],
		[placeWords.company, [company]],
		[placeWords.title, [title]],
		[placeWords.phones, reaches(contact.phones)],
		[placeWords.emails, reaches(contact.emails)],
		[placeWords.links, reaches(contact.links)],
		[placeWords.addresses, (contact.addresses ?? []).map(placeLine)],
		[placeWords.tags, tags.length > 0 ? [tags.join(', ')] : []],
		[placeWords.about, [about]],
		[
			placeWords.moments,
			moments.map(({ kind, label, day }) => `${label ?? momentKindWords[kind]}, ${longDay(day)}`)
		],
		[
			placeWords.circle,
			circle.map(({ name, relation, about: word }) => `${name}, ${word ?? relationWords[relation]}`)
		],
		[placeWords.notes, notes.map(({ body, day }) => dated(day, body, today))],
		[
			placeWords.touches,
			touches.map(({ kind, day, note }) =>
				dated(day, [touchKindWords[kind], note].filter(Boolean).join(': '), today)
			)
		],
		[
			placeWords.gestures,
			gestures.map(({ direction, kind, text, day }) => {
				const what = [gestureWords[kind], text].filter(Boolean).join(': ');
				return dated(day, `${direction === 'given' ? 'Given' : 'Received'}, ${what}`, today);
			})
		],
		[
			placeWords.promises,
			promises.map(({ text, due, keptOn }) => {
				const when = keptOn
					? `kept ${shortDay(keptOn, today)}`
					: due && `due ${shortDay(due, today)}`;
				return [text, when].filter(Boolean).join(', ');
			})
		],
		[
			placeWords.facts,
			facts.map(({ topic, label, text }) => {
				const head = label ?? topicInWords(topic);
				return [head, text].filter(Boolean).join(': ');
			})
		],
		['Kept as written', vcard.map(keptLine)]
	];
	return groups.flatMap(([title, lines]) => {
		const said = lines.filter((line) => line !== undefined && line.trim() !== '').map(short);
		if (said.length === 0) return [];
		const more = said.length - MOST;
		return [
			{ title, lines: more > 0 ? [...said.slice(0, MOST), `And ${figure(more)} more`] : said }
		];
	});
}

function reaches(items: readonly Reach[] = []): string[] {
	return items.map(({ value, label }) => (label ? `${value}, ${reachLabel(label)}` : value));
}

function placeLine({ label, ...address }: Address): string {
	const line = addressLine(address).replace(/\n+/g, ', ');
	return [line, label && `(${label})`].filter(Boolean).join(', ');
}

function dated(day: Day | undefined, text: string, today: Day): string {
	if (day === undefined) return text;
	const on = shortDay(day, today);
	return `${on.charAt(0).toUpperCase()}${on.slice(1)}: ${text}`;
}

/* A photograph or a file may stand in one line. */
function short(text: string | undefined): string {
	const all = text ?? '';
	return all.length > LONG ? `${all.slice(0, LONG).toWellFormed()}…` : all;
}
