// What the rep wants of each row of a preview: one answer for a whole kind, and others for single rows.
import type { ImportRow } from '$lib/domain/import-row';
import type { ChosenRow } from './contacts';

/** Leave out, add as a person, or add to the known one what he lacks. */
export type RowChoice = 'leave' | 'add' | 'fill';

/** The choices over the rows of one preview. */
export class ContactChoices {
	/** Rows of people nobody knows yet. */
	readonly fresh: readonly ImportRow[];
	/** Rows that may be the same as somebody. */
	readonly known: readonly ImportRow[];
	readonly #rows: readonly ImportRow[];
	#choices = $state.raw<ReadonlyMap<number, RowChoice>>(new Map());
	/** How many rows there are of each choice. */
	readonly counts = $derived.by(() => {
		const counts = { leave: 0, add: 0, fill: 0 };
		for (const row of this.#rows) counts[this.of(row)]++;
		return counts;
	});
	/** The one choice of all known rows, or undefined where they differ. */
	readonly ofKnown = $derived.by(() => this.#only(this.known));
	/** The one choice of all new rows, or undefined where they differ. */
	readonly ofFresh = $derived.by(() => this.#only(this.fresh));

	constructor(rows: readonly ImportRow[]) {
		this.#rows = rows;
		this.fresh = rows.filter(({ same }) => !same);
		this.known = rows.filter(({ same }) => same);
	}

	/** The choice of a row: the rep's, or else to leave out whom he surely knows. */
	of({ number, same }: ImportRow): RowChoice {
		return this.#choices.get(number) ?? (same?.sure ? 'leave' : 'add');
	}

	/** Chooses for one row. */
	choose(row: ImportRow, choice: RowChoice): void {
		this.#choices = new Map(this.#choices).set(row.number, choice);
	}

	/** Chooses for many rows at once. */
	chooseAll(rows: readonly ImportRow[], choice: RowChoice): void {
		const choices = new Map(this.#choices);
		for (const { number } of rows) choices.set(number, choice);
		this.#choices = choices;
	}

	/** The rows to be written, in the order of the files. */
	get chosen(): ChosenRow[] {
		const inOrder = this.#rows.toSorted((a, b) => a.number - b.number);
		return inOrder.flatMap((row): ChosenRow[] => {
			const choice = this.of(row);
			if (choice === 'leave') return [];
			return [{ row, as: choice === 'fill' ? 'filling' : 'person' }];
		});
	}

	#only(rows: readonly ImportRow[]): RowChoice | undefined {
		const [first] = rows;
		if (!first) return undefined;
		const choice = this.of(first);
		return rows.every((row) => this.of(row) === choice) ? choice : undefined;
	}
}
