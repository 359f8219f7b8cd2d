// Nothing enters unchecked: bad fields are left out and named, sets keep their members apart.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aNote, anId, aPerson } from '../../../../tests/support/books';
import type { Json } from '$lib/domain/version';
import { decode } from './decode';
import { encodeChange } from './encode';
import { tableNames } from './tables';

describe('decode', () => {
	test('gives back what encode was given, frozen all through', () => {
		const person = aPerson({ tags: ['dairy', 'a/b'], phones: [{ value: '555', label: 'cell' }] });
		const result = decode('person', person.id, encodeChange('person', { ...person }));
		expect(result).toEqual({ ok: true, record: { ...person, tags: ['a/b', 'dairy'] } });
		if (!result.ok) return;
		expect(Object.isFrozen(result.record)).toBe(true);
		expect(Object.isFrozen(result.record.phones?.[0])).toBe(true);
	});

	test('a bad field is left out and named, the rest stays', () => {
		const id = anId<'person'>();
		expect(decode('person', id, { name: 'Ada', phones: 'none', cadence: -1 })).toMatchObject({
			ok: true,
			record: { id, name: 'Ada' },
			unreadable: { table: 'person', id }
		});
	});

	test('a record that cannot be without a field is refused with its name', () => {
		const id = anId<'note'>();
		expect(decode('note', id, { people: [] })).toEqual({
			ok: false,
			unreadable: { table: 'note', id, field: 'day' }
		});
	});

	test('never throws, whatever the fields hold', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...tableNames),
				fc.dictionary(fc.string(), fc.jsonValue()),
				(table, fields) => {
					decode(table, anId(), fields as Record<string, Json>);
				}
			),
			{ seed: 20261121, numRuns: 500 }
		);
	});
});

describe('encodeChange', () => {
	test('a cleared field is null, gone members are null, new ones true', () => {
		const before = aPerson({ tags: ['old', 'kept'] });
		expect(encodeChange('person', { company: undefined, tags: ['kept', 'new'] }, before)).toEqual({
			company: null,
			'tags/new': true,
			'tags/old': null
		});
	});

	test('id and body are not fields', () => {
		const note = aNote();
		expect(Object.keys(encodeChange('note', { ...note })).sort()).toEqual(['day', 'people']);
	});
});
