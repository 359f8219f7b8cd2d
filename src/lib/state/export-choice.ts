// What the rep chooses to take out, and which records that means. Reading goes in pieces.
import type { Pace } from '$lib/domain/backup';
import type { HeldBack } from '$lib/domain/held-back';
import type { Person } from '$lib/domain/records/person';
import { peopleOf, type AnyRecord, type Records, type Table } from '$lib/domain/records/tables';
import { heldBackIn } from './held-back';
import type { Kith } from './kith.svelte';
import { isTakenFrom, notesMarked } from './one-side';
import { ownedTables, type OwnedTable } from './owners';

/** Which people. */
export type Who =
	| { readonly are: 'all' }
	| { readonly are: 'ten' }
	| { readonly are: 'tagged'; readonly tag: string };

/** Whose entries. */
export type Whose = 'everything' | 'mine' | 'employer';

export interface ExportChoice {
	readonly who: Who;
	readonly whose: Whose;
	/** Whether entries without a mark go along, where only one side’s do. */
	readonly unmarked: boolean;
	readonly sensitive: boolean;
}

/** What goes out, and how much stays here and why. */
export interface Going {
	readonly choice: ExportChoice;
	readonly people: readonly Person[];
	readonly records: ReadonlyMap<Table, readonly AnyRecord[]>;
	/** Undefined where sensitive parts go along. */
	readonly heldBack: HeldBack | undefined;
	readonly stays: {
		readonly sensitive: number;
		readonly others: number;
		readonly unmarked: number;
	};
}

/** What is about people, and goes whoever has it written down. */
const OF_PEOPLE = [
	...(['person', 'employment', 'circle', 'moment', 'promise', 'plan'] as const),
	...(['touch', 'thankYou', 'note', 'fact', 'gesture'] as const)
];
/** The rep's own way with people: no employer's. */
const OF_THE_REP = ['closeness', 'slot', 'friendsAnswer', 'walk', 'article'] as const;
/** What of a person is the rep's own way with them: the note to self, how they text, how close they are. */
export const REPS_FIELDS = ['about', 'texting', 'closeness'] as const;
/** Records looked at between two looks at the clock. */
const PIECE = 50;

/** The people chosen, outside the trash, by name. */
export function chosenPeople(kith: Kith, who: Who): readonly Person[] {
	const all = kith.live.all('person');
	if (who.are === 'all') return all;
	if (who.are === 'ten') return all.filter(({ id }) => kith.ten.places.has(id));
	return all.filter(({ tags = [] }) => tags.includes(who.tag));
}

/** Gathers what goes out. */
export async function gather(kith: Kith, choice: ExportChoice, pace: Pace): Promise<Going> {
	const people = chosenPeople(kith, choice.who);
	// What has to be known first is a small part of the whole.
	const first: Pace = () => pace(0, 1);
	const heldBack = choice.sensitive ? undefined : await heldBackIn(kith, first);
	const notes = await notesOfSides(kith, choice.whose, first);
	const chosen = new Set<string>(people.map(({ id }) => id));
	const stays = { sensitive: 0, others: 0, unmarked: 0 };
	const tables: readonly Table[] =
		choice.whose === 'employer' ? OF_PEOPLE : [...OF_PEOPLE, ...OF_THE_REP];
	const of = tables.reduce((sum, table) => sum + kith.book.all(table).length, 0);
	let done = 0;
	const records = new Map<Table, readonly AnyRecord[]>();
	for (const table of tables) {
		const going: AnyRecord[] = [];
		for (const record of kith.book.all(table)) {
			if (++done % PIECE === 0) await pace(done, of);
			if (!isAbout(table, record, chosen, choice.who)) continue;
			const why = whyItStays(table, record, choice, notes, heldBack);
			if (why) stays[why]++;
			else going.push(record);
		}
		records.set(table, going);
	}
	return { choice, people, records, heldBack, stays };
}

/** The notes of the side whose part goes out, and those of the other one. */
interface NotesOfSides {
	readonly own: ReadonlySet<string>;
	readonly others: ReadonlySet<string>;
}

async function notesOfSides(kith: Kith, whose: Whose, pace: Pace): Promise<NotesOfSides> {
	if (whose === 'everything') return { own: new Set(), others: new Set() };
	const other = whose === 'mine' ? 'employer' : 'mine';
	return {
		own: await notesMarked(kith, whose, pace),
		others: await notesMarked(kith, other, pace)
	};
}

function whyItStays(
	table: Table,
	record: AnyRecord,
	{ whose, unmarked }: ExportChoice,
	notes: NotesOfSides,
	heldBack: HeldBack | undefined
): keyof Going['stays'] | undefined {
	if (whose !== 'everything' && isOwned(table)) {
		const { owner } = record as Records[OwnedTable];
		if (owner === undefined && !unmarked && !isTakenFrom(record, notes.own)) return 'unmarked';
		if (owner !== undefined && owner !== whose) return 'others';
	}
	// Words of a note that is the other side's are the other side's, wherever they stand now.
	if (isTakenFrom(record, notes.others)) return 'others';
	return heldBack?.has(table, record) ? 'sensitive' : undefined;
}

/** Whether a record is about somebody chosen; with all people also what is about nobody. */
function isAbout(
	table: Table,
	record: AnyRecord,
	chosen: ReadonlySet<string>,
	{ are }: Who
): boolean {
	if (table === 'person') return chosen.has(record.id);
	// They name others of the ten; a part of them would say something else.
	if (table === 'friendsAnswer' || table === 'walk') return are === 'all';
	const people = peopleOf(record);
	return people.length === 0 ? are === 'all' : people.some((id) => chosen.has(id));
}

function isOwned(table: Table): table is OwnedTable {
	return (ownedTables as readonly Table[]).includes(table);
}
