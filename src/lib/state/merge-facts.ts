// Words that have no place on the one who stays, as facts: the same fact on every device, and there again
// when the rep merges again or takes a merge back.
import type { Id } from '$lib/domain/id';
import type { Fact } from '$lib/domain/records/fact';
import { sha256Hex } from '$lib/domain/sha256';
import type { Draft } from '$lib/store/change';
import { Draft as NewDraft } from '$lib/store/change';
import { writeDraft } from '$lib/store/write';
import type { Kith } from './kith.svelte';
import { labelsOfApart } from './merge-labels';
import { factOfApart } from './merge-words';
import { standsFor } from './merged';
import type { Apart } from '$lib/domain/person-merge';

type PersonId = Id<'person'>;

/** Label and text of a fact. */
export interface Words {
	readonly label: string;
	readonly text: string;
}

/** So often a fact may have been erased and be needed again. */
const AGAIN = 8;

/**
 * Keeps words as a fact. In a merge of the rep's own one in the trash comes back; else one that was put
 * away stays away.
 */
export function keepWords(
	{ book, clock }: Kith,
	draft: Draft,
	kept: PersonId,
	from: PersonId,
	words: Words,
	by?: 'rep'
): void {
	const ids = idsOfWords(from, kept, words);
	const id = by ? ids.find((one) => !book.isErased(one)) : ids[0];
	if (id === undefined || book.isErased(id)) return;
	if (draft.wishes.some((wish) => wish.do === 'add' && wish.record.id === id)) return;
	const known = book.get('fact', id);
	if (!known) draft.add('fact', { id, person: kept, day: clock.today, ...words });
	else if (by && known.trashedAt !== undefined) {
		draft.edit('fact', id, { person: kept, trashedAt: undefined, ...words });
	}
}

/** Whether a fact keeps words of somebody's record, beside the one who stays. */
export function isOfRecord(person: PersonId, kept: PersonId, fact: Fact): boolean {
	return idsOfWords(person, kept, fact).includes(fact.id);
}

/**
 * For the undo of a merge on which another was built meanwhile: words it takes away again stay among the
 * facts where no record says them.
 */
export function keepUndone(kith: Kith, { wishes }: Draft): () => void {
	const facts = wishes.flatMap((wish) => {
		return wish.do === 'add' && wish.table === 'fact' ? [wish.record as Fact] : [];
	});
	const people = new Set(
		wishes.flatMap((wish) => (wish.do === 'edit' && wish.table === 'person' ? [wish.id] : []))
	);
	return () => {
		const { book } = kith;
		const draft = new NewDraft();
		for (const { id, person, label, text } of facts) {
			const held = book.get('fact', id);
			if (held && held.trashedAt === undefined) continue;
			const isSaid = [...people].some((one) => says(kith, one, label, text));
			const kept = standsFor(kith, person);
			if (isSaid || label === undefined || book.isErased(id) || !book.get('person', kept)) continue;
			if (held) draft.edit('fact', id, { person: kept, trashedAt: undefined });
			else draft.add('fact', { id, person: kept, day: kith.clock.today, label, text });
		}
		if (draft.wishes.length > 0) writeDraft(book, draft);
	};
}

/** Whether a record outside the trash says words; a birthday counts as said where one is there. */
function says({ book }: Kith, id: string, label: string | undefined, text: string): boolean {
	const person = book.get('person', id);
	if (!person || person.trashedAt !== undefined) return false;
	const held: Readonly<Record<string, unknown>> = { ...person };
	const fields = Object.keys(labelsOfApart) as Apart['field'][];
	const isKnown = fields.some((field) => labelsOfApart[field] === label);
	if (!isKnown) return book.about('moment', id).some(({ kind }) => kind === 'birthday');
	return fields.some((field) => {
		if (labelsOfApart[field] !== label || held[field] === undefined) return false;
		const apart = { field, value: held[field] } as Apart;
		return factOfApart(apart, (one) => book.get('person', one)?.name)?.text === text;
	});
}

/** The ids a fact of these words may have, the first unless it was erased: the same on every device. */
function idsOfWords(
	person: PersonId,
	kept: PersonId,
	{ label, text }: { readonly label?: string; readonly text: string }
): Fact['id'][] {
	return Array.from({ length: AGAIN }, (_, at) => {
		const again = at === 0 ? '' : ` ${at}`;
		const said = `${person} ${kept} ${label ?? ''}${text}${again}`;
		const sum = sha256Hex(new TextEncoder().encode(said));
		const chance = (BigInt(`0x${sum}`) % 36n ** 8n).toString(36).padStart(8, '0');
		return (person.slice(0, -8) + chance) as Fact['id'];
	});
}
