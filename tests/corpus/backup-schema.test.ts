// The published JSON Schema says what the tables say, and what Kith writes keeps to it.
// @vitest-environment happy-dom
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dayOfDate } from '$lib/domain/day';
import { tableNames } from '$lib/domain/records/tables';
import { sampleBook } from '$lib/domain/sample/sample-book';
import { english as words } from '$lib/domain/sample/sample-en';
import { bindBackup } from '$lib/state/backup';
import { sealFor } from '$lib/state/backup-seal';
import { aKith, backupOf, jsonIn } from '../support/backups';
import { NOON, write } from '../support/books';
import { faultsOf, schemaOfTable, type JsonSchema } from '../support/json-schema';

const FILE = 'static/schema/kith-backup-1.json';

const schema: JsonSchema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'Kith backup, version 1',
	description:
		'Everything of one Kith book. Fields that are not named here come from newer versions and are kept. A file without sha256, counts or edited is accepted.',
	type: 'object',
	required: ['format', 'version', 'content'],
	properties: {
		format: { const: 'kith-backup' },
		version: { const: 1 },
		minReader: { description: 'The oldest version that can read this.', const: 1 },
		madeAt: { type: 'string', format: 'date-time' },
		device: {
			type: 'object',
			required: ['id'],
			properties: { id: { type: 'string' }, name: { type: 'string' } }
		},
		partial: {
			description:
				'Only in an export of a part of a book, which can be added to one and replaces none.',
			type: 'object',
			required: ['whose', 'sensitive', 'leftOut'],
			properties: {
				whose: { enum: ['everything', 'mine', 'employer'] },
				sensitive: { type: 'boolean' },
				leftOut: { type: 'integer', minimum: 0 }
			}
		},
		counts: {
			description: 'Records by table.',
			type: 'object',
			additionalProperties: { type: 'integer', minimum: 0 }
		},
		sha256: {
			description:
				'Hex SHA-256 of the UTF-8 bytes of content as canonical JSON: keys sorted by code unit, no white space.',
			type: 'string',
			pattern: '^[0-9a-f]{64}$'
		},
		content: {
			type: 'object',
			properties: Object.fromEntries(
				tableNames.map((table) => [table, { type: 'array', items: { $ref: `#/$defs/${table}` } }])
			)
		}
	},
	$defs: {
		id: {
			description: 'Year, time of making and chance; within a table every id stands once.',
			type: 'string',
			pattern: '^\\d{4}[0-9a-z]{17}$'
		},
		day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
		anyDay: {
			description: 'A day, or --MM-DD where the year is not known.',
			type: 'string',
			pattern: '^(\\d{4}|-)-\\d{2}-\\d{2}$'
		},
		stamp: {
			description:
				'When a field was written: 9 digits of milliseconds since 1970 and 3 of a counter, both base 36.',
			type: 'string',
			pattern: '^[0-9a-z]{12}$'
		},
		edited: {
			description:
				'The stamp of each field; "*" counts for all that are not named. A field that is named only here was cleared, and a member of a set, as in "tags/dairy", removed.',
			type: 'object',
			additionalProperties: { $ref: '#/$defs/stamp' }
		},
		...Object.fromEntries(tableNames.map((table) => [table, schemaOfTable(table)]))
	}
};

const SEALED_FILE = 'static/schema/kith-backup-2.json';
const base64 = { type: 'string', pattern: '^[A-Za-z0-9+/]+={0,2}$' };

