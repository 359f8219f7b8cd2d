// Accounts as Monica 4.1 writes them (`JsonExportAccount`, format 1.0-preview.1), of invented people, give
// exactly what is in them.
// Over 300 lines, because what is in each file is written out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContactFile, type ContactFile } from '$lib/domain/contact-file';

const folder = join(import.meta.dirname, 'monica');
const GRETA = '57ee05cd-e009-42c7-bebf-f20686734721';
const TOMAS = '9be4bcfc-49b6-4a08-b2e6-cc3ababced20';
const OTTO = '13deef86-ab10-41d0-b646-e1f40a097c97';
const INES = 'ca02135e-92b1-43f2-8ede-0d7ac3baea9e';

function read(bytes: Uint8Array) {
	const reading = readContactFile(bytes);
	let step: IteratorResult<unknown, ContactFile> = reading.next();
	let slices = 0;
	for (; !step.done; step = reading.next()) slices++;
	const file = step.value;
	if (!file.ok || file.table) throw new Error('not an account');
	return { ...file, slices };
}

function account(name: string) {
	return read(readFileSync(join(folder, name)));
}

/** A contact of whom nothing is known but what is given. */
function only(fields: Readonly<Record<string, unknown>>) {
	return { circle: [], moments: [], notes: [], vcard: [], ...fields };
}

const talked = { purpose: 'just-talked', outcome: 'reached' };

