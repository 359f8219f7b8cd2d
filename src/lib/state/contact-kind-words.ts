// The kinds of rows in the look before an import, and what may be done with them, in words.
import type { RowChoice, RowKind } from './contact-choices.svelte';
import { count, figure } from './say';

export const kindWords: Readonly<Record<RowKind, string>> = {
	fresh: 'New',
	moved: 'Perhaps moved',
	known: 'Already known',
	perhaps: 'Perhaps the same',
	twice: 'Here twice',
	trash: 'In the trash',
	nothing: 'Nothing new'
};

/** What the kind is, and what becomes of it unless the rep says otherwise. */
export const kindHints: Readonly<Record<Exclude<RowKind, 'fresh'>, string>> = {
	moved:
		'LinkedIn names another job than your book. Taking it over keeps the old one as an earlier job and adds what else is missing. What you leave is not asked again until LinkedIn says something new.',
	known:
		'What the person does not have yet is added unless you say otherwise. Nothing you wrote is overwritten.',
	perhaps:
		'Something speaks for it, though not enough to be sure. They are added unless you say otherwise.',
	twice:
		'Two entries of one person. Unless you say otherwise the later one adds to the first what that lacks.',
	trash:
		'You took them out yourself. They stay out unless you say otherwise; adding makes a new person and leaves the trash alone.',
	nothing: 'All that stands in these is in your book, or earlier in this import. They are left out.'
};

const choiceWords: Readonly<Record<RowChoice, string>> = {
	leave: 'Leave out',
	add: 'Add anyway',
	fill: 'Add what is missing',
	move: 'Take it over'
};

/** What a choice is called for a row of a kind. */
export function choiceLabel(kind: RowKind, choice: RowChoice): string {
	return kind === 'moved' && choice === 'leave' ? 'Leave as it is' : choiceWords[choice];
}

/** "Already known (14)". */
export function kindTab(kind: RowKind, many: number): string {
	return `${kindWords[kind]} (${figure(many)})`;
}

/** The words on the button when nothing is chosen but to leave new jobs alone. */
export function leaveMovesLabel(many: number): string {
	return many === 1
		? `Leave ${count(many, 'job')} as it is`
		: `Leave ${count(many, 'job')} as they are`;
}
