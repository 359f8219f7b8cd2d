// Whatever two books did apart with the records of some people, both hold the same in the end, nobody is gone
// who was not erased, and no words are in the trash alone.
import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { MergeChoice } from '$lib/domain/merge-choice';
import { seededRandom, type Random } from '$lib/domain/random';
import type { Person } from '$lib/domain/records/person';
import { anId, aNote, aPerson, write } from '../../../tests/support/books';
import { bornIn, LATER_MS, meet, personIn, seen, twoBooks } from '../../../tests/support/merging';
import { erase } from './erasing';
import type { Kith } from './kith.svelte';
import { mergePeople, settleMerged } from './merge-people';
import { standsFor } from './merged';
import { sayNotSame } from './not-same';
import { partAgain } from './part-again';
import { editPerson } from './people';
import { redo, undo } from './undoing';

const TODAY = '2026-11-21' as Day;

const someone = (mark: string): Person =>
	aPerson({
		...{ name: `Ada ${mark}`, company: `Co${mark}`, title: `T${mark}`, about: `About ${mark}` },
		...{ phones: [{ value: `555 ${mark}` }], emails: [{ value: `${mark}@x.example` }] }
	});
const wordsOf = (mark: string): string[] => [
	...[`Ada ${mark}`, `Co${mark}"`, `T${mark}"`, `About ${mark}`, `555 ${mark}`, `${mark}@x.example`]
];
const of = (...people: readonly [Person, Person]) => [[people[0].id, people[1].id] as const];

test('merged with different partners apart: all words of both partners are with who stays', async () => {
	const [x, y, z] = ['X', 'Y', 'Z'].map(someone) as [Person, Person, Person];
	const [one, two, clock] = await twoBooks(x, y, z);
	await mergePeople(one, of(x, y), undefined, { name: y.id, work: y.id });
	clock.ms += LATER_MS;
	await mergePeople(two, of(x, z), undefined, { name: z.id, work: z.id });
	await meet(one, two);
	for (const word of ['X', 'Y', 'Z'].flatMap(wordsOf)) expect(seen(one)).toContain(word);
	expect(personIn(one, x.id).phones).toHaveLength(3);
	// What the rep takes away then stays away.
	for (const kith of [one, two]) {
		clock.ms += LATER_MS;
		const [, ...phones] = personIn(kith, x.id).phones ?? [];
		editPerson(kith, x.id, { phones });
		await meet(one, two);
		expect(personIn(one, x.id).phones).toEqual(phones);
	}
});

test('merged on one, edited unaware on the other, before or after: both stay', async () => {
	for (const isFirst of [true, false]) {
		const [x, y] = ['X', 'Y'].map(someone) as [Person, Person];
		const [one, two, clock] = await twoBooks(x, y);
		const edit = (): void => {
			const phones = [...(personIn(two, x.id).phones ?? []), { value: '777' }];
			editPerson(two, x.id, { phones, about: 'About X\n\nAnd more', title: 'New title' });
			clock.ms += LATER_MS;
		};
		if (isFirst) edit();
		await mergePeople(one, of(x, y), undefined, { work: y.id });
		clock.ms += LATER_MS;
		if (!isFirst) edit();
		await meet(one, two);
		for (const word of [...wordsOf('X').filter((w) => isFirst || w), ...wordsOf('Y')]) {
			if (word !== 'TX"') expect(seen(one)).toContain(word);
		}
		for (const word of ['"777"', 'And more', 'New title']) expect(seen(one)).toContain(word);
		expect(personIn(one, x.id).phones).toHaveLength(3);
	}
});

test('merged, parted and merged again: what is not chosen is among the facts once more', async () => {
	const [x, y] = ['X', 'Y'].map(someone) as [Person, Person];
	const [one, , clock] = await twoBooks(x, y);
	for (let time = 0; time < 3; time++) {
		await mergePeople(one, of(x, y), undefined, {});
		for (const word of ['X', 'Y'].flatMap(wordsOf)) expect(seen(one)).toContain(word);
		clock.ms += LATER_MS;
		await partAgain(one, y.id);
		expect(one.book.all('fact')).toEqual([]);
		const gone = one.book.trashed('fact').map(({ id }) => ({ table: 'fact', id }) as const);
		if (time > 0) await erase(one, gone);
		clock.ms += LATER_MS;
	}
});

