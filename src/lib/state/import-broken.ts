// An import, or the undoing of one, that was cut off: what of it is in the book, and the two ways on.
import type { ContactImport } from '$lib/domain/records/import';
import { tableNames } from '$lib/domain/records/tables';
import { begunImport, endImport, type ImportBegun } from './import-begun';
import type { Kith } from './kith.svelte';
import { paceFor } from './pace';
import { wholeBook } from './whole-book';
import { write } from './writing';

/** What was cut off. */
export interface BrokenImport extends ImportBegun {
	/** How many of its people are in the book. */
	readonly here: number;
	/** By which it can be taken back. */
	readonly record: ContactImport;
}

/** Looks whether an import was cut off; one that reached the disk as a whole was not. */
export async function brokenImport(kith: Kith): Promise<BrokenImport | undefined> {
	const begun = await begunImport(kith);
	if (!begun) return undefined;
	const { book } = kith;
	await wholeBook(book);
	const pace = paceFor();
	let [here, records] = [0, 0];
	for (const table of tableNames) {
		let done = 0;
		const all = [...book.all(table), ...book.trashed(table)];
		for (const { batch, trashedAt } of all) {
			if (++done % 100 === 0) await pace(done, all.length);
			if (batch !== begun.id) continue;
			records++;
			if (table === 'person' && trashedAt === undefined) here++;
		}
	}
	// Another tab may have gone on meanwhile.
	if (!(await begunImport(kith))) return undefined;
	const held = book.get('import', begun.id);
	const isWhole = begun.doing === 'writing' && begun.records > 0 && records === begun.records;
	// Its record goes last: without one, what was to be taken out is out.
	const isOut = !held && (begun.doing === 'undoing' || records === 0);
	if (isWhole || isOut) {
		await endImport(kith).catch(() => undefined);
		return undefined;
	}
	return { ...begun, here, record: held ?? recordOf(kith, begun) };
}

/** Leaves what is there in the book; the record of the import says from now on how many that are. */
export async function keepBroken(kith: Kith, { here, record }: BrokenImport): Promise<void> {
	const { id } = record;
	write(kith, (draft) => {
		if (kith.book.get('import', id)) draft.edit('import', id, { added: here });
		else draft.add('import', { ...record, added: here });
	});
	// Without its record the import could not be taken back any more.
	kith.steps.push({ traces: [], elsewhere: 'import' });
	await endImport(kith);
}

/** What is there belongs to an import whose record has not come through. */
function recordOf(kith: Kith, { id, files, people }: ImportBegun): ContactImport {
	const at = new Date(kith.clock.exactly()).toISOString();
	return { id: id as ContactImport['id'], at, files, added: people };
}
