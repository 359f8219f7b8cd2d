// Readers of the ways to reach someone: numbers, e-mail, links, messengers, postal addresses.
import type { Address } from './records/person';
import { inline, isNew, textOf, type Gathering, type Reader } from './vcard-gathering';
import { labelOf } from './vcard-labels';
import type { VcardProperty } from './vcard-property';
import { splitValue, unescapeText } from './vcard-text';

const URI = /^[a-z][a-z0-9+.-]*:\S/i;

/** The readers by property name. */
export const reachReaders: readonly (readonly [string, Reader])[] = [
	['TEL', reach('phones', phoneOf)],
	['EMAIL', reach('emails', emailOf)],
	['URL', reach('links', textOf)],
	['IMPP', readImpp],
	['X-SOCIALPROFILE', readProfile],
	['ADR', readAdr],
	['LABEL', readDeliveryLabel]
];

/** A reader of one kind of reach. */
function reach(field: 'phones' | 'emails' | 'links', read: (property: VcardProperty) => string) {
	return (to: Gathering, property: VcardProperty, label: string | undefined) =>
		addReach(to, field, read(property), property, label);
}

function addReach(
	to: Gathering,
	field: 'phones' | 'emails' | 'links',
	text: string,
	property: VcardProperty,
	abLabel: string | undefined
): boolean {
	const value = inline(text);
	const label = labelOf(property, abLabel);
	if (value !== '' && isNew(to, property.name, value, label)) {
		to[field].push(label === undefined ? { value } : { value, label });
	}
	return true;
}

/** A number as written; of a `tel:` URI the number and, in the usual notation, its extension. */
function phoneOf(property: VcardProperty): string {
	const text = textOf(property);
	if (!/^tel:/i.test(text)) return text;
	const [number = '', ...params] = text.slice(4).split(';').map(decodeUri);
	const extension = params.find((param) => /^ext=/i.test(param))?.slice(4);
	return extension ? `${number} ext. ${extension}` : number;
}

function emailOf(property: VcardProperty): string {
	const text = textOf(property);
	if (!/^mailto:/i.test(text)) return text;
	return decodeUri(text.slice(7).replace(/\?.*$/s, ''));
}

function decodeUri(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** A messenger address is a link if it is a URI; its label is the service. */
function readImpp(to: Gathering, property: VcardProperty, label: string | undefined): boolean {
	const text = textOf(property);
	if (!URI.test(text)) return text === '';
	const service = property.params['X-SERVICE-TYPE']?.[0]?.toLowerCase();
	return addReach(to, 'links', text, property, label ?? service);
}

/** A profile is a link if it is on the web. */
function readProfile(to: Gathering, property: VcardProperty, label: string | undefined): boolean {
	const text = textOf(property);
	return /^https?:\/\/./i.test(text) && addReach(to, 'links', text, property, label);
}

/** Post box and building come before the street, each on its line. */
function readAdr(to: Gathering, property: VcardProperty, abLabel: string | undefined): boolean {
	const parts = splitValue(property.value, ';').map((part) => unescapeText(part).trim());
	const [box = '', building = '', street = '', city = '', region = '', ...rest] = parts;
	const [postcode = '', country = ''] = rest;
	const lines = [box, building, street].filter((part) => part !== '').join('\n');
	const written = unescapeText(property.params['LABEL']?.[0] ?? '').trim();
	const empty = [lines, city, region, postcode, country].every((part) => part === '');
	const named = { street: empty ? written : lines, city, region, postcode, country };
	return addAddress(to, named, labelOf(property, abLabel));
}

/** The label for an envelope stands in for an address a card does not have. */
function readDeliveryLabel(to: Gathering, property: VcardProperty, label?: string): boolean {
	if (to.hasAddress) return false;
	return addAddress(to, { street: textOf(property) }, labelOf(property, label));
}

function addAddress(to: Gathering, parts: Address, label: string | undefined): boolean {
	const filled = Object.entries(parts).filter(([, text]) => text !== '');
	const address: Address = Object.fromEntries(filled);
	if (filled.length > 0 && isNew(to, 'ADR', label, ...Object.values(parts))) {
		to.addresses.push(label === undefined ? address : { ...address, label });
	}
	return true;
}
