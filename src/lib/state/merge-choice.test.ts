// What the rep chose when two records became one stands on every device, and nothing that was not chosen is
// lost; also where devices chose differently, or one said that they are not the same.
import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { MergeChoice } from '$lib/domain/merge-choice';
import { seededRandom } from '$lib/domain/random';
import type { Person } from '$lib/domain/records/person';
import { anId, aNote, aPerson, digest, send, write } from '../../../tests/support/books';
import { bornIn, LATER_MS, meet, personIn, seen, twoBooks } from '../../../tests/support/merging';
import { erase } from './erasing';
import type { Kith } from './kith.svelte';
import { mergePeople, settleMerged } from './merge-people';
import { mergeable, outlookOf, questionsOf, whatIsAbout } from './merge-view';
import { saidApart, sayNotSame, takeNotSameBack } from './not-same';
import { partAgain } from './part-again';
import { editPerson } from './people';
import { undo } from './undoing';

const TODAY = '2026-11-21' as Day;

const ada = aPerson({ name: 'Ada Lind', familyName: 'Lind', company: 'Harrow', title: 'Buyer' });
const twin = aPerson({ name: 'Ada Lind-Berg', company: 'Acme', nickname: 'Adda', cadence: 30 });

test('what was chosen stands, what was not is kept in words, and one undo takes it all back', async () => {
	const [kith] = await twoBooks(ada, twin);
	const birthdays = [bornIn(ada, '--05-03'), bornIn(twin, '1980-05-04')];
	write(kith.book, (draft) => {
		for (const one of birthdays) draft.add('moment', one);
	});
	const before = digest(kith.book);
	const choice = { name: twin.id, work: twin.id, birthday: twin.id };
	expect(await mergePeople(kith, [[ada.id, twin.id]], 'One now', choice)).toBe(1);
	expect(personIn(kith, ada.id)).toMatchObject({
		...{ name: 'Ada Lind-Berg', company: 'Acme', nickname: 'Adda', cadence: 30 }
	});
	expect(personIn(kith, ada.id).title).toBeUndefined();
	expect(personIn(kith, ada.id).familyName).toBeUndefined();
	expect(kith.book.all('moment').map(({ id, day }) => [id, day])).toEqual([
		[birthdays[1]?.id, '1980-05-04']
	]);
	const facts = kith.book.about('fact', ada.id).map(({ label, text }) => `${label}: ${text}`);
	expect(facts.sort()).toEqual([
		'Also called: Ada Lind',
		expect.stringMatching(/^Birthday, noted a second time: .*3/),
		'Company, noted a second time: Harrow',
		'Title, noted a second time: Buyer'
	]);
	undo(kith);
	expect(digest(kith.book)).toBe(before);
});

test('a birthday without its year gives way to the same day with it, and leaves no words', async () => {
	const [kith] = await twoBooks(ada, twin);
	write(kith.book, (draft) => {
		draft.add('moment', bornIn(ada, '--05-03'));
		draft.add('moment', bornIn(twin, '1980-05-03'));
	});
	const people = mergeable(kith, [twin.id, ada.id]);
	expect(questionsOf(kith, people).map(({ aspect }) => aspect)).toEqual(['name', 'work']);
	await mergePeople(kith, [[ada.id, twin.id]], undefined, {});
	expect(kith.book.all('moment').map(({ day }) => day)).toEqual(['1980-05-03']);
	expect(seen(kith)).not.toContain('Birthday, noted');
});