test('an account with everything in it', () => {
	const { contacts, problems, unread } = account('account.json');
	expect({ problems, unread }).toEqual({ problems: [], unread: 0 });
	const [greta, ...others] = contacts;
	expect(greta).toEqual({
		name: 'Greta Marie Lindqvist',
		givenName: 'Greta',
		familyName: 'Lindqvist',
		nickname: 'Gretel',
		company: 'Nordkai Foods',
		title: 'Head of purchasing',
		about: 'Straight talker. Likes facts first.',
		uid: GRETA,
		cadence: 30,
		tags: ['customer', 'north', 'starred'],
		phones: [{ value: '+46 555 0101' }],
		emails: [{ value: 'greta@nordkai.example' }],
		links: [
			{ value: 'https://www.linkedin.com/in/greta-example', label: 'LinkedIn' },
			{ value: 'https://wa.me/465550101', label: 'Whatsapp' }
		],
		addresses: [
			{
				label: 'Office',
				street: 'Kajgatan 4',
				city: 'Malmö',
				region: 'Skåne',
				postcode: '211 00',
				country: 'SE'
			}
		],
		circle: [
			{ name: 'Tomas Lindqvist', relation: 'spouse', otherUid: TOMAS },
			{ name: 'Mia', relation: 'child', birthday: '2012-02-29' },
			{
				name: 'Jonas',
				relation: 'child',
				about: 'stepchild',
				age: { years: 12, on: '2021-05-06' }
			},
			{ name: 'Otto Brandt', relation: 'colleague', about: 'subordinate', otherUid: OTTO },
			{ name: 'Bello', relation: 'pet', about: 'dog' }
		],
		moments: [
			{ kind: 'birthday', day: '1978-04-12', yearly: true },
			{ kind: 'other', label: 'First met', day: '2016-09-20', yearly: false },
			{
				kind: 'other',
				label: 'The boat comes out of the water',
				day: '2022-09-01',
				yearly: true
			},
			{ kind: 'other', label: 'Contract runs out', day: '2024-11-05', yearly: false },
			{ kind: 'wedding', day: '2004-06-19', yearly: true }
		],
		touches: [
			{
				...talked,
				kind: 'call',
				day: '2023-05-02',
				note: 'Asked for the new price list.\nThey called.\nFelt: optimism.'
			},
			{ ...talked, kind: 'call', day: '2023-03-01' },
			{
				...talked,
				kind: 'message',
				day: '2023-08-01',
				note: 'By Whatsapp\nMe: Are you at the fair?\nGreta: Stand 12!'
			},
			{
				...talked,
				kind: 'text',
				outcome: 'reached-out',
				day: '2023-09-01',
				note: 'Me: Safe trip!'
			},
			{
				...talked,
				kind: 'meal',
				day: '2023-06-10',
				note: 'Lunch at the harbour\nShe loved the pike.\nAte at a restaurant'
			},
			{
				...talked,
				kind: 'meeting',
				day: '2023-07-01',
				note: 'A day on the water\nWent sailing\nAlso there: Tomas Lindqvist.'
			}
		],
		gestures: [
			{
				direction: 'given',
				kind: 'gift',
				text: 'A tin of sea salt, from the trip to Læsø',
				day: '2022-12-20'
			},
			{
				direction: 'received',
				kind: 'favour',
				text: 'Gift: Honey of her own bees',
				day: '2023-01-05'
			}
		],
		promises: [
			{
				text: 'Send the market report: the short one',
				due: '2024-01-31',
				repeat: { every: 1, unit: 'month' }
			},
			{ text: 'Send the recipe: the pike one' },
			{ text: 'Return the umbrella', keptOn: '2023-04-04' }
		],
		facts: [
			{
				label: 'Gift idea',
				text: 'A book on knots, for Mia, https://books.example/knots',
				day: '2023-02-02'
			},
			{
				label: 'Food',
				aspect: 'preference',
				text: 'No shellfish: allergic.',
				day: '2021-02-01',
				sensitive: true
			}
		],
		notes: [
			{ body: 'Her boat is called Albatros.\n\n(A favourite in Monica)', day: '2022-05-04' },
			{ body: 'Prefers to be called before ten.\nNever on Fridays.', day: '2022-06-01' },
			{ body: 'Surgery\nKnee surgery\nWalks again since May.', day: '2022-03-03' },
			{ body: 'Changed beliefs\nLeft the church.', day: '2019-01-01' },
			{
				body:
					'From Monica:\n- I owe them 20 EUR (2022-08-01)\n' +
					'- Gift “A tin of sea salt”: worth 12.5.\n- Reminder of 2022-01-05: Send the catalogue\n' +
					'- A document that stayed in Monica: offer-2021.pdf\n- Met through Inês Duarte.'
			}
		],
		vcard: ['X-BADGE:4711']
	});
	expect(others).toEqual([
		only({
			name: 'Tomas Lindqvist',
			givenName: 'Tomas',
			familyName: 'Lindqvist',
			uid: TOMAS,
			emails: [{ value: 'tomas@lindqvist.example' }],
			circle: [
				{ name: 'Greta Marie Lindqvist', relation: 'spouse', otherUid: GRETA },
				{ name: 'Mia', relation: 'child', birthday: '2012-02-29' }
			],
			moments: [{ kind: 'birthday', day: '--11-30', yearly: true }],
			touches: [
				{
					...talked,
					kind: 'meeting',
					day: '2023-07-01',
					note: 'A day on the water\nWent sailing\nAlso there: Greta Marie Lindqvist.'
				}
			]
		}),
		only({
			name: 'Edda Krohn',
			givenName: 'Edda',
			familyName: 'Krohn',
			company: 'Krohn & Sons',
			uid: '6bf46c69-7d2c-4f82-aeea-cbe226e87555',
			cadence: 0,
			notes: [{ body: 'From Monica:\n- Died on 2020-10-01.\n- Born on 1931-08-08.' }]
		}),
		only({
			name: 'Otto Brandt',
			givenName: 'Otto',
			familyName: 'Brandt',
			uid: OTTO,
			tags: ['archived'],
			circle: [
				{ name: 'Greta Marie Lindqvist', relation: 'boss', otherUid: GRETA },
				{ name: 'Inês Duarte', relation: 'other', otherUid: INES }
			],
			notes: [
				{
					body:
						'From Monica:\n- Born about 1970.\n' +
						'- First met on 05-05, the year is not known.\n- Inês Duarte: lover'
				}
			]
		}),
		only({
			name: 'Inês Duarte',
			givenName: 'Inês',
			familyName: 'Duarte',
			company: 'Porto Cork',
			uid: INES,
			circle: [{ name: 'Otto Brandt', relation: 'other', otherUid: OTTO }],
			moments: [{ kind: 'other', label: 'First met', day: '2019-03-03', yearly: true }],
			facts: [{ label: 'Food', aspect: 'preference', text: 'Loves sardines', day: '2021-02-01' }],
			notes: [{ body: 'From Monica:\n- Otto Brandt: lover' }]
		}),
		only({
			name: 'Paul',
			givenName: 'Paul',
			uid: '57124242-5051-41cc-917f-9acae01f5057'
		})
	]);
});

