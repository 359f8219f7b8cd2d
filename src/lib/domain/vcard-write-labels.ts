// What relations and days are called on the way out, in words our own reader and others take back.
import type { Circle } from './records/circle';
import type { Moment } from './records/moment';
import { relationOf } from './vcard-labels';

/** The relations that RFC 6350 has a TYPE for, and Apple's word for each. */
const RELATED: Readonly<Record<string, readonly [type: string | undefined, apple: string]>> = {
	spouse: ['spouse', 'Spouse'],
	child: ['child', 'Child'],
	parent: ['parent', 'Parent'],
	sibling: ['sibling', 'Sibling'],
	friend: ['friend', 'Friend'],
	colleague: ['co-worker', 'Colleague'],
	assistant: [undefined, 'Assistant'],
	boss: [undefined, 'Manager'],
	pet: [undefined, 'Pet'],
	other: [undefined, 'Other']
};
/** Longer words about somebody are no name of a relation. */
const LONGEST = 30;

/** The TYPE of a relation where its plain word says all, and the label that says it anyhow. */
export function relationLabel({ relation, about }: Pick<Circle, 'relation' | 'about'>): {
	readonly type: string | undefined;
	readonly label: string;
} {
	const [type, apple = 'Other'] = RELATED[relation] ?? [];
	const word = about?.replace(/\s+/g, ' ').trim() ?? '';
	// "brother" says more than sibling; "has a boat" is no relation at all.
	const isWord = word !== '' && word.length <= LONGEST && relationOf(word).relation === relation;
	if (isWord && (relation !== 'other' || !word.includes(' '))) {
		return { type: undefined, label: word };
	}
	return { type, label: `_$!<${apple}>!$_` };
}

/** The label of a yearly day; undefined for one that address books have no place for. */
export function dateLabel({ kind, label }: Moment): string | undefined {
	if (kind === 'birthday') return '_$!<Birthday>!$_';
	if (kind === 'wedding') return '_$!<Anniversary>!$_';
	if (kind === 'work-anniversary') return 'Work anniversary';
	return label?.trim() || undefined;
}
