// Devices that merged the same two apart: who they were, and what each had made of the one who stays.
import type { Id } from '$lib/domain/id';
import { JOINED, ONCE } from '$lib/domain/person-merge';
import type { Person } from '$lib/domain/records/person';
import { timeOfStamp } from '$lib/domain/hlc';
import { cellOf, type DeviceVersion } from '$lib/domain/version';
import { decode } from '$lib/domain/records/decode';
import type { Book } from '$lib/store/book';
import { CORE } from '$lib/store/documents';
import { deviceOfWriter } from '$lib/store/writer';

/** Of what two devices wrote here the later alone would show; tags are a cell each. */
const FIELDS = [...ONCE, ...JOINED];
/** A merge is written in one go; so long after its first mark it is surely over. */
const ONE_GO_MS = 2_000;

/** The devices that merged a record. */
export function mergersOf(book: Book, id: Id<'person'>): string[] {
	return [...new Set(merges(book, id).map(({ device }) => deviceOfWriter(device)))];
}

/**
 * Where two devices merged the same record apart: of the one who stays, what each wrote with its merge
 * or later, as records to take over from. Empty where only one device did.
 */
export function partsOfMergers(book: Book, id: Id<'person'>, kept: Id<'person'>): Person[] {
	const mergedBy = merges(book, id);
	const now = book.get('person', kept);
	if (mergedBy.length < 2 || !now) return [];
	const versions = versionsOf(book, kept);
	return mergedBy
		.sort((a, b) => (a.device < b.device ? -1 : 1))
		.flatMap((merge) => {
			const at = cellOf(merge.version, 'mergedInto')?.[1];
			const version = versions.find(({ device }) => device === merge.device)?.version;
			if (!version || at === undefined) return [];
			const fields = FIELDS.flatMap((field) => {
				const cell = cellOf(version, field);
				const isOfMerge = cell && timeOfStamp(cell[1]) >= timeOfStamp(at) - ONE_GO_MS;
				return isOfMerge ? [[field, cell[0]] as const] : [];
			});
			const read = decode('person', kept, {
				name: now.name,
				...Object.fromEntries(fields)
			});
			return read.ok ? [read.record] : [];
		});
}

function merges(book: Book, id: Id<'person'>): DeviceVersion[] {
	return versionsOf(book, id).filter(
		({ version }) => typeof cellOf(version, 'mergedInto')?.[0] === 'string'
	);
}

function versionsOf(book: Book, id: Id<'person'>): DeviceVersion[] {
	return book.document(CORE).tables.get('person')?.of(id) ?? [];
}
