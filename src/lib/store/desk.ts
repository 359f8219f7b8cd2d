// What writing needs of the book, and nothing more.
import type { Stamp } from '$lib/domain/hlc';
import type { Records, Table } from '$lib/domain/records/tables';
import type { Shelf } from './shelf';

/** What writing needs of the book. */
export interface Desk {
	readonly writer: string;
	tick(seen?: Stamp): Stamp;
	now(): number;
	shelfOf(table: Table, id: string): Shelf;
	record(table: Table, id: string): Records[Table] | undefined;
}
