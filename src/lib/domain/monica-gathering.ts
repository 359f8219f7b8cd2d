// What is gathered while one contact of Monica's is read, and what all readers of its entries share.
import * as v from 'valibot';
import type {
	CircleDraft,
	ContactDraft,
	FactDraft,
	GestureDraft,
	MomentDraft,
	NoteDraft,
	PromiseDraft,
	TouchDraft
} from './contact-draft';
import type { ContactPlace } from './contact-mapping';
import type { Day } from './day';
import type { MonicaAccount } from './monica-account';
import { cleaned, day, isObject, readFields } from './monica-shape';
import { FROM_MONICA } from './monica-words';
import type { Address, Reach } from './records/person';

type Fields = v.ObjectSchema<v.ObjectEntries, undefined>;

/** Of which contact something is read, and what the whole file holds. */
export interface Around {
	readonly account: MonicaAccount;
	readonly name: string;
	/** Number of the contact in the file, from 1. */
	readonly row: number;
}

/** One entry: its properties as far as they are right, and when it was made. */
export interface MonicaEntry<Properties> {
	readonly is: Properties;
	/** Read when they are asked for, since most are not. */
	readonly made: () => Day | undefined;
	readonly changed: () => Day | undefined;
}

/** Takes what the entries of one contact give. */
export class MonicaGathering {
	readonly phones: Reach[] = [];
	readonly emails: Reach[] = [];
	readonly links: Reach[] = [];
	readonly addresses: Address[] = [];
	readonly tags = new Set<string>();
	readonly circle: CircleDraft[] = [];
	readonly moments: MomentDraft[] = [];
	readonly notes: NoteDraft[] = [];
	readonly touches: TouchDraft[] = [];
	readonly gestures: GestureDraft[] = [];
	readonly promises: PromiseDraft[] = [];
	readonly facts: FactDraft[] = [];
	readonly account: MonicaAccount;
	readonly #around: Around;
	/** What has no place, a line each. */
	readonly #rest: string[] = [];

	constructor(around: Around) {
		this.#around = around;
		this.account = around.account;
	}

	/** Counts something taken, under its name in the file. */
	took(from: string, to: ContactPlace): void {
		this.account.mapping.add(from, to);
	}

	/** Keeps something without a place as a line of the one note that says where it is from. */
	keep(from: string, line: string): void {
		const parts = line.split('\n').map((part) => part.trim());
		this.#rest.push(parts.filter((part) => part !== '').join(' '));
		this.took(from, 'notes');
	}

	/** Says that something of this contact could not be read and was left out. */
	unread(what: string): void {
		this.account.problem('bad-entry', this.#around.row, `${this.#around.name}, ${what}`);
	}

	/** The fields of an object that are right; the others are told. */
	fields<Schema extends Fields>(
		schema: Schema,
		value: unknown,
		what: string
	): v.InferOutput<Schema> | undefined {
		const read = readFields(schema, value);
		if (!read) this.unread(what);
		else for (const name of read.bad) this.unread(`${what}: ${name}`);
		return read?.fields;
	}

	/** An entry with its properties. Those this version does not know are counted as left out. */
	entry<Schema extends Fields>(
		schema: Schema,
		value: unknown,
		what: string
	): MonicaEntry<v.InferOutput<Schema>> | undefined {
		if (!isObject(value)) {
			this.unread(what);
			return undefined;
		}
		const { properties } = value;
		const is = this.fields(schema, properties ?? {}, what);
		if (!is) return undefined;
		const given = Object.entries(properties ?? {});
		if (!given.some(([name]) => Object.hasOwn(schema.entries, name))) {
			this.unread(what);
			return undefined;
		}
		const type = what.replace(/ \d+$/, '');
		for (const [name, value] of given) {
			if (!Object.hasOwn(schema.entries, name) && hasSomething(value)) {
				this.took(`${type}: ${name}`, 'left-out');
			}
		}
		return {
			is,
			made: () => this.#dayIn(value, 'created_at', what),
			changed: () => this.#dayIn(value, 'updated_at', what)
		};
	}

	#dayIn(entry: object, name: string, what: string): Day | undefined {
		const read = v.safeParse(day, (entry as Readonly<Record<string, unknown>>)[name]);
		if (!read.success) this.unread(`${what}: ${name}`);
		return read.success ? (read.output ?? undefined) : undefined;
	}

	/** Everything that came together; empty lists stay away. */
	get around(): Omit<ContactDraft, 'name'> {
		const { circle, moments, phones, emails, links, addresses } = this;
		const { touches, gestures, promises, facts } = this;
		const rest = this.#rest.map((line) => `- ${line}`).join('\n');
		const notes = rest === '' ? this.notes : [...this.notes, { body: `${FROM_MONICA}\n${rest}` }];
		const lists = { phones, emails, links, addresses, touches, gestures, promises, facts };
		const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
		return {
			circle,
			moments,
			notes,
			vcard: [],
			...(this.tags.size > 0 ? { tags: [...this.tags] } : {}),
			...(Object.fromEntries(filled) as Partial<typeof lists>)
		};
	}
}

/** Whether a value says anything. */
export function hasSomething(value: unknown): boolean {
	if (value === null || value === undefined || value === '' || value === false) return false;
	return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** A plain value as words; undefined for what is made of several. */
export function wordsOf(value: unknown): string | undefined {
	if (typeof value === 'string') return cleaned(value);
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
