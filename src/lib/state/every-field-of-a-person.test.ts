// No place that tells of a person, takes somebody in or makes one of two forgets a field. Each place is tried with
// every field of the schema; what it leaves out stands here, with the reason.
import { expect, test } from 'vitest';
import type { ContactDraft } from '$lib/domain/contact-draft';
import { csvHead, csvRow, widthOf } from '$lib/domain/csv-write';
import { dayOfDate } from '$lib/domain/day';
import { filledBetween, fillIn } from '$lib/domain/fill-in';
import { gainOf, missingOf } from '$lib/domain/gain';
import { filledFields } from '$lib/domain/records/import';
import type { Person } from '$lib/domain/records/person';
import { writeVcard } from '$lib/domain/vcard-write';
import { aKith } from '../../../tests/support/backups';
import { aPerson, NOON, write } from '../../../tests/support/books';
import { LATER_MS, meet, personIn, twoBooks } from '../../../tests/support/merging';
import {
	aWholePerson,
	ofTheRecord,
	tellingFields,
	untold,
	type Telling,
	type WholePerson
} from '../../../tests/support/whole-person';
import { contactDetails } from './contact-details';
import { namesIn } from './glance.svelte';
import { heldText } from './held';
import type { Kith } from './kith.svelte';
import { mergePeople } from './merge-people';
import { editPerson } from './people';

/** What a place leaves out, and why. */
type LeftOut = { readonly [F in Telling]?: string };

const [ash, elm] = [aWholePerson('Ash'), aWholePerson('Elm')];
const today = dayOfDate(new Date(NOON));

/** In the order of the schema. */
const fieldsOf = (leftOut: LeftOut): readonly Telling[] =>
	tellingFields.filter((field) => field in leftOut);

test('every field of the schema is tried', () => {
	const tried = Object.keys(ash.person).filter((field) => field !== 'id');
	expect(tried.sort()).toEqual([...tellingFields].sort());
	expect(untold(JSON.stringify([ash.person, ash.introducer]), ash)).toEqual([]);
	expect(untold(JSON.stringify([elm.person, elm.introducer]), ash)).toEqual([...tellingFields]);
	expect(ofTheRecord.filter((field) => field in ash.person)).toEqual(['id']);
});

const ON_NO_PAGE: LeftOut = {
	snoozedUntil: 'when Kith is to ask again says nothing about them',
	uid: 'a number that an address book has given the card'
};

test('what I hold about you tells every field, on the page and in the file', async () => {
	const kith = await aKith('phone');
	write(kith.book, (draft) => {
		for (const one of [ash.person, ash.introducer]) draft.add('person', one);
	});
	for (const as of ['html', 'json'] as const) {
		expect(untold(heldText(kith, ash.person, true, as), ash), as).toEqual(fieldsOf(ON_NO_PAGE));
	}
});

const IN_NO_CARD: LeftOut = {
	since: 'cards have no place for it',
	jobs: 'a card has one company',
	cadence: 'the rep’s own way with them',
	texting: 'the rep’s own way with them',
	closeness: 'the rep’s own way with them',
	introducedBy: 'names somebody else',
	snoozedUntil: 'the rep’s own way with them'
};

const IN_NO_TABLE: LeftOut = {
	...IN_NO_CARD,
	vcard: 'lines of a card, which a table cannot hold',
	uid: 'is of use in a card alone'
};

test('a card and a table have every field they have a place for', () => {
	for (const version of ['3.0', '4.0'] as const) {
		const card = writeVcard({ person: ash.person, moments: [], circle: [] }, version);
		expect(untold(card, ash), version).toEqual(fieldsOf(IN_NO_CARD));
	}
	const width = widthOf([ash.person]);
	const table = csvHead(width) + csvRow({ person: ash.person, birthday: undefined }, width);
	expect(untold(table, ash)).toEqual(fieldsOf(IN_NO_TABLE));
});

const IN_NO_FILE: LeftOut = {
	name: 'what the two are known to be one by',
	since: 'no file that is read has it',
	jobs: 'the records of employment have taken their place',
	cadence: 'the rep’s own rhythm stands',
	texting: 'no file that is read has it',
	closeness: 'no file that is read has it',
	introducedBy: 'no file that is read has it',
	snoozedUntil: 'no file that is read has it'
};

/** What is given, and not said one by one before it is. */
const NOT_COUNTED: LeftOut = {
	givenName: 'a part of the name',
	familyName: 'a part of the name',
	uid: 'nobody reads it'
};

