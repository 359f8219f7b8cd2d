// The records of a large backup in few texts: a hundred thousand objects would keep the page's memory
// busy, and the page with it. They are read one piece at a time, each time they are gone through.
import type { Incoming, IncomingRecords } from '$lib/domain/backup-read';

/** Some records as one text. */
export interface Packed {
	readonly text: string;
	readonly length: number;
	/** Ids and names of the people among them. */
	readonly names: readonly (readonly [id: string, name: string])[];
}

/** Packs records. */
export function pack(records: readonly Incoming[]): Packed {
	return {
		text: JSON.stringify(records.map((incoming) => ({ ...incoming, cells: [...incoming.cells] }))),
		length: records.length,
		names: records.flatMap(({ id, record }) =>
			'name' in record ? [[id, record.name] as const] : []
		)
	};
}

/** Packed records as they are gone through. */
export class PackedRecords implements IncomingRecords {
	readonly #pieces: Packed[] = [];
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** Takes the next piece. */
	take(piece: Packed): void {
		this.#pieces.push(piece);
		this.#length += piece.length;
	}

	*[Symbol.iterator](): Iterator<Incoming> {
		for (const { text } of this.#pieces) {
			// What `pack` has written of records that were read.
			const records = JSON.parse(text) as (Omit<Incoming, 'cells'> & { cells: [] })[];
			for (const incoming of records) yield { ...incoming, cells: new Map(incoming.cells) };
		}
	}
}
