// What the rep wants of each row of a preview: one answer for a whole kind, and others for single rows.
import type { Id } from '$lib/domain/id';
import type { ImportRow } from '$lib/domain/import-row';
import type { Job } from '$lib/domain/job-change';
import type { RowLook, RowLooks } from './contact-looks';
import type { ChosenRow } from './contacts';

/** Leave out, add as a person, add to the known one what he lacks, or move him to his new job. */
export type RowChoice = 'leave' | 'add' | 'fill' | 'move';

/** Rows the rep decides about in the same way, in the order they are shown. */
export const rowKinds = [
	'fresh',
	'moved',
	'known',
	'perhaps',
	'twice',
	'trash',
	'nothing'
] as const;
export type RowKind = (typeof rowKinds)[number];

/** What may be done with a row of each kind. */
export const choicesOf: Readonly<Record<RowKind, readonly RowChoice[]>> = {
	fresh: ['leave', 'add'],
	moved: ['leave', 'move', 'fill'],
	known: ['leave', 'add', 'fill'],
	perhaps: ['leave', 'add', 'fill'],
	twice: ['leave', 'add', 'fill'],
	trash: ['leave', 'add'],
	nothing: ['leave', 'add']
};

/** A job LinkedIn told of and the rep left as it is. */
export interface LeftJob {
	readonly to: Id<'person'>;
	readonly now: Job;
}

