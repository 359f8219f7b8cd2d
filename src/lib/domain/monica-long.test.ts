// An account of Monica's in very many pieces, or with very long words, costs about as much as reading it.
import { expect, test } from 'vitest';
import { readMonica } from './monica';

const SOON = 10_000;

function timed(data: readonly unknown[]): { took: number; many: number; circle: number } {
	const start = performance.now();
	const reading = readMonica({ account: { data } });
	let step = reading.next();
	while (!step.done) step = reading.next();
	const contacts = step.value?.contacts ?? [];
	return {
		took: performance.now() - start,
		many: contacts.length,
		circle: contacts[0]?.circle.length ?? 0
	};
}

const ada = (more: object = {}) => ({
	uuid: 'ada',
	properties: { first_name: 'Ada', ...more },
	data: []
});

test('40,000 lists of one contact each', () => {
	const lists = Array.from({ length: 40_000 }, (_, index) => ({
		type: 'contact',
		values: [{ ...ada(), uuid: `c${index}` }]
	}));
	const { took, many } = timed(lists);
	expect(many).toBe(40_000);
	expect(took).toBeLessThan(SOON);
}, 60_000);

test('40,000 lists of one entry each', () => {
	const lists = Array.from({ length: 40_000 }, (_, index) => ({
		type: 'pet',
		values: [{ uuid: `p${index}`, properties: { name: `Rex ${index}` } }]
	}));
	const { took, circle } = timed([{ type: 'contact', values: [{ ...ada(), data: lists }] }]);
	expect(circle).toBe(40_000);
	expect(took).toBeLessThan(SOON);
}, 60_000);

test('200,000 around one person', () => {
	const others = Array.from({ length: 200_000 }, (_, index) => ({
		uuid: `c${index}`,
		properties: { first_name: `Bo ${index}`, is_partial: true }
	}));
	const relations = others.map(({ uuid }, index) => ({
		uuid: `r${index}`,
		properties: { type: 'child', contact_is: uuid, of_contact: 'ada' }
	}));
	const back = relations.map(({ uuid, properties: { contact_is, of_contact } }) => ({
		uuid: `${uuid}b`,
		properties: { type: 'parent', contact_is: of_contact, of_contact: contact_is }
	}));
	const { circle } = timed([
		{ type: 'contact', values: [ada(), ...others] },
		{ type: 'relationship', values: [...relations, ...back] }
	]);
	expect(circle).toBe(200_000);
}, 60_000);

test.each(['vcard', 'unknown_field', 'description', 'food_preferences', 'company', 'first_name'])(
	'10 MB of blanks in %s',
	(field) => {
		const words = `a${' '.repeat(10_000_000)}b`;
		const { took } = timed([{ type: 'contact', values: [ada({ [field]: words })] }]);
		expect(took).toBeLessThan(SOON);
	},
	60_000
);