test('erased on one, merged into on the other: who had gone there stands again, with all about him', async () => {
	const [x, y, z] = ['X', 'Y', 'Z'].map(someone) as [Person, Person, Person];
	const [one, two, clock] = await twoBooks(x, y, z);
	await erase(one, [{ table: 'person', id: x.id }]);
	const note = aNote({ people: [y.id] });
	write(two.book, (draft) => draft.add('note', note));
	await mergePeople(two, [...of(x, y), ...of(x, z)]);
	clock.ms += LATER_MS;
	await meet(one, two);
	expect(one.book.all('person').map(({ id }) => id)).toEqual([y.id]);
	expect(one.book.get('note', note.id)?.people).toEqual([y.id]);
	expect(standsFor(one, z.id)).toBe(y.id);
	for (const word of ['Y', 'Z'].flatMap(wordsOf)) expect(seen(one)).toContain(word);
	expect(await settleMerged(one)).toBe(0);
});

test('parted again: both as they were, with their days, facts and who names them', async () => {
	for (const swap of [false, true]) {
		for (const chosen of [0, 1] as const) {
			const [x, y] = [
				{ ...someone('X'), since: '2020-01-01' as Day, cadence: 30, nickname: 'Xi' },
				{ ...someone('Y'), since: '2021-01-01' as Day, cadence: 60, nickname: 'Yi' }
			].map((one, at) => ({ ...one, givenName: `Given${at}`, familyName: `Fam${at}` })) as [
				Person,
				Person
			];
			const third = aPerson({ name: 'Third', introducedBy: y.id });
			const [one, two, clock] = await twoBooks(x, y, third);
			write(one.book, (draft) => {
				const days = () => [bornIn(x, '1980-01-01', 'LabelX'), bornIn(y, '1981-02-02', 'LabelY')];
				const both = swap ? [bornIn(y, '1981-02-02', 'LabelY'), bornIn(x, '1980-01-01')] : days();
				for (const day of both) draft.add('moment', day);
				for (const { id } of swap ? [y, x] : [x, y]) {
					draft.add('fact', { id: anId<'fact'>(), person: id, text: 'Sails', day: TODAY });
				}
				const self = { person: third.id, name: 'Y', relation: 'friend', self: y.id } as const;
				draft.add('circle', { id: anId<'circle'>(), ...self });
				draft.add('walk', { id: anId<'walk'>(), on: TODAY, passed: [y.id] });
				const filled = [x, y].map(({ id: to }) => ({ to, fields: { title: 'T' } }));
				const at = '2026-11-20T10:00:00Z';
				draft.add('import', { id: anId<'import'>(), at, files: ['a'], added: 0, filled });
			});
			clock.ms += LATER_MS;
			const live = ({ book }: Kith): unknown =>
				(['person', 'fact', 'moment', 'circle', 'import'] as const).map((table) =>
					[...book.all(table)].sort((a, b) => (a.id < b.id ? -1 : 1))
				);
			const before = JSON.stringify(live(one));
			const who = [x, y][chosen]?.id ?? x.id;
			const choice: MergeChoice = {
				...{ name: who, work: who, nickname: who, cadence: who, birthday: who }
			};
			await mergePeople(one, of(x, y), undefined, choice);
			const days = one.book.all('moment');
			expect(days.map(({ day }) => day)).toEqual([chosen ? '1981-02-02' : '1980-01-01']);
			expect(seen(one)).toContain('LabelY');
			await meet(one, two);
			clock.ms += LATER_MS;
			await partAgain(one, y.id);
			expect(JSON.stringify(live(one))).toBe(before);
			expect(one.book.all('walk')[0]?.passed).toEqual([y.id]);
			await meet(one, two);
			expect(JSON.stringify(live(one))).toBe(before);
		}
	}
});

test('of three made one in one step, one parts with what was about it', async () => {
	const [x, y, z] = ['X', 'Y', 'Z'].map(someone) as [Person, Person, Person];
	const [one, , clock] = await twoBooks(x, y, z);
	write(one.book, (draft) => {
		for (const { id, name } of [x, y, z]) {
			draft.add('note', aNote({ people: [id], body: name }));
			draft.add('promise', { id: anId<'promise'>(), person: id, text: name });
		}
	});
	clock.ms += LATER_MS;
	await mergePeople(one, [...of(x, y), ...of(x, z)], undefined, { name: z.id });
	clock.ms += LATER_MS;
	await partAgain(one, y.id);
	expect(one.toasts.current?.text).toBe(
		'Ada Y and Ada Z are two again. Notes and calls that came along are with both'
	);
	expect(one.book.about('promise', y.id).map(({ text }) => text)).toEqual(['Ada Y']);
	expect(one.book.about('note', y.id).map(({ body }) => body)).toEqual(['Ada Y']);
	expect(one.book.about('promise', x.id)).toHaveLength(2);
	expect(personIn(one, x.id).phones).toEqual([...(x.phones ?? []), ...(z.phones ?? [])]);
});