test('what of it is left out is counted', () => {
	const leftOut = account('account.json').mapped.filter(({ to }) => to === 'left-out');
	expect(Object.fromEntries(leftOut.map(({ from, many }) => [from, many]))).toEqual({
		document: 1,
		photo: 1,
		'journal entry': 1,
		relationship: 2,
		'activity without contacts': 1,
		'address: latitude and longitude': 1,
		'photo of a contact': 1,
		deceased_reminder: 1,
		gender: 4
	});
});

test('of a damaged account the rest is read, and each fault names its contact and entry', () => {
	const { contacts, problems, unread } = account('damaged.json');
	expect(unread).toBe(2);
	expect(contacts).toEqual([
		only({
			name: 'Otto Brandt',
			givenName: 'Otto',
			familyName: 'Brandt',
			uid: OTTO,
			tags: ['north'],
			emails: [{ value: 'otto@brandt.example' }],
			circle: [{ name: 'Ines', relation: 'friend', otherUid: INES }],
			notes: [
				{ body: 'This one is whole.', day: '2022-05-04' },
				{
					body: 'From Monica:\n- Call: Asked for a sample.\n- Horoscope: sign Aries, strength 3'
				}
			]
		}),
		only({ name: 'Ines', nickname: 'Ines', company: 'Porto Cork', uid: INES })
	]);
	expect(problems.map(({ code, detail }) => `${code}: ${detail ?? ''}`)).toEqual([
		'bad-entry: relationship 1',
		'bad-entry: Otto Brandt, task',
		'bad-entry: Otto Brandt, tag 2',
		'bad-entry: Otto Brandt, birthdate',
		'bad-entry: Otto Brandt, note 1',
		'bad-entry: Otto Brandt, note 3',
		'bad-entry: Otto Brandt, call 1: called_at',
		'bad-entry: Otto Brandt, call 1: day',
		'bad-entry: Otto Brandt, contact field 1: type',
		'bad-entry: Otto Brandt, gift 1',
		'bad-entry: contact 2, properties',
		'bad-contact: contact 2',
		'bad-contact: contact 3',
		'bad-entry: Ines, first_name'
	]);
});

/** Ten thousand contacts as most are: a name, days, and one entry of each of the common kinds. */
function tenThousand(): Uint8Array {
	const COMMON = new Set(['call', 'contact_field', 'note', 'reminder', 'activity']);
	type Lists = { type: string; values: unknown[] }[];
	const { account: whole, ...around } = JSON.parse(
		readFileSync(join(folder, 'account.json'), 'utf8')
	) as { account: { data: Lists } };
	const [greta] = whole.data.find(({ type }) => type === 'contact')!.values as { data: Lists }[];
	const lists = greta!.data.filter(({ type }) => COMMON.has(type));
	const few = lists.map(({ type, values }) => ({ type, values: values.slice(0, 1) }));
	const values = Array.from({ length: 10_000 }, (_, n) => {
		return { ...greta, uuid: `${GRETA}-${n}`, data: few };
	});
	const data = whole.data.map((each) => (each.type === 'contact' ? { ...each, values } : each));
	return new TextEncoder().encode(JSON.stringify({ ...around, account: { ...whole, data } }));
}

test('ten thousand contacts are read in slices; of a crowd not all are named', () => {
	const { contacts, slices } = read(tenThousand());
	expect(contacts).toHaveLength(10_000);
	expect(slices).toBe(80);
	expect(contacts[0]?.touches?.at(-1)?.note).toMatch(
		/(, Greta Marie Lindqvist){11} and 9987 more\.$/
	);
});
