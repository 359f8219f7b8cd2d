// From a vCard to a contact: what Kith has a place for is taken, everything else kept as lines.
import type { ContactDraft } from './contact-draft';
import type { Mapping } from './contact-mapping';
import { readVcards, type Vcard, type VcardProblem } from './vcard';
import { fieldReaders } from './vcard-fields';
import type { Gathering } from './vcard-gathering';
import { keptLine } from './vcard-kept';
import { CardPlaces } from './vcard-places';
import { hasParam, type VcardProperty } from './vcard-property';
import { splitValue, unescapeText } from './vcard-text';

/** A contact and what of its card could not be read, or why the card is none. */
export type VcardReading =
	| {
			readonly ok: true;
			readonly contact: ContactDraft;
			readonly problems: readonly VcardProblem[];
	  }
	| { readonly ok: false; readonly problem: VcardProblem };

/** They speak of the file or of the property beside them, not of the person. */
const DROPPED = new Set(['VERSION', 'REV', 'PRODID', 'PROFILE']);
/** Apple's remarks on another property of the same group. */
const REMARKS = new Set(['X-ABLABEL', 'X-ABADR']);

/**
 * The contact a card describes. Preferred values come first. `vcard` keeps, as written and in order,
 * every property without a place here (PHOTO, KEY, GEO, X-GENDER …), and also those that say more
 * than Kith holds: an N with middle names or titles, an ORG with departments, an AGENT's card, a date
 * that is none. A writer therefore has to prefer the person's own fields to a kept N or ORG.
 * @param mapping takes in what of the card went where, if the card gives somebody
 */
export function vcardToContact(card: Vcard, mapping?: Mapping): VcardReading {
	const labels = labelsOf(card);
	const gathering: Gathering = {
		draft: { circle: [], moments: [], notes: [] },
		phones: [],
		emails: [],
		links: [],
		addresses: [],
		tags: new Set(),
		problems: [],
		seen: new Set(),
		hasTitle: card.properties.some(({ name, value }) => name === 'TITLE' && value.trim() !== ''),
		hasAddress: card.properties.some(({ name }) => name === 'ADR'),
		nameIn: nestedName
	};
	const kept = new Set<VcardProperty>();
	const groups = { kept: new Set<string>(), taken: new Set<string>() };
	const places = mapping && new CardPlaces();
	for (const property of preferredFirst(card.properties)) {
		if (DROPPED.has(property.name)) places?.leftOut(property);
		if (DROPPED.has(property.name) || REMARKS.has(property.name)) continue;
		const label = labels.get(groupOf(property));
		const taken = fieldReaders.get(property.name)?.(gathering, property, label) ?? false;
		if (!taken) kept.add(property);
		places?.read(property, taken);
		groups[taken ? 'taken' : 'kept'].add(groupOf(property));
	}
	const name = nameOf(gathering);
	if (isGroup(card)) return failure('group-card', card, name);
	if (name === undefined) return failure('card-without-name', card);
	const vcard = card.properties
		.filter((property) =>
			REMARKS.has(property.name)
				? groups.kept.has(groupOf(property)) || !groups.taken.has(groupOf(property))
				: kept.has(property)
		)
		.map((property) => keptLine(property, card.version));
	if (mapping) places?.countIn(mapping);
	const { draft, phones, emails, links, addresses, tags, problems } = gathering;
	const contact: ContactDraft = {
		...draft,
		name,
		...(phones.length > 0 ? { phones } : {}),
		...(emails.length > 0 ? { emails } : {}),
		...(links.length > 0 ? { links } : {}),
		...(addresses.length > 0 ? { addresses } : {}),
		...(tags.size > 0 ? { tags: [...tags] } : {}),
		vcard
	};
	return { ok: true, contact, problems };
}

/** The name written, else put together, else whatever the person can be called by. */
function nameOf({ draft, composedName, emails, phones }: Gathering): string | undefined {
	return (
		draft.name ??
		composedName ??
		draft.nickname ??
		draft.company ??
		emails[0]?.value ??
		phones[0]?.value
	);
}

function isGroup(card: Vcard): boolean {
	return card.properties.some(
		({ name, value }) =>
			(name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND') &&
			value.trim().toLowerCase() === 'group'
	);
}

function failure(code: VcardProblem['code'], card: Vcard, detail?: string): VcardReading {
	const problem = { code, line: card.line };
	return { ok: false, problem: detail === undefined ? problem : { ...problem, detail } };
}

function groupOf(property: VcardProperty): string {
	return property.group?.toLowerCase() ?? '';
}

function labelsOf(card: Vcard): Map<string, string> {
	const labels = new Map<string, string>();
	for (const property of card.properties) {
		if (property.name !== 'X-ABLABEL' || property.group === undefined) continue;
		labels.set(groupOf(property), unescapeText(property.value));
	}
	return labels;
}

/** PREF=1 before PREF=2 before none; TYPE=pref, the older way, counts as 1. */
function preferredFirst(properties: readonly VcardProperty[]): VcardProperty[] {
	return properties
		.map((property) => ({ property, rank: preferenceOf(property) }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ property }) => property);
}

function preferenceOf(property: VcardProperty): number {
	if (hasParam(property, 'TYPE', 'PREF')) return 1;
	const rank = Number(property.params['PREF']?.[0] ?? 101);
	return rank >= 1 && rank <= 100 ? rank : 101;
}

/** The name in an AGENT's card: FN, or N in the order of writing. */
function nestedName(text: string): string | undefined {
	const properties = readVcards(text).cards[0]?.properties ?? [];
	const value = (name: string) => properties.find((each) => each.name === name)?.value ?? '';
	const parts = splitValue(value('N'), ';').map((part) => unescapeText(part).trim());
	return unescapeText(value('FN')).trim() || [parts[1], parts[0]].join(' ').trim() || undefined;
}