test('the look says what differs, with the fuller name and the newer company, and what is kept', async () => {
	const [kith, , clock] = await twoBooks(ada, twin);
	clock.ms += 1000;
	editPerson(kith, ada.id, { company: 'Harrow' });
	write(kith.book, (draft) => {
		draft.add('note', aNote({ people: [ada.id, twin.id] }));
		draft.add('note', aNote({ people: [twin.id] }));
		draft.add('slot', { id: anId<'slot'>(), person: ada.id, place: 4, from: TODAY });
	});
	const people = mergeable(kith, [twin.id, ada.id, 'nobody']);
	expect(people.map(({ id }) => id)).toEqual([ada.id, twin.id]);
	const asked = questionsOf(kith, people);
	expect(asked.map(({ aspect, chosen }) => [aspect, chosen])).toEqual([
		['name', twin.id],
		['work', ada.id]
	]);
	expect(asked[1]?.options.map(({ label }) => label)).toEqual(['Buyer, Harrow', 'Acme']);
	const choice = Object.fromEntries(asked.map((one) => [one.aspect, one.chosen]));
	expect(outlookOf(kith, people, choice)?.beside.map(({ text }) => text)).toEqual([
		...['Ada Lind', 'Acme']
	]);
	expect(whatIsAbout(kith, people)).toBe('2 notes and a place in the Top Ten');
	// The look says what is then so.
	await mergePeople(kith, [[ada.id, twin.id]], undefined, choice);
	expect(kith.book.about('fact', ada.id).map(({ text }) => text)).toEqual(
		expect.arrayContaining(['Ada Lind', 'Acme'])
	);
	expect(kith.book.about('fact', ada.id)).toHaveLength(2);
});

test('devices that chose differently apart come to the same, with all words', async () => {
	for (const [here, there] of [
		[{ name: twin.id }, { name: ada.id }],
		[{ name: twin.id, work: twin.id }, {}],
		[{ work: ada.id }, { work: twin.id, name: twin.id }]
	] satisfies [MergeChoice, MergeChoice][]) {
		const [phone, laptop, clock] = await twoBooks(ada, twin);
		write(phone.book, (draft) => {
			draft.add('moment', bornIn(ada, '1980-05-03'));
			draft.add('moment', bornIn(twin, '1980-05-04'));
		});
		send(phone.book, laptop.book);
		await mergePeople(phone, [[ada.id, twin.id]], undefined, { ...here, birthday: ada.id });
		clock.ms += 5000;
		await mergePeople(laptop, [[ada.id, twin.id]], undefined, { ...there, birthday: twin.id });
		await meet(phone, laptop);
		for (const word of ['Ada Lind"', 'Ada Lind-Berg', 'Harrow', 'Acme', 'Buyer', 'Adda']) {
			expect(seen(phone)).toContain(word);
		}
		expect(phone.book.all('moment')).toHaveLength(1);
		expect(await settleMerged(phone)).toBe(0);
	}
});

test('one with two on one device, two with three on the other: one person, all words', async () => {
	for (let seed = 1; seed <= 20; seed++) {
		const random = seededRandom(seed);
		const people = ['a', 'b', 'c'].map((mark) =>
			aPerson({ name: `Ann ${mark}`, company: `Company ${mark}`, title: `Title ${mark}` })
		) as [Person, Person, Person];
		const [one, two, three] = people;
		const [phone, laptop, clock] = await twoBooks(...people);
		const anyOf = (some: readonly Person[]) =>
			some[Math.floor(random() * some.length)]?.id ?? one.id;
		const merge = async (kith: Kith, a: Person, b: Person): Promise<void> => {
			clock.ms += Math.floor(random() * 5000);
			const choice = { name: anyOf([a, b]), work: anyOf([a, b]) };
			await mergePeople(kith, [[a.id, b.id]], undefined, choice);
		};
		await merge(phone, one, two);
		await merge(laptop, two, three);
		await meet(phone, laptop);
		expect(phone.book.all('person').map(({ id }) => id)).toEqual([one.id]);
		for (const { name, company, title } of people) {
			for (const word of [name, company, title]) expect(seen(phone)).toContain(word);
		}
	}
});

test('merged on one, edited on the other: the words of who went are with who stays', async () => {
	const [phone, laptop, clock] = await twoBooks(ada, twin);
	await mergePeople(phone, [[ada.id, twin.id]], undefined, { name: twin.id });
	clock.ms += 5000;
	editPerson(laptop, twin.id, { name: 'Ada L. Berg', title: 'Head of buying' });
	editPerson(laptop, ada.id, { about: 'Likes herons.' });
	await meet(phone, laptop);
	for (const word of ['Ada Lind-Berg', 'Ada L. Berg', 'Head of buying', 'Likes herons.']) {
		expect(seen(phone)).toContain(word);
	}
});

