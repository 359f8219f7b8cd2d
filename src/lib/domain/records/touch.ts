// A touch: something that happened between the rep and one or more persons.
import * as v from 'valibot';
import { day, everyRecord, idOf, idsOf, time } from './field';

export const touchKinds = [
	'call',
	'text',
	'message',
	'email',
	'meeting',
	'meal',
	'visit',
	'event',
	'card',
	'gift',
	'video'
] as const;
export const purposes = ['just-talked', 'business', 'asked'] as const;
export const outcomes = ['reached', 'reached-out'] as const;

export const touch = v.object({
	...everyRecord,
	id: idOf<'touch'>(),
	people: idsOf<'person'>(),
	kind: v.picklist(touchKinds),
	purpose: v.picklist(purposes),
	outcome: v.picklist(outcomes),
	day,
	time: v.exactOptional(time)
});

export type Touch = Readonly<v.InferOutput<typeof touch>>;
export type TouchKind = (typeof touchKinds)[number];
export type Purpose = (typeof purposes)[number];
export type Outcome = (typeof outcomes)[number];
