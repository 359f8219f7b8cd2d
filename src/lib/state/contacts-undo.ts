// Taking an import back, at once or after years: what nobody has touched since leaves the book, what
// somebody has gone on with goes to the trash, and nothing the rep wrote himself is lost. In pieces; one
// that is stopped puts back what it has taken out.
import type { Pace } from '$lib/domain/backup';
import { canonicalJson } from '$lib/domain/canonical';
import type { ContactImport, FilledFields } from '$lib/domain/records/import';
import type { Person } from '$lib/domain/records/person';
import { peopleOf, tableNames, type AnyRecord, type Table } from '$lib/domain/records/tables';
import { Draft, type Trace } from '$lib/store/change';
import { withdraw } from '$lib/store/rewrite';
import { writeDraft } from '$lib/store/write';
import { allYears, type Say } from './backup';
import { onDisk } from './disk-room';
import { aloneAtImport, beginImport, endImport, noteOf } from './import-begun';
import type { Kith } from './kith.svelte';
import { newerBook } from './newer-book';
import { paceFor } from './pace';
import { inPieces } from './pieces';
import { undoInPieces } from './undo-in-pieces';

/** What undoing an import did. */
export interface UndoneImport {
	/** How many people are out of the book altogether. */
	readonly removed: number;
	/** Who is in the trash instead, since the rep has gone on with them. */
	readonly kept: readonly string[];
}

export type UndoOutcome =
	| ({ readonly is: 'undone' } & UndoneImport)
	/** Put back, since the rep stopped it. */
	| { readonly is: 'stopped' }
	/** A newer Kith has written the book, or another tab is at an import: nothing was begun. */
	| { readonly is: 'newer' | 'busy' };

interface Found {
	readonly table: Table;
	readonly record: AnyRecord;
}

/** All of an import that is in the book. */
interface Survey {
	readonly people: readonly Person[];
	/** What is around each of them. */
	readonly around: ReadonlyMap<string, readonly Found[]>;
	/** What it added to people who were there before. */
	readonly others: readonly Found[];
	/** Records of the import as nobody has touched them since. */
	readonly untouched: ReadonlySet<AnyRecord>;
	/** Everyone that something else in the book speaks of. */
	readonly mentioned: ReadonlySet<string>;
	readonly records: number;
}

/** Takes an import back. It reads all years first. */
export async function undoImport(
	kith: Kith,
	record: ContactImport,
	{ say = () => undefined, signal }: { readonly say?: Say; readonly signal?: AbortSignal } = {}
): Promise<UndoOutcome> {
	if (kith.book.isNewer) {
		kith.toasts.show(`${newerBook.title}. ${newerBook.text}`);
		return { is: 'newer' };
	}
	const outcome = await aloneAtImport(async (): Promise<UndoOutcome> => {
		const traces: Trace[] = [];
		const doing = 'Taking it back…';
		const told = (part: number): void => say(doing, part);
		try {
			// An entry of an older year may be about somebody: no verdict before all years are here.
			await allYears(kith, say, signal);
			signal?.throwIfAborted();
			say(doing, 0);
			// A disk too full for the note is the more reason to take something out.
			await beginImport(kith, noteOf(record, 'undoing', 0)).catch(() => undefined);
			const undone = await takeOut(kith, record, { told, signal, traces });
			say('Waiting for the disk…');
			await kith.book.saved();
			await endImport(kith);
			performance.mark('kith:saved');
			return { is: 'undone', ...undone };
		} catch (error) {
			if (!signal?.aborted) throw error;
			say('Putting it back…', 0);
			await undoInPieces(kith, traces, (part) => say('Putting it back…', part));
			await kith.book.saved();
			await endImport(kith);
			return { is: 'stopped' };
		}
	});
	return outcome ?? { is: 'busy' };
}

/** How taking out is followed, called off, and remembered. */
interface TakingOut {
	readonly told?: (part: number) => void;
	readonly signal?: AbortSignal | undefined;
	/** Gets what would put it back. */
	readonly traces?: Trace[];
}

/** Takes everything of an import out of the book, its record last. */
export async function takeOut(
	kith: Kith,
	record: ContactImport,
	{ told = () => undefined, signal, traces }: TakingOut = {}
): Promise<UndoneImport> {
	const { book } = kith;
	// Looking takes about a third of the time.
	const pace = paceFor((part) => told(part / 3), signal);
	const survey = await surveyOf(kith, record.id, pace);
	const kept: string[] = [];
	let removed = 0;
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	const verdicts = new Map<string, boolean>();
	/** Asked again for each piece: he may have gone on with somebody since it was looked. */
	const isKept = (id: string): boolean => {
		const is = verdicts.get(id) === true || isGoneOnWith(kith, id, survey);
		verdicts.set(id, is);
		return is;
	};
	const ours = new Set(survey.people.map(({ id }): string => id));

	function remove({ table, record: found }: Found, draft: Draft): void {
		// It stays with its person in the trash, and comes back with him.
		if (peopleOf(found).some((id) => ours.has(id) && isKept(id))) return;
		if (survey.untouched.has(book.get(table, found.id) ?? found)) withdraw(draft, table, found.id);
		else draft.edit(table, found.id, { trashedAt });
	}
	function removePerson(person: Person, draft: Draft): void {
		if (isKept(person.id)) {
			trash(kith, draft, book.get('person', person.id) ?? person, trashedAt);
			kept.push(person.name);
		} else {
			withdraw(draft, 'person', person.id);
			removed++;
		}
	}
	function* all(): Generator<(draft: Draft) => void> {
		for (const person of survey.people) {
			for (const found of survey.around.get(person.id) ?? []) yield (draft) => remove(found, draft);
			yield (draft) => removePerson(person, draft);
		}
		for (const found of survey.others) yield (draft) => remove(found, draft);
		for (const [to, change] of changesOf(record)) {
			yield (draft) => {
				const person = book.get('person', to);
				if (person) draft.edit('person', to, change(person));
			};
		}
		yield (draft) => withdraw(draft, 'import', record.id);
	}

	const many = survey.records + (record.filled?.length ?? 0) + (record.moved?.length ?? 0) + 1;
	await inPieces(
		all(),
		many,
		(lot) => {
			const draft = new Draft();
			for (const wish of lot) wish(draft);
			const step = writeDraft(book, draft);
			if (traces) for (const trace of step.traces) traces.push(trace);
		},
		{
			told: (part) => told((1 + 2 * part) / 3),
			signal,
			// Putting back has to be able to keep up with the disk, too; a full one takes no harm.
			before: () => (book.pending > 0 && !book.trouble ? onDisk(kith, undefined) : undefined)
		}
	);
	return { removed, kept };
}

