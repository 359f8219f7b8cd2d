import { expect, test } from 'vitest';
import type { Id } from '$lib/domain/id';
import { namesApart } from './names-apart';

const person = (name: string, place = 0) => ({ id: `${name}${place}` as Id<'person'>, name });

/** The short names of people with these names. */
function short(names: readonly string[], letters = 12): string[] {
	const people = names.map(person);
	const found = namesApart(people, letters);
	return people.map(({ id }) => found.get(id) ?? '');
}

test('a first name stands alone where nobody else has it', () => {
	expect(short(['Dana Whitlock', 'Ray Okafor'])).toEqual(['Dana', 'Ray']);
});

test('two with the same first name are told apart by the family name', () => {
	expect(short(['Dana Whitlock', 'Dana Ruiz', 'Ray Okafor'])).toEqual([
		'Dana W.',
		'Dana R.',
		'Ray'
	]);
	expect(short(['Dana Whitlock', 'Dana Ruiz', 'Dana Wells'])).toEqual([
		'Dana Wh.',
		'Dana R.',
		'Dana We.'
	]);
	expect(short(['Dana', 'Dana Ruiz'])).toEqual(['Dana', 'Dana R.']);
});

test('a family name of its own is taken before the last word of the name', () => {
	const ada = { ...person('Ada King'), givenName: 'Ada', familyName: 'von Lovelace' };
	const ana = { ...person('Ada Brown'), givenName: 'Ada' };
	expect([...namesApart([ada, ana], 12).values()]).toEqual(['Ada v.', 'Ada B.']);
});

test('a long first name is clipped, and not what tells two apart', () => {
	expect(short(['Bartholomew Wells'], 10)).toEqual(['Bartholom…']);
	expect(short(['Bartholomew Wells', 'Bartholomew Ruiz'], 10)).toEqual([
		'Bartho… W.',
		'Bartho… R.'
	]);
});

test('two of one name stay alike, and no name is longer than there is room', () => {
	expect(short(['Dana Ruiz', 'Dana Ruiz'])).toEqual(['Dana Ruiz', 'Dana Ruiz']);
	for (const name of short(['Maximilian Habsburg-Lothringen', 'Maximilian Habsburg-Lotz'], 10)) {
		expect([...name].length).toBeLessThanOrEqual(10);
	}
});
