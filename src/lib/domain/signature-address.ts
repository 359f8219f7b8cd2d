// Postal addresses as they stand in signatures: a street, then a postcode with its city, then a country;
// on lines of their own or with commas between.
import type { Address } from './records/person';
import { COUNTRY } from './signature-words';

type Part = { -readonly [Name in keyof Address]?: string };

const CITY_DE =
	/^(?:(?:D|A|CH|DE|AT|NL|F|B|L|DK|PL|I|E)\s?[-–]\s?)?(\d{4,5})\s{1,3}(\p{Lu}[\p{L}\s.()/'-]{1,50})$/u;
const CITY_NL = /^(\d{4}\s?[A-Z]{2})\s{1,3}(\p{Lu}[\p{L}\s.'-]{1,50})$/u;
const CITY_US =
	/^(?:(.{3,80}),\s*)?([\p{L}][\p{L}\s.'-]{1,40}),\s*([A-Z]{2})\.?,?\s+(\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$/u;
const CITY_UK = /^(?:([\p{L}][\p{L}\s.'-]{1,40})\s+)?([A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})$/u;
const STREET_DE =
	/^[\p{L}\d][\p{L}\d.\s'-]{0,50}(?:str(?:aße|asse|\.)?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|markt|hof|berg|straat|laan|gade|vej|gatan|via|rue)\s{0,2}\d{1,5}\s?[a-z]?(?:\s?[-–/]\s?\d{1,5}\s?[a-z]?)?$/iu;
const STREET_US =
	/^\d{1,6}[a-z]?(?:[-–]\d{1,5})?,?\s+[\p{L}\d.'\s-]{2,50}\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|court|ct|square|sq|place|pl|parkway|pkwy|highway|hwy|close|crescent|terrace|row|quay|walk|gardens|hill)\b\.?$/iu;
const STREET_MORE =
	/^(?:(?:p\.?\s?o\.?\s?box|postfach)\s[\d\s]{1,12}|(?:suite|ste|floor|unit|apt|room|building|gebäude|haus)\.?\s?#?[\p{L}\d-]{1,8}|\d{1,3}(?:st|nd|rd|th) floor)$/iu;
/** "Am Hang 3": a street only where a city follows. */
const STREET_PERHAPS = /^\p{Lu}[\p{L}.\s'-]{2,45}\s\d{1,4}\s?[a-z]?$/u;

/** Gathers addresses from the pieces of a signature as they come. */
export class AddressGathering {
	readonly #whole: Part[] = [];
	#open: Part | undefined;
	/** What may be a street, as it was written. */
	#perhaps: string | undefined;

	/** Takes a piece; false when it is no part of an address. */
	take(piece: string): boolean {
		const american = CITY_US.exec(piece);
		if (american) {
			const [, before, city, region, postcode] = american;
			if (before !== undefined) this.#add({ street: before });
			this.#add({ city, region, postcode });
			return true;
		}
		const parts = piece.split(/,\s*/).filter((part) => part !== '');
		if (parts.length === 1) return this.#takeOne(piece);
		if (!parts.some(isSure)) return false;
		const [first = ''] = parts;
		for (const part of parts) {
			// Before the street of the same line stands a building, and after the city a country.
			if (!this.#takeOne(part)) this.#add(part === first ? { street: part } : { country: part });
		}
		return true;
	}

	/** What there is; a street that stayed alone in doubt is given back. */
	finish(): { readonly addresses: readonly Address[]; readonly left: readonly string[] } {
		const left = this.#perhaps === undefined ? [] : [this.#perhaps];
		return { addresses: this.#whole.map((part) => clean(part)), left };
	}

	#takeOne(piece: string): boolean {
		if (this.#open?.city !== undefined && COUNTRY.test(piece)) {
			this.#add({ country: piece });
			return true;
		}
		const city = cityOf(piece);
		if (city) {
			if (this.#perhaps !== undefined) this.#add({ street: this.#perhaps });
			this.#perhaps = undefined;
			this.#add(city);
			return true;
		}
		if (isStreet(piece)) {
			this.#add({ street: piece });
			return true;
		}
		if (this.#perhaps !== undefined || !STREET_PERHAPS.test(piece)) return false;
		this.#perhaps = piece;
		return true;
	}

	#add(part: { readonly [Name in keyof Address]?: string | undefined }): void {
		const isNext =
			(part.street !== undefined && this.#open?.city !== undefined) ||
			(part.city !== undefined && this.#open?.city !== undefined);
		if (!this.#open || isNext) this.#whole.push((this.#open = {}));
		for (const [name, text] of Object.entries(part) as [keyof Address, string | undefined][]) {
			if (text === undefined) continue;
			const before = this.#open[name];
			this.#open[name] = before === undefined ? text : `${before}\n${text}`;
		}
	}
}

function isSure(piece: string): boolean {
	return cityOf(piece) !== undefined || isStreet(piece);
}

function isStreet(piece: string): boolean {
	return STREET_DE.test(piece) || STREET_US.test(piece) || STREET_MORE.test(piece);
}

function cityOf(piece: string): Part | undefined {
	const german = CITY_DE.exec(piece) ?? CITY_NL.exec(piece);
	if (german) return { postcode: german[1] ?? '', city: (german[2] ?? '').trim() };
	const british = CITY_UK.exec(piece);
	if (!british) return undefined;
	const [, city, postcode = ''] = british;
	return city === undefined ? { postcode } : { postcode, city };
}

function clean(part: Part): Address {
	return Object.fromEntries(Object.entries(part).filter(([, text]) => text !== ''));
}
