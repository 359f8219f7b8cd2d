// What numbers, addresses, days and relatives are called in a vCard, in plain lower-case words.
import type { MomentKind } from './records/moment';
import type { Relation } from './records/circle';
import { typesOf, type VcardProperty } from './vcard-property';

/** Types that say nothing a person would say: the usual kind of thing, and how well it is liked. */
const SILENT = new Set(
	'voice msg text video textphone internet pref postal parcel dom intl uri other'.split(' ')
);
const PLACES = ['home', 'work'];
const APPLE_LABEL = /^_\$!<(.*)>!\$_$/s;

const relationWords: Readonly<Record<Relation, string>> = {
	spouse: 'spouse wife husband partner domestic-partner',
	child: 'child children kid son daughter',
	parent: 'parent mother father mom mum dad',
	sibling: 'sibling brother sister',
	pet: 'pet dog cat horse',
	assistant: 'assistant agent secretary',
	boss: 'boss manager supervisor',
	colleague: 'colleague co-worker coworker',
	friend: 'friend',
	other: 'other'
};
const relationOfWord = new Map<string, Relation>(
	Object.entries(relationWords).flatMap(([relation, words]) =>
		words.split(' ').map((word): [string, Relation] => [word, relation as Relation])
	)
);
/** Words that say no more than the relation they stand for. */
const PLAIN = new Set(['agent', 'manager', 'co-worker', 'coworker', 'children']);

const momentOfWord = new Map<string, MomentKind>([
	['birthday', 'birthday'],
	['anniversary', 'wedding'],
	['wedding', 'wedding'],
	['wedding anniversary', 'wedding'],
	['work anniversary', 'work-anniversary']
]);

/** The words of an X-ABLabel: Apple's own `_$!<HomeFAX>!$_` becomes "home fax", others stay. */
function labelWords(label: string): string {
	const apple = APPLE_LABEL.exec(label.trim())?.[1];
	if (apple === undefined) return label.trim();
	return apple.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** The label of a property: its X-ABLabel, or its types as words, such as "work fax". */
export function labelOf(property: VcardProperty, label: string | undefined): string | undefined {
	const words = label === undefined ? '' : labelWords(label);
	if (words !== '') return words;
	const types = new Set(typesOf(property).map((type) => type.replace(/^x-/, '')));
	const spoken = [...types].filter((type) => type !== '' && !SILENT.has(type));
	const places = spoken.filter((type) => PLACES.includes(type));
	const rest = spoken.filter((type) => !PLACES.includes(type));
	return [...places, ...rest].join(' ') || undefined;
}

/** The relation a word stands for, and the word itself where it says more, such as "brother". */
export function relationOf(label: string): { relation: Relation; about?: string } {
	const words = labelWords(label);
	const word = words.toLowerCase().replace(/\s+/g, '-');
	const relation = relationOfWord.get(word) ?? 'other';
	return word === '' || word === relation || PLAIN.has(word)
		? { relation }
		: { relation, about: words };
}

/** The kind of moment a label stands for, and the label where the kind does not say it. */
export function momentOf(label: string): { kind: MomentKind; label?: string } {
	const words = labelWords(label);
	const kind = momentOfWord.get(words.toLowerCase());
	if (kind) return { kind };
	return words === '' ? { kind: 'other' } : { kind: 'other', label: words };
}
