// Lines an address book once wrote and Kith only keeps: put back where the book does not know better.
import type { Person } from './records/person';
import { escapeText } from './content-lines';
import { splitValue, unescapeText } from './vcard-text';

/** The versions that are written. */
export type WrittenVersion = '3.0' | '4.0';

const LINE = /^(?:([\w-]+)\.)?([\w-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/s;
/** One of these the card has already, from the person's own fields. */
const OWN: ReadonlySet<string> = new Set([
	...['BEGIN', 'END', 'VERSION', 'PRODID', 'REV', 'PROFILE', 'UID', 'FN', 'N', 'ORG']
]);
const DATA_URI = /^data:([\w.+/-]+);base64,(.*)$/is;

interface KeptLine {
	readonly name: string;
	readonly params: string;
	readonly value: string;
}

/** What is put back as it stood, except pictures and keys, which each version spells in its own way. */
export function keptLines({ vcard = [] }: Person, version: WrittenVersion): string[] {
	return vcard.flatMap((line) => {
		const flat = line.replace(/[\r\n]+/g, ' ');
		const kept = parse(flat);
		if (!kept || OWN.has(kept.name)) return [];
		return [version === '4.0' ? asUri(flat, kept) : asBinary(flat, kept)];
	});
}

/** The names in their parts; what a kept N says beside the two that Kith holds stays. */
export function ownN({ name, givenName, familyName, vcard }: Person): string {
	const kept = linesOf(vcard, 'N')[0];
	const beside = kept === undefined ? [] : splitValue(kept.value, ';').slice(2);
	const isSplit = givenName !== undefined || familyName !== undefined;
	const own = isSplit ? [familyName ?? '', givenName ?? ''] : ['', name];
	const parts = own.map((part) => escapeText(part.replace(/\s+/g, ' ').trim()));
	const more = [0, 1, 2].map((index) => beside[index] ?? '');
	return `N:${[...parts, ...more].join(';')}`;
}

/** The company; with the departments a kept ORG names, as long as it is the same company. */
export function ownOrg({ company, vcard }: Person): string[] {
	if (!company?.trim()) return [];
	const kept = linesOf(vcard, 'ORG').map(({ params, value }) => ({
		line: `ORG${params}:${value}`,
		value
	}));
	const isOf = (value: string): boolean =>
		unescapeText(splitValue(value, ';').find((part) => part.trim() !== '') ?? '')
			.replace(/\s+/g, ' ')
			.trim() === company.trim();
	// Since a move to another company the kept ones tell of the old one.
	if (!kept.some(({ value }) => isOf(value)))
		return [`ORG:${escapeText(company.replace(/\s+/g, ' ').trim())}`];
	return kept.sort((a, b) => Number(isOf(b.value)) - Number(isOf(a.value))).map(({ line }) => line);
}

function linesOf(vcard: Person['vcard'], name: string): KeptLine[] {
	return (vcard ?? []).flatMap((line) => {
		const kept = parse(line.replace(/[\r\n]+/g, ' '));
		return kept?.name === name ? [kept] : [];
	});
}

function parse(line: string): KeptLine | undefined {
	const [, , name, params = '', value = ''] = LINE.exec(line) ?? [];
	return name === undefined ? undefined : { name: name.toUpperCase(), params, value };
}

/** `PHOTO;ENCODING=b;TYPE=JPEG:…` as `PHOTO:data:image/jpeg;base64,…`. */
function asUri(line: string, { name, params, value }: KeptLine): string {
	if (!/;ENCODING=(?:b|base64)\b/i.test(params)) return line;
	const type = /;TYPE="?([\w.+/-]+)/i.exec(params)?.[1]?.toLowerCase();
	const main = name === 'SOUND' ? 'audio' : name === 'KEY' ? 'application' : 'image';
	const media =
		type === undefined ? 'application/octet-stream' : type.includes('/') ? type : `${main}/${type}`;
	return `${name}:data:${media};base64,${value}`;
}

/** The other way round. */
function asBinary(line: string, { name, value }: KeptLine): string {
	const [, media = '', data] = DATA_URI.exec(value) ?? [];
	if (data === undefined) return line;
	return `${name};ENCODING=b;TYPE=${(media.split('/')[1] ?? media).toUpperCase()}:${data}`;
}
