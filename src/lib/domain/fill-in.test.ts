// Filling in loses nothing of the other contact, and adds nothing twice.
import { describe, expect, test } from 'vitest';
import type { ContactDraft, TouchDraft } from './contact-draft';
import type { Day } from './day';
import { fillIn } from './fill-in';

const day = (text: string) => text as Day;

function contact(fields: Partial<ContactDraft>): ContactDraft {
	return { name: 'Dana', circle: [], moments: [], notes: [], vcard: [], ...fields };
}

function call(note?: string): TouchDraft {
	const plain = { kind: 'call', purpose: 'just-talked', outcome: 'reached' } as const;
	return { ...plain, day: day('2024-02-01'), ...(note === undefined ? {} : { note }) };
}

describe('touches', () => {
	const filled = (held: readonly TouchDraft[], other: readonly TouchDraft[]) =>
		fillIn(contact({ touches: held }), contact({ touches: other })).touches?.map(
			({ note }) => note
		);

	test('two calls of a day stay two', () => {
		expect(filled([], [call('Asked for a quote'), call('Said yes')])).toEqual([
			'Asked for a quote',
			'Said yes'
		]);
		expect(filled([], [call(), call()])).toHaveLength(2);
	});

	test('a call of the rep’s own on that day does not take the place of one with words', () => {
		expect(filled([call()], [call('Said yes')])).toEqual([undefined, 'Said yes']);
	});

	test('the same once more adds nothing', () => {
		const all = [call('Said yes'), call(), call()];
		expect(filled(all, all.toReversed())).toEqual(['Said yes', undefined, undefined]);
		expect(filled([call('Said yes')], [call('said  YES')])).toHaveLength(1);
		expect(filled([call('Said yes')], [call()])).toHaveLength(1);
	});
});

describe('notes', () => {
	const filled = (held: ContactDraft['notes'], other: ContactDraft['notes']) =>
		fillIn(contact({ notes: held }), contact({ notes: other })).notes.map((note) => note.day);
	const no = (text?: string) => ({
		body: 'No answer',
		...(text === undefined ? {} : { day: day(text) })
	});

	test('with the same words of two days stay two', () => {
		expect(filled([], [no('2024-05-01'), no('2025-05-01')])).toHaveLength(2);
		expect(filled([no('2024-05-01')], [no('2025-05-01')])).toEqual(['2024-05-01', '2025-05-01']);
	});

	test('of one day, or without one, are one', () => {
		expect(filled([no('2024-05-01')], [no('2024-05-01'), no()])).toEqual(['2024-05-01']);
		expect(filled([no()], [no('2024-05-01')])).toEqual([undefined]);
	});
});

describe('lines of a card', () => {
	const filled = (held: readonly string[], other: readonly string[]) =>
		fillIn(contact({ vcard: held }), contact({ vcard: other })).vcard;
	const boat = ['item1.X-FOO:1', 'item1.X-ABLabel:Boat'];

	test('keep their own label, whatever the groups are called', () => {
		expect(filled(boat, ['item1.X-BAR:2', 'item1.X-ABLabel:Plane'])).toEqual([
			...boat,
			'item2.X-BAR:2',
			'item2.X-ABLabel:Plane'
		]);
		const two = ['item2.X-BAR:2', 'item1.X-BAZ:3', 'item1.X-ABLabel:Car', 'item2.X-ABLabel:Plane'];
		expect(filled(boat, two)).toEqual([
			...boat,
			'item2.X-BAR:2',
			'item3.X-BAZ:3',
			'item3.X-ABLabel:Car',
			'item2.X-ABLabel:Plane'
		]);
	});

	test('bring no label without what it is for', () => {
		expect(filled(boat, ['ITEM1.X-FOO:2', 'ITEM1.X-ABLabel:Plane', 'X-BAR:2'])).toEqual([
			...boat,
			'X-BAR:2'
		]);
	});

	test('the same once more adds nothing', () => {
		const all = filled(boat, ['item1.X-BAR:2', 'item1.X-ABLabel:Plane']);
		expect(filled(all, ['item1.X-BAR:2', 'item1.X-ABLabel:Plane'])).toEqual(all);
	});
});
