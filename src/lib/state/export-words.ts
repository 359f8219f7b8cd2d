// What an export comes to, in words.
import type { Table } from '$lib/domain/records/tables';
import { isOfContacts, type ExportFormat } from './export';
import type { Going } from './export-choice';
import type { takenTables } from './one-side';
import { ownedTables, type OwnedTable } from './owners';
import { count } from './say';

type Counted = OwnedTable | (typeof takenTables)[number];
const nouns: Readonly<Record<Counted, readonly [string, string]>> = {
	note: ['note', 'notes'],
	fact: ['fact', 'facts'],
	gesture: ['gesture', 'gestures'],
	circle: ['entry in a circle', 'entries in circles'],
	moment: ['moment', 'moments'],
	promise: ['promise', 'promises']
};

/** "240 people, 1,204 notes, 380 facts, 96 gestures and 2,011 other entries go out." */
export function goesOut({ people, records }: Going, format: ExportFormat): string {
	const named: readonly Table[] = ['person', ...ownedTables] as const;
	const others = [...records].reduce(
		(sum, [table, { length }]) => sum + (named.includes(table) ? 0 : length),
		0
	);
	const persons = count(people.length, 'person', 'people');
	if (isOfContacts(format)) return `${persons} ${people.length === 1 ? 'goes' : 'go'} out.`;
	const counts = ownedTables.map((table) =>
		count(records.get(table)?.length ?? 0, ...nouns[table])
	);
	return `${[persons, ...counts].join(', ')} and ${count(others, 'other entry', 'other entries')} go out.`;
}

/** What stays here and why; empty when nothing does. */
export function staysHere({ stays, choice }: Going, format: ExportFormat): string[] {
	if (isOfContacts(format)) return [];
	const other = choice.whose === 'mine' ? 'the employer’s' : 'yours';
	return [
		stays.others > 0 && `${count(stays.others, 'entry', 'entries')} marked ${other}`,
		stays.unmarked > 0 && `${count(stays.unmarked, 'entry', 'entries')} without a mark`,
		stays.sensitive === 1 && '1 entry that is sensitive or touches on what is',
		stays.sensitive > 1 &&
			`${count(stays.sensitive, 'entry', 'entries')} that are sensitive or touch on what is`
	].filter((line) => line !== false);
}

/** "12 notes, 3 facts and 1 gesture". */
export function entriesInWords(entries: readonly { readonly table: Counted }[]): string {
	const counts = Object.entries(nouns).flatMap(([table, noun]) => {
		const many = entries.filter((entry) => entry.table === table).length;
		return many > 0 ? [count(many, ...noun)] : [];
	});
	if (counts.length < 2) return counts[0] ?? 'nothing';
	return `${counts.slice(0, -1).join(', ')} and ${counts.at(-1) ?? ''}`;
}
