// The settings of the book: one record, the same on all devices.
import * as v from 'valibot';
import { everyRecord, listOf, whole, words } from './field';

/** The one id of the settings record. */
export const SETTINGS_ID = 'settings';

const days = whole(1);

export const settings = v.object({
	...everyRecord,
	id: v.literal(SETTINGS_ID),
	/** Default cadence in days outside the Top Ten; 90 when not set. */
	cadence: v.exactOptional(days),
	/** Default cadence in days for the Top Ten; 30 when not set. */
	tenCadence: v.exactOptional(days),
	/** Days wanted for people with a tag, where they have no cadence of their own; the shortest counts. */
	tagCadences: v.exactOptional(listOf(v.object({ tag: words, days: whole(0) }))),
	/** Calendar files name people by their initials. */
	initialsOnly: v.exactOptional(v.boolean()),
	/** First day of the week: 0 Sunday, 1 Monday, 6 Saturday; the locale's when not set. */
	weekStart: v.exactOptional(v.picklist([0, 1, 6]))
});

export type Settings = Readonly<v.InferOutput<typeof settings>>;