/** Past imports, the latest first. */
export function importsOf(kith: Kith): ContactImport[] {
	return kith.live.all('import').toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Looks for all of an import, and for whatever in the book speaks of its people. */
async function surveyOf({ book }: Kith, batch: string, pace: Pace): Promise<Survey> {
	const people: Person[] = [];
	const rest: Found[] = [];
	const untouched = new Set<AnyRecord>();
	const mentioned = new Set<string>();
	const lists = tableNames
		.filter((table) => table !== 'import')
		.map((table) => ({ table, records: [...book.all(table), ...book.trashed(table)] }));
	const many = lists.reduce((sum, { records }) => sum + records.length, 0);
	let done = 0;
	for (const { table, records } of lists) {
		for (const found of records) {
			if (++done % 16 === 0) await pace(done, many);
			if (found.batch === batch) {
				if (table === 'person') people.push(found as Person);
				else rest.push({ table, record: found });
				if (!isTouched(book, table, found)) {
					untouched.add(found);
					continue;
				}
			}
			for (const id of mentionedIn(found)) mentioned.add(id);
		}
	}
	const around = new Map<string, Found[]>(people.map(({ id }) => [id, []]));
	const others: Found[] = [];
	for (const found of rest) {
		const [first] = peopleOf(found.record).filter((id) => around.has(id));
		(first === undefined ? others : (around.get(first) ?? others)).push(found);
	}
	return { people, around, others, untouched, mentioned, records: people.length + rest.length };
}

/** Whether the rep has gone on with somebody: changed him, or written anything that speaks of him. */
function isGoneOnWith({ book }: Kith, id: string, survey: Survey): boolean {
	const { mentioned, untouched } = survey;
	const person = book.get('person', id);
	if (mentioned.has(id) || !person || !untouched.has(person)) return true;
	return tableNames.some((table) => book.about(table, id).some((each) => !untouched.has(each)));
}

/** Whether anything but the trash mark was written later than the record itself. */
function isTouched(book: Kith['book'], table: Table, { id }: AnyRecord): boolean {
	const cells = book.cells(table, id);
	const made = cells.get('batch');
	for (const [field, { stamp }] of cells) {
		if (field !== 'trashedAt' && stamp !== made?.stamp) return true;
	}
	return false;
}

/** Everyone a record speaks of, be it in passing. */
function mentionedIn(record: AnyRecord): readonly string[] {
	const others = [
		'self' in record ? record.self : undefined,
		'introducedBy' in record ? record.introducedBy : undefined
	];
	return [...peopleOf(record), ...others.filter((id) => id !== undefined)];
}

function trash(kith: Kith, draft: Draft, person: Person, trashedAt: string): void {
	if (person.trashedAt === undefined) draft.edit('person', person.id, { trashedAt });
	for (const slot of kith.book.about('slot', person.id)) {
		if (slot.to === undefined) draft.edit('slot', slot.id, { to: kith.clock.today });
	}
}

type Change = Readonly<Record<string, unknown>>;

/** The changes that take back what people of the book were given, by person. */
function changesOf({
	filled = [],
	moved = []
}: ContactImport): Map<string, (of: Person) => Change> {
	const moves = new Map(moved.map((each) => [each.to, each]));
	const fillings = new Map(filled.map(({ to, fields }) => [to, fields]));
	const changes = new Map<string, (of: Person) => Change>();
	for (const to of new Set([...fillings.keys(), ...moves.keys()])) {
		changes.set(to, (person) => {
			const emptied = without(person, fillings.get(to) ?? {});
			const move = moves.get(to);
			return move ? { ...emptied, ...movedBack({ ...person, ...emptied }, move) } : emptied;
		});
	}
	return changes;
}

/** The change that takes filled-in fields back, as far as they still are what was filled in. */
function without(person: Person, fields: FilledFields): Change {
	const change: Record<string, unknown> = {};
	for (const [field, added] of Object.entries(fields)) {
		const held: unknown = person[field as keyof Person];
		if (Array.isArray(added) && Array.isArray(held)) {
			const gone = new Set(added.map(canonicalJson));
			const rest: unknown[] = held.filter((item) => !gone.has(canonicalJson(item)));
			if (rest.length < held.length) change[field] = rest.length > 0 ? rest : undefined;
		} else if (held === added) {
			change[field] = undefined;
		}
	}
	return change;
}

type Move = NonNullable<ContactImport['moved']>[number];

/** The change that gives somebody his old job back, as far as he still has the new one. */
function movedBack(person: Change, { before, after }: Move): Change {
	const [was, is]: readonly [Change, Change] = [before, after];
	const fields = new Set([...Object.keys(was), ...Object.keys(is)]);
	const text = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));
	const same = [...fields].filter((field) => text(person[field]) === text(is[field]));
	return Object.fromEntries(same.map((field) => [field, was[field]]));
}
