// Somebody of a circle becomes a person of the book, is asked after, and is not given away by a sensitive day.
import { beforeEach, expect, test } from 'vitest';
import type { AnyDay } from '$lib/domain/day';
import { isHushed } from '$lib/domain/hush';
import { aBook, anId, aPerson, TestClock, write } from '../../../tests/support/books';
import { linkMember, makePerson, unlinkMember } from './circle-person';
import { Kith } from './kith.svelte';
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
