// A vCard that was pasted as text: the first card is the person, all else is told in words.
import type { ContactDraft } from './contact-draft';
import { readVcards } from './vcard';
import { vcardToContact } from './vcard-contact';

/** The first person of the cards, and what there is no field for. */
export interface CardText {
	readonly contact: ContactDraft;
	readonly rest: readonly string[];
}

const FEW = 20;

/** The person of a text that is a vCard; undefined where it is none. */
export function contactCard(text: string): CardText | undefined {
	if (!/^\s*BEGIN\s*:\s*VCARD/im.test(text)) return undefined;
	const read = readVcards(text)
		.cards.slice(0, FEW)
		.map((card) => vcardToContact(card));
	const [contact, ...others] = read.flatMap((one) => (one.ok ? [one.contact] : []));
	if (!contact) return undefined;
	const { about, nickname, tags = [], moments, circle, notes, vcard } = contact;
	return {
		contact,
		rest: [
			...(nickname === undefined ? [] : [nickname]),
			...moments.map(({ label, kind, day }) => `${label ?? kind}: ${day}`),
			...circle.map(({ name, relation, about: word }) => `${name} (${word ?? relation})`),
			...tags,
			...(about === undefined ? [] : [about]),
			...notes.map(({ body }) => body),
			...vcard.filter(
				(line) => !/^(?:[\w-]+\.)?(?:PHOTO|LOGO|KEY|SOUND|UID|N|ORG)[;:]/i.test(line)
			),
			...others.map(lineOfContact)
		]
	};
}

function lineOfContact({ name, company, phones = [], emails = [] }: ContactDraft): string {
	const reach = [...phones, ...emails].map(({ value }) => value);
	return [name, ...(company === undefined ? [] : [company]), ...reach].join(', ');
}
