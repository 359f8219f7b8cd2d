// Contacts as a phone's own picker gives them, put into a vCard: from there they go the way of every card.
import { escapeText, foldLine } from './content-lines';

/** One contact of the picker (W3C Contact Picker API); any part may be missing or empty. */
export interface PickedContact {
	readonly name?: readonly string[];
	readonly tel?: readonly string[];
	readonly email?: readonly string[];
	readonly address?: readonly PickedAddress[];
}

/** A postal address of the picker. */
export interface PickedAddress {
	readonly addressLine?: readonly string[];
	readonly dependentLocality?: string;
	readonly city?: string;
	readonly region?: string;
	readonly postalCode?: string;
	readonly country?: string;
}

/** The cards of several contacts, those without anything to call them by left out. */
export function pickedToVcards(contacts: readonly PickedContact[]): string {
	return contacts
		.map(linesOf)
		.filter((lines) => lines.length > 0)
		.map((lines) => ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD'])
		.map((lines) => lines.map((line) => `${foldLine(line)}\r\n`).join(''))
		.join('');
}

function linesOf({ name = [], tel = [], email = [], address = [] }: PickedContact): string[] {
	const [called, ...others] = unlike(name.map(asText));
	return [
		...(called === undefined ? [] : [`FN:${called}`]),
		...others.map((other) => `NICKNAME:${other}`),
		...unlike(tel.map(asText)).map((number) => `TEL:${number}`),
		...unlike(email.map(asText)).map((one) => `EMAIL:${one}`),
		...unlike(address.map(addressOf)).map((one) => `ADR:${one}`)
	];
}

function addressOf(given: PickedAddress): string {
	const { addressLine = [], dependentLocality, city, region, postalCode, country } = given;
	const street = [...addressLine, ...(dependentLocality ? [dependentLocality] : [])].join('\n');
	const parts = ['', '', street, city, region, postalCode, country];
	const written = parts.map((part) => asText(part ?? ''));
	return written.every((part) => part === '') ? '' : written.join(';');
}

/** Each once, without what is empty. */
function unlike(values: readonly string[]): string[] {
	return [...new Set(values)].filter((value) => value !== '');
}

function asText(value: string): string {
	return escapeText(value.trim());
}
