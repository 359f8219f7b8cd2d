// What filling in would add is told as it is: no more, no less.
import { expect, test } from 'vitest';
import type { ContactDraft } from './contact-draft';
import type { Day } from './day';
import { gainOf, isAllIn, missingOf } from './gain';

const bare: ContactDraft = { name: 'Dana', circle: [], moments: [], notes: [], vcard: [] };
const dana: ContactDraft = {
	...bare,
	company: 'Harrow Foods',
	phones: [{ value: '+1 505 555 0142' }],
	moments: [{ kind: 'birthday', day: '1978-04-12' as Day, yearly: true }],
	notes: [{ body: 'Likes green chile.' }]
};

test('the same once more adds nothing', () => {
	expect(gainOf(missingOf(dana, dana))).toEqual([]);
	expect(gainOf(missingOf(dana, { ...dana, name: 'D.', uid: 'u1' }))).toEqual([]);
});

test('counts what is new, by place', () => {
	const more: ContactDraft = {
		...bare,
		company: 'Another',
		nickname: 'Dee',
		phones: [{ value: '(505) 555-0142' }, { value: '505 555 0199' }],
		emails: [{ value: 'd@harrow.example' }, { value: 'dana@home.example' }],
		moments: [
			{ kind: 'birthday', day: '1980-01-01' as Day, yearly: true },
			{ kind: 'wedding', day: '2004-06-05' as Day, yearly: true }
		],
		notes: [{ body: 'Likes green chile.' }, { body: 'Has a boat.' }],
		touches: [
			{ kind: 'call', purpose: 'just-talked', outcome: 'reached', day: '2024-02-01' as Day }
		],
		vcard: ['X-ICQ:1']
	};
	const missing = missingOf(dana, more);
	expect(missing.phones).toEqual([{ value: '505 555 0199' }]);
	expect(gainOf(missing)).toEqual([
		{ place: 'nickname', many: 1 },
		{ place: 'phones', many: 1 },
		{ place: 'emails', many: 2 },
		{ place: 'wedding', many: 1 },
		{ place: 'notes', many: 1 },
		{ place: 'touches', many: 1 },
		{ place: 'kept', many: 1 }
	]);
});

test('all is there only with the name, the texts and the days', () => {
	expect(isAllIn(dana, { ...bare, name: 'DANA', company: 'harrow foods' })).toBe(true);
	expect(isAllIn(dana, dana)).toBe(true);
	expect(isAllIn(dana, { ...bare, name: 'Dana W' })).toBe(false);
	expect(isAllIn(dana, { ...bare, company: 'Another' })).toBe(false);
	expect(isAllIn(dana, { ...bare, phones: [{ value: '505 555 0199' }] })).toBe(false);
	const moments = [{ kind: 'birthday', day: '1980-01-01' as Day, yearly: true }] as const;
	expect(isAllIn(dana, { ...bare, moments })).toBe(false);
});
