// A contact of Monica's as far as one has to know him before reading anybody: others name him by his uuid.
import * as v from 'valibot';
import { contactShape, type ContactFields } from './monica-fields';
import {
	addTo,
	anything,
	day,
	isObject,
	itemsOf,
	readFields,
	text,
	type FieldsRead
} from './monica-shape';

const outerShape = v.object({
	uuid: text,
	created_at: day,
	properties: anything,
	data: anything
});
const collectionShape = v.object({ type: text, values: anything });

/** A contact as far as one has to know him before reading anybody. */
export interface OpenedContact {
	readonly row: number;
	readonly uuid: string | undefined;
	readonly made: v.InferOutput<typeof outerShape>['created_at'];
	/** Undefined where there is nothing to call him by but what his entries say. */
	readonly name: string | undefined;
	readonly is: FieldsRead<ContactFields>;
	readonly properties: Readonly<Record<string, unknown>>;
	readonly collections: ReadonlyMap<string, readonly unknown[]>;
	/** What of his entries and of him was no list or object. */
	readonly bad: readonly string[];
}

/** Opens a contact; undefined when it is none. */
export function openContact(value: unknown, row: number): OpenedContact | undefined {
	const outer = readFields(outerShape, value);
	const is = outer && readFields(contactShape, outer.fields.properties ?? {});
	if (!is) return undefined;
	const { uuid, created_at: made, properties, data } = outer.fields;
	const bad = [...outer.bad];
	const named = Object.keys(properties ?? {});
	if (!named.some((name) => Object.hasOwn(contactShape.entries, name))) bad.push('properties');
	const collections = new Map<string, unknown[]>();
	const lists = itemsOf(data ?? []);
	if (!lists) bad.push('data');
	for (const [index, each] of (lists ?? []).entries()) {
		const fields = readFields(collectionShape, each)?.fields;
		const values = itemsOf(fields?.values);
		const type = fields?.type;
		if (!type || !values) bad.push(type ?? `data ${index + 1}`);
		else addTo(collections, type, values);
	}
	const { first_name, middle_name, last_name, nickname, company } = is.fields;
	const name = [first_name, middle_name, last_name].filter(Boolean).join(' ');
	return {
		row,
		uuid: uuid ?? undefined,
		made,
		name: name || (nickname ?? company ?? undefined),
		is,
		properties: isObject(properties) ? properties : {},
		collections,
		bad
	};
}
