// A thank-you: a note owed after a meeting, meal or visit, until written, posted or waved off.
import * as v from 'valibot';
import { day, everyRecord, idOf, instant } from './field';

const thankYouStates = ['owed', 'written', 'posted', 'waved-off'] as const;

export const thankYou = v.object({
	...everyRecord,
	id: idOf<'thankYou'>(),
	person: idOf<'person'>(),
	/** The meeting, meal or visit it is for. */
	touch: idOf<'touch'>(),
	state: v.picklist(thankYouStates),
	/** Since when it is owed; its age shows in hours. */
	since: instant,
	/** The one concrete thing from the meeting that the note speaks of. */
	mention: v.exactOptional(v.string()),
	/** The day of the latest state. */
	on: v.exactOptional(day),
	snoozedUntil: v.exactOptional(day)
});

export type ThankYou = Readonly<v.InferOutput<typeof thankYou>>;
