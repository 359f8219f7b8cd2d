// Words of a note become what one knows: a fact, an interest, a moment, a promise, somebody in the
// circle. Each keeps the note it was taken from, and is one step to take back.
import type { AnyDay, Day } from '$lib/domain/day';
import { fold } from '$lib/domain/fold';
import type { Id } from '$lib/domain/id';
import { oneLine } from '$lib/domain/kept-words';
import { isNamedIn } from '$lib/domain/names-in-text';
import type { Relation } from '$lib/domain/records/circle';
import type { MomentKind } from '$lib/domain/records/moment';
import type { Note } from '$lib/domain/records/note';
import type { Draft } from '$lib/store/change';
import type { Kith } from './kith.svelte';
import { newAspect } from './facts';
import { write } from './writing';

/** What selected words are kept as, once somebody has looked at them. */
export type Kept =
	| {
			readonly kind: 'fact';
			readonly person: Id<'person'>;
			readonly text: string;
			readonly sensitive: boolean;
	  }
	| { readonly kind: 'interest'; readonly person: Id<'person'>; readonly text: string }
	| {
			readonly kind: 'moment';
			readonly person: Id<'person'>;
			readonly moment: MomentKind;
			readonly day: AnyDay;
			readonly yearly: boolean;
			readonly label: string;
			readonly sensitive: boolean;
	  }
	| {
			readonly kind: 'promise';
			readonly person: Id<'person'> | undefined;
			readonly text: string;
			readonly due: Day | undefined;
	  }
	| {
			readonly kind: 'circle';
			readonly person: Id<'person'>;
			readonly name: string;
			readonly relation: Relation;
			readonly years: number | undefined;
			readonly birthday: AnyDay | undefined;
			readonly about: string;
	  };

const said: Readonly<Record<Kept['kind'], string>> = {
	fact: 'Kept as something you know',
	interest: 'Kept as an interest',
	moment: 'Moment written down',
	promise: 'Promise written down',
	circle: 'Kept in the circle'
};

/**
 * Keeps words of a note; what they like already, and what was promised already, is not kept twice.
 * @param note the note they stand in: what is learned was learned on its day
 * @returns false when the book is read-only; the rep has been told
 */
export function keepWords(kith: Kith, kept: Kept, note: Note | undefined): boolean {
	if (kept.kind === 'interest') {
		const text = newAspect(kith, kept.person, kept.text);
		if (text === undefined) {
			kith.toasts.show(`“${kept.text}” is there already`);
			return true;
		}
		kept = { ...kept, text };
	}
	if (kept.kind === 'promise' && isPromised(kith, kept, note)) {
		kith.toasts.show('You promised this already');
		return true;
	}
	return write(kith, (draft) => add(kith, draft, kept, note), said[kept.kind]);
}

/**
 * Whether the same is promised already: in the same words and still open, or in more words of the note they
 * were taken from, by the same day.
 */
export function isPromised(
	{ book }: Kith,
	{ person, text, due }: Pick<Extract<Kept, { kind: 'promise' }>, 'person' | 'text' | 'due'>,
	note?: Note
): boolean {
	const words = fold(oneLine(text));
	return book.all('promise').some((known) => {
		const before = fold(oneLine(known.text));
		if (note !== undefined && known.note === note.id) {
			return before === words || (known.due === due && before.includes(words));
		}
		return before === words && known.person === person && known.keptOn === undefined;
	});
}

function add(kith: Kith, draft: Draft, kept: Kept, note: Note | undefined): void {
	const { book, clock } = kith;
	const from = note ? { note: note.id } : {};
	const day = note?.day ?? clock.today;
	switch (kept.kind) {
		case 'fact':
		case 'interest': {
			const { person, text } = kept;
			draft.add('fact', {
				...{ id: book.newId('fact'), person, text, day, source: 'told-me', ...from },
				...(note?.owner === undefined ? {} : { owner: note.owner }),
				...(kept.kind === 'interest' ? { aspect: 'interest' } : {}),
				...(kept.kind === 'fact' && kept.sensitive ? { sensitive: true } : {})
			});
			return;
		}
		case 'moment': {
			const { person, moment, yearly, label, sensitive } = kept;
			const whose = book.about('circle', person).find(({ name }) => isNamedIn(name, label));
			draft.add('moment', {
				...(whose ? { circle: whose.id } : {}),
				...{ id: book.newId('moment'), person, kind: moment, day: kept.day, yearly, ...from },
				...(label === '' ? {} : { label }),
				...(sensitive || moment === 'surgery' ? { sensitive } : {})
			});
			return;
		}
		case 'promise': {
			const { person, text, due } = kept;
			draft.add('promise', {
				...{ id: book.newId('promise'), text, ...from },
				...(person === undefined ? {} : { person }),
				...(due === undefined ? {} : { due })
			});
			return;
		}
		case 'circle': {
			const { person, name, relation, years, birthday, about } = kept;
			draft.add('circle', {
				...{ id: book.newId('circle'), person, name, relation, ...from },
				...(birthday === undefined ? {} : { birthday }),
				...(years === undefined ? {} : { age: { years, on: day } }),
				...(about === '' ? {} : { about })
			});
		}
	}
}
