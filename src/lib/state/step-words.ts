// What a step was about, in a few words: "note about Ada", "3 people", and what became of it.
import type { Records, Table } from '$lib/domain/records/tables';
import type { Step, Trace } from '$lib/store/change';
import type { Kith } from './kith.svelte';
import { count } from './say';
import { isTrashed, mainOf } from './step-main';

/** What a step was about, before or after it was taken back. */
export function stepInWords(kith: Kith, step: Step): string {
	return subjectOf(kith, step, mainOf(step));
}

/** What becomes of a step when it is taken back; asked before it is. */
export function undoneInWords(kith: Kith, step: Step): string {
	const main = mainOf(step);
	const subject = subjectOf(kith, step, main);
	const [first] = main;
	if (!first || first.made) return `Taken back: ${subject}`;
	const [was, is] = [isTrashed(first.before), isTrashed(first.after)];
	if (was === is) return `Change taken back: ${subject}`;
	return is ? `Back from the trash: ${subject}` : `In the trash again: ${subject}`;
}

function subjectOf({ book }: Kith, { traces }: Step, main: readonly Trace[]): string {
	const [first] = main;
	const ids = new Set(main.map(({ id }) => id));
	if (!first) return 'nothing';
	const isWithTouch = first.table === 'note' && traces.some(({ table }) => table === 'touch');
	if (first.table === 'person') {
		const name = book.get('person', first.id)?.name;
		return ids.size > 1 || name === undefined ? count(ids.size, 'person', 'people') : name;
	}
	if (first.table === 'slot' && ids.size > 1) return 'order of the Top Ten';
	if (first.table === 'import') return 'import';
	if (ids.size > 1) return count(ids.size, 'entry', 'entries');
	const record = book.get(first.table, first.id);
	const name = record && nameIn(book, record);
	if (isWithTouch) return name === undefined ? 'touch and note' : `touch and note with ${name}`;
	return name === undefined ? alone(first.table, record) : withName(first.table, name);
}

/* Whose it is, for what is about one person. */
function nameIn(book: Pick<Kith['book'], 'get'>, record: Records[Table]): string | undefined {
	const ids = 'people' in record ? record.people : 'person' in record ? [record.person] : [];
	const [id] = ids;
	return ids.length === 1 && id !== undefined ? book.get('person', id)?.name : undefined;
}

function withName(table: Table, name: string): string {
	const words: { readonly [T in Table]?: string } = {
		note: `note about ${name}`,
		touch: `touch with ${name}`,
		promise: `promise to ${name}`,
		thankYou: `thank-you to ${name}`,
		plan: `next touch with ${name}`,
		gesture: `give and take with ${name}`,
		employment: `earlier job of ${name}`,
		moment: `moment of ${name}`,
		circle: `circle of ${name}`,
		fact: `what you know about ${name}`,
		closeness: `how close ${name} is`,
		slot: `${name} in the Top Ten`
	};
	return words[table] ?? alone(table, undefined);
}

function alone(table: Table, record: Records[Table] | undefined): string {
	if (record && 'title' in record && table === 'article') return `article “${record.title}”`;
	const words: { readonly [T in Table]?: string } = {
		note: 'note',
		touch: 'touch',
		promise: 'promise',
		thankYou: 'thank-you',
		plan: 'next touch',
		gesture: 'give and take',
		employment: 'earlier job',
		moment: 'moment',
		circle: 'circle',
		fact: 'what you know',
		closeness: 'how close somebody is',
		slot: 'Top Ten',
		friendsAnswer: 'friends question',
		walk: 'weekly walk',
		article: 'article',
		notSame: 'who is not the same person',
		settings: 'settings',
		device: 'name of the device'
	};
	return words[table] ?? 'entry';
}
