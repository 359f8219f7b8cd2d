// The same person twice becomes one person once: nothing is lost, it can be undone, and devices that do
// it apart come to the same.
import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import { seededRandom, type Random } from '$lib/domain/random';
import type { Person } from '$lib/domain/records/person';
import { tableNames } from '$lib/domain/records/tables';
import { aKith } from '../../../tests/support/backups';
import { anId, aNote, aPerson, aTouch, digest, write } from '../../../tests/support/books';
import { meet, personIn, seen, twoBooks } from '../../../tests/support/merging';
import type { Kith } from './kith.svelte';
import { mergePeople, settleMerged } from './merge-people';
import { standsFor } from './merged';
import { editPerson, trashPerson, bringBackPerson } from './people';
import { undo } from './undoing';

const TODAY = '2026-11-21' as Day;

const ada = aPerson({ name: 'Ada Lindqvist', phones: [{ value: '+46 70 123' }], cadence: 30 });
const twin = aPerson({
	...{ name: 'Ada Lindqvist-Berg', company: 'Harrow', title: 'Buyer', cadence: 60 },
	...{ phones: [{ value: '+46 70 123', label: 'work' }, { value: '555 0199' }] },
	...{ emails: [{ value: 'ada@harrow.example' }], tags: ['dairy'], about: 'Likes herons.' }
});

test('the smaller id stays with the words of both, the other is in the trash with a trace', async () => {
	const [kith] = await twoBooks(ada, twin);
	expect(await mergePeople(kith, [[twin.id, ada.id]], 'One person now')).toBe(1);
	expect(personIn(kith, ada.id)).toMatchObject({
		...{ name: 'Ada Lindqvist', company: 'Harrow', title: 'Buyer', cadence: 30 },
		...{ phones: [{ value: '+46 70 123', label: 'work' }, { value: '555 0199' }] },
		...{ emails: twin.emails, tags: ['dairy'], about: 'Likes herons.' }
	});
	const facts = kith.book.about('fact', ada.id).map(({ text }) => text);
	expect(facts.sort()).toEqual(['60', 'Ada Lindqvist-Berg']);
	const gone = personIn(kith, twin.id);
	expect(gone.mergedInto).toBe(ada.id);
	expect(gone.trashedAt).toBeDefined();
	expect(standsFor(kith, twin.id)).toBe(ada.id);
	expect(kith.toasts.current?.text).toBe('One person now');
});

test('one undo takes all of it back', async () => {
	const kith = await aKith('phone');
	const note = aNote({ people: [twin.id] });
	write(kith.book, (draft) => {
		draft.add('person', ada);
		draft.add('person', twin);
		draft.add('note', note);
		draft.add('slot', { id: anId<'slot'>(), person: ada.id, place: 4, from: TODAY });
		draft.add('slot', { id: anId<'slot'>(), person: twin.id, place: 1, from: TODAY });
	});
	const before = digest(kith.book);
	await mergePeople(kith, [[ada.id, twin.id]]);
	expect(digest(kith.book)).not.toBe(before);
	expect(undo(kith)).toBe(true);
	expect(digest(kith.book)).toBe(before);
	expect(standsFor(kith, twin.id)).toBe(twin.id);
});

test('every table names the one who stays, also what is in the trash', async () => {
	const kith = await aKith('phone');
	const third = aPerson({ name: 'Omar', introducedBy: twin.id });
	const touch = aTouch({ people: [ada.id, twin.id] });
	const about = { person: twin.id } as const;
	write(kith.book, (draft) => {
		for (const one of [ada, twin, third]) draft.add('person', one);
		draft.edit('person', ada.id, { introducedBy: twin.id });
		draft.add('touch', touch);
		draft.add('note', aNote({ people: [third.id, twin.id] }));
		draft.add('note', aNote({ people: [twin.id], trashedAt: '2026-11-20T10:00:00Z' }));
		draft.add('circle', { id: anId<'circle'>(), ...about, name: 'Max', relation: 'child' });
		draft.add('circle', {
			...{ id: anId<'circle'>(), person: ada.id, name: 'Ada', relation: 'other', self: twin.id }
		});
		draft.add('fact', { id: anId<'fact'>(), ...about, text: 'Sails', day: TODAY });
		const yearly = { kind: 'birthday', day: TODAY, yearly: true } as const;
		draft.add('moment', { id: anId<'moment'>(), ...about, ...yearly });
		draft.add('moment', { id: anId<'moment'>(), person: ada.id, ...yearly });
		draft.add('promise', { id: anId<'promise'>(), ...about, text: 'Send the list' });
		draft.add('plan', {
			...{ id: anId<'plan'>(), ...about, day: TODAY, kind: 'call', purpose: 'just-talked' }
		});
		draft.add('gesture', {
			...{ id: anId<'gesture'>(), ...about, day: TODAY, direction: 'given', kind: 'help' }
		});
		draft.add('thankYou', {
			...{ id: anId<'thankYou'>(), ...about, touch: touch.id, state: 'owed' },
			since: '2026-11-20T10:00:00Z'
		});
		draft.add('employment', { id: anId<'employment'>(), ...about, company: 'Acme' });
		draft.add('closeness', { id: anId<'closeness'>(), ...about, kind: 'friend', on: TODAY });
		draft.add('walk', { id: anId<'walk'>(), on: TODAY, passed: [twin.id, third.id] });
		draft.add('friendsAnswer', {
			...{ id: anId<'friendsAnswer'>(), on: TODAY, asked: [ada.id, twin.id], friends: [twin.id] }
		});
		draft.add('slot', { id: anId<'slot'>(), person: ada.id, place: 4, from: TODAY });
		draft.add('slot', { id: anId<'slot'>(), ...about, place: 1, from: '2026-01-01' as Day });
		const filled = [{ to: twin.id, fields: { title: 'Buyer' } }];
		draft.add('import', {
			...{ id: anId<'import'>(), at: '2026-11-20T10:00:00Z', files: ['a.vcf'], added: 0, filled }
		});
	});
	await mergePeople(kith, [[ada.id, twin.id]]);
	const { book } = kith;
	for (const table of tableNames) {
		const left = [...book.all(table), ...book.trashed(table)].filter(({ id }) => id !== twin.id);
		expect(JSON.stringify(left)).not.toContain(twin.id);
	}
	expect(book.get('touch', touch.id)?.people).toEqual([ada.id]);
	expect(personIn(kith, ada.id).introducedBy).toBeUndefined();
	expect(personIn(kith, third.id).introducedBy).toBe(ada.id);
	expect(book.all('circle').find(({ name }) => name === 'Ada')?.self).toBeUndefined();
	expect(book.all('moment')).toHaveLength(1);
	const open = book.all('slot').filter(({ to }) => to === undefined);
	expect(open.map(({ place, person: who }) => [place, who])).toEqual([[1, ada.id]]);
});

