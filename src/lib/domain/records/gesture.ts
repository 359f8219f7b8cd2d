// A gesture: one line of the give-and-take ledger, in kind, never in money.
import * as v from 'valibot';
import { either } from './either';
import { day, everyRecord, idOf, owner } from './field';

export const givenKinds = [
	'insight',
	'article',
	'introduction',
	'referral',
	'help',
	'time',
	'gift',
	'card'
] as const;
export const receivedKinds = [
	'information',
	'introduction',
	'referral',
	'warning',
	'competitor-insight',
	'technology-lesson',
	'order',
	'favour',
	'took-me-along'
] as const;

const common = {
	...everyRecord,
	id: idOf<'gesture'>(),
	person: idOf<'person'>(),
	text: v.exactOptional(v.string()),
	day,
	/** The saved article that was passed on. */
	article: v.exactOptional(idOf<'article'>()),
	owner: v.exactOptional(owner),
	touch: v.exactOptional(idOf<'touch'>()),
	note: v.exactOptional(idOf<'note'>())
};

export const gesture = either('direction', [
	v.object({ ...common, direction: v.literal('given'), kind: v.picklist(givenKinds) }),
	v.object({ ...common, direction: v.literal('received'), kind: v.picklist(receivedKinds) })
]);

export type Gesture = Readonly<v.InferOutput<typeof gesture>>;
