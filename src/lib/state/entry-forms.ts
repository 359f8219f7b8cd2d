// Words of an entry as fields that save as the rep writes: a note's body, an answer that is revised.
import { mergeTexts } from '$lib/domain/three-way';
import type { Id } from '$lib/domain/id';
import { partsOf } from '$lib/domain/day';
import type { Fact } from '$lib/domain/records/fact';
import type { Note } from '$lib/domain/records/note';
import type { Touch } from '$lib/domain/records/touch';
import type { Autosave, AutosaveField } from './autosave.svelte';
import type { Kith } from './kith.svelte';
import { apartText } from './merge-words';

/** The words of a note. */
export function noteField(kith: Kith, autosave: Autosave, id: Id<'note'>): AutosaveField<string> {
	return autosave.field<string>({
		stored: () => kith.live.get('note', id)?.body ?? '',
		merge: mergeTexts,
		refuse: (body) =>
			body.trim() === ''
				? 'These are the old words still. A note without any goes to the trash.'
				: undefined,
		write: (draft, body) =>
			draft.edit('note', id, { body, editedAt: new Date(autosave.now()).toISOString() })
	});
}

/** Words about a touch that has none yet: the first ones make a note. */
export function wordsField(kith: Kith, autosave: Autosave, touch: Touch): AutosaveField<string> {
	let id: Id<'note'> | undefined;
	const made = (): Note | undefined => {
		const note = id && kith.live.get('note', id);
		return note && note.trashedAt === undefined ? note : undefined;
	};
	return autosave.field<string>({
		stored: () => made()?.body ?? '',
		merge: mergeTexts,
		write: (draft, body) => {
			const note = made();
			if (note) {
				draft.edit('note', note.id, { body });
				return;
			}
			id = kith.book.newId('note', partsOf(touch.day).year);
			draft.add('note', { id, people: touch.people, day: touch.day, touch: touch.id, body });
		}
	});
}

/**
 * The text of an answer, as it is shown. The first change makes a new answer, learned today; the old one is
 * kept.
 */
export function answerField(kith: Kith, autosave: Autosave, fact: Fact): AutosaveField<string> {
	const revises = fact.id;
	let revision: Id<'fact'> | undefined;
	const current = (): Fact | undefined => {
		const mine = revision && kith.live.get('fact', revision);
		return mine && mine.trashedAt === undefined ? mine : undefined;
	};
	return autosave.field<string>({
		stored: () => {
			const mine = current();
			if (mine) return mine.text;
			const { label, text } = kith.live.get('fact', revises) ?? fact;
			return apartText(label, text);
		},
		merge: mergeTexts,
		refuse: (text) =>
			text.trim() === '' ? 'This is the old answer still. “Forget this” takes it away.' : undefined,
		write: (draft, text) => {
			const mine = current();
			if (mine) {
				draft.edit('fact', mine.id, { text });
				return;
			}
			// As it is now: it may have been called sensitive, or the employer's, since the form opened.
			const { person, topic, label, aspect, source, sensitive, owner } =
				kith.book.get('fact', revises) ?? fact;
			revision = kith.book.newId('fact');
			draft.add('fact', {
				id: revision,
				person,
				...(topic === undefined ? {} : { topic }),
				...(label === undefined ? {} : { label }),
				...(aspect === undefined ? {} : { aspect }),
				...(source === undefined ? {} : { source }),
				...(owner === undefined ? {} : { owner }),
				...(sensitive === undefined ? {} : { sensitive }),
				text,
				day: kith.clock.today,
				revises
			});
		}
	});
}
