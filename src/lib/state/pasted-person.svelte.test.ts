import { describe, expect, test } from 'vitest';
import { PastedPerson, type PersonFields } from './pasted-person.svelte';

const DANA = 'Dana Whitlock\nAcme Foods GmbH\nTel. +49 30 1234567\ndana@acme.example';
const EMPTY: PersonFields = { name: '', company: '', phone: '', email: '' };

describe('taking a paste back', () => {
	test('leaves every field as it was', () => {
		const fields = { ...EMPTY, company: 'Acme, the one in York' };
		const pasted = new PastedPerson(fields);
		pasted.take(DANA);
		const company = pasted.parts.find(({ text }) => text === 'Acme Foods GmbH');
		if (company) pasted.choose(company, 'company');
		expect(fields).toMatchObject({ name: 'Dana Whitlock', company: 'Acme Foods GmbH' });
		pasted.undo();
		expect(fields).toEqual({ ...EMPTY, company: 'Acme, the one in York' });
		expect(pasted.parts).toEqual([]);
	});

	test('leaves what was typed after it', () => {
		const fields = { ...EMPTY };
		const pasted = new PastedPerson(fields);
		pasted.take(DANA);
		fields.name = 'Dana Whitlock-Hayes';
		fields.phone = '555 0100';
		pasted.undo();
		expect(fields).toEqual({ ...EMPTY, name: 'Dana Whitlock-Hayes', phone: '555 0100' });
	});

	test('goes one paste back at a time', () => {
		const fields = { ...EMPTY };
		const pasted = new PastedPerson(fields);
		pasted.take(DANA);
		pasted.take('Beta Ltd\nben@beta.example');
		const company = pasted.parts.find(({ text }) => text === 'Beta Ltd');
		if (company) pasted.choose(company, 'company');
		expect(fields.company).toBe('Beta Ltd');
		pasted.undo();
		expect(fields).toMatchObject({ name: 'Dana Whitlock', company: 'Acme Foods GmbH' });
		pasted.undo();
		expect(fields).toEqual(EMPTY);
	});
});
