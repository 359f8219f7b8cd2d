// What a merge wrote over without having known it, and what was written over a merge by a device that had
// not heard of it: found by comparing values, and taken over once more.
import { decode } from '$lib/domain/records/decode';
import type { Id } from '$lib/domain/id';
import type { Json } from '$lib/domain/version';
import { cellOf } from '$lib/domain/version';
import { timeOfStamp } from '$lib/domain/hlc';
import { JOINED, mergePerson, ONCE, type Apart, type PersonMerge } from '$lib/domain/person-merge';
import type { Person } from '$lib/domain/records/person';
import type { Book } from '$lib/store/book';
import { deviceOfWriter } from '$lib/store/writer';
import { marksOn, versionsOfPerson } from './merge-mark';

type PersonId = Id<'person'>;

/** A merge is written in one go; so long before its mark it may have begun. */
const ONE_GO_MS = 2_000;
/** Tags are a cell each, and a day to be left alone until is no words. */
const SAFE: readonly string[] = ['tags', 'snoozedUntil'];

/**
 * What of a merged record is not with the one who stays, in fields last written by a device that had not
 * heard of the merge. What a device wrote that had is the rep's own will.
 * @param held the one who stays, as it will be
 */
export function missingOf(book: Book, id: PersonId, held: Person): PersonMerge {
	const person = book.get('person', id);
	if (!person) return { change: {}, apart: [] };
	const marked = new Set(marksOn(book, id).map(({ writer }) => deviceOfWriter(writer)));
	const cells = book.cells('person', held.id);
	const isOpen = (field: string): boolean => {
		const cell = cells.get(field);
		return !SAFE.includes(field) && !(cell && marked.has(deviceOfWriter(cell.device)));
	};
	const { change, apart } = mergePerson(held, person);
	return {
		change: Object.fromEntries(Object.entries(change).filter(([field]) => isOpen(field))),
		apart: apart.filter(({ field }) => isOpen(field))
	};
}

/**
 * What other devices had written of the one who stays when a merge wrote over it unaware.
 * @param ids who went
 * @param held the one who stays, as it will be
 */
export function overwritten(book: Book, ids: readonly PersonId[], held: Person): PersonMerge {
	const cells = book.cells('person', held.id);
	const versions = versionsOfPerson(book, held.id);
	let after = held;
	const apart: Apart[] = [];
	for (const { writer, stamp, mark } of ids.flatMap((id) => marksOn(book, id))) {
		const { seen } = mark;
		if (!seen) continue;
		const lost = (field: string): Json[] => {
			const cell = cells.get(field);
			if (cell?.device !== writer) return [];
			// The one who stays is written before the mark; what came after it was written knowingly.
			const before = timeOfStamp(stamp) - timeOfStamp(cell.stamp);
			if (cell.stamp > stamp || before > ONE_GO_MS) return [];
			return versions.flatMap(({ device, version }) => {
				const other = device === writer ? undefined : cellOf(version, field);
				if (!other || other[0] === null || other[1] <= (seen[device] ?? '')) return [];
				return [other[0]];
			});
		};
		for (const field of JOINED) {
			for (const value of lost(field)) {
				const part = decode('person', held.id, { name: after.name, [field]: value });
				if (part.ok) after = { ...after, ...mergePerson(after, part.record).change };
			}
		}
		for (const field of ONCE) {
			for (const value of lost(field)) {
				if ((after[field] ?? null) === value) continue;
				const part = decode('person', held.id, { name: after.name, [field]: value });
				const read = part.ok ? part.record[field] : undefined;
				if (read !== undefined) apart.push({ field, value: read } as Apart);
			}
		}
	}
	return { change: mergePerson(held, after).change, apart };
}
