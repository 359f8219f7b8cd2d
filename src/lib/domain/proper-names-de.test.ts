/* Names in German words, where every noun has a capital: what is one, and all that is none. */
import { expect, test } from 'vitest';
import { germanNamesIn } from './proper-names-de';
import { german as sample } from './sample/sample-de';

test.each([
	['Oskars Schulfest', ['Oskar']],
	['Max’ Fahrrad', ['Max']],
	['Lars spielt Cello', ['Lars']],
	['Spielt sonntags Golf mit Jürgen Weiß', ['Jürgen']],
	['Die Reise nach Lissabon im Mai', ['Lissabon']],
	['War mit Anna-Lena auf Sylt', ['Anna-Lena', 'Sylt']],
	['Jan. 5 ist frei, am 5. Jan auch', []],
	['Jan kommt am 5. Januar', ['Jan']],
	['Jan, Max und Franz', ['Jan', 'Max', 'Franz']],
	['Treffen mit Jan. Danach Max. 2 Angebote', ['Jan']],
	['Flug nach Wien mit Sofia', ['Wien', 'Sofia']],
	['Flug nach Sofia, Büro in Sofia', []],
	['Hotel in St. Moritz, Klinikum St. Georg, Sankt Martin', []],
	['Ende Jan. Angebot, im Jan fertig, seit Jan, bis Jan. Ruhe', []],
	['Max. 2 Tage Büro, Max. zwei', []],
	['Franz. gesprochen', []],
	['', []]
])('%j', (text, names) => {
	expect(germanNamesIn(text)).toEqual(names);
});

test.each([
	'Elf Bienenstöcke hinter der Garage',
	'Ein Haus mit Garten noch vor dem Sommer',
	'Drei Jahre ohne Unfall, und der Ernst des Lebens',
	'Der Wolf im Wald, die Rose im Garten, der Roman auf dem Tisch',
	'Ende August, Anfang Juni, im Mai, am Freitag',
	'Kauft im Herbst einen Hund, Rasse egal',
	'Mag Grünkohl und Pinkel, kein Fleisch',
	'Sonntags Fußball, montags Training',
	'Die Messe in der Halle, der Einkauf, die Leitung',
	'Mark und Pfennig; die Heide, die Linde, der Falke',
	'Vaters Geburtstag, Mutters Haus, Omas Kuchen',
	'Frau und Kinder, Chef und Kollegen',
	'Nach Hause, in Rente, aus Holz, zu Fuß'
])('nobody in “%s”', (text) => {
	expect(germanNamesIn(text)).toEqual([]);
});

test('everyday facts and labels of a book name nobody else than their people', () => {
	const told = sample.cast.flatMap(({ facts = [], likes = [], moments = [], circle = [] }) => [
		...facts.map(([, text]) => text),
		...likes.map(([, text]) => text),
		...moments.map(({ label = '' }) => label),
		...circle.map(({ about = '' }) => about)
	]);
	const people = sample.cast.flatMap(({ person, circle = [] }) => [
		...person.name.split(' '),
		...circle.flatMap(({ name }) => name.split(' '))
	]);
	expect(told.flatMap(germanNamesIn).filter((name) => !people.includes(name))).toEqual([]);
});