const sealedSchema: JsonSchema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'Kith backup under a passphrase, version 2',
	description:
		'A backup of version 1, sealed. Whatever else stands beside data and sha256 is bound to the data as well.',
	type: 'object',
	required: ['format', 'version', 'sealed', 'sha256', 'data'],
	properties: {
		format: { const: 'kith-backup' },
		version: { const: 2 },
		minReader: { description: 'The oldest version that can read this.', const: 2 },
		madeAt: { type: 'string', format: 'date-time' },
		device: {
			type: 'object',
			required: ['id'],
			properties: { id: { type: 'string' }, name: { type: 'string' } }
		},
		sealed: {
			type: 'object',
			required: ['cipher', 'kdf', 'key', 'iv'],
			properties: {
				cipher: { const: 'AES-256-GCM' },
				kdf: {
					description: 'How the passphrase, NFKC and UTF-8, becomes a key of 256 bits.',
					anyOf: [
						{
							type: 'object',
							required: ['name', 'salt', 'memory', 'passes', 'lanes'],
							properties: {
								name: { const: 'argon2id' },
								salt: base64,
								memory: {
									description: 'In KiB.',
									type: 'integer',
									minimum: 19456,
									maximum: 262144
								},
								passes: { type: 'integer', minimum: 1, maximum: 10 },
								lanes: { type: 'integer', minimum: 1, maximum: 4 }
							}
						},
						{
							type: 'object',
							required: ['name', 'salt', 'rounds'],
							properties: {
								name: { const: 'pbkdf2-sha256' },
								salt: base64,
								rounds: { type: 'integer', minimum: 600000, maximum: 10000000 }
							}
						}
					]
				},
				key: {
					description:
						"12 bytes of nonce, then the file's own key of 32 bytes, sealed by AES-256-GCM with the key of the passphrase; additional data is the text “kith-backup key”.",
					...base64
				},
				iv: { description: 'The nonce of data, 12 bytes.', ...base64 },
				compressed: { description: 'What was done before sealing.', const: 'gzip' }
			}
		},
		sha256: {
			description:
				'Hex SHA-256 of the UTF-8 bytes of: bound, a line feed, data. bound is the version, a line feed, and everything but data and sha256 as canonical JSON.',
			type: 'string',
			pattern: '^[0-9a-f]{64}$'
		},
		data: {
			description:
				"A backup of version 1, sealed by AES-256-GCM with the file's own key; additional data is bound.",
			...base64
		}
	}
};

test('the published file is the schema of the tables as they are', () => {
	// `WRITE_SCHEMA=1 npx vitest run` publishes it anew after a table has grown; then format it.
	if (process.env['WRITE_SCHEMA']) writeFileSync(FILE, JSON.stringify(schema));
	expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
	if (process.env['WRITE_SCHEMA']) writeFileSync(SEALED_FILE, JSON.stringify(sealedSchema));
	expect(JSON.parse(readFileSync(SEALED_FILE, 'utf8'))).toEqual(sealedSchema);
});

test('a sealed backup keeps to its own, and a broken one does not', async () => {
	const kith = await aKith('202600000000000000one');
	const seal = await sealFor('four words of mine');
	if (!seal) throw new Error('nothing can be sealed here');
	const { blob } = await bindBackup(kith, { seal });
	const sealed = JSON.parse(await blob.text()) as Record<string, object>;
	expect(faultsOf(sealed, sealedSchema)).toEqual([]);
	const broken = { ...sealed, data: '?', sealed: { ...sealed['sealed'], cipher: 'ROT13' } };
	expect(faultsOf(broken, sealedSchema)).toEqual(['$.sealed.cipher: const', '$.data: pattern']);
});

test('a real backup keeps to it, and a broken one does not', async () => {
	const published = JSON.parse(readFileSync(FILE, 'utf8')) as JsonSchema;
	const kith = await aKith('202600000000000000one');
	const today = dayOfDate(new Date(NOON));
	const content = sampleBook({ seed: 3, words, people: 40, entries: 300, today, now: NOON });
	write(kith.book, (draft) => {
		for (const table of tableNames) {
			for (const record of content[table] ?? []) draft.add(table, record);
		}
		const [first] = content.person ?? [];
		if (first)
			draft.edit('person', first.id, { company: undefined, trashedAt: undefined, tags: [] });
	});
	const backup = jsonIn(await backupOf(kith));
	const { content: kept } = backup;
	expect(faultsOf(backup, published)).toEqual([]);
	Object.assign(kept['person']?.[3] ?? {}, { name: 7 });
	Object.assign(kept['note']?.[0]?.['edited'] ?? {}, { '*': 'yesterday' });
	delete kept['touch']?.[0]?.['day'];
	expect(faultsOf(backup, published)).toEqual([
		'$.content.person[3].name: type',
		'$.content.person[3].name: pattern',
		'$.content.touch[0]: required',
		'$.content.note[0].edited.*: pattern'
	]);
});
