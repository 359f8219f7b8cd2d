// What an account of Monica gives, entry by entry; and that garbage in any place does no more harm than
// to the entry it is in, and is told.
// Over 300 lines, because each kind of entry has fields of its own.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContactDraft } from './contact-draft';
import { readMonica, type MonicaFile } from './monica';
import { decode } from './records/decode';
import type { Table } from './records/tables';
import type { Json } from './version';

const PHONE = 'aaaaaaaa-0000-4000-8000-000000000001';
const MARRIAGE = 'aaaaaaaa-0000-4000-8000-000000000002';
const SURGERY = 'aaaaaaaa-0000-4000-8000-000000000003';
const ADA = 'bbbbbbbb-0000-4000-8000-000000000001';
const BEN = 'bbbbbbbb-0000-4000-8000-000000000002';
const CLEO = 'bbbbbbbb-0000-4000-8000-000000000003';
const LUNCH = 'cccccccc-0000-4000-8000-000000000001';

function entry(properties: object, more: object = {}) {
	const at = '2022-03-04T12:00:00.000000Z';
	return { uuid: 'dddddddd', created_at: at, updated_at: at, properties, ...more };
}

function contact(uuid: string, properties: object, data: Record<string, unknown[]> = {}) {
	const lists = Object.entries(data).map(([type, values]) => ({
		count: values.length,
		type,
		values
	}));
	return { ...entry(properties, { uuid }), data: lists };
}

function account(contacts: unknown[], more: Record<string, unknown[]> = {}) {
	const data = Object.entries({ contact: contacts, ...more });
	return {
		version: '1.0-preview.1',
		app_version: '4.1.2',
		export_date: '2024-01-15T12:00:00.000000Z',
		exported_by: 'me',
		account: {
			uuid: 'the-account',
			data: data.map(([type, values]) => ({ count: values.length, type, values })),
			properties: [],
			instance: {
				contact_field_types: [
					entry({ name: 'Phone', protocol: 'tel:', type: 'phone' }, { uuid: PHONE })
				],
				life_event_types: [
					entry({ name: 'Marriage', translation_key: 'marriage' }, { uuid: MARRIAGE }),
					entry({ name: 'Surgery', translation_key: 'surgery' }, { uuid: SURGERY })
				]
			}
		}
	};
}

function read(value: unknown): MonicaFile | undefined {
	const reading = readMonica(value, 2);
	for (;;) {
		const step = reading.next();
		if (step.done) return step.value;
	}
}

function only(properties: object, data: Record<string, unknown[]> = {}): ContactDraft {
	const file = read(account([contact(ADA, { first_name: 'Ada', ...properties }, data)]));
	expect(file?.problems).toEqual([]);
	return file!.contacts[0]!;
}

function special(date: string, more: object = {}) {
	return {
		is_age_based: false,
		is_year_unknown: false,
		date: `${date}T00:00:00.000000Z`,
		created_at: '2020-06-07T12:00:00.000000Z',
		...more
	};
}

test('what is no account of Monica gives nothing', () => {
	for (const value of [null, 7, 'x', [], {}, { account: {} }, { account: { data: [{}] } }]) {
		expect(read(value)).toBeUndefined();
	}
});

test('gives back control after each slice', () => {
	const people = [1, 2, 3, 4, 5].map((n) =>
		contact(`uuid-of-nobody-${n}`, { first_name: `P${n}` })
	);
	const steps = [...readMonica(account(people), 2)];
	expect(steps.at(-1)).toEqual({ done: 4, of: 5 });
	expect(read(account(people))?.contacts).toHaveLength(5);
});

