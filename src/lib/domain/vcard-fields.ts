// One reader per vCard property that Kith has a place for.
import { aroundReaders } from './vcard-around';
import { inline, isNew, textOf, type Gathering, type Reader } from './vcard-gathering';
import type { VcardProperty } from './vcard-property';
import { reachReaders } from './vcard-reach';
import { splitValue, unescapeText } from './vcard-text';

/** The readers by property name. */
export const fieldReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
	['FN', once('name')],
	['N', readN],
	['NICKNAME', once('nickname', unlisted)],
	['ORG', readOrg],
	['TITLE', once('title')],
	['ROLE', (to, property, label) => !to.hasTitle && once('title')(to, property, label)],
	['UID', once('uid')],
	['NOTE', readNote],
	['CATEGORIES', readCategories],
	...reachReaders,
	...aroundReaders
]);

/** A field a person has one of: the first is taken, a different second one kept. */
function once(
	field: 'name' | 'nickname' | 'title' | 'uid',
	read: (property: VcardProperty) => string = textOf
): Reader {
	return ({ draft }, property) => {
		const text = inline(read(property));
		if (text !== '') draft[field] ??= text;
		return text === '' || draft[field] === text;
	};
}

/** The words of a list as one text: "Jim, Jimmie". */
function unlisted(property: VcardProperty): string {
	return splitValue(property.value, ',')
		.map((part) => unescapeText(part).trim())
		.join(', ');
}

function readN(to: Gathering, property: VcardProperty): boolean {
	const { draft } = to;
	if (draft.familyName !== undefined || draft.givenName !== undefined) return false;
	const parts = splitValue(property.value, ';').map((part) => inline(namesIn(part)));
	const [family = '', given = '', additional = '', prefix = '', suffix = '', ...more] = parts;
	if (family !== '') draft.familyName = family;
	if (given !== '') draft.givenName = given;
	const composed = inline([prefix, given, additional, family, suffix].join(' '));
	if (composed !== '') to.composedName = composed;
	return [additional, prefix, suffix, ...more].every((part) => part === '');
}

/** Several names in one part of N; a comma before a space was meant as a comma. */
function namesIn(part: string): string {
	const names = splitValue(part, ',').map(unescapeText);
	return names.reduce((text, name) => text + (name.startsWith(' ') ? ',' : ' ') + name);
}

function readOrg({ draft }: Gathering, property: VcardProperty): boolean {
	const parts = splitValue(property.value, ';').map((part) => inline(unescapeText(part)));
	const named = parts.filter((part) => part !== '');
	if (named.length === 0) return true;
	const isFirst = draft.company === undefined;
	draft.company ??= named[0] ?? '';
	return named.length === 1 && (isFirst || draft.company === named[0]);
}

/** Categories are tags, each once; programs of the 2.1 days separate them by semicolons. */
function readCategories({ tags }: Gathering, property: VcardProperty): boolean {
	for (const part of splitValue(property.value, ',').flatMap((each) => splitValue(each, ';'))) {
		const tag = inline(unescapeText(part));
		if (tag !== '') tags.add(tag);
	}
	return true;
}

function readNote(to: Gathering, property: VcardProperty): boolean {
	const text = textOf(property);
	if (text !== '' && isNew(to, 'NOTE', text)) to.draft.notes.push({ body: text });
	return true;
}