test('an undone merge leaves no words behind where another was built upon it, nor one done again', async () => {
	const [x, y, z] = ['X', 'Y', 'Z'].map(someone) as [Person, Person, Person];
	const [one, two, clock] = await twoBooks(x, y, z);
	await mergePeople(one, of(x, y), undefined, { work: y.id });
	await meet(one, two);
	clock.ms += LATER_MS;
	await mergePeople(two, of(x, z), undefined, { work: z.id });
	await meet(one, two);
	const facts = () => one.book.all('fact').map(({ label, text }) => `${label}: ${text}`);
	const before = facts();
	undo(one);
	await meet(one, two);
	for (const word of ['X', 'Y', 'Z'].flatMap(wordsOf)) expect(seen(one)).toContain(word);
	expect(redo(one)).toBe(true);
	await meet(one, two);
	for (const word of ['X', 'Y', 'Z'].flatMap(wordsOf)) expect(seen(one)).toContain(word);
	expect(one.book.all('person')).toHaveLength(1);
	expect(facts().sort()).toEqual(before.sort());
});

test('three said not to be the same: one erased, the word stays for the other two', async () => {
	const [x, y, z] = ['X', 'Y', 'Z'].map(someone) as [Person, Person, Person];
	const [one] = await twoBooks(x, y, z);
	sayNotSame(one, [x.id, y.id, z.id], 'Three people');
	await erase(one, [{ table: 'person', id: z.id }]);
	expect(one.book.all('notSame').map(({ people }) => people)).toEqual([[x.id, y.id]]);
	await erase(one, [{ table: 'person', id: y.id }]);
	expect(one.book.all('notSame')).toEqual([]);
});

test('sixty schedules on two books: level, nobody lost, every word live', async () => {
	for (let seed = 1; seed <= 60; seed++) await schedule(seed, seededRandom(seed));
});

async function schedule(seed: number, random: Random): Promise<void> {
	const marks = ['A', 'B', 'C', 'D'];
	const people = marks.map(someone);
	const [one, two, clock] = await twoBooks(...people);
	const words = new Map(people.map(({ id }, at) => [id, wordsOf(marks[at] ?? '')]));
	const erased = new Set<string>();
	const any = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
	const log: string[] = [];
	for (let step = 0; step < 6; step++) {
		const kith = any([one, two]);
		const here = kith.book.all('person');
		const [a, b] = [any(here), any(here)];
		clock.ms += 10_000 + Math.floor(random() * 50_000);
		const what = Math.floor(random() * 16);
		log.push(`${kith === one ? 1 : 2}:${what}:${a.name}/${b.name}`);
		if (what < 6 && a !== b) {
			const choice = { name: any([a, b]).id, work: any([a, b]).id };
			await mergePeople(kith, of(a, b), 'One', random() < 0.5 ? choice : undefined);
		} else if (what < 9 && kith === one) {
			// Of two edits of one field made apart the later shows, as without any merge: each has its own.
			const more = `Wrote${step}.`;
			editPerson(kith, a.id, { about: [a.about, more].filter(Boolean).join('\n\n') });
			words.set(a.id, [...(words.get(a.id) ?? []), more]);
		} else if (what < 9) {
			const more = { value: `77 ${step}` };
			editPerson(kith, a.id, { phones: [...(a.phones ?? []), more] });
			words.set(a.id, [...(words.get(a.id) ?? []), more.value]);
		} else if (what === 9 && a !== b) sayNotSame(kith, [a.id, b.id], 'Two');
		else if (what === 10) {
			const gone = kith.book.trashed('person').find(({ mergedInto }) => mergedInto);
			if (gone) await partAgain(kith, gone.id);
		} else if (what === 11 && step === 5 && erased.size === 0) {
			for (const { id } of people) if (standsFor(kith, id) === a.id) erased.add(id);
			await erase(kith, [{ table: 'person', id: a.id }]);
		} else if (what === 12 && kith.toasts.current?.text === 'One') undo(kith);
		else if (what === 13 && kith.steps.undone) redo(kith);
		else if (what > 12) await meet(one, two);
	}
	const told = `seed ${seed}: ${log.join(' ')}`;
	await meet(one, two);
	expect(await settleMerged(one), told).toBe(0);
	const text = seen(one);
	for (const [id, some] of words) {
		if (erased.has(id)) continue;
		const now = standsFor(one, id);
		if (erased.size > 0 && one.book.isErased(now)) continue;
		expect(one.book.get('person', now)?.trashedAt, told).toBeUndefined();
		for (const word of some) expect(text, `${told}: ${word}`).toContain(word);
	}
}
