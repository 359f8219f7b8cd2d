/* Full names without an @: found when they can mean one person only. */
import { expect, test } from 'vitest';
import { FullNames, isNamedIn } from './names-in-text';

const names = new FullNames([
	{ id: 'abena', name: 'Abena Osei-Mensah' },
	{ id: 'tom', name: 'Tom Akers' },
	{ id: 'jr', name: 'Tom Akers Junior' },
	{ id: 'ray1', name: 'Ray Young' },
	{ id: 'ray2', name: 'ray  young' },
	{ id: 'max', name: 'Max' },
	{ id: 'j', name: 'J. R. Voss' },
	{ id: 'li', name: 'Łucja Nowak' }
]);

test.each([
	['Lunch with Abena Osei-Mensah.', ['abena']],
	['abena osei-mensah’s son', ['abena']],
	['Abena Osei-Mensahs Sohn', ['abena']],
	['Tom Akers Angebot', ['tom']],
	['Introduce Tom Akers to Abena Osei-Mensah', ['tom', 'abena']],
	['Tom Akers Junior called', ['jr']],
	['Lucja Nowak', ['li']],
	['met J. R. Voss', ['j']],
	['Ray Young called', []],
	['Max is 9', []],
	['Send it to Tom. Akers is away', []],
	['Tom, Akers', []],
	['Abena called', []],
	['Tomas Akersson', []],
	['', []]
])('%j', (text, ids) => {
	expect(names.find(text)).toEqual(ids);
});

test.each([
	['Oskar', 'Oskars Schulfest', true],
	['Max', 'Max’ Schulfest', true],
	['Oskar', 'das Schulfest von Oskar', true],
	['Rose', 'Roses are red', false],
	['Jen', 'Jens kommt', false]
])('whether %s is named in “%s”', (name, text, isThere) => {
	expect(isNamedIn(name, text)).toBe(isThere);
});
