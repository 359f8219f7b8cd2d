// Readers of the entries of a contact in Monica, by their type. What is days, touches and gifts is beside.
import * as v from 'valibot';
import { readLifeEvent, readReminder } from './monica-days';
import { readDebt, readGift } from './monica-gifts';
import type { OpenedContact } from './monica-opened';
import { hasSomething, wordsOf, type MonicaGathering } from './monica-gathering';
import { amount, anything, day, flag, isObject, line, text } from './monica-shape';
import { readActivity, readCall, readConversation } from './monica-touches';
import { wordsOfKey } from './monica-words';

/** Takes one entry. @param what the entry's type and number, for what is wrong with it */
export type EntryReader = (
	to: MonicaGathering,
	value: unknown,
	what: string,
	contact: OpenedContact
) => void;

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const PHONE = /^[+(]?\d[\d\s()./-]{4,}$/;

const fieldShape = v.object({ data: line, type: text });
const addressShape = v.object({
	name: text,
	street: text,
	city: text,
	province: text,
	postal_code: text,
	country: text,
	latitude: amount,
	longitude: amount
});
const noteShape = v.object({ body: text, is_favorite: flag, favorited_at: anything });
const taskShape = v.object({
	title: text,
	description: text,
	completed: flag,
	completed_at: day
});
const petShape = v.object({ name: line, category: line });

/** The readers by the type of the collection. */
export const entryReaders: ReadonlyMap<string, EntryReader> = new Map<string, EntryReader>([
	['contact_field', readField],
	['address', readAddress],
	['note', readNote],
	['task', readTask],
	['pet', readPet],
	['call', readCall],
	['activity', readActivity],
	['conversation', readConversation],
	['gift', readGift],
	['debt', readDebt],
	['reminder', readReminder],
	['life_event', readLifeEvent],
	['photo', (to) => to.took('photo of a contact', 'left-out')],
	['document', readDocument]
]);

/** An entry of a type this version does not know: what it says becomes a line. */
export function readUnknown(to: MonicaGathering, value: unknown, what: string): void {
	const properties = isObject(value) ? (value['properties'] ?? value) : value;
	const words = isObject(properties)
		? Object.entries(properties).flatMap(([name, each]) => {
				const said = hasSomething(each) ? wordsOf(each) : undefined;
				return said === undefined ? [] : [`${name.replace(/_/g, ' ')} ${said}`];
			})
		: [wordsOf(properties) ?? []].flat();
	const type = what.replace(/ \d+$/, '');
	if (words.length === 0) to.took(type, 'left-out');
	else to.keep(type, `${wordsOfKey(type)}: ${words.join(', ')}`);
}

/** A number, an address or an account, as the kind of field says; without a kind as it looks. */
function readField(to: MonicaGathering, value: unknown, what: string): void {
	const entry = to.entry(fieldShape, value, what);
	if (!entry) return;
	const { data, type } = entry.is;
	if (!data) {
		to.unread(what);
		return;
	}
	const kind = type ? to.account.fieldTypes.get(type) : undefined;
	if (type && !kind) to.unread(`${what}: type`);
	const { protocol = '', name = '' } = kind ?? {};
	const label = name === '' || name === 'Email' || name === 'Phone' ? {} : { label: name };
	if (kind?.type === 'phone' || protocol === 'tel:' || (!kind && PHONE.test(data))) {
		to.phones.push({ value: data, ...label });
		to.took(name || 'Phone', 'phones');
	} else if (kind?.type === 'email' || protocol === 'mailto:' || (!kind && EMAIL.test(data))) {
		to.emails.push({ value: data, ...label });
		to.took(name || 'Email', 'emails');
	} else {
		const address = protocol === '' || HAS_SCHEME.test(data) ? data : protocol + data;
		to.links.push({ value: address, ...label });
		to.took(name || 'contact field', 'links');
	}
}

function readAddress(to: MonicaGathering, value: unknown, what: string): void {
	const entry = to.entry(addressShape, value, what);
	if (!entry) return;
	const { name, street, city, province, postal_code: postcode, country } = entry.is;
	const parts = { label: name, street, city, region: province, postcode, country };
	const filled = Object.entries(parts).filter(([, part]) => part);
	if (filled.some(([part]) => part !== 'label')) {
		to.addresses.push(Object.fromEntries(filled));
		to.took('address', 'addresses');
		if (entry.is.latitude) to.took('address: latitude and longitude', 'left-out');
	} else if (name || entry.is.latitude) {
		const place = [entry.is.latitude, entry.is.longitude].filter(Boolean).join(', ');
		to.keep('address', `Address: ${[name, place].filter(Boolean).join(', ')}`);
	}
}

function readNote(to: MonicaGathering, value: unknown, what: string): void {
	const entry = to.entry(noteShape, value, what);
	if (!entry) return;
	const { body, is_favorite } = entry.is;
	if (!body) {
		to.unread(what);
		return;
	}
	const words = is_favorite ? `${body}\n\n(A favourite in Monica)` : body;
	const made = entry.made();
	to.notes.push({ body: words, ...(made ? { day: made } : {}) });
	to.took('note', 'notes');
}

/** Something to do for somebody is a promise; Monica gives it no day. */
function readTask(to: MonicaGathering, value: unknown, what: string): void {
	const entry = to.entry(taskShape, value, what);
	if (!entry) return;
	const { title, description, completed, completed_at } = entry.is;
	const words = [title, description].filter(Boolean).join(': ').replace(/\s+/g, ' ');
	if (words === '') {
		to.unread(what);
		return;
	}
	const isDone = completed === true || (completed !== false && !!completed_at);
	const keptOn = isDone ? (completed_at ?? entry.changed() ?? to.account.exported) : undefined;
	if (isDone && !keptOn) {
		to.keep('task', `Done: ${words}`);
		return;
	}
	to.promises.push({ text: words, ...(isDone && keptOn ? { keptOn } : {}) });
	to.took('task', 'promises');
}

function readPet(to: MonicaGathering, value: unknown, what: string): void {
	const entry = to.entry(petShape, value, what);
	if (!entry) return;
	const { name, category } = entry.is;
	const called = name ?? category;
	if (!called) {
		to.unread(what);
		return;
	}
	const about = name && category ? { about: category } : {};
	to.circle.push({ name: called, relation: 'pet', ...about });
	to.took('pet', 'circle');
}

/** A document itself stays behind; its name is kept, so that the rep can look for it. */
function readDocument(to: MonicaGathering, value: unknown): void {
	const name = typeof value === 'string' ? to.account.documents.get(value) : undefined;
	if (name === undefined) to.took('document of a contact', 'left-out');
	else to.keep('document of a contact', `A document that stayed in Monica: ${name}`);
}