test('an import fills in every field it may, and says so before', () => {
	const around = { circle: [], moments: [], notes: [] };
	const bare: ContactDraft = { name: ash.person.name, ...around, vcard: [] };
	const other: ContactDraft = { ...ash.person, ...around };
	const given = Object.keys(filledBetween(bare, fillIn(bare, other)));
	expect(tellingFields.filter((field) => !given.includes(field))).toEqual(fieldsOf(IN_NO_FILE));
	expect(given.sort()).toEqual([...filledFields].sort());
	for (const field of filledFields) {
		const one = { ...bare, [field]: ash.person[field] };
		const isCounted = gainOf(missingOf(bare, one)).length > 0;
		expect(isCounted, field).toBe(!(field in NOT_COUNTED));
		const told = JSON.stringify(contactDetails(one, today));
		expect(untold(told, ash).includes(field), field).toBe(field in NOT_COUNTED);
	}
});

const NOT_A_NAME: LeftOut = {
	familyName: 'hidden where the whole name stands; alone it is too often a word',
	title: 'tells what somebody is and not who',
	since: 'a day',
	jobs: 'where somebody was tells least; it is covered where it stands',
	...{ phones: 'covered where it stands', emails: 'covered where it stands' },
	...{ links: 'covered where it stands', addresses: 'covered where it stands' },
	...{ tags: 'covered where it stands', about: 'covered where it stands' },
	...{ cadence: 'days', texting: 'one of three words', closeness: 'one of three words' },
	snoozedUntil: 'a day',
	...{ vcard: 'covered where it stands', uid: 'stands nowhere' }
};

test('glance-safe mode hides every field that is a name', async () => {
	const kith = await aKith('phone');
	write(kith.book, (draft) => {
		for (const one of [ash.person, ash.introducer]) draft.add('person', one);
	});
	const { hide } = namesIn(kith);
	const shown = tellingFields.filter((field) =>
		ash.words[field].every((word) => hide(`Call ${word} now`).includes(word))
	);
	expect(shown).toEqual(fieldsOf(NOT_A_NAME));
});

/** What is seen of a person, with the fields that no page tells. */
function shownOf(kith: Kith, id: Person['id']): string {
	const held = personIn(kith, id);
	return heldText(kith, held, true, 'html') + JSON.stringify(held);
}

/** Two records of one person on two devices, of which the first is the one that stays. */
async function records(first: Partial<Person>, second: Partial<Person>) {
	const { name } = ash.person;
	const [kept, other] = [aPerson({ name, ...first }), aPerson({ name, ...second })];
	const [phone, laptop, clock] = await twoBooks(kept, other, ash.introducer, elm.introducer);
	const inTurn = async (...steps: readonly (() => unknown)[]): Promise<void> => {
		for (const step of steps) {
			await step();
			clock.ms += LATER_MS;
		}
	};
	const merge = (kith: Kith) => () => mergePeople(kith, [[kept.id, other.id]]);
	return { kept, other, phone, laptop, inTurn, merge };
}

const fieldsIn = ({ person: { id: _, ...fields } }: WholePerson): Partial<Person> => fields;

/** Both are told, but that nobody is put off because of another record, and of two steps the further counts. */
function expectBoth(kith: Kith, { id }: Person): void {
	const shown = shownOf(kith, id);
	const lost = (one: WholePerson) => untold(shown, one).filter((field) => field !== 'snoozedUntil');
	expect({ ash: lost(ash), elm: lost(elm) }).toEqual({ ash: ['texting'], elm: [] });
}

test('when two become one, every field of both is told', async () => {
	const { kept, phone, merge } = await records(fieldsIn(ash), fieldsIn(elm));
	await merge(phone)();
	expectBoth(phone, kept);
});

test('… also what another device wrote of the one who stays, and what it wrote of the one who went', async () => {
	for (const [isStaying, isFirst] of [
		[true, true],
		[true, false],
		[false, true],
		[false, false]
	]) {
		const { kept, other, phone, laptop, inTurn, merge } = await records({}, fieldsIn(ash));
		const edit = () => editPerson(laptop, (isStaying ? kept : other).id, fieldsIn(elm));
		if (isFirst) await inTurn(edit, merge(phone));
		else await inTurn(merge(phone), edit);
		await meet(phone, laptop);
		expectBoth(laptop, kept);
	}
});

test('… also where both devices made one of them, each with what it had written', async () => {
	const { kept, other, phone, laptop, inTurn, merge } = await records({}, {});
	await inTurn(() => editPerson(phone, other.id, fieldsIn(ash)), merge(phone));
	await inTurn(() => editPerson(laptop, other.id, fieldsIn(elm)), merge(laptop));
	await meet(phone, laptop);
	expectBoth(laptop, kept);
});
