// What one contact knows that another lacks, added to the end of it: nothing is ever overwritten.
import type {
	CircleDraft,
	ContactDraft,
	MomentDraft,
	NoteDraft,
	TouchDraft
} from './contact-draft';
import { monthAndDayOf } from './day';
import { phoneKey } from './duplicates';
import { fold } from './fold';
import { filledFields, type FilledFields } from './records/import';
import type { Address } from './records/person';

/** The held contact with what only the other one knows; lists keep their order and grow at the end. */
export function fillIn(held: ContactDraft, other: ContactDraft): ContactDraft {
	const phones = joined(held.phones, other.phones, ({ value }) => phoneKey(value) ?? fold(value));
	const emails = joined(held.emails, other.emails, ({ value }) => fold(value));
	const links = joined(held.links, other.links, ({ value }) => fold(value).replace(/\/$/, ''));
	const addresses = joined(held.addresses, other.addresses, addressKey);
	const tags = joined(held.tags, other.tags, fold);
	const touches = joinedTouches(held.touches, other.touches);
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
		notes: joinedNotes(held.notes, other.notes),
		vcard: joinedVcard(held.vcard, other.vcard)
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

/**
 * Each held touch stands for one: two calls of a day stay two, also where nothing else tells them apart.
 * Without words about it a touch is any of that kind, day and time.
 */
function joinedTouches(
	held: readonly TouchDraft[] = [],
	other: readonly TouchDraft[] = []
): TouchDraft[] {
	const open = new Map<string, TouchDraft[]>();
	for (const touch of held) {
		const key = touchKey(touch);
		const known = open.get(key);
		if (known) known.push(touch);
		else open.set(key, [touch]);
	}
	const taken = new Set<TouchDraft>();
	const take = (touch: TouchDraft, fits: (one: TouchDraft) => boolean): void => {
		const known = open.get(touchKey(touch)) ?? [];
		const at = known.findIndex(fits);
		if (at < 0) return;
		known.splice(at, 1);
		taken.add(touch);
	};
	// Those with words first, so that a bare one does not take the place of one that is the very same.
	for (const touch of other) take(touch, ({ note }) => wordsOf(note) === wordsOf(touch.note));
	for (const touch of other) {
		if (!taken.has(touch) && wordsOf(touch.note) === '') take(touch, () => true);
	}
	return [...held, ...other.filter((touch) => !taken.has(touch))];
}

/** One note for each text and day; one without a day is any of that text. */
function joinedNotes(held: readonly NoteDraft[], other: readonly NoteDraft[]): NoteDraft[] {
	const daysOf = new Map<string, Set<string>>();
	const add = ({ body, day }: NoteDraft): void => {
		const days = daysOf.get(body.trim());
		if (days) days.add(day ?? '');
		else daysOf.set(body.trim(), new Set([day ?? '']));
	};
	for (const note of held) add(note);
	const all = [...held];
	for (const note of other) {
		const days = daysOf.get(note.body.trim());
		if (days && (note.day === undefined || days.has(note.day) || days.has(''))) continue;
		add(note);
		all.push(note);
	}
	return all;
}

/** The lines of properties the held card does not have, each group of lines under a name of its own. */
function joinedVcard(held: readonly string[], other: readonly string[]): string[] {
	const kept = new Set(held.map(propertyOf));
	const groups = new Set(held.map(groupOf));
	const fresh = other.filter((line) => !isLabel(line) && !kept.has(propertyOf(line)));
	const named = new Set(fresh.map(groupOf));
	const newNames = new Map<string, string>();
	for (const group of new Set(other.map(groupOf))) {
		let name = group;
		for (let at = 1; name !== '' && groups.has(name); at++) name = `item${at}`;
		groups.add(name);
		newNames.set(group, name);
	}
	const lines = other.filter((line) =>
		isLabel(line) ? named.has(groupOf(line)) && groupOf(line) !== '' : !kept.has(propertyOf(line))
	);
	const added = lines.map((line) => {
		const group = groupOf(line);
		const name = newNames.get(group) ?? group;
		return name === group ? line : `${name}${line.slice(group.length)}`;
	});
	return [...held, ...added];
}

function touchKey({ kind, day, time }: TouchDraft): string {
	return [kind, day, time].join(' ');
}

function wordsOf(note = ''): string {
	return fold(note);
}

function isLabel(line: string): boolean {
	return propertyOf(line) === 'X-ABLABEL';
}

/** The group of a line in lower letters, as it counts; '' where it has none. */
function groupOf(line: string): string {
	return (/^([\w-]+)\./.exec(line)?.[1] ?? '').toLowerCase();
}

function propertyOf(line: string): string {
	return (/^(?:[\w-]+\.)?([\w-]+)/.exec(line)?.[1] ?? line).toUpperCase();
}
