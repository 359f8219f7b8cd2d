// From an account exported by Monica 4 to its people, a slice at a time. Reads what it can, never throws.
import type { ContactDraft } from './contact-draft';
import type { Mapped } from './contact-mapping';
import { openMonica, type MonicaAccount, type MonicaProblem } from './monica-account';
import { checkAround, readContact } from './monica-contact';
import { openContact, type OpenedContact } from './monica-opened';
import { readRelationships } from './monica-relations';

export interface MonicaFile {
	readonly contacts: readonly ContactDraft[];
	readonly problems: readonly MonicaProblem[];
	/** Contacts that gave nobody. */
	readonly unread: number;
	readonly mapped: readonly Mapped[];
}

/**
 * Reads what JSON gave; gives back control after every `slice` contacts. Undefined when it is no
 * account of Monica's.
 */
export function* readMonica(
	value: unknown,
	slice = 250
): Generator<{ readonly done: number; readonly of: number }, MonicaFile | undefined> {
	const account = openMonica(value);
	if (!account) return undefined;
	const opened: OpenedContact[] = [];
	const byUuid = new Map<string, OpenedContact>();
	const of = account.contacts.length;
	let unread = 0;
	for (const [index, each] of account.contacts.entries()) {
		const contact = openContact(each, index + 1);
		if (contact) {
			opened.push(contact);
			if (contact.uuid !== undefined) know(account, byUuid, contact);
		} else {
			account.problem('bad-contact', index + 1, `contact ${index + 1}`);
			unread++;
		}
		if ((index + 1) % slice === 0) yield { done: 0, of };
	}
	const { of: relatives, absorbed } = readRelationships(account, byUuid);
	countUnattended(account);
	const contacts: ContactDraft[] = [];
	for (const [index, contact] of opened.entries()) {
		if (contact.uuid !== undefined && absorbed.has(contact.uuid)) {
			checkAround(account, contact);
		} else {
			const draft = readContact(account, contact, relatives.get(contact.uuid ?? ''));
			if (draft) contacts.push(draft);
			else unread++;
		}
		if ((index + 1) % slice === 0) yield { done: index + 1, of };
	}
	const { problems, mapping } = account;
	problems.sort((a, b) => a.contact - b.contact);
	return { contacts, problems, unread, mapped: mapping.all };
}

/** Lets others name a contact, by uuid or as one who took part. */
function know(
	account: MonicaAccount,
	byUuid: Map<string, OpenedContact>,
	contact: OpenedContact
): void {
	const { uuid, name, collections } = contact;
	if (uuid === undefined || byUuid.has(uuid)) return;
	byUuid.set(uuid, contact);
	if (name !== undefined) account.names.set(uuid, name);
	for (const activity of collections.get('activity') ?? []) {
		if (typeof activity !== 'string') continue;
		const others = account.participants.get(activity);
		if (others) others.push(uuid);
		else account.participants.set(activity, [uuid]);
	}
}

/** Activities that nobody took part in have nobody to be written down with. */
function countUnattended(account: MonicaAccount): void {
	for (const uuid of account.activities.keys()) {
		if (!account.participants.has(uuid)) {
			account.mapping.add('activity without contacts', 'left-out');
		}
	}
}