/** The choices over the rows of one preview. */
export class ContactChoices {
	/** The rows of each kind there is, in the order of `rowKinds`. */
	readonly kinds: ReadonlyMap<RowKind, readonly ImportRow[]>;
	readonly #rows: readonly ImportRow[];
	readonly #looks: RowLooks;
	readonly #kindOf = new Map<number, RowKind>();
	readonly #byNumber: ReadonlyMap<number, ImportRow>;
	/** In the order of the files, in which a row is always the same as one before it. */
	readonly #inOrder: readonly ImportRow[];
	/** The choice of every row, and the rep's choices it was made for. */
	#made: { of: unknown; choices: ReadonlyMap<number, RowChoice> } | undefined;
	#choices = $state.raw<ReadonlyMap<number, RowChoice>>(new Map());
	/** How many rows there are of each choice. */
	readonly counts = $derived.by(() => {
		const counts = { leave: 0, add: 0, fill: 0, move: 0 };
		for (const row of this.#rows) counts[this.of(row)]++;
		return counts;
	});
	/** The one choice of all rows of a kind, or undefined where they differ. */
	readonly ofKind = $derived.by(() => {
		const only = new Map<RowKind, RowChoice | undefined>();
		for (const [kind, rows] of this.kinds) only.set(kind, this.#only(rows));
		return only;
	});
	/** How many job changes would be left as they are. */
	readonly movesLeft = $derived.by(
		() => this.rowsOf('moved').filter((row) => this.of(row) !== 'move').length
	);

	constructor(rows: readonly ImportRow[], looks: RowLooks = new Map()) {
		this.#rows = rows;
		this.#looks = looks;
		this.#inOrder = rows.toSorted((a, b) => a.number - b.number);
		this.#byNumber = new Map(rows.map((row) => [row.number, row]));
		for (const row of rows) this.#kindOf.set(row.number, kindOf(row, looks.get(row.number)));
		this.kinds = new Map(
			rowKinds.flatMap((kind): [RowKind, readonly ImportRow[]][] => {
				const those = rows.filter(({ number }) => this.#kindOf.get(number) === kind);
				return those.length > 0 ? [[kind, those]] : [];
			})
		);
	}

	/** Everybody in the files is in the book already, with all that stands there. */
	get isAllThere(): boolean {
		return [...this.kinds.keys()].every((kind) => kind === 'nothing');
	}

	/** Rows of people nobody knows yet. */
	get fresh(): readonly ImportRow[] {
		return this.rowsOf('fresh');
	}

	/** Rows that may be the same as somebody. */
	get known(): readonly ImportRow[] {
		return this.#rows.filter(({ same }) => same);
	}

	/** The rows of one kind. */
	rowsOf(kind: RowKind): readonly ImportRow[] {
		return this.kinds.get(kind) ?? [];
	}

	/** What the book says to a row that may be the same as somebody. */
	lookOf({ number }: ImportRow): RowLook | undefined {
		return this.#looks.get(number);
	}

	/** A row by its number. */
	rowAt = (number: number): ImportRow | undefined => this.#byNumber.get(number);

	/** The choice of a row: the rep's, or else what is usual for its kind. */
	of(row: ImportRow): RowChoice {
		return this.#all().get(row.number) ?? 'leave';
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

	/** Takes over what was chosen in an earlier look at the same files, for rows that are still the same. */
	takeOver(earlier: ContactChoices): void {
		const choices = new Map(this.#choices);
		for (const [number, choice] of earlier.#choices) {
			const kind = this.#kindOf.get(number);
			const isSame = this.rowAt(number)?.contact.name === earlier.rowAt(number)?.contact.name;
			if (kind && isSame && choicesOf[kind].includes(choice)) choices.set(number, choice);
		}
		this.#choices = choices;
	}

	/** The rows to be written, in the order of the files. */
	get chosen(): ChosenRow[] {
		return this.#inOrder.flatMap((row): ChosenRow[] => {
			const choice = this.of(row);
			if (choice === 'leave') return [];
			if (choice !== 'move') return [{ row, as: choice === 'add' ? 'person' : 'filling' }];
			// The company of a new post there is written as the book has it.
			const contact = { ...row.contact, ...this.lookOf(row)?.move?.now };
			return [{ row: { ...row, contact }, as: 'move' }];
		});
	}

	/** The job changes that are left as they are, so that they are not asked again. */
	get left(): LeftJob[] {
		return this.rowsOf('moved').flatMap((row) => {
			const { now } = this.lookOf(row)?.move ?? {};
			const { who } = row.same ?? {};
			return now && who?.in === 'book' && this.of(row) !== 'move' ? [{ to: who.id, now }] : [];
		});
	}

	/** One walk from the first row to the last, since a row may follow another that follows a third. */
	#all(): ReadonlyMap<number, RowChoice> {
		const chosen = this.#choices;
		if (this.#made?.of === chosen) return this.#made.choices;
		const choices = new Map<number, RowChoice>();
		for (const row of this.#inOrder) {
			choices.set(row.number, chosen.get(row.number) ?? this.#usual(row, choices));
		}
		this.#made = { of: chosen, choices };
		return choices;
	}

	/* Whoever is surely known gets what is missing, for nothing is overwritten by it. Two rows for one person
	   give one: the second adds to the first what it lacks, or is left out with it. */
	#usual(row: ImportRow, before: ReadonlyMap<number, RowChoice>): RowChoice {
		const kind = this.#kindOf.get(row.number);
		if (kind === 'fresh') return hasName(row) ? 'add' : 'leave';
		if (kind === 'perhaps') return 'add';
		if (kind === 'known') return this.lookOf(row)?.gain.length === 0 ? 'leave' : 'fill';
		if (kind !== 'twice' || row.same?.who.in !== 'file') return 'leave';
		return before.get(row.same.who.row) === 'leave' ? 'leave' : 'fill';
	}

	#only(rows: readonly ImportRow[]): RowChoice | undefined {
		const [first] = rows;
		if (!first) return undefined;
		const choice = this.of(first);
		return rows.every((row) => this.of(row) === choice) ? choice : undefined;
	}
}

/** Whether a row tells who it is; a number in place of a name is nobody the rep would know again. */
export function hasName({ contact }: ImportRow): boolean {
	return /\p{L}/u.test(contact.name);
}

function kindOf({ same }: ImportRow, look: RowLook | undefined): RowKind {
	if (!same) return 'fresh';
	if (same.who.in === 'trash') return 'trash';
	if (!same.sure) return look?.isAllKnown ? 'nothing' : 'perhaps';
	if (look?.move) return 'moved';
	if (look?.gain.length === 0 && !same.otherName) return 'nothing';
	return same.who.in === 'file' ? 'twice' : 'known';
}
