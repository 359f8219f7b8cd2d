// Where each property of a card goes in the book, for the account of what went where.
import type { ContactPlace, Mapping } from './contact-mapping';
import { fieldReaders } from './vcard-fields';
import type { VcardProperty } from './vcard-property';

const NAMED: Readonly<Record<string, ContactPlace>> = {
	FN: 'name',
	N: 'name',
	NICKNAME: 'nickname',
	ORG: 'company',
	TITLE: 'title',
	ROLE: 'title',
	UID: 'kept',
	NOTE: 'notes',
	CATEGORIES: 'tags',
	TEL: 'phones',
	EMAIL: 'emails',
	URL: 'links',
	IMPP: 'links',
	'X-SOCIALPROFILE': 'links',
	ADR: 'addresses',
	LABEL: 'addresses',
	BDAY: 'birthday',
	'X-ABDATE': 'moments'
};
/** Of these the line may be kept as well, since it says more than was taken. */
const TAKEN_AND_KEPT = new Set(['N', 'ORG', 'AGENT']);
/** How the file is written, which is nobody's loss. */
const OF_THE_FILE = new Set(['VERSION', 'PROFILE']);
const ANDROID = /^vnd\.android\.cursor\.item\/(nickname|contact_event)/i;

const places: ReadonlyMap<string, ContactPlace> = new Map(
	[...fieldReaders.keys()].map((name) => [
		name,
		NAMED[name] ?? (name.endsWith('ANNIVERSARY') ? 'wedding' : 'circle')
	])
);

/** What became of the properties of one card; counted once the card has given a contact. */
export class CardPlaces {
	readonly #found: [from: string, to: ContactPlace][] = [];

	/** A property that was read: whether it was taken, or its line kept. */
	read(property: VcardProperty, taken: boolean): void {
		const { name, value } = property;
		if (/^[;,\s]*$/.test(value)) return;
		if (taken || TAKEN_AND_KEPT.has(name)) this.#found.push([name, placeOf(name, value)]);
		if (!taken) this.#found.push([name, 'kept']);
	}

	/** A property that goes nowhere. */
	leftOut({ name }: VcardProperty): void {
		if (!OF_THE_FILE.has(name)) this.#found.push([name, 'left-out']);
	}

	/** Adds all of it to the account of the file. */
	countIn(mapping: Mapping): void {
		for (const [from, to] of this.#found) mapping.add(from, to);
	}
}

function placeOf(name: string, value: string): ContactPlace {
	if (name !== 'X-ANDROID-CUSTOM') return places.get(name) ?? 'kept';
	const kind = ANDROID.exec(value)?.[1];
	return kind === 'nickname' ? 'nickname' : kind === undefined ? 'circle' : 'moments';
}
