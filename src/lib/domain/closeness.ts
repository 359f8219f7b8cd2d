// What somebody is to the rep, and since when: the latest day stands, older ones tell how it came.
import type { Day } from './day';
import type { Closeness } from './records/closeness';
import type { Person } from './records/person';

export type KindOfCloseness = Closeness['kind'];

/** One line of the history. */
export interface Closer {
	readonly kind: KindOfCloseness;
	/** Absent for what was said before it was dated. */
	readonly on?: Day;
	/** Its record; absent for what stands with the person. */
	readonly record?: Closeness;
}

/**
 * How it came, the latest first; of two on one day the one with the later id counts first.
 * @param records about this person, nothing from the trash
 */
export function closenessHistory(person: Person, records: readonly Closeness[]): Closer[] {
	const dated = records
		.toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))
		.map((record): Closer => ({ kind: record.kind, on: record.on, record }));
	return person.closeness === undefined ? dated : [...dated, { kind: person.closeness }];
}