describe('days', () => {
	test('a birthday, one without its year, and one reckoned from an age', () => {
		const birthday = (date: object) => only({ birthdate: date });
		expect(birthday(special('1978-04-12')).moments).toEqual([
			{ kind: 'birthday', day: '1978-04-12', yearly: true }
		]);
		expect(birthday(special('2020-02-29', { is_year_unknown: true })).moments).toEqual([
			{ kind: 'birthday', day: '--02-29', yearly: true }
		]);
		const reckoned = birthday(special('1970-01-01', { is_age_based: true }));
		expect(reckoned.moments).toEqual([]);
		expect(reckoned.notes).toEqual([{ body: 'From Monica:\n- Born about 1970.' }]);
	});

	test('nobody is reminded of the dead', () => {
		const dead = only(
			{
				is_dead: true,
				birthdate: special('1931-08-08'),
				deceased_date: special('2020-10-01'),
				first_met_date: special('1999-01-02'),
				first_met_reminder: { initial_date: '1999-01-02' },
				stay_in_touch_frequency: 30
			},
			{
				reminder: [
					entry({ initial_date: '2022-05-05', title: 'Call', frequency_type: 'year' }),
					entry({ initial_date: '2020-10-01', title: 'Death of Ada', delible: false })
				],
				life_event: [entry({ happened_at: '1955-05-06', type: MARRIAGE })]
			}
		);
		expect(dead).toMatchObject({ moments: [], cadence: 0 });
		expect(dead.promises).toBeUndefined();
		expect(dead.notes.at(-1)?.body).toContain('- Died on 2020-10-01.\n- Born on 1931-08-08.');
	});

	test('reminders: every year or once is a moment, what comes back else a promise, the rest a line', () => {
		const reminder = (title: string, initial_date: string, type: string, more: object = {}) =>
			entry({ title, initial_date, frequency_type: type, frequency_number: 1, ...more });
		const { moments, promises, notes } = only(
			{ birthdate: special('1978-04-12') },
			{
				reminder: [
					reminder('Wish happy birthday', '1978-04-12', 'year', { delible: false }),
					reminder('Founding day', '2020-05-05', 'year'),
					reminder('Contract ends', '2024-11-05', 'one_time'),
					reminder('Report', '2023-01-31', 'month'),
					reminder('Audit', '2023-02-01', 'year', { frequency_number: 2 }),
					reminder('Long ago', '2019-01-01', 'one_time'),
					reminder('Off', '2025-01-01', 'week', { inactive: true })
				]
			}
		);
		expect(moments.map(({ label, day, yearly }) => [label, day, yearly])).toEqual([
			[undefined, '1978-04-12', true],
			['Founding day', '2020-05-05', true],
			['Contract ends', '2024-11-05', false]
		]);
		expect(promises).toEqual([
			{ text: 'Report', due: '2024-01-31', repeat: { every: 1, unit: 'month' } },
			{ text: 'Audit', due: '2025-02-01', repeat: { every: 2, unit: 'year' } }
		]);
		expect(notes[0]?.body).toBe(
			'From Monica:\n- Reminder of 2019-01-01: Long ago\n- Reminder of 2025-01-01: Off'
		);
	});

	test('health and belief stay in notes; a wedding is a moment where its day is known', () => {
		const event = (type: string, happened_at: string, name = '') =>
			entry({ type, happened_at: `${happened_at}T00:00:00.000000Z`, name, note: '' });
		const events = (...life_event: unknown[]) => only({}, { life_event });
		expect(events(event(SURGERY, '2022-03-03', 'Knee'))).toMatchObject({
			moments: [],
			notes: [{ body: 'Surgery\nKnee', day: '2022-03-03' }]
		});
		expect(events(event(MARRIAGE, '2004-06-19'))).toMatchObject({
			moments: [{ kind: 'wedding', day: '2004-06-19', yearly: true }],
			notes: []
		});
		expect(events(event(MARRIAGE, '2004-01-01'))).toMatchObject({
			moments: [],
			notes: [{ body: 'Marriage', day: '2004-01-01' }]
		});
	});
});

