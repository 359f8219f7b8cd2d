// From a person to a vCard 4.0 (RFC 6350) or 3.0 (RFC 2426): the way back from vcard-contact.ts. What our
// reader kept since it has no place here is put back, unless the book knows better by now.
import { escapeText, foldLine } from './content-lines';
import { isDay, monthAndDayOf, type AnyDay } from './day';
import type { Circle } from './records/circle';
import type { Moment } from './records/moment';
import type { Person } from './records/person';
import { dateLabel, relationLabel } from './vcard-write-labels';
import { keptLines, ownN, ownOrg, type WrittenVersion } from './vcard-write-kept';
import { addressLine, isUri, LabelledLines } from './vcard-write-reach';

/** The media type of vCards. */
export const VCARD_TYPE = 'text/vcard';

/** A person and what of those around a card has room for. */
export interface CardSources {
	readonly person: Person;
	/** Days of the person's own. */
	readonly moments: readonly Moment[];
	readonly circle: readonly Circle[];
}

/** A year Apple's programs take for none; it has a 29 February. */
const NO_YEAR = '1604';

/** One card, its lines folded and ended. */
export function writeVcard(sources: CardSources, version: WrittenVersion): string {
	const { person } = sources;
	const kept = keptLines(person, version);
	const labelled = new LabelledLines(kept);
	const hasBirthday = sources.moments.some(isBirthday);
	const lines = [
		'BEGIN:VCARD',
		`VERSION:${version}`,
		'PRODID:-//Kith//Kith//EN',
		`UID${uidOf(person, version)}`,
		`FN:${text(person.name)}`,
		ownN(person),
		...ifAny('NICKNAME', person.nickname),
		...ownOrg(person),
		...ifAny('TITLE', person.title),
		...(person.phones ?? []).flatMap((one) => labelled.reach('TEL', one)),
		...(person.emails ?? []).flatMap((one) => labelled.reach('EMAIL', one)),
		...(person.links ?? []).flatMap((one) => labelled.reach('URL', one)),
		...(person.addresses ?? []).flatMap((one) =>
			labelled.named('ADR', addressLine(one), one.label)
		),
		...days(sources.moments, version, labelled),
		...sources.circle.flatMap((member) => around(member, version, labelled)),
		...(person.tags?.length ? [`CATEGORIES:${person.tags.map(text).join(',')}`] : []),
		...(person.about?.trim() ? [`NOTE:${escapeText(person.about.trim())}`] : []),
		...kept.filter((line) => !(hasBirthday && /^(?:[\w-]+\.)?BDAY[;:]/i.test(line))),
		'END:VCARD'
	];
	return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Text of one line as a value. */
function text(words: string): string {
	return escapeText(words.replace(/\s+/g, ' ').trim());
}

function ifAny(name: string, words: string | undefined): string[] {
	return words?.trim() ? [`${name}:${text(words)}`] : [];
}

/** In 4.0 a UID is a URI unless it says that it is text. */
function uidOf({ id, uid }: Person, version: WrittenVersion): string {
	const value = uid?.replace(/\s+/g, ' ').trim() || `kith:${id}`;
	if (version === '3.0') return `:${text(value)}`;
	return isUri(value) ? `:${value}` : `;VALUE=text:${text(value)}`;
}

function isBirthday({ kind, yearly }: Moment): boolean {
	return kind === 'birthday' && yearly;
}

/** The first birthday and, in 4.0, the first wedding have properties; other yearly days Apple's. */
function days(
	moments: readonly Moment[],
	version: WrittenVersion,
	labelled: LabelledLines
): string[] {
	const seen = new Set<string>();
	return moments.flatMap((moment) => {
		const label = moment.yearly && moment.holiday === undefined ? dateLabel(moment) : undefined;
		if (label === undefined) return [];
		const { kind, day } = moment;
		const isFirst = !seen.has(kind);
		seen.add(kind);
		if (kind === 'birthday' && isFirst) return [`BDAY${dateOf(day, version)}`];
		if (kind === 'wedding' && isFirst && version === '4.0') {
			return [`ANNIVERSARY${dateOf(day, version)}`];
		}
		return labelled.grouped(`X-ABDATE${dateOf(day, '3.0')}`, label);
	});
}

/** `:19780412` and `:--0412` in 4.0; in 3.0 a yearless day is Apple's, which it has no way for itself. */
function dateOf(day: AnyDay, version: WrittenVersion): string {
	if (version === '4.0') return `:${isDay(day) ? day.replaceAll('-', '') : yearless(day)}`;
	return isDay(day) ? `:${day}` : `;X-APPLE-OMIT-YEAR=${NO_YEAR}:${NO_YEAR}${day.slice(1)}`;
}

function yearless(day: AnyDay): string {
	const { month, day: dayOfMonth } = monthAndDayOf(day);
	return `--${[month, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('')}`;
}

function around(member: Circle, version: WrittenVersion, labelled: LabelledLines): string[] {
	const { type, label } = relationLabel(member);
	const name = text(member.name);
	if (version === '4.0' && type !== undefined) return [`RELATED;VALUE=text;TYPE=${type}:${name}`];
	return labelled.grouped(`X-ABRELATEDNAMES:${name}`, label);
}
