/* Days as people write them in German, and the day that is meant. */
import { expect, test } from 'vitest';
import type { Day } from './day';
import { findGermanDays } from './day-finder-de';

/** A Saturday. */
const TODAY = '2026-11-21' as Day;
/** A Monday. */
const MONDAY = '2026-11-23' as Day;
const found = (text: string, today = TODAY) => findGermanDays(text, today).map(({ day }) => day);

test.each([
	['heute', '2026-11-21'],
	['heute Abend', '2026-11-21'],
	['heute morgen', '2026-11-21'],
	['morgen', '2026-11-22'],
	['morgen früh', '2026-11-22'],
	['übermorgen', '2026-11-23'],
	['am Samstag', '2026-11-21'],
	['Freitag', '2026-11-27'],
	['freitag', '2026-11-27'],
	['am Freitagabend', '2026-11-27'],
	['am Freitag Vormittag', '2026-11-27'],
	['bis Fr', '2026-11-27'],
	['diesen Sonntag', '2026-11-22'],
	['nächsten Freitag', '2026-11-27'],
	['kommenden Montag', '2026-11-23'],
	['Freitag nächster Woche', '2026-11-27'],
	['nächste Woche Mittwoch', '2026-11-25'],
	['Montag in einer Woche', '2026-11-30'],
	['in 14 Tagen', '2026-12-05'],
	['in acht Tagen', '2026-11-28'],
	['heute in einer Woche', '2026-11-28'],
	['in zwei Wochen', '2026-12-05'],
	['in einem Monat', '2026-12-21'],
	['in drei Monaten', '2027-02-21'],
	['in einem halben Jahr', '2027-05-21'],
	['in einem Jahr', '2027-11-21'],
	['12. Mai', '2027-05-12'],
	['am 3. März', '2027-03-03'],
	['am 3. Dez.', '2026-12-03'],
	['am ersten Dezember', '2026-12-01'],
	['12. Mai 2028', '2028-05-12'],
	['12.5.2027', '2027-05-12'],
	['12.05.27', '2027-05-12'],
	['2027-05-12', '2027-05-12'],
	['bis zum 3.4.', '2027-04-03'],
	['bis zum 3.4', '2027-04-03'],
	['Do, 12.11.', '2027-11-12'],
	['Donnerstag, den 3. Dezember', '2026-12-03'],
	['Freitag, 4.12.', '2026-12-04'],
	['bis zum 5.', '2026-12-05'],
	['am 30.', '2026-11-30'],
	['Ende der Woche', '2026-11-22'],
	['bis Wochenende', '2026-11-21'],
	['nächste Woche', '2026-11-27'],
	['Ende nächster Woche', '2026-11-27'],
	['Anfang nächster Woche', '2026-11-23'],
	['Ende des Monats', '2026-11-30'],
	['bis Monatsende', '2026-11-30'],
	['nächsten Monat', '2026-12-31'],
	['Ende März', '2027-03-31'],
	['bis Ende des Jahres', '2026-12-31'],
	['bis Weihnachten', '2026-12-24'],
	['gestern', '2026-11-20'],
	['vorgestern', '2026-11-19'],
	['vor drei Tagen', '2026-11-18'],
	['letzten Dienstag', '2026-11-17']
])('“Tom %s” → %s', (words, day) => {
	expect(found(`Tom ${words}`)).toEqual([day]);
});

test.each([
	'Der Sonntagskuchen war gut',
	'Guten Morgen, Tom',
	'am Morgen im Garten',
	'jeden Freitag Tennis',
	'freitags Chor',
	'Herr Freitag und Frau Sonntag',
	'von heute auf morgen gekündigt',
	'So ist er, do you know',
	'Mi casa, Sa und so',
	'Fr. Müller und Di Caprio',
	'am 3. Tag krank',
	'zum 2. Mal Oma',
	'zum 50. Geburtstag',
	'im 2. Stock',
	'Version 3.4 und 3,5 Prozent',
	'Linie 3 macht 12-15 Stück in der Sekunde',
	'in 90 Grad',
	'schönes Wochenende',
	'Der Märzausflug war schön',
	'Frau Mai und Frau August'
])('“%s” names no day', (words) => {
	expect(found(words)).toEqual([]);
});

test('on a Monday, next Friday is in the next week, and the coming one in this', () => {
	expect(found('nächsten Freitag', MONDAY)).toEqual(['2026-12-04']);
	expect(found('kommenden Freitag', MONDAY)).toEqual(['2026-11-27']);
	expect(found('Morgen Tom anrufen', MONDAY)).toEqual(['2026-11-24']);
	expect(found('Ende der Woche', MONDAY)).toEqual(['2026-11-27']);
});

test('on the last of January a month is February', () => {
	expect(found('Tom in einem Monat anrufen', '2027-01-31' as Day)).toEqual(['2027-02-28']);
});
