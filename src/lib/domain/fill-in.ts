// What one contact knows that another lacks, added to the end of it: nothing is ever overwritten.
import type { ContactDraft, CircleDraft, MomentDraft } from './contact-draft';
import { monthAndDayOf } from './day';
import { phoneKey } from './duplicates';
import { fold } from './fold';
import { filledFields, type FilledFields } from './records/import';
import type { Address } from './records/person';

/** The held contact with what only the other one knows; lists keep their order and grow at the end. */
export function fillIn(held: ContactDraft, other: ContactDraft): ContactDraft {
	const vcard = [...held.vcard];
	const kept = new Set(held.vcard.map(propertyOf));
	for (const line of other.vcard) if (!kept.has(propertyOf(line))) vcard.push(line);
	const phones = joined(held.phones, other.phones, ({ value }) => phoneKey(value) ?? fold(value));
	const emails = joined(held.emails, other.emails, ({ value }) => fold(value));
	const links = joined(held.links, other.links, ({ value }) => fold(value).replace(/\/$/, ''));
	const addresses = joined(held.addresses, other.addresses, addressKey);
	const tags = joined(held.tags, other.tags, fold);
	const touches = joined(held.touches, other.touches, ({ kind, day, time }) =>
		[kind, day, time].join(' ')
	);
	const gestures = joined(held.gestures, other.gestures, ({ direction, kind, day, text }) =>
		[direction, kind, day, fold(text ?? '')].join(' ')
	);
	const promises = joined(held.promises, other.promises, ({ text, due }) =>
		[fold(text), due].join(' ')
	);
	const facts = joined(held.facts, other.facts, ({ topic, label, text }) =>
		[topic, fold(label ?? ''), fold(text)].join(' ')
	);
	return {
		...withTexts(held, other),
		...(phones.length > 0 ? { phones } : {}),
		...(emails.length > 0 ? { emails } : {}),
		...(links.length > 0 ? { links } : {}),
		...(addresses.length > 0 ? { addresses } : {}),
		...(tags.length > 0 ? { tags } : {}),
		...(touches.length > 0 ? { touches } : {}),
		...(gestures.length > 0 ? { gestures } : {}),
		...(promises.length > 0 ? { promises } : {}),
		...(facts.length > 0 ? { facts } : {}),
		circle: joined(held.circle, other.circle, ({ name }: CircleDraft) => fold(name)),
		moments: joined(held.moments, other.moments, momentKey),
		notes: joined(held.notes, other.notes, ({ body }) => body.trim()),
		vcard
	};
}

/** The fields of a person that filling in has changed: texts that are new, and the ends of lists. */
export function filledBetween(before: ContactDraft, after: ContactDraft): FilledFields {
	const fields: Record<string, unknown> = {};
	for (const field of filledFields) {
		const [was, is] = [before[field], after[field]];
		if (Array.isArray(is)) {
			const grown: readonly unknown[] = is.slice(Array.isArray(was) ? was.length : 0);
			if (grown.length > 0) fields[field] = grown;
		} else if (was === undefined && is !== undefined) {
			fields[field] = is;
		}
	}
	return fields;
}

/** A title belongs to its company, the parts of a name to that name. */
function withTexts(held: ContactDraft, other: ContactDraft): ContactDraft {
	const texts: { -readonly [F in 'company' | 'title' | 'nickname' | 'about' | 'uid']?: string } =
		{};
	for (const field of ['company', 'nickname', 'about', 'uid'] as const) {
		if (held[field] === undefined && other[field] !== undefined) texts[field] = other[field];
	}
	const sameCompany =
		held.company === undefined || fold(held.company) === fold(other.company ?? '');
	if (held.title === undefined && other.title !== undefined && sameCompany) {
		texts.title = other.title;
	}
	const nameless = held.givenName === undefined && held.familyName === undefined;
	if (!nameless || fold(held.name) !== fold(other.name)) return { ...held, ...texts };
	const { givenName, familyName } = other;
	return {
		...held,
		...texts,
		...(givenName === undefined ? {} : { givenName }),
		...(familyName === undefined ? {} : { familyName })
	};
}

function joined<Item>(
	held: readonly Item[] = [],
	other: readonly Item[] = [],
	key: (item: Item) => string
): Item[] {
	const seen = new Set(held.map(key));
	const all = [...held];
	for (const item of other) {
		if (seen.has(key(item))) continue;
		seen.add(key(item));
		all.push(item);
	}
	return all;
}

function addressKey({ street, city, region, postcode, country }: Address): string {
	return fold([street, postcode, city, region, country].filter(Boolean).join(' '));
}

/** One birthday and one wedding each; of the others one for each name and day of the year. */
function momentKey({ kind, label, day }: MomentDraft): string {
	if (kind === 'birthday' || kind === 'wedding') return kind;
	const { month, day: dayOfMonth } = monthAndDayOf(day);
	return `${kind} ${fold(label ?? '')} ${month}-${dayOfMonth}`;
}

function propertyOf(line: string): string {
	return (/^(?:[\w-]+\.)?([\w-]+)/.exec(line)?.[1] ?? line).toUpperCase();
}