describe('what tells of health or belief stays closed', () => {
	test.each([
		['Allergic to nuts', true],
		['halal', true],
		['Coeliac, no wheat', true],
		['Loves sardines', undefined],
		['Kosherdill crisps', undefined]
	])('%s', (food, sensitive) => {
		const [fact] = only({ food_preferences: food }).facts ?? [];
		expect(fact).toMatchObject({ label: 'Food', text: food, aspect: 'preference' });
		expect(fact?.sensitive).toBe(sensitive);
	});

	test('whom somebody loves is in no circle’s words', () => {
		const people = [contact(ADA, { first_name: 'Ada' }), contact(BEN, { first_name: 'Ben' })];
		const relationship = [entry({ type: 'lover', contact_is: ADA, of_contact: BEN })];
		const [ada] = read(account(people, { relationship }))?.contacts ?? [];
		expect(ada?.circle).toEqual([{ name: 'Ben', relation: 'other', otherUid: BEN }]);
		expect(ada?.notes).toEqual([{ body: 'From Monica:\n- Ben: lover' }]);
	});
});

describe('people around', () => {
	const people = (partial: object, data = {}) => [
		contact(ADA, { first_name: 'Ada' }),
		contact(BEN, { first_name: 'Ben', is_partial: true, ...partial }, data),
		contact(CLEO, { first_name: 'Cleo' })
	];
	const child = entry({ type: 'child', contact_is: ADA, of_contact: BEN });
	const parent = entry({ type: 'parent', contact_is: BEN, of_contact: ADA });

	test('a partial contact is in the circle, with his birthday or age, and no person', () => {
		const circle = (birthdate: object) =>
			read(account(people({ birthdate }), { relationship: [child, parent] }));
		const file = circle(special('2012-02-29'));
		expect(file?.contacts.map(({ name }) => name)).toEqual(['Ada', 'Cleo']);
		expect(file?.unread).toBe(0);
		expect(file?.contacts[0]?.circle).toEqual([
			{ name: 'Ben', relation: 'child', birthday: '2012-02-29' }
		]);
		const aged = circle(special('2011-01-01', { is_age_based: true }));
		expect(aged?.contacts[0]?.circle).toMatchObject([{ age: { years: 9, on: '2020-06-07' } }]);
	});

	test('one with entries of his own, or around nobody, is a person all the same', () => {
		const note = [entry({ body: 'Plays the oboe' })];
		const noted = read(account(people({}, { note }), { relationship: [child, parent] }));
		expect(noted?.contacts.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Cleo']);
		expect(noted?.contacts[0]?.circle).toEqual([{ name: 'Ben', relation: 'child', otherUid: BEN }]);
		expect(read(account(people({})))?.contacts).toHaveLength(3);
	});

	test('a word of the file that says more than the relation is kept', () => {
		const said = (type: string) => {
			const relationship = [entry({ type, contact_is: ADA, of_contact: CLEO })];
			return read(account(people({}), { relationship }))?.contacts[0]?.circle[0];
		};
		expect(said('boss')).toEqual({ name: 'Cleo', relation: 'boss', otherUid: CLEO });
		expect(said('bestfriend')).toMatchObject({ relation: 'friend', about: 'best friend' });
		expect(said('mentor')).toMatchObject({ relation: 'other', about: 'mentor' });
		expect(said('Sailing mate')).toMatchObject({ relation: 'other', about: 'Sailing mate' });
	});

	test('a relationship with nobody of the file is told', () => {
		const relationship = [entry({ type: 'boss', contact_is: ADA, of_contact: 'gone' }), 'x'];
		const told = read(account(people({}), { relationship }))?.problems;
		expect(told?.map(({ detail }) => detail)).toEqual(['relationship 1', 'relationship 2']);
	});
});

test('an activity is a touch of each who took part', () => {
	const activity = [
		entry({ summary: 'Lunch', happened_at: '2023-06-10T00:00:00.000000Z' }, { uuid: LUNCH })
	];
	const people = [ADA, BEN].map((uuid, n) =>
		contact(uuid, { first_name: ['Ada', 'Ben'][n] }, { activity: [LUNCH] })
	);
	const file = read(account(people, { activity }));
	expect(file?.contacts.map(({ touches }) => touches)).toEqual(
		['Ben', 'Ada'].map((other) => [
			{
				kind: 'meeting',
				purpose: 'just-talked',
				outcome: 'reached',
				day: '2023-06-10',
				note: `Lunch\nAlso there: ${other}.`
			}
		])
	);
});

test('messages that nobody answered are reaching out', () => {
	const say = (...by: boolean[]) => {
		const messages = by.map((written_by_me) => entry({ content: 'Hi', written_by_me }));
		const conversation = [entry({ happened_at: '2023-09-01', messages })];
		return only({}, { conversation }).touches?.[0];
	};
	expect(say(true)).toMatchObject({ kind: 'text', outcome: 'reached-out', note: 'Me: Hi' });
	expect(say(true, false)).toMatchObject({ outcome: 'reached', note: 'Me: Hi\nAda: Hi' });
});

test('money is told in the note and nowhere else', () => {
	const { gestures, notes } = only(
		{},
		{
			debt: [
				entry({ amount: 20, currency: { iso: 'EUR' }, in_debt: true, status: 'inprogress' }),
				entry({ amount: '7.50', in_debt: false, status: 'complete' })
			],
			gift: [entry({ name: 'Salt', status: 'offered', date: '2022-12-20', amount: '12.5' })]
		}
	);
	expect(gestures).toEqual([{ direction: 'given', kind: 'gift', text: 'Salt', day: '2022-12-20' }]);
	expect(notes[0]?.body).toBe(
		'From Monica:\n- I owe them 20 EUR (2022-03-04)\n- They owe me 7.50, settled (2022-03-04)\n' +
			'- Gift “Salt”: worth 12.5.'
	);
});

test('what a later version adds is a line or is counted, not lost', () => {
	const file = read(
		account([
			contact(
				ADA,
				{ first_name: 'Ada', shoe_size: 41, gender: 'f' },
				{ horoscope: [entry({ sign: 'Aries' })], note: [entry({ body: 'x', mood: 'calm' })] }
			)
		])
	);
	expect(file?.contacts[0]?.notes[1]?.body).toBe(
		'From Monica:\n- Horoscope: sign Aries\n- shoe size: 41'
	);
	expect(file?.mapped.filter(({ to }) => to === 'left-out').map(({ from }) => from)).toEqual([
		'note: mood',
		'gender'
	]);
});

test('an instant is the day the clock on the wall showed', () => {
	const day = (called_at: string) => only({}, { call: [entry({ called_at })] }).touches?.[0]?.day;
	expect(day('2023-05-02T00:00:00.000000Z')).toBe('2023-05-02');
	expect(day('2023-05-02 23:59:00')).toBe('2023-05-02');
	const late = new Date('2023-05-02T23:30:00Z');
	const said = `2023-05-0${late.getDate()}`;
	expect(day('2023-05-02T23:30:00.000000Z')).toBe(said);
});

/** Everybody and everything at once, to be damaged. */
const whole = account(
	[
		contact(
			ADA,
			{
				first_name: 'Ada',
				last_name: 'Holm',
				job: 'Buyer',
				is_starred: true,
				tags: ['north'],
				birthdate: special('1978-04-12'),
				first_met_date: special('2016-09-20'),
				first_met_through: CLEO,
				food_preferences: 'Fish',
				stay_in_touch_frequency: 30
			},
			{
				call: [entry({ called_at: '2023-05-02', content: 'Hi', emotions: ['calm'] })],
				contact_field: [entry({ data: '+46 555 0101', type: PHONE })],
				debt: [entry({ amount: '20', currency: 'EUR', in_debt: true })],
				gift: [entry({ name: 'Salt', status: 'offered', date: '2022-12-20', recipient: BEN })],
				note: [entry({ body: 'Boat', is_favorite: true })],
				reminder: [entry({ initial_date: '2023-01-31', title: 'Report', frequency_type: 'month' })],
				task: [entry({ title: 'Return it', completed: true, completed_at: '2023-04-04' })],
				address: [entry({ name: 'Office', street: 'Kajgatan 4', latitude: 55.6 })],
				pet: [entry({ name: 'Bello', category: 'dog' })],
				conversation: [
					entry({
						happened_at: '2023-09-01',
						contact_field_type: PHONE,
						messages: [entry({ content: 'Hi', written_by_me: false })]
					})
				],
				life_event: [entry({ type: MARRIAGE, happened_at: '2004-06-19', note: 'In May' })],
				activity: [LUNCH]
			}
		),
		contact(BEN, { first_name: 'Ben', is_partial: true, birthdate: special('2012-02-29') }),
		contact(CLEO, { first_name: 'Cleo' }, { activity: [LUNCH] })
	],
	{
		relationship: [entry({ type: 'child', contact_is: ADA, of_contact: BEN })],
		activity: [entry({ summary: 'Lunch', happened_at: '2023-06-10' }, { uuid: LUNCH })]
	}
);

type Path = readonly (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [at];
	const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
	return [
		at,
		...keys.flatMap((key) =>
			pathsOf((value as Record<string | number, unknown>)[key], [...at, key])
		)
	];
}

function damaged(path: Path, garbage: unknown): unknown {
	if (path.length === 0) return garbage;
	const copy = structuredClone(whole) as unknown;
	let place = copy as Record<string | number, unknown>;
	for (const key of path.slice(0, -1)) place = place[key] as typeof place;
	place[path.at(-1)!] = garbage;
	return copy;
}

const paths = pathsOf(whole);
/** What is right nowhere. */
const WRONG: readonly unknown[] = [{ garbage: [1] }, [[{}]], -0.5];
/** What is not looked at: counts, names of the format, what is only counted or never shown. */
const UNSEEN = /^(count|version|app_version|exported_by|protocol|latitude|updated_at)$/;

describe('garbage in any place', () => {
	test('never throws, and whoever is read is whole enough for the book', () => {
		fc.assert(
			fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, garbage) => {
				for (const draft of read(damaged(path, garbage))?.contacts ?? []) check(draft);
			}),
			{ seed: 20260701, numRuns: 600 }
		);
	});

	test('takes nothing away without telling', () => {
		const before = read(whole)!;
		expect(before.problems).toEqual([]);
		const silent = paths.flatMap((path) => {
			const key = path.at(-1);
			if (typeof key === 'string' && UNSEEN.test(key)) return [];
			const lost = WRONG.some((garbage) => {
				if (key === 'amount' && typeof garbage === 'number') return false;
				const after = read(damaged(path, garbage));
				return after?.problems.length === 0 && !isDeepStrictEqual(after.contacts, before.contacts);
			});
			return lost ? [path.join('.')] : [];
		});
		expect(silent).toEqual([]);
	});
});

/** Every part of a draft is taken by the schema of the record it becomes. */
function check(draft: ContactDraft): void {
	const { circle, moments, notes, touches, gestures, promises, facts, vcard, ...person } = draft;
	const id = '2026-0000000000000000';
	const taken = (table: Table, fields: object) => {
		const result = decode(table, id, fields as Readonly<Record<string, Json>>, 'x');
		const fault = result.unreadable;
		// The ids that a draft has not got yet.
		if (fault && !['id', 'person', 'people'].includes(fault.field)) {
			expect(fault, JSON.stringify(fields)).toBeUndefined();
		}
	};
	taken('person', { ...person, vcard: [...vcard] });
	for (const { otherUid, ...each } of circle) taken('circle', each);
	for (const each of moments) taken('moment', each);
	for (const { body, day } of notes) {
		expect(body.trim()).not.toBe('');
		if (day) taken('note', { day });
	}
	for (const { note, ...each } of touches ?? []) taken('touch', each);
	for (const each of gestures ?? []) taken('gesture', each);
	for (const each of promises ?? []) taken('promise', each);
	for (const each of facts ?? []) taken('fact', each);
}