test('pairs that share somebody become one, and somebody in the trash is left out', async () => {
	const kith = await aKith('phone');
	const people = ['One', 'Two', 'Three', 'Four'].map((name) => aPerson({ name }));
	const [one, two, three, four] = people as [Person, Person, Person, Person];
	write(kith.book, (draft) => {
		for (const some of people) draft.add('person', some);
		draft.edit('person', four.id, { trashedAt: '2026-11-20T10:00:00Z' });
	});
	const pairs = [
		[three.id, two.id],
		[two.id, one.id],
		[one.id, four.id]
	] as const;
	expect(await mergePeople(kith, pairs)).toBe(2);
	expect(kith.book.all('person').map(({ name }) => name)).toEqual(['One']);
	const facts = kith.book.about('fact', one.id).map(({ text }) => text);
	expect(facts.sort()).toEqual(['Three', 'Two']);
});

test('what another device wrote about the one who went is found with the one who stayed', async () => {
	const [phone, laptop] = await twoBooks(ada, twin);
	await mergePeople(phone, [[ada.id, twin.id]]);
	const note = aNote({ people: [twin.id] });
	write(laptop.book, (draft) => draft.add('note', note));
	editPerson(laptop, twin.id, { phones: [...(twin.phones ?? []), { value: '999 888' }] });
	await meet(phone, laptop);
	for (const kith of [phone, laptop]) {
		expect(kith.book.get('note', note.id)?.people).toEqual([ada.id]);
		expect(personIn(kith, ada.id).phones?.map(({ value }) => value)).toContain('999 888');
	}
	expect(digest(phone.book)).toBe(digest(laptop.book));
	// What the rep takes away afterwards stays away.
	editPerson(phone, ada.id, { phones: undefined });
	for (const fact of phone.book.about('fact', ada.id)) {
		write(phone.book, (draft) =>
			draft.edit('fact', fact.id, { trashedAt: '2026-11-21T12:00:00Z' })
		);
	}
	await meet(phone, laptop);
	expect(personIn(laptop, ada.id).phones).toBeUndefined();
	expect(laptop.book.about('fact', ada.id)).toEqual([]);
	expect(await settleMerged(phone)).toBe(0);
});

test('one who was brought back, and trashed again by hand, is merged no more', async () => {
	const [kith, , clock] = await twoBooks(ada, twin);
	await mergePeople(kith, [[ada.id, twin.id]]);
	clock.ms += 1000;
	bringBackPerson(kith, personIn(kith, twin.id));
	expect(standsFor(kith, twin.id)).toBe(twin.id);
	const note = aNote({ people: [twin.id] });
	write(kith.book, (draft) => draft.add('note', note));
	trashPerson(kith, personIn(kith, twin.id));
	expect(await settleMerged(kith)).toBe(0);
	expect(kith.book.get('note', note.id)?.people).toEqual([twin.id]);
});

