// The vCard that Monica got a contact from: what neither Monica nor Kith has a place for stays with him.
import type { MonicaGathering } from './monica-gathering';
import { readVcards } from './vcard';
import { vcardToContact } from './vcard-contact';

/** Of these Monica's own fields say more, or they speak of the program. */
const TOLD = /^(?:[\w-]+\.)?(?:N|FN|ORG|UID|PHOTO|GENDER|REV|PRODID|SOURCE)[;:]/i;

/** The lines of the card without a place. */
export function addKept(to: MonicaGathering, text: string): string[] {
	const [card] = readVcards(text).cards;
	const reading = card && vcardToContact(card);
	const lines = reading?.ok ? reading.contact.vcard.filter((line) => !TOLD.test(line)) : [];
	to.took('vcard', lines.length > 0 ? 'kept' : 'left-out');
	return lines;
}
