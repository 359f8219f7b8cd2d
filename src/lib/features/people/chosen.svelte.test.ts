// Choosing: one, a stretch, all that are shown; and nobody who is not shown.
import { expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/books';
import { Chosen } from './chosen.svelte';

const people = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => aPerson({ name }));
const id = (index: number): string => people[index]?.id ?? '';
const names = (chosen: Chosen): string => chosen.people.map(({ name }) => name).join(' ');

test('a stretch runs from the last one chosen, either way', () => {
	const chosen = new Chosen(() => people);
	chosen.choose(id(3), true, false);
	chosen.choose(id(1), true, true);
	expect(names(chosen)).toBe('Bo Cy Di');
	chosen.choose(id(2), false, true);
	expect(names(chosen)).toBe('Di');
});

test('a stretch that begins nowhere is one person', () => {
	const chosen = new Chosen(() => people);
	chosen.choose(id(2), true, true);
	expect(names(chosen)).toBe('Cy');
});

test('whoever is filtered away is not among the chosen, and all means all that are shown', () => {
	let shown = people;
	const chosen = new Chosen(() => shown);
	chosen.choose(id(0), true, false);
	shown = people.slice(2);
	expect(names(chosen)).toBe('');
	chosen.all();
	expect(names(chosen)).toBe('Cy Di Ed');
});

test('beginning and ending chooses nobody', () => {
	const chosen = new Chosen(() => people);
	chosen.toggleChoosing();
	chosen.all();
	chosen.toggleChoosing();
	expect([chosen.isChoosing, names(chosen)]).toEqual([false, '']);
});