test('merged in a row or in a circle apart, it comes to one and the same', async () => {
	const people = ['Ann', 'Ann', 'Ann'].map((name, at) =>
		aPerson({ name, emails: [{ value: `ann${at}@x.example` }] })
	);
	const [one, two, three] = people as [Person, Person, Person];
	const [phone, laptop] = await twoBooks(...people);
	await mergePeople(phone, [[two.id, one.id]]);
	await mergePeople(laptop, [[three.id, two.id]]);
	await meet(phone, laptop);
	expect(phone.book.all('person').map(({ id }) => id)).toEqual([one.id]);
	expect(personIn(phone, one.id).emails).toHaveLength(3);
	// Nobody here writes a circle; a book from elsewhere may hold one.
	const round = await aKith('tablet');
	const trashedAt = '2026-11-20T10:00:00Z';
	write(round.book, (draft) => {
		draft.add('person', { ...one, trashedAt, mergedInto: three.id });
		draft.add('person', { ...two, trashedAt, mergedInto: one.id });
		draft.add('person', { ...three, trashedAt, mergedInto: two.id });
	});
	for (const { id } of people) expect(standsFor(round, id)).toBe(one.id);
	await settleMerged(round);
});

test('merged both ways apart in any state, both devices say the same and nothing is lost', async () => {
	for (let seed = 1; seed <= 60; seed++) await mergedApart(seededRandom(seed));
});

async function mergedApart(random: Random): Promise<void> {
	const a = aPerson(someFields(random, 'a'));
	const b = aPerson(someFields(random, 'b'));
	const [phone, laptop, clock] = await twoBooks(a, b);
	const words: string[] = [];
	for (const [kith, mark] of [
		[phone, 'p'],
		[laptop, 'l']
	] as const) {
		for (let edit = 0; edit < 4; edit++) {
			clock.ms += Math.floor(random() * 5000);
			change(kith, random() < 0.5 ? a.id : b.id, `${mark}${edit}`, random);
		}
		words.push(...wordsOf(kith, [a.id, b.id]));
		clock.ms += Math.floor(random() * 5000);
		if (random() < 0.8) await mergePeople(kith, random() < 0.5 ? [[a.id, b.id]] : [[b.id, a.id]]);
		clock.ms += Math.floor(random() * 5000);
		const note = aNote({ people: [random() < 0.5 ? a.id : b.id], body: `after ${mark}` });
		write(kith.book, (draft) => draft.add('note', note));
	}
	const isMerged = phone.book.trashed('person').length + laptop.book.trashed('person').length > 0;
	const isBoth = phone.book.trashed('person').length * laptop.book.trashed('person').length > 0;
	await meet(phone, laptop);
	expect(phone.book.all('person')).toHaveLength(isMerged ? 1 : 2);
	expect(await settleMerged(phone)).toBe(0);
	// Where only one device merged, the later of two edits of one field shows, as anywhere else.
	for (const word of isBoth ? words : []) expect(seen(phone)).toContain(word);
	expect(seen(phone)).toContain('after p');
	expect(seen(phone)).toContain('after l');
	if (isMerged) for (const note of phone.book.all('note')) expect(note.people).toEqual([a.id]);
}

function someFields(random: Random, mark: string): Partial<Person> {
	const some = <Value>(value: Value): Value | undefined => (random() < 0.5 ? value : undefined);
	const fields = {
		name: random() < 0.5 ? 'Ada Lindqvist' : `Ada ${mark}`,
		company: some(`Company ${mark}`),
		title: some(`Title ${mark}`),
		nickname: some(`Nick ${mark}`),
		phones: some([{ value: `555 ${mark}` }, { value: '555 0100' }]),
		emails: some([{ value: `${mark}@x.example` }]),
		about: some(`About ${mark}.`),
		tags: some([`tag ${mark}`])
	};
	const set = Object.entries(fields).filter(([, value]) => value !== undefined);
	return Object.fromEntries(set);
}

/** One edit. Of two edits of one field of the one who stays the later shows, as without any merge. */
function change(kith: Kith, id: Id<'person'>, mark: string, random: Random): void {
	const held = personIn(kith, id);
	const isStaying = kith.book.all('person').some((other) => other.id > id);
	const kind = isStaying ? 3 + Math.floor(random() * 2) : Math.floor(random() * 5);
	if (kind === 0) editPerson(kith, id, { title: `Title ${mark}` });
	if (kind === 1)
		editPerson(kith, id, { phones: [...(held.phones ?? []), { value: `77 ${mark}` }] });
	if (kind === 2) editPerson(kith, id, { about: `${held.about ?? ''}\n\nMore ${mark}`.trim() });
	if (kind === 3) editPerson(kith, id, { tags: [...(held.tags ?? []), `tag ${mark}`] });
	if (kind === 4) {
		const note = aNote({ people: [id], body: `Note ${mark}` });
		write(kith.book, (draft) => draft.add('note', note));
	}
}

/** What a device shows of them just before it merges them. */
function wordsOf({ book }: Kith, ids: readonly Id<'person'>[]): string[] {
	return ids.flatMap((id) => {
		const held = book.get('person', id);
		const reach = [...(held?.phones ?? []), ...(held?.emails ?? [])].map(({ value }) => value);
		const notes = book.about('note', id).map(({ body }) => body);
		const parts = (held?.about ?? '').split('\n\n');
		return [held?.name ?? '', held?.company ?? '', held?.title ?? '', held?.nickname ?? '']
			.concat(reach, parts, held?.tags ?? [], notes)
			.filter(Boolean);
	});
}
