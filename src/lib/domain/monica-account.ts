// An account of Monica as exported: its collections, and what its entries refer to by uuid.
import * as v from 'valibot';
import { Mapping } from './contact-mapping';
import type { Day } from './day';
import { addTo, anything, day, isObject, itemsOf, line, readFields, text } from './monica-shape';

export type MonicaProblemCode =
	/** Nobody could be made of it: it is no contact, or has nothing to be called by. */
	| 'bad-contact'
	/** An entry, or one field of it, is not as it has to be, and was left out. */
	| 'bad-entry';

/** Something that was not read, or not wholly. */
export interface MonicaProblem {
	readonly code: MonicaProblemCode;
	/** Number of the contact in the file, from 1; 0 where it belongs to none. */
	readonly contact: number;
	/** The contact's name and the entry. */
	readonly detail: string;
}

/** A kind of contact field, activity or life event. */
export interface MonicaKind {
	readonly name?: string;
	/** Its name for the program, where the rep has not made it himself. */
	readonly key?: string;
	readonly type?: string;
	readonly protocol?: string;
}

const DETAIL_LENGTH = 120;

type Kinds = ReadonlyMap<string, MonicaKind>;

const fileShape = v.object({ account: anything, export_date: day });
const accountShape = v.object({ data: anything, properties: anything, instance: anything });
const collectionShape = v.object({ type: text, values: anything });
const kindShape = v.object({ uuid: text, properties: anything });
const kindFields = v.object({
	name: line,
	translation_key: text,
	type: text,
	protocol: text
});
const fileFields = v.object({ original_filename: line });
/** Collections that are read, and those that are about the program. */
const READ = new Set(['contact', 'relationship', 'activity', 'document', 'photo']);
const OF_THE_PROGRAM = new Set(['user', 'addressbook', 'addressbook_subscription']);

/** An account, opened as far as its collections; the entries are not yet looked at. */
export class MonicaAccount {
	readonly mapping = new Mapping();
	readonly problems: MonicaProblem[] = [];
	/** The day of the export. */
	readonly exported: Day | undefined;
	readonly contacts: readonly unknown[];
	readonly relationships: readonly unknown[];
	readonly activities = new Map<string, unknown>();
	readonly fieldTypes: Kinds;
	readonly activityTypes: Kinds;
	readonly lifeEventTypes: Kinds;
	/** What documents are called, by uuid. */
	readonly documents = new Map<string, string>();
	/** Names of contacts by uuid, for those that others name. */
	readonly names = new Map<string, string>();
	/** Who took part in an activity, by its uuid. */
	readonly participants = new Map<string, string[]>();

	constructor(data: readonly unknown[], account: Account, exported: Day | undefined) {
		this.exported = exported;
		const collections = this.#collections(data);
		this.contacts = collections.get('contact') ?? [];
		this.relationships = collections.get('relationship') ?? [];
		const instance = this.#object(account.instance, 'instance');
		this.fieldTypes = this.#kinds(instance, 'contact_field_types');
		this.activityTypes = this.#kinds(instance, 'activity_types');
		this.lifeEventTypes = this.#kinds(instance, 'life_event_types');
		for (const [index, activity] of (collections.get('activity') ?? []).entries()) {
			if (isObject(activity) && typeof activity['uuid'] === 'string') {
				this.activities.set(activity['uuid'], activity);
			} else {
				this.problem('bad-entry', 0, `activity ${index + 1}`);
			}
		}
		for (const [index, document] of (collections.get('document') ?? []).entries()) {
			const { uuid, properties } = readFields(kindShape, document)?.fields ?? {};
			const name = readFields(fileFields, properties)?.fields.original_filename;
			if (uuid && name) this.documents.set(uuid, name);
			else this.problem('bad-entry', 0, `document ${index + 1}`);
		}
		for (const type of ['document', 'photo']) this.#leftOut(type, collections.get(type));
		const more = this.#object(account.properties, 'properties');
		this.#leftOut('journal entry', itemsOf(more['journal_entries']));
	}

	/** Notes something that was not read. */
	problem(code: MonicaProblemCode, contact: number, detail: string): void {
		this.problems.push({ code, contact, detail: detail.slice(0, DETAIL_LENGTH) });
	}

	#leftOut(from: string, items: readonly unknown[] = []): void {
		if (items.length > 0) this.mapping.add(from, 'left-out', items.length);
	}

	/** The values of the collections by their type. */
	#collections(data: readonly unknown[]): Map<string, readonly unknown[]> {
		const found = new Map<string, unknown[]>();
		for (const [index, each] of data.entries()) {
			const fields = readFields(collectionShape, each)?.fields;
			const values = itemsOf(fields?.values);
			if (!fields?.type || !values) {
				this.problem('bad-entry', 0, fields?.type ?? `data ${index + 1}`);
				continue;
			}
			if (!READ.has(fields.type) && !OF_THE_PROGRAM.has(fields.type)) {
				this.#leftOut(fields.type, values);
			}
			addTo(found, fields.type, values);
		}
		return found;
	}

	#object(value: unknown, what: string): Readonly<Record<string, unknown>> {
		if (isObject(value)) return value;
		if (itemsOf(value ?? [])?.length !== 0) this.problem('bad-entry', 0, what);
		return {};
	}

	#kinds(instance: Readonly<Record<string, unknown>>, list: string): Kinds {
		const kinds = new Map<string, MonicaKind>();
		const items = itemsOf(instance[list] ?? []);
		if (!items) this.problem('bad-entry', 0, list);
		for (const [index, item] of (items ?? []).entries()) {
			const what = `${list} ${index + 1}`;
			const outer = readFields(kindShape, item);
			const inner = readFields(kindFields, outer?.fields.properties);
			const uuid = outer?.fields.uuid;
			const { name, translation_key: key, type, protocol } = inner?.fields ?? {};
			const isWhole = inner?.bad.length === 0 && Boolean(name ?? key);
			if (!uuid || !isWhole) this.problem('bad-entry', 0, what);
			if (!uuid) continue;
			kinds.set(uuid, {
				...(name ? { name } : {}),
				...(key ? { key } : {}),
				...(type ? { type } : {}),
				...(protocol ? { protocol } : {})
			});
		}
		return kinds;
	}
}

type Account = v.InferOutput<typeof accountShape>;

/** Opens what was read from JSON; undefined where it is no account of Monica's. */
export function openMonica(value: unknown): MonicaAccount | undefined {
	const file = readFields(fileShape, value);
	if (!isObject(file?.fields.account)) return undefined;
	const account = readFields(accountShape, file.fields.account)?.fields;
	const data = itemsOf(account?.data);
	const isMonica = data?.some((each) => isObject(each) && each['type'] === 'contact');
	if (!account || !data || !isMonica) return undefined;
	const opened = new MonicaAccount(data, account, file.fields.export_date ?? undefined);
	for (const name of file.bad) opened.problem('bad-entry', 0, name);
	return opened;
}
