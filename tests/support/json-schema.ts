// JSON Schema for the tables, drawn from the very schemas that check them, and a small checker for it.
import { isAnyDay, isDay } from '$lib/domain/day';
import { isId } from '$lib/domain/id';
import { INSTANT } from '$lib/domain/records/field';
import { tables, type Table } from '$lib/domain/records/tables';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** What is read of a valibot schema here. */
interface Piece {
	readonly kind: string;
	readonly type: string;
	readonly entries?: Readonly<Record<string, Piece>>;
	readonly wrapped?: Piece;
	readonly item?: Piece;
	readonly options?: readonly unknown[];
	readonly literal?: unknown;
	readonly check?: unknown;
	readonly pipe?: readonly Piece[];
}

const customs = new Map<unknown, JsonSchema>([
	[isId, { $ref: '#/$defs/id' }],
	[isDay, { $ref: '#/$defs/day' }],
	[isAnyDay, { $ref: '#/$defs/anyDay' }]
]);

/** The schema of a table's records as they stand in a backup. */
export function schemaOfTable(table: Table): JsonSchema {
	const { schema, body } = tables[table];
	return withFormat(fromPiece(schema), body);
}

function withFormat(schema: JsonSchema, body: boolean): JsonSchema {
	if (schema['anyOf']) {
		return { anyOf: (schema['anyOf'] as JsonSchema[]).map((option) => withFormat(option, body)) };
	}
	const more = {
		...(body ? { body: { type: 'string' } } : {}),
		edited: { $ref: '#/$defs/edited' }
	};
	return { ...schema, properties: { ...(schema['properties'] as object), ...more } };
}

function fromPiece(piece: Piece): JsonSchema {
	const actions = (piece.pipe ?? []).slice(1);
	return actions.reduce<JsonSchema>(
		(schema, action) => ({ ...schema, ...fromAction(action) }),
		fromType(piece)
	);
}

function fromType(piece: Piece): JsonSchema {
	switch (piece.type) {
		case 'object': {
			const entries = Object.entries(piece.entries ?? {});
			return {
				type: 'object',
				required: entries.filter(([, { type }]) => type !== 'exact_optional').map(([key]) => key),
				properties: Object.fromEntries(
					entries.map(([key, inner]) => [key, fromPiece(inner.wrapped ?? inner)])
				)
			};
		}
		case 'array':
			return { type: 'array', items: fromPiece(piece.item as Piece) };
		case 'picklist':
			return { enum: piece.options };
		case 'literal':
			return { const: piece.literal };
		case 'variant':
			return { anyOf: (piece.options as readonly Piece[]).map((option) => fromPiece(option)) };
		case 'string':
		case 'number':
		case 'boolean':
			return { type: piece.type };
		case 'custom': {
			const known = customs.get(piece.check);
			if (known) return known;
			return fromCheck(piece.check as Partial<Check>);
		}
	}
	throw new Error(`no JSON Schema for ${piece.type}`);
}

/** What the checks of records/field.ts carry: the look of a text, or the borders of a number. */
interface Check {
	readonly look: RegExp;
	readonly least: number;
	readonly most: number;
}

function fromCheck({ look, least, most }: Partial<Check>): JsonSchema {
	if (look) {
		const like = look === INSTANT ? { format: 'date-time' } : { pattern: look.source };
		return { type: 'string', ...like };
	}
	if (least === undefined) throw new Error('no JSON Schema for this check');
	const maximum = most === Number.MAX_SAFE_INTEGER ? {} : { maximum: most };
	return { type: 'integer', minimum: least, ...maximum };
}

function fromAction({ type }: Piece): JsonSchema {
	if (type === 'readonly') return {};
	throw new Error(`no JSON Schema for ${type}`);
}

/** Where a value breaks a schema, as paths; only the keywords our own schema uses are known. */
export function faultsOf(value: unknown, schema: JsonSchema, root = schema, path = '$'): string[] {
	const found: string[] = [];
	for (const [keyword, wanted] of Object.entries(schema)) {
		if (!holds(keyword, wanted, value, schema)) found.push(`${path}: ${keyword}`);
		if (keyword === '$ref') {
			const name = (wanted as string).replace('#/$defs/', '');
			const inner = (root['$defs'] as Record<string, JsonSchema>)[name];
			if (!inner) throw new Error(`no ${String(wanted)}`);
			found.push(...faultsOf(value, inner, root, path));
		} else if (keyword === 'anyOf') {
			const tries = (wanted as JsonSchema[]).map((option) => faultsOf(value, option, root, path));
			if (tries.every((faults) => faults.length > 0)) found.push(...(tries[0] ?? []));
		} else if (keyword === 'items' && Array.isArray(value)) {
			value.forEach((item, at) =>
				found.push(...faultsOf(item, wanted as JsonSchema, root, `${path}[${at}]`))
			);
		} else if (
			isObject(value) &&
			(keyword === 'properties' || keyword === 'additionalProperties')
		) {
			const named = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
			for (const [key, inner] of Object.entries(value)) {
				const isNamed = Object.hasOwn(named, key);
				if (isNamed !== (keyword === 'properties')) continue;
				const of = isNamed ? named[key] : (wanted as JsonSchema);
				found.push(...faultsOf(inner, of ?? {}, root, `${path}.${key}`));
			}
		}
	}
	return found;
}

function holds(keyword: string, wanted: unknown, value: unknown, schema: JsonSchema): boolean {
	switch (keyword) {
		case 'type':
			return wanted === 'integer' ? Number.isInteger(value) : typeOf(value) === wanted;
		case 'const':
			return value === wanted;
		case 'enum':
			return (wanted as unknown[]).includes(value);
		case 'pattern':
			return typeof value === 'string' && new RegExp(wanted as string, 'u').test(value);
		case 'minimum':
			return (value as number) >= (wanted as number);
		case 'maximum':
			return (value as number) <= (wanted as number);
		case 'format':
			return !Number.isNaN(Date.parse(String(value)));
		case 'required':
			return isObject(value) && (wanted as string[]).every((key) => Object.hasOwn(value, key));
	}
	const known = ['$schema', '$id', '$defs', '$ref', 'title', 'description', 'anyOf', 'items'];
	if ([...known, 'properties', 'additionalProperties'].includes(keyword)) return true;
	throw new Error(`unknown keyword ${keyword} in ${JSON.stringify(schema).slice(0, 80)}`);
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeOf(value) === 'object';
}
