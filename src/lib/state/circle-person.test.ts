// Somebody of a circle becomes a person of the book, is asked after, and is not given away by a sensitive day.
import { beforeEach, expect, test } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import { birthdayId } from '$lib/domain/circle-birthdays';
import { isHushed } from '$lib/domain/hush';
import { aBook, anId, aPerson, digest, send, TestClock, write } from '../../../tests/support/books';
import { eraseRecords } from '$lib/store/erasing';
import { linkMember, makePerson, unlinkMember } from './circle-person';
import { ageFromCircle, isYoung } from './circle-places';
import { Kith } from './kith.svelte';
import { trashPerson } from './people';
import { comingYear, momentsOf } from './moments';
import { searchOf } from './search.svelte';
import { talkAbout } from './talk';
import { hushedAbout } from './thanks';
import { undo } from './undoing';

const clock = new TestClock();
const dana = aPerson({ name: 'Dana Whitlock', company: 'Acme' });
const max = anId<'circle'>();
let kith: Kith;

beforeEach(async () => {
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('circle', {
			...{ id: max, person: dana.id, name: 'Max', relation: 'child', about: 'Volcanoes' },
			birthday: '2016-11-27' as AnyDay
		});
	});
});

test('one of the circle becomes a person with the birthday, and is congratulated once', () => {
	makePerson(kith, kith.book.get('circle', max)!, dana);
	const own = kith.book.all('person').find(({ name }) => name === 'Max')!;
	expect(own).toMatchObject({ about: 'Dana Whitlock’s child. Volcanoes', introducedBy: dana.id });
	expect(kith.book.get('circle', max)?.self).toBe(own.id);
	expect(comingYear(kith).flatMap(({ moments }) => moments.map(({ name }) => name))).toEqual([
		'Max'
	]);
	expect(momentsOf(kith, dana)).toHaveLength(1);
	expect(searchOf(kith).people('max')).toEqual([own.id, dana.id]);
	unlinkMember(kith, kith.book.get('circle', max)!);
	expect(kith.book.get('circle', max)?.self).toBeUndefined();
	linkMember(kith, kith.book.get('circle', max)!, own);
	expect(kith.book.get('circle', max)?.self).toBe(own.id);
	for (let steps = 0; steps < 3; steps++) undo(kith);
	expect(kith.book.all('person')).toEqual([dana]);
	expect(kith.book.all('moment')).toEqual([]);
});

test('made on two devices apart, they are one person with one birthday', async () => {
	const laptop = new Kith(await aBook('laptop', clock), clock.now);
	send(kith.book, laptop.book);
	for (const one of [kith, laptop]) makePerson(one, one.book.get('circle', max)!, dana);
	send(kith.book, laptop.book);
	send(laptop.book, kith.book);
	expect(digest(kith.book)).toBe(digest(laptop.book));
	expect(kith.book.all('person').map(({ name }) => name)).toEqual(['Dana Whitlock', 'Max']);
	const [birthday] = kith.book.all('moment');
	expect(kith.book.all('moment')).toHaveLength(1);
	const self = kith.book.get('circle', max)?.self;
	expect(birthday?.person).toBe(self);
	const ids = [max, self, birthday?.id, birthdayId(max)];
	expect(new Set(ids).size).toBe(ids.length);
});

test('who was made of them before is linked again, also out of the trash; who was erased is not', () => {
	const member = () => kith.book.get('circle', max)!;
	makePerson(kith, member(), dana);
	const own = kith.book.get('person', member().self!)!;
	unlinkMember(kith, member());
	trashPerson(kith, own);
	makePerson(kith, member(), dana);
	expect(member().self).toBe(own.id);
	expect(kith.book.all('person').map(({ id }) => id)).toContain(own.id);
	expect(kith.book.all('moment')).toHaveLength(1);
	eraseRecords(kith.book, [own.id]);
	makePerson(kith, member(), dana);
	expect(kith.book.all('person').map(({ name }) => name)).toEqual(['Dana Whitlock', 'Max']);
	expect(member().self).not.toBe(own.id);
});

test('what was corrected in the form goes along, in the same step', () => {
	const before = digest(kith.book);
	const corrected = { name: 'Maxine', birthday: undefined, about: 'Kites' };
	makePerson(kith, kith.book.get('circle', max)!, dana, corrected);
	const member = kith.book.get('circle', max)!;
	expect(member).toMatchObject({ name: 'Maxine', about: 'Kites' });
	expect(kith.book.get('person', member.self!)).toMatchObject({
		...{ name: 'Maxine', about: 'Dana Whitlock’s child. Kites' }
	});
	expect(kith.book.all('moment')).toEqual([]);
	undo(kith);
	expect(digest(kith.book)).toBe(before);
});

test('who a circle tells the birthday and the age of shows them on their own page', () => {
	const leo = aPerson({ name: 'Leo' });
	const member = anId<'circle'>();
	write(kith.book, (draft) => {
		draft.add('person', leo);
		draft.add('circle', {
			...{ id: member, person: dana.id, name: 'Leo', relation: 'child', self: leo.id },
			...{ birthday: '--12-03' as AnyDay, age: { years: 7, on: '2026-11-20' as Day } }
		});
	});
	expect(ageFromCircle(kith, leo)).toBe(7);
	expect(isYoung(kith, leo)).toBe(true);
	expect(isYoung(kith, dana)).toBe(false);
	expect(momentsOf(kith, leo)).toMatchObject([{ kind: 'birthday', day: '--12-03' }]);
	expect(talkAbout(kith, leo).map(({ from }) => from)).toContain('moment');
	write(kith.book, (draft) =>
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: leo.id, kind: 'birthday', yearly: true },
			day: '2019-12-03' as AnyDay
		})
	);
	expect(momentsOf(kith, leo)).toMatchObject([{ day: '2019-12-03' }]);
	write(kith.book, (draft) => draft.edit('person', dana.id, { trashedAt: '2026-11-20T00:00:00Z' }));
	expect(isYoung(kith, leo)).toBe(false);
});

test('the circle is asked after when nothing nearer is there', () => {
	const lines = (): string[] =>
		talkAbout(kith, dana)
			.filter(({ from }) => from === 'circle')
			.map(({ said }) => said);
	expect(lines()).toEqual([]);
	write(kith.book, (draft) => draft.edit('circle', max, { birthday: '2016-05-27' as AnyDay }));
	expect(lines()).toEqual(['Max (10): Volcanoes']);
});

test('a sensitive moment keeps its matter quiet, and not whose it is', () => {
	write(kith.book, (draft) =>
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: dana.id, kind: 'surgery', label: 'Max’s operation' },
			...{ day: '2026-12-02' as AnyDay, yearly: false }
		})
	);
	const hushed = hushedAbout(kith, dana);
	expect(isHushed('The operation went well', hushed)).toBe(true);
	expect(isHushed('Max builds a volcano', hushed)).toBe(false);
});
