// What import records say of people who are erased: what was filled in with them, their jobs, and the names
// of the files they came from. The records stay; each writer's version of them is changed in its place, so
// that nothing is left in those that no longer count either.
import type { Doc, Map as YMap } from 'yjs';
import { fold } from '$lib/domain/fold';
import type { Json, Version } from '$lib/domain/version';
import { recordOfKey, versionFrom } from './versions';

/** Told of people who are about to be removed; found out before, since nothing tells it afterwards. */
export interface Leaving {
	/** Each name as its folded words. */
	readonly names: readonly (readonly string[])[];
	/** The imports that brought them. */
	readonly imports: ReadonlySet<string>;
}

const BREAKS = /[^\p{L}\p{N}]+/u;

/** What a document knows of people it is about to lose. */
export function leavingFrom(doc: Doc, gone: ReadonlySet<string>): Leaving {
	const names: string[][] = [];
	const imports = new Set<string>();
	for (const [key, version] of versionsIn(doc, 'person')) {
		if (!gone.has(recordOfKey(key))) continue;
		for (const [field, value] of valuesOf(versionFrom(version))) {
			if (typeof value !== 'string') continue;
			if (field === 'batch') imports.add(value);
			if (field === 'name') names.push(fold(value).split(BREAKS).filter(Boolean));
		}
	}
	return { names: names.filter((words) => words.length > 0), imports };
}

/**
 * Takes them out of the import records of a document that holds them no more. The names of the files go
 * with the last of an import's people, and those that name one of them at once.
 * @returns whether there was anything to take out
 */
export function forgetInImports(doc: Doc, gone: ReadonlySet<string>, leaving: Leaving): boolean {
	if (!doc.share.has('import')) return false;
	const map: YMap<unknown> = doc.getMap('import');
	const touched = new Set(leaving.imports);
	const named = new Set<string>();
	const after = new Map<string, Version>();
	for (const [key, value] of map) {
		const version = versionFrom(value);
		if (!version) continue;
		const id = recordOfKey(key);
		const next = changed(version, (_, cell) => without(cell, gone, () => touched.add(id)));
		if (namedIn(next).length > 0) named.add(id);
		after.set(key, next);
	}
	const people = touched.size === 0 ? [] : [...versionsIn(doc, 'person')].map(([, text]) => text);
	const isEmpty = (id: string): boolean =>
		!named.has(id) && !people.some((text) => String(text).includes(id));
	const empty = new Set([...touched].filter(isEmpty));
	let found = false;
	for (const [key, version] of after) {
		const isLast = empty.has(recordOfKey(key));
		const next = changed(version, (field, cell) => {
			const files = listIn(cell);
			if (field !== 'files' || !files) return cell;
			return isLast ? [] : files.filter((file) => !isNamedAfter(file, leaving.names));
		});
		const text = JSON.stringify(next);
		if (text === map.get(key)) continue;
		map.set(key, text);
		found = true;
	}
	return found;
}

/** The ids of the people the import records of a document name. */
export function namedInImports(doc: Doc): string[] {
	return [...versionsIn(doc, 'import')].flatMap(([, value]) => namedIn(versionFrom(value)));
}

function versionsIn(doc: Doc, table: 'import' | 'person'): Iterable<[string, unknown]> {
	return doc.share.has(table) ? doc.getMap<unknown>(table) : [];
}

function valuesOf(version: Version | undefined): [field: string, value: Json][] {
	if (!version) return [];
	const since = Object.entries(version.c ?? {}).map(([field, [value]]): [string, Json] => [
		field,
		value
	]);
	return [...Object.entries(version.f), ...since];
}

/** A version with other values: the stamps stay, it is no edit. */
function changed(version: Version, value: (field: string, was: Json) => Json): Version {
	const f = Object.fromEntries(
		Object.entries(version.f).map(([field, was]) => [field, value(field, was)])
	);
	if (!version.c) return { ...version, f };
	const c = Object.fromEntries(
		Object.entries(version.c).map(([field, [was, stamp]]) => [field, [value(field, was), stamp]])
	) as NonNullable<Version['c']>;
	return { ...version, f, c };
}

/** A list without what is about these people; `null`, as a cleared field, when nothing else was in it. */
function without(cell: Json, gone: ReadonlySet<string>, onfound: () => void): Json {
	const all = listIn(cell);
	const stays = all?.filter((item) => !gone.has(personOf(item) ?? ''));
	if (!all || !stays || stays.length === all.length) return cell;
	onfound();
	return stays.length > 0 ? stays : null;
}

function namedIn(version: Version | undefined): string[] {
	const items = valuesOf(version).flatMap(([, value]) => listIn(value) ?? []);
	return items.flatMap((item) => personOf(item) ?? []);
}

function listIn(value: Json): readonly Json[] | undefined {
	return Array.isArray(value) ? (value as readonly Json[]) : undefined;
}

/** Whom an entry of any of its lists is about. */
function personOf(item: Json): string | undefined {
	if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
	const { to } = item as { readonly to?: Json };
	return typeof to === 'string' ? to : undefined;
}

function isNamedAfter(file: Json, names: Leaving['names']): boolean {
	if (typeof file !== 'string') return false;
	const words = fold(file).split(BREAKS);
	const run = words.join('');
	return names.some(
		(name) =>
			name.every((word) => words.includes(word)) || (name.length > 1 && run.includes(name.join('')))
	);
}
