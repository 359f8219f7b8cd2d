// A moment: a day that matters to a person or a company, every year or once.
import * as v from 'valibot';
import { anyDay, day, everyRecord, idOf, words } from './field';

export const momentKinds = [
	'birthday',
	'wedding',
	'work-anniversary',
	'founding-day',
	'holiday',
	'trip',
	'surgery',
	'go-live',
	'other'
] as const;

/** Holidays whose day is reckoned anew each year. */
export const holidays = [
	'new-year',
	'lunar-new-year',
	'easter',
	'orthodox-easter',
	'eid-al-fitr',
	'eid-al-adha',
	'rosh-hashanah',
	'thanksgiving-us',
	'thanksgiving-canada',
	'hanukkah',
	'christmas',
	'orthodox-christmas'
] as const;

export const moment = v.object({
	...everyRecord,
	id: idOf<'moment'>(),
	/** Absent when it is a company's. */
	person: v.exactOptional(idOf<'person'>()),
	/** The company whose day it is, as the rep writes its name. */
	company: v.exactOptional(words),
	kind: v.picklist(momentKinds),
	/** Which holiday it is; then `day` is where it fell when it was written down. */
	holiday: v.exactOptional(v.picklist(holidays)),
	/** What it is, in the rep's words; needed where the kind does not say it. */
	label: v.exactOptional(v.string()),
	/** Without a year only for what comes back every year. */
	day: anyDay,
	yearly: v.boolean(),
	/** Kept out of calendars and off what others may see. */
	sensitive: v.exactOptional(v.boolean()),
	/** A card or parcel goes with it, so it shows early enough to arrive. */
	post: v.exactOptional(v.boolean()),
	/** Whose day it is, when it is somebody in the circle. */
	circle: v.exactOptional(idOf<'circle'>()),
	note: v.exactOptional(idOf<'note'>()),
	/** The occurrence last seen to, so that it does not show again. */
	doneFor: v.exactOptional(day),
	snoozedUntil: v.exactOptional(day)
});

export type Moment = Readonly<v.InferOutput<typeof moment>>;
export type Holiday = (typeof holidays)[number];
export type MomentKind = (typeof momentKinds)[number];
