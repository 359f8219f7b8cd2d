// The trash: what was moved there in the last 30 days, and the way back.
import { addDays, dayOfDate, daysBetween } from '$lib/domain/day';
import type { Records } from '$lib/domain/records/tables';
import { closenessSince } from './closeness';
import type { Kith } from './kith.svelte';
import { standsInstead } from './merged';
import { bringBackPerson } from './people';
import { gestureWords, momentInWords } from './person-words';
import { count, touchKindWords } from './say';
import { write } from './writing';

/** How long something stays in the trash before it is erased. */
export const TRASH_DAYS = 30;

/** Tables whose records the rep moves to the trash one by one. */
const shown = [
	'person',
	'note',
	'touch',
	'fact',
	'circle',
	'moment',
	'promise',
	'gesture',
	'article',
	'employment',
	'closeness'
] as const;

/** One thing in the trash. */
export interface Trashed {
	readonly table: (typeof shown)[number];
	readonly id: string;
	readonly trashedAt: string;
	/** What it is about, or what it says. */
	readonly text: string;
	/** The person or company it belongs to, when it is not a person itself. */
	readonly of: string | undefined;
	/** Who stands for a person whose record became one with another; it comes back by parting. */
	readonly into: string | undefined;
}

/** Everything in the trash, latest first. */
export function trashOf(kith: Kith): Trashed[] {
	const { live } = kith;
	const name = (id: string | undefined): string | undefined =>
		id === undefined ? undefined : live.get('person', id)?.name;
	const found = shown.flatMap((table) =>
		live.trashed(table).map((record): Trashed => {
			const of =
				'people' in record
					? name(record.people[0])
					: 'person' in record
						? name(record.person)
						: undefined;
			const company = 'company' in record && table !== 'person' ? record.company : undefined;
			return {
				...{
					table,
					id: record.id,
					trashedAt: record.trashedAt ?? '',
					text: textOf(kith, table, record)
				},
				of: of ?? company,
				into: 'mergedInto' in record ? nameNow(kith, record.id) : undefined
			};
		})
	);
	return found.sort((a, b) => (a.trashedAt < b.trashedAt ? 1 : -1));
}

/** Brings something back from the trash. */
export function bringBack(kith: Kith, { table, id, text }: Trashed): void {
	const person = table === 'person' ? kith.book.get(table, id) : undefined;
	if (person) return bringBackPerson(kith, person);
	write(
		kith,
		(draft) => {
			draft.edit(table, id, { trashedAt: undefined });
			if (table !== 'touch') return;
			// The thank-you went along with the meeting it is for.
			for (const thanks of kith.book.trashed('thankYou')) {
				if (thanks.touch === id) draft.edit('thankYou', thanks.id, { trashedAt: undefined });
			}
		},
		`Back: “${text}”`
	);
}

function nameNow(kith: Kith, id: string): string | undefined {
	const kept = standsInstead(kith, id);
	return kept && kith.book.get('person', kept)?.name;
}

/* What a record says; where it has no words, what kind it is. */
function textOf<T extends Trashed['table']>(kith: Kith, table: T, record: Records[T]): string {
	const said = ownWords(record);
	if (said !== '') return said;
	switch (table) {
		case 'moment':
			return momentInWords(record as Records['moment']);
		case 'closeness':
			return closenessSince(kith, record as Records['closeness']);
		case 'touch':
			return touchKindWords[(record as Records['touch']).kind];
		case 'gesture':
			return gestureWords[(record as Records['gesture']).kind];
		default:
			return '';
	}
}

function ownWords(record: object): string {
	// An earlier post is called after its company, an article by its title.
	const called = 'person' in record ? 'company' : 'title';
	for (const field of ['name', called, 'body', 'text', 'label'] as const) {
		const value = (record as Record<string, unknown>)[field];
		if (typeof value === 'string' && value !== '') return value;
	}
	return '';
}

/** "erased in 12 days". */
export function daysLeft(kith: Kith, { trashedAt }: Trashed): string {
	const end = addDays(dayOfDate(new Date(trashedAt)), TRASH_DAYS);
	const days = Math.max(0, daysBetween(kith.clock.today, end));
	return days === 0 ? 'erased soon' : `erased in ${count(days, 'day')}`;
}
