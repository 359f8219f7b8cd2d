// The fields of a contact in Monica's account.
import * as v from 'valibot';
import { anything, day, flag, line, text, whole } from './monica-shape';

/** The fields of a contact that are days. */
const specialDates = {
	birthdate: anything,
	deceased_date: anything,
	deceased_reminder: anything,
	first_met_date: anything,
	first_met_reminder: anything
};

/** The fields of a contact that are read. */
export const contactShape = v.object({
	first_name: line,
	middle_name: line,
	last_name: line,
	nickname: line,
	description: text,
	is_starred: flag,
	is_partial: flag,
	is_active: flag,
	is_dead: flag,
	job: line,
	company: line,
	food_preferences: text,
	last_talked_to: day,
	stay_in_touch_frequency: whole,
	vcard: text,
	tags: anything,
	first_met_through: text,
	...specialDates
});
export type ContactFields = v.InferOutput<typeof contactShape>;