test('merged on one, said not to be the same on the other: they are one, and the word goes', async () => {
	const [phone, laptop] = await twoBooks(ada, twin);
	await mergePeople(phone, [[ada.id, twin.id]], undefined, {});
	sayNotSame(laptop, [ada.id, twin.id], 'Two people');
	expect(saidApart(laptop)).toHaveLength(1);
	await meet(phone, laptop);
	expect(phone.book.all('person')).toHaveLength(1);
	expect(phone.book.all('notSame')).toEqual([]);
});

test('not the same: undone, taken back, followed by merges, and erased with either', async () => {
	const third = aPerson({ name: 'Ada Third' });
	const [kith] = await twoBooks(ada, twin, third);
	sayNotSame(kith, [ada.id, third.id], 'Two people');
	undo(kith);
	expect(saidApart(kith)).toEqual([]);
	sayNotSame(kith, [ada.id, third.id], 'Two people');
	takeNotSameBack(kith, saidApart(kith)[0]!.mark, 'Back');
	expect(saidApart(kith)).toEqual([]);
	sayNotSame(kith, [twin.id, third.id], 'Two people');
	await mergePeople(kith, [[ada.id, twin.id]], undefined, {});
	expect(saidApart(kith).map(({ people }) => people.map(({ id }) => id))).toEqual([
		[ada.id, third.id]
	]);
	await erase(kith, [{ table: 'person', id: third.id }]);
	expect(kith.book.all('notSame')).toEqual([]);
	const left = [...kith.book.all('notSame'), ...kith.book.trashed('notSame')];
	expect(JSON.stringify(left)).not.toContain(third.id);
});

test('parted again: the record is back with what came along, notes are with both', async () => {
	const [phone, laptop, clock] = await twoBooks(ada, twin);
	const note = aNote({ people: [twin.id] });
	write(phone.book, (draft) => {
		draft.add('note', note);
		draft.add('note', aNote({ people: [ada.id] }));
		draft.add('promise', { id: anId<'promise'>(), person: twin.id, text: 'Send the list' });
		draft.add('promise', { id: anId<'promise'>(), person: ada.id, text: 'Call' });
		for (const one of [ada, twin]) draft.add('moment', bornIn(one, '1980-05-03'));
		draft.add('slot', { id: anId<'slot'>(), person: ada.id, place: 4, from: '2026-01-01' as Day });
		draft.add('slot', { id: anId<'slot'>(), person: twin.id, place: 1, from: TODAY });
	});
	clock.ms += LATER_MS;
	await mergePeople(phone, [[ada.id, twin.id]], undefined, { name: twin.id, work: twin.id });
	clock.ms += LATER_MS;
	await meet(phone, laptop);
	expect(await partAgain(laptop, twin.id)).toBe(true);
	await meet(phone, laptop);
	expect(phone.book.all('person')).toHaveLength(2);
	expect(personIn(phone, twin.id)).toMatchObject({ name: 'Ada Lind-Berg', company: 'Acme' });
	expect(personIn(phone, ada.id)).toMatchObject({
		...{ name: 'Ada Lind', company: 'Harrow', title: 'Buyer' }
	});
	expect(personIn(phone, ada.id).cadence).toBeUndefined();
	expect(phone.book.all('fact')).toEqual([]);
	expect(phone.book.get('note', note.id)?.people).toEqual([ada.id, twin.id]);
	expect(phone.book.about('note', twin.id)).toHaveLength(1);
	expect(phone.book.about('promise', twin.id).map(({ text }) => text)).toEqual(['Send the list']);
	expect(phone.book.about('fact', twin.id)).toEqual([]);
	for (const { id } of [ada, twin]) expect(phone.book.about('moment', id)).toHaveLength(1);
	const open = phone.book.all('slot').filter(({ to }) => to === undefined);
	expect(open.map(({ place, person: who }) => [place, who]).sort()).toEqual([
		[1, twin.id],
		[4, ada.id]
	]);
	expect(saidApart(phone)).toHaveLength(1);
	expect(await partAgain(phone, twin.id)).toBe(false);
});
