// Restore in words: what would change, what was done.
import { totalOf, type AddedPerson, type RestorePlan } from '$lib/domain/backup-plan';
import type { Table } from '$lib/domain/records/tables';
import { count } from './say';

/** The tables as headings. */
export const tableWords: Readonly<Record<Table, string>> = {
	person: 'People',
	circle: 'People around them',
	fact: 'Facts',
	moment: 'Moments',
	promise: 'Promises',
	plan: 'Booked touches',
	slot: 'Places in the Top Ten',
	article: 'Articles',
	settings: 'Settings',
	device: 'Devices',
	touch: 'Touches',
	note: 'Notes',
	gesture: 'Give and take',
	thankYou: 'Thank-yous',
	import: 'Imports',
	walk: 'Weekly walks',
	friendsAnswer: 'Answers about friends',
	employment: 'Earlier employers',
	closeness: 'How close you are',
	notSame: 'Said not to be the same'
};

/** One and several of each table, for a sentence. */
export const nouns: Readonly<Record<Table, readonly [string, string]>> = {
	person: ['person', 'people'],
	circle: ['person around them', 'people around them'],
	fact: ['fact', 'facts'],
	moment: ['moment', 'moments'],
	promise: ['promise', 'promises'],
	plan: ['booked touch', 'booked touches'],
	slot: ['place in the Top Ten', 'places in the Top Ten'],
	article: ['article', 'articles'],
	settings: ['setting', 'settings'],
	device: ['device', 'devices'],
	touch: ['touch', 'touches'],
	note: ['note', 'notes'],
	gesture: ['gesture', 'gestures'],
	thankYou: ['thank-you', 'thank-yous'],
	import: ['import', 'imports'],
	walk: ['weekly walk', 'weekly walks'],
	friendsAnswer: ['answer about friends', 'answers about friends'],
	employment: ['earlier employer', 'earlier employers'],
	closeness: ['word on how close you are', 'words on how close you are'],
	notSame: ['pair said not to be the same', 'pairs said not to be the same']
};

/** "Ashby Grain, with 5 facts and 1 note". */
export function addedWhy({ person, with: kinds }: AddedPerson): string {
	const all = [...kinds].map(([table, many]) => count(many, ...nouns[table]));
	const brought = listOf(all.length > 4 ? [...all.slice(0, 3), 'more'] : all);
	const parts = [person.company, brought && `with ${brought}`];
	return parts.filter(Boolean).join(', ');
}

/** What a restore has done. */
export function restoredLine(plan: RestorePlan): string {
	const { added, changed, trashed, addedToTrash } = totalOf(plan);
	const people = plan.tallies.get('person')?.added ?? 0;
	const others = added - people;
	const brought = [
		people > 0 && count(people, 'person', 'people'),
		others > 0 &&
			count(others, people > 0 ? 'other entry' : 'entry', people > 0 ? 'other entries' : 'entries')
	].filter((part) => part !== false);
	const binned = trashed + addedToTrash;
	const done = [
		brought.length > 0 && `Added ${listOf(brought)}.`,
		changed > 0 && `Updated ${count(changed, 'entry', 'entries')}.`,
		binned > 0 && `Put ${count(binned, 'entry', 'entries')} in the trash.`
	].filter((part) => part !== false);
	return done.length > 0 ? done.join(' ') : 'Nothing to do: your book already has all of it.';
}

/** "a, b and c". */
function listOf(parts: readonly string[]): string {
	if (parts.length < 2) return parts[0] ?? '';
	return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
