/* Full names without an @: found when they can mean one person only. */
import { expect, test } from 'vitest';
import { FullNames, isNamedIn, isPartOfName } from './names-in-text';

const names = new FullNames([
	{ id: 'abena', name: 'Abena Osei-Mensah' },
	{ id: 'tom', name: 'Tom Akers' },
	{ id: 'jr', name: 'Tom Akers Junior' },
	{ id: 'ray1', name: 'Ray Young' },
	{ id: 'ray2', name: 'ray  young' },
	{ id: 'max', name: 'Max' },
	{ id: 'j', name: 'J. R. Voss' },
	{ id: 'peter', name: 'Jan Peter' },
	{ id: 'peters', name: 'Jan Peters' },
	{ id: 'hans', name: 'Uwe Hans' },
	{ id: 'van', name: 'Eva Jans' },
	{ id: 'jan', name: 'Eva Jan' },
	{ id: 'li', name: 'Łucja Nowak' }
]);

test.each([
	['Lunch with Abena Osei-Mensah.', ['abena']],
	['abena osei-mensah’s son', ['abena']],
	['Abena Osei-Mensahs Sohn', ['abena']],
	['Tom Akers Angebot', ['tom']],
	['Introduce Tom Akers to Abena Osei-Mensah', ['tom', 'abena']],
	['Tom Akers Junior called', ['jr']],
	['Jan Peters Angebot', ['peters']],
	['Eva Jans Angebot', ['van']],
	['Jan Peter, Eva Jan', ['peter', 'jan']],
	['Jan Peter’s offer', ['peter']],
	['Uwe Hans’ Angebot', ['hans']],
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

test.each([
	['Andreas', 'Andreas Brandt', true],
	['andreas brandt', 'Andreas  Brandt', true],
	['Lakeside', 'Lakeside, Inc.', true],
	['Andrea', 'Andreas Brandt', false],
	['Andreas', '', false]
])('whether %s is part of the name “%s”', (name, owner, isPart) => {
	expect(isPartOfName(name, owner)).toBe(isPart);
});
