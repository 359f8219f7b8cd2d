// Taking an import back, at once or after years: what nobody has touched since leaves the book, what
// somebody has gone on with goes to the trash, whoever became one with somebody else stays, and nothing the
// rep wrote himself is lost. In pieces; one that is stopped puts back what it has taken out.
import type { ContactImport } from '$lib/domain/records/import';
import type { Person } from '$lib/domain/records/person';
import { peopleOf, type AnyRecord, type Table } from '$lib/domain/records/tables';
import { Draft, type Trace } from '$lib/store/change';
import { withdraw } from '$lib/store/rewrite';
import { writeDraft } from '$lib/store/write';
import { allYears, type Say } from './backup';
import { givenBack, givenBy } from './contacts-given';
import { isGoneOnWith, surveyOf, type Found } from './contacts-survey';
import { onDisk } from './disk-room';
import { aloneAtImport, beginImport, endImport, noteOf } from './import-begun';
import type { Kith } from './kith.svelte';
import { standsFor } from './merged';
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
	/** How many are in the trash all the same, since another device may have gone on with them. */
	readonly trashed?: number;
	/** Who stays, since the rep made one of them and somebody else. */
	readonly merged?: readonly string[];
	/** Whose new job stays, since it was changed afterwards. */
	readonly jobs?: readonly string[];
	/** How many entries about others stay, since they were changed afterwards. */
	readonly entries?: number;
}

export type UndoOutcome =
	| ({ readonly is: 'undone' } & UndoneImport)
	/** Put back, since the rep stopped it. */
	| { readonly is: 'stopped' }
	/** A newer Kith has written the book, or another tab is at an import: nothing was begun. */
	| { readonly is: 'newer' | 'busy' };

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
			// What was handed over may have been merged or synced over since it was read.
			const now = kith.book.get('import', record.id) ?? record;
			// A disk too full for the note is the more reason to take something out.
			await beginImport(kith, noteOf(now, 'undoing', 0)).catch(() => undefined);
			const undone = await takeOut(kith, now, { told, signal, traces });
			say('Waiting for the disk…');
			await kith.book.saved();
			await endImport(kith);
			performance.mark('kith:saved');
			kith.steps.passed('import');
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
	/** What has just been written goes altogether, other devices or not. */
	readonly atOnce?: boolean;
}

/** Takes everything of an import out of the book, its record last. */
export async function takeOut(
	kith: Kith,
	{ id: batch }: Pick<ContactImport, 'id'>,
	{ told = () => undefined, signal, traces, atOnce = false }: TakingOut = {}
): Promise<UndoneImport> {
	const { book } = kith;
	// Looking takes about a third of the time.
	const pace = paceFor((part) => told(part / 3), signal);
	const survey = await surveyOf(kith, batch, pace);
	const kept: string[] = [];
	const merged = new Set<string>();
	const jobs = new Set<string>();
	let [removed, trashed, entries] = [0, 0, 0];
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	/** Another device may be going on with somebody just now: nothing leaves past the trash. */
	const isGentle = !atOnce && hasOtherDevices(book);
	const verdicts = new Map<string, boolean>();
	/** Asked again for each piece: he may have gone on with somebody since it was looked. */
	const isKept = (id: string): boolean => {
		const is = verdicts.get(id) === true || isGoneOnWith(kith, id, survey);
		verdicts.set(id, is);
		return is;
	};
	/** Of the import, and not one with somebody else. */
	const isOurs = (id: string): boolean => survey.around.has(id) && !survey.merged.has(id);

	function leave(table: Table, found: AnyRecord, draft: Draft): void {
		if (!isGentle) withdraw(draft, table, found.id);
		else if (found.trashedAt === undefined) draft.edit(table, found.id, { trashedAt });
	}
	function remove({ table, record: { id } }: Found, draft: Draft): void {
		const found = book.get(table, id);
		if (!found) return;
		const ours = peopleOf(found).filter(isOurs);
		if (ours.some((one) => isGentle || isKept(one))) {
			// It stays with its person in the trash, and comes back with him.
			if (!isGentle) unlink(found, draft);
		} else if (survey.untouched.has(found)) {
			if (!survey.isOnlyOne(table, found)) leave(table, found, draft);
		} else if (ours.length > 0) {
			draft.edit(table, id, { trashedAt });
		} else if (found.trashedAt === undefined) {
			entries++;
		}
	}
	/** What stays must not lead to somebody who goes. */
	function unlink(found: AnyRecord, draft: Draft): void {
		const self = 'self' in found ? found.self : undefined;
		if (self === undefined || !isOurs(self) || isKept(self)) return;
		draft.edit<'circle'>('circle', found.id, { self: undefined });
	}
	function removePerson(person: Person, draft: Draft): void {
		const now = book.get('person', person.id) ?? person;
		if (survey.merged.has(person.id)) {
			merged.add(book.get('person', standsFor(kith, person.id))?.name ?? person.name);
		} else if (isKept(person.id)) {
			trash(kith, draft, now, trashedAt);
			if (now.mergedInto === undefined) kept.push(person.name);
		} else if (isGentle) {
			trash(kith, draft, now, trashedAt);
			trashed++;
		} else {
			withdraw(draft, 'person', person.id);
			removed++;
		}
	}
	function* all(): Generator<(draft: Draft) => void> {
		const posts = new Set<string>();
		const given = givenBy(kith, batch, survey);
		for (const { moves } of given) for (const { post } of moves) if (post) posts.add(post);
		for (const person of survey.people) {
			for (const found of survey.around.get(person.id) ?? []) {
				if (!posts.has(found.record.id)) yield (draft) => remove(found, draft);
			}
			yield (draft) => removePerson(person, draft);
		}
		for (const found of survey.others) {
			if (!posts.has(found.record.id)) yield (draft) => remove(found, draft);
		}
		for (const one of given) {
			yield (draft) => {
				const back = givenBack(kith, one, survey);
				if (!back) return;
				draft.edit('person', one.to, back.change);
				for (const post of back.posts) leave('employment', post, draft);
				if (back.isStaying) jobs.add(back.name);
			};
		}
		yield (draft) => withdraw(draft, 'import', batch);
	}

	await inPieces(
		all(),
		survey.records + givenTo(book, batch) + 1,
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
	return {
		removed,
		kept,
		...(trashed > 0 ? { trashed } : {}),
		...(merged.size > 0 ? { merged: [...merged] } : {}),
		...(jobs.size > 0 ? { jobs: [...jobs] } : {}),
		...(entries > 0 ? { entries } : {})
	};
}

/** Past imports, the latest first. */
export function importsOf(kith: Kith): ContactImport[] {
	return kith.live.all('import').toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Whether somebody else holds the book, who may be going on with it out of reach. */
function hasOtherDevices(book: Kith['book']): boolean {
	return book.all('device').some(({ id, publicKey, removedAt }) => {
		return id !== book.device && publicKey !== undefined && removedAt === undefined;
	});
}

function givenTo(book: Kith['book'], batch: string): number {
	const { filled = [], moved = [] } = book.get('import', batch) ?? {};
	return filled.length + moved.length;
}

function trash(kith: Kith, draft: Draft, person: Person, trashedAt: string): void {
	if (person.trashedAt === undefined) draft.edit('person', person.id, { trashedAt });
	for (const slot of kith.book.about('slot', person.id)) {
		if (slot.to === undefined) draft.edit('slot', slot.id, { to: kith.clock.today });
	}
}
