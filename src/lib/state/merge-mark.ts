// The mark a merge leaves on the record that went, beside where it went: a check sum of what was taken over,
// what the device knew of the one who stays, and how that one was before, so that they can part again.
import { cellOf, type DeviceVersion } from '$lib/domain/version';
import type { Id } from '$lib/domain/id';
import type { Stamp } from '$lib/domain/hlc';
import type { Book } from '$lib/store/book';
import { CORE } from '$lib/store/documents';
import { deviceOfWriter } from '$lib/store/writer';

/** What a device has written down with a merge. Marks of older versions have the check sum alone. */
export interface Mark {
	readonly sum: string;
	/** The latest stamp of the one who stays it knew, by writer. */
	readonly seen?: Readonly<Record<string, string>>;
	/** The fields of the one who stays which the merge changed, as they were; null where blank. */
	readonly before?: Readonly<Record<string, unknown>>;
	/** When the device itself had written those fields, where it was the last to. */
	readonly at?: Readonly<Record<string, Stamp>>;
	/** The records that named the one who went; only where several went in one step. */
	readonly of?: readonly string[];
	/** Places in the lists of imports that named the one who went. */
	readonly imports?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** A mark and who left it when. */
export interface MarkBy {
	readonly writer: string;
	readonly stamp: Stamp;
	readonly mark: Mark;
}

/** As it is stored: the check sum, and the rest behind it. */
export function textOfMark({ sum, ...rest }: Mark): string {
	return Object.keys(rest).length > 0 ? `${sum} ${JSON.stringify(rest)}` : sum;
}

/** Reads what is stored; what cannot be read counts as not said. */
export function markOf(text: string): Mark {
	const cut = text.indexOf(' ');
	if (cut < 0) return { sum: text };
	const sum = text.slice(0, cut);
	try {
		const rest: unknown = JSON.parse(text.slice(cut + 1));
		return typeof rest === 'object' && rest !== null ? { ...rest, sum } : { sum };
	} catch {
		return { sum };
	}
}

/** The marks on a record, one of each writer; those from before it last parted count no more. */
export function marksOn(book: Book, id: Id<'person'>): MarkBy[] {
	const versions = versionsOfPerson(book, id);
	let parted = '';
	for (const { version } of versions) {
		const cell = cellOf(version, 'mergedInto');
		if (cell && cell[0] === null && cell[1] > parted) parted = cell[1];
	}
	return versions.flatMap(({ device, version }) => {
		const cell = cellOf(version, 'mergedAs');
		if (typeof cell?.[0] !== 'string' || cell[1] <= parted) return [];
		return [{ writer: device, stamp: cell[1], mark: markOf(cell[0]) }];
	});
}

/** This device's own mark on a record. */
export function ownMark(book: Book, id: Id<'person'>): Mark | undefined {
	return marksOn(book, id).find(({ writer }) => deviceOfWriter(writer) === book.device)?.mark;
}

/** What is known here of a person: the latest stamp by writer. */
export function knownOf(book: Book, id: Id<'person'>): Record<string, string> {
	return Object.fromEntries(
		versionsOfPerson(book, id).map(({ device, version }) => {
			const stamps = Object.values(version.c ?? {}).map(([, stamp]) => stamp);
			return [device, [version.h, ...stamps].sort().at(-1) ?? version.h];
		})
	);
}

/** When this device wrote the fields of a person it was the last to write. */
export function ownStamps(book: Book, id: Id<'person'>): Record<string, Stamp> {
	const own = [...book.cells('person', id)].filter(([, { device }]) => {
		return deviceOfWriter(device) === book.device;
	});
	return Object.fromEntries(own.map(([field, { stamp }]) => [field, stamp]));
}

/** All writers' versions of a person. */
export function versionsOfPerson(book: Book, id: Id<'person'>): readonly DeviceVersion[] {
	return book.document(CORE).tables.get('person')?.of(id) ?? [];
}
