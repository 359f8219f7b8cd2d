// What happened between the rep and a contact of Monica's: calls, activities, conversations.
import * as v from 'valibot';
import type { TouchDraft } from './contact-draft';
import type { Day } from './day';
import type { OpenedContact } from './monica-opened';
import type { MonicaAccount } from './monica-account';
import type { MonicaGathering } from './monica-gathering';
import { anything, cleaned, day, flag, isObject, itemsOf, text } from './monica-shape';
import { wordsOfKey } from './monica-words';
import type { TouchKind } from './records/touch';

/** So many are named of those who took part. */
const MOST_NAMED = 12;

const callShape = v.object({
	called_at: day,
	content: text,
	contact_called: flag,
	emotions: anything
});
const activityShape = v.object({
	summary: text,
	description: text,
	happened_at: day,
	type: text
});
const conversationShape = v.object({
	happened_at: day,
	contact_field_type: text,
	messages: anything
});
const messageShape = v.object({ content: text, written_at: day, written_by_me: flag });

/** Kinds of activity that are more than a meeting. */
const KINDS: readonly (readonly [RegExp, TouchKind])[] = [
	[/^(ate|picknick|picnic|went_bar)/, 'meal'],
	[/^(went_(theater|concert|play|museum)|did_sport)/, 'event'],
	[/at_home$/, 'visit']
];

/** A call that was had, with what was said. */
export function readCall(to: MonicaGathering, value: unknown, what: string): void {
	const entry = to.entry(callShape, value, what);
	if (!entry) return;
	const { called_at, content, contact_called, emotions } = entry.is;
	const felt = wordsIn(to, emotions, `${what}: emotions`);
	const words = [
		content,
		contact_called ? 'They called.' : undefined,
		felt.length > 0 ? `Felt: ${felt.join(', ')}.` : undefined
	];
	addTouch(to, what, 'call', called_at ?? entry.made(), words);
}

/** What was done together; each who took part has a touch of it. */
export function readActivity(
	to: MonicaGathering,
	value: unknown,
	what: string,
	contact: OpenedContact
): void {
	const { account } = to;
	const uuid = typeof value === 'string' ? value : undefined;
	const activity = uuid === undefined ? value : account.activities.get(uuid);
	const entry = activity === undefined ? undefined : to.entry(activityShape, activity, what);
	if (!entry) {
		if (activity === undefined) to.unread(what);
		return;
	}
	const { summary, description, happened_at, type } = entry.is;
	const kind = type ? account.activityTypes.get(type) : undefined;
	if (type && !kind) to.unread(`${what}: type`);
	const called = kind?.name ?? (kind?.key === undefined ? undefined : wordsOfKey(kind.key));
	const others = othersAt(account, uuid, contact.uuid);
	const isSaid = called !== undefined && summary?.toLowerCase() === called.toLowerCase();
	addTouch(to, what, kindOf(kind?.key), happened_at ?? entry.made(), [
		summary,
		description,
		isSaid ? undefined : called,
		others
	]);
}

/** Who else took part, in words; of a crowd only the first. */
function othersAt(
	{ participants, names }: MonicaAccount,
	activity: string | undefined,
	one: string | undefined
): string | undefined {
	const all = participants.get(activity ?? '') ?? [];
	const named: string[] = [];
	for (const uuid of all) {
		if (named.length === MOST_NAMED) break;
		const name = uuid === one ? undefined : names.get(uuid);
		if (name !== undefined) named.push(name);
	}
	const more = all.length - 1 - named.length;
	if (named.length === 0) return undefined;
	return `Also there: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** Messages there and back, as one touch with what was written. */
export function readConversation(
	to: MonicaGathering,
	value: unknown,
	what: string,
	{ is, name }: OpenedContact
): void {
	const entry = to.entry(conversationShape, value, what);
	if (!entry) return;
	const { happened_at, contact_field_type, messages } = entry.is;
	const they = is.fields.first_name ?? name ?? 'They';
	const lines: string[] = [];
	let answered = false;
	const list = itemsOf(messages ?? []);
	if (!list) to.unread(`${what}: messages`);
	for (const [index, each] of (list ?? []).entries()) {
		const message = to.entry(messageShape, each, `${what}: message ${index + 1}`);
		if (!message) continue;
		const { content, written_by_me } = message.is;
		if (!written_by_me) answered = true;
		if (content) lines.push(`${written_by_me ? 'Me' : they}: ${content}`);
	}
	const type = contact_field_type ? to.account.fieldTypes.get(contact_field_type) : undefined;
	if (contact_field_type && !type) to.unread(`${what}: contact_field_type`);
	const kind =
		type?.type === 'email' ? 'email' : !type || type.type === 'phone' ? 'text' : 'message';
	const channel = kind === 'message' ? type?.name : undefined;
	const on = happened_at ?? entry.made();
	const outcome = lines.length > 0 && !answered ? 'reached-out' : 'reached';
	addTouch(to, what, kind, on, [channel && `By ${channel}`, ...lines], outcome);
}

function addTouch(
	to: MonicaGathering,
	what: string,
	kind: TouchKind,
	on: Day | undefined,
	words: readonly (string | null | undefined)[],
	outcome: TouchDraft['outcome'] = 'reached'
): void {
	const note = words.filter(Boolean).join('\n');
	const type = what.replace(/ \d+$/, '');
	if (on === undefined) {
		to.unread(`${what}: day`);
		if (note !== '') to.keep(type, `${wordsOfKey(type)}: ${note}`);
		return;
	}
	to.touches.push({
		kind,
		purpose: 'just-talked',
		outcome,
		day: on,
		...(note === '' ? {} : { note })
	});
	to.took(type, 'touches');
}

function kindOf(key = ''): TouchKind {
	return KINDS.find(([pattern]) => pattern.test(key))?.[1] ?? 'meeting';
}

/** The words of a list of names. */
function wordsIn(to: MonicaGathering, value: unknown, what: string): string[] {
	const list = itemsOf(value ?? []);
	const words = (list ?? []).map((each) => {
		const word = isObject(each) ? each['name'] : each;
		return typeof word === 'string' ? cleaned(word) : undefined;
	});
	if (!list || words.includes(undefined)) to.unread(what);
	return words.filter((word) => word !== undefined);
}
