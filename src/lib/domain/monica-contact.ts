// One contact of Monica's: all that is known about him.
import * as v from 'valibot';
import type { ContactDraft } from './contact-draft';
import type { MonicaAccount } from './monica-account';
import { addDates } from './monica-dates';
import { entryReaders, readUnknown } from './monica-entries';
import { hasSomething, MonicaGathering, wordsOf } from './monica-gathering';
import { addKept } from './monica-kept';
import { contactShape, type ContactFields } from './monica-fields';
import type { OpenedContact } from './monica-opened';
import type { Relatives } from './monica-relations';
import { itemsOf, text } from './monica-shape';
import { isPrivateMatter } from './private-matter';

/** How Monica shows and keeps a contact; nothing that is known about somebody. */
const OF_THE_PROGRAM = new Set([
	...['avatar', 'last_consulted_at', 'number_of_views', 'stay_in_touch_trigger_date'],
	...['distant_etag', 'first_met_reminder', 'deceased_reminder']
]);

/** What of somebody who is only in another's circle could not be read. */
export function checkAround(account: MonicaAccount, contact: OpenedContact): void {
	const to = gatheringOf(account, contact);
	for (const what of [...contact.bad, ...contact.is.bad]) to.unread(what);
	addDates(to, contact.is.fields, contact.made ?? undefined);
	if (hasSomething(contact.properties['gender'])) to.took('gender', 'left-out');
}

/** All about a contact; undefined when there is nothing to call him by, which is told. */
export function readContact(
	account: MonicaAccount,
	contact: OpenedContact,
	relatives: Relatives | undefined
): ContactDraft | undefined {
	const to = gatheringOf(account, contact);
	for (const what of [...contact.bad, ...contact.is.bad]) to.unread(what);
	addTags(to, contact.is.fields.tags);
	addDates(to, contact.is.fields, contact.made ?? undefined);
	for (const each of relatives?.circle ?? []) to.circle.push(each);
	for (const line of relatives?.lines ?? []) to.keep('relationship', line);
	for (const [type, values] of contact.collections) {
		const read = entryReaders.get(type) ?? readUnknown;
		for (const [index, value] of values.entries()) {
			read(to, value, `${type.replace(/_/g, ' ')} ${index + 1}`, contact);
		}
	}
	const own = ownFields(to, contact);
	const name = contact.name ?? to.emails[0]?.value ?? to.phones[0]?.value;
	if (name === undefined) {
		account.problem('bad-contact', contact.row, `contact ${contact.row}`);
		return undefined;
	}
	const kept = contact.is.fields.vcard ? addKept(to, contact.is.fields.vcard) : [];
	return { ...to.around, name, ...own, ...(kept.length > 0 ? { vcard: kept } : {}) };
}

function gatheringOf(account: MonicaAccount, { row, name }: OpenedContact): MonicaGathering {
	return new MonicaGathering({ account, row, name: name ?? `contact ${row}` });
}

/** The fields of the person himself. */
function ownFields(to: MonicaGathering, { uuid, made, is, properties }: OpenedContact) {
	const { fields } = is;
	const taken = (
		value: string | null | undefined,
		from: string,
		field: 'nickname' | 'company' | 'title' | 'about'
	): Partial<Pick<ContactDraft, typeof field>> => {
		if (!value) return {};
		to.took(from, field);
		return { [field]: value };
	};
	const { first_name: givenName, last_name: familyName } = fields;
	if (givenName || familyName || fields.middle_name) to.took('name', 'name');
	addFood(to, fields.food_preferences ?? undefined, made ?? undefined);
	addIntroduction(to, fields.first_met_through ?? undefined);
	if (fields.is_starred) addTag(to, 'is_starred', 'starred');
	if (fields.is_active === false) addTag(to, 'is_active', 'archived');
	const lastTalk = fields.last_talked_to ?? undefined;
	if (lastTalk && !to.touches.some(({ day: on }) => on >= lastTalk)) {
		to.keep('last_talked_to', `Last talked on ${lastTalk}.`);
	}
	for (const [from, value] of Object.entries(properties)) {
		if (Object.hasOwn(contactShape.entries, from) || OF_THE_PROGRAM.has(from)) continue;
		if (!hasSomething(value)) continue;
		const words = from === 'gender' ? undefined : wordsOf(value);
		if (words === undefined) to.took(from, 'left-out');
		else to.keep(from, `${from.replace(/_/g, ' ')}: ${words}`);
	}
	return {
		...(givenName ? { givenName } : {}),
		...(familyName ? { familyName } : {}),
		...taken(fields.nickname, 'nickname', 'nickname'),
		...taken(fields.company, 'company', 'company'),
		...taken(fields.job, 'job', 'title'),
		...taken(fields.description, 'description', 'about'),
		...(uuid === undefined ? {} : { uid: uuid }),
		...cadenceOf(fields)
	};
}

/** Nobody is to be reminded to call the dead. */
function cadenceOf({ is_dead, deceased_date, stay_in_touch_frequency }: ContactFields) {
	if (is_dead || hasSomething(deceased_date)) return { cadence: 0 };
	return stay_in_touch_frequency ? { cadence: stay_in_touch_frequency } : {};
}

function addTags(to: MonicaGathering, tags: unknown): void {
	const list = itemsOf(tags ?? []);
	if (!list) to.unread('tags');
	for (const [index, item] of (list ?? []).entries()) {
		const tag = v.safeParse(text, item);
		if (!tag.success) to.unread(`tag ${index + 1}`);
		else if (tag.output) addTag(to, 'tags', tag.output.replace(/\s+/g, ' '));
	}
}

function addTag(to: MonicaGathering, from: string, tag: string): void {
	to.tags.add(tag);
	to.took(from, 'tags');
}

/** What somebody eats; where it tells of belief or health it stays closed. */
function addFood(
	to: MonicaGathering,
	food: string | undefined,
	made: ContactFields['last_talked_to']
): void {
	if (food === undefined) return;
	const learned = made ?? to.account.exported;
	if (!learned) {
		to.keep('food_preferences', `Food: ${food}`);
		return;
	}
	to.facts.push({
		label: 'Food',
		aspect: 'preference',
		text: food,
		day: learned,
		...(isPrivateMatter(food) ? { sensitive: true } : {})
	});
	to.took('food_preferences', 'facts');
}

function addIntroduction(to: MonicaGathering, through: string | undefined): void {
	if (through === undefined) return;
	const name = to.account.names.get(through);
	if (name === undefined) to.unread('first_met_through');
	else to.keep('first_met_through', `Met through ${name}.`);
}
