/* Realistic German sentences, as typed in a car park: what must be read in them, and what must not. */
import { expect, test } from 'vitest';
import type { Day } from './day';
import { findGermanDays } from './day-finder-de';
import { readNote, sentenceAt, sentencesOf } from './note-reading';
import { german } from './note-words-de';

/** A Saturday. */
const TODAY = '2026-11-21' as Day;
const read = (text: string) => readNote(text, TODAY, german, findGermanDays);

test.each([
	['Freitag Angebot schicken', '2026-11-27'],
	['freitag angebot schicken', '2026-11-27'],
	['Tom am Montag anrufen', '2026-11-23'],
	['Tom anrufen am Montag', '2026-11-23'],
	['Sie übermorgen anrufen wegen Max', '2026-11-23'],
	['Morgen früh Unterlagen mailen', '2026-11-22'],
	['Freitag: Angebot schicken', '2026-11-27'],
	['- Blumen für Ellen in zwei Wochen bestellen', '2026-12-05'],
	['Schick ihr bis Freitag den Artikel.', '2026-11-27'],
	['Ruf Tom am Montag an', '2026-11-23'],
	['Rufe Tom am Montag an', '2026-11-23'],
	['Melde mich nächsten Freitag', '2026-11-27'],
	['Ich rufe sie nächsten Dienstag wegen Max an', '2026-11-24'],
	['Am Freitag rufe ich sie an', '2026-11-27'],
	['Ich muss ihn bis Ende der Woche anrufen', '2026-11-22'],
	['Muss Dana in 14 Tagen anrufen', '2026-12-05'],
	['Am Freitag will ich ihm die Fotos bringen', '2026-11-27'],
	['Ich habe Max zwei Karten für den 12. Dezember versprochen', '2026-12-12'],
	['Habe versprochen, bis Dienstag die Liste zu schicken', '2026-11-24'],
	['Angebot für die zweite Linie bis Dienstag', '2026-11-24'],
	['Artikel bis zum 3.4.', '2027-04-03'],
	['Bis zum 3.4. Muster schicken', '2027-04-03'],
	['Sie braucht die Zeichnungen bis Ende nächster Woche', '2026-11-27'],
	['Vergiss nicht, am Donnerstag nach der Operation zu fragen', '2026-11-26'],
	['Nicht vergessen: Mittwoch gratulieren', '2026-11-25'],
	['Erinnere mich, Kofi am 14. März zu gratulieren', '2027-03-14'],
	['Do, 12.11. Tom besuchen', '2027-11-12'],
	['Mittagessen mit Abena, ihr bis Freitag den Artikel schicken', '2026-11-27'],
	['Am 3. März Blumen schicken', '2027-03-03']
])('%s → a promise', (text, due) => {
	const [promise, ...others] = read(text).promises;
	expect(promise?.due).toBe(due);
	expect(promise?.text).toBe(text.replace(/^- |\.$/g, ''));
	expect(others).toEqual([]);
});

test.each([
	'Max ist 9',
	'Der Sonntagskuchen war gut',
	'Mittwoch war er krank',
	'Am Montag kommt er zurück',
	'Am 3. März operiert',
	'Sie wird am Dienstag operiert',
	'Ich werde am Dienstag operiert',
	'Er will mich am Montag anrufen',
	'Sie ruft mich am Montag an',
	'Sie wollen am Freitag anrufen',
	'Sie entscheiden bis Freitag',
	'Sie liefern am Freitag',
	'Tom und Ray liefern am Freitag',
	'Am Freitag liefern sie',
	'Er hat versprochen, bis Mittwoch zu entscheiden',
	'Er hat versprochen, am Freitag die Muster zu schicken',
	'Kofi zieht bis Freitag aus',
	'Im Urlaub bis Freitag',
	'Bin bis Freitag in Chicago',
	'Angebot gilt bis Freitag',
	'Vertrag läuft bis Ende des Jahres',
	'Lieferung am Freitag',
	'Habe ihr am Freitag den Artikel geschickt',
	'Gestern Tom anrufen wollen',
	'Tom anrufen, er kommt am Montag zurück',
	'Sie fragt, ob wir am Freitag liefern',
	'Wenn sie am Freitag anrufen',
	'Tom am Freitag nicht anrufen',
	'Soll ich Tom am Freitag anrufen?',
	'Treffen am Freitag',
	'Jeden Freitag Tom anrufen',
	'Ihr den Artikel schicken',
	'Am Morgen Tom anrufen',
	'Ellen wird nächste Woche 50',
	'Sie gehen am Freitag Möbel kaufen',
	'Montag bis Freitag Messe',
	'Wir haben uns letzten Freitag getroffen'
])('%s → no promise', (text) => {
	expect(read(text).promises).toEqual([]);
});

test.each([
	['Heute mit Dana telefoniert, 20 Minuten, nur geredet', 'call', 'just-talked', 'reached', TODAY],
	['Sie hat gestern angerufen', 'call', 'just-talked', 'reached', '2026-11-20'],
	['Dana angerufen, auf die Mailbox gesprochen', 'call', 'just-talked', 'reached-out', TODAY],
	['Dana angerufen, nicht erreicht', 'call', 'just-talked', 'reached-out', TODAY],
	[
		'Mit Tom am Freitag wegen der Lieferung telefoniert',
		'call',
		'business',
		'reached',
		'2026-11-20'
	],
	['Mit Tom über Freitag gesprochen', 'call', 'just-talked', 'reached', TODAY],
	['Habe gestern mit Ray gesprochen', 'call', 'just-talked', 'reached', '2026-11-20'],
	['Mittwoch mit Tom telefoniert', 'call', 'just-talked', 'reached', '2026-11-18'],
	['Telefonat mit Abena. Kofi geht nach Purdue', 'call', 'just-talked', 'reached', TODAY],
	['Tom rief heute an', 'call', 'just-talked', 'reached', TODAY],
	['Mittagessen mit Abena', 'meal', 'just-talked', 'reached', TODAY],
	['Kaffee mit Tom, er hat den Vertrag unterschrieben', 'meal', 'business', 'reached', TODAY],
	['Mit Marta lange zu Abend gegessen', 'meal', 'just-talked', 'reached', TODAY],
	['War gestern mit Abena essen', 'meal', 'just-talked', 'reached', '2026-11-20'],
	['Tom und Ray am Dienstag getroffen', 'meeting', 'business', 'reached', '2026-11-17'],
	['Letzten Dienstag Tom getroffen', 'meeting', 'business', 'reached', '2026-11-17'],
	['Treffen mit Tom heute früh', 'meeting', 'business', 'reached', TODAY],
	['Ellen in der Brauerei besucht', 'visit', 'just-talked', 'reached', TODAY],
	['Ellen besucht. Um Vorstellung bei ihrer Chefin gebeten', 'visit', 'asked', 'reached', TODAY],
	['Ellen auf der Verpackungsmesse getroffen', 'event', 'just-talked', 'reached', TODAY],
	['Omar eine SMS geschrieben', 'text', 'just-talked', 'reached-out', TODAY],
	['Omar eine SMS geschrieben, er hat sofort geantwortet', 'text', 'just-talked', 'reached', TODAY],
	['Dana das Angebot gemailt', 'email', 'business', 'reached-out', TODAY],
	['WhatsApp von Omar', 'message', 'just-talked', 'reached', TODAY],
	['Ihr eine Karte geschrieben', 'card', 'just-talked', 'reached-out', TODAY],
	['Blumen geschickt', 'gift', 'just-talked', 'reached-out', TODAY],
	['Über Teams mit Ray gesprochen', 'video', 'business', 'reached', TODAY],
	['Am 3. November Ellen besucht', 'visit', 'just-talked', 'reached', TODAY]
])('%s → %s', (text, kind, purpose, outcome, day) => {
	expect(read(text).touch).toEqual({ kind, purpose, outcome, day });
});

test.each([
	'Mittagessen mit Abena am Freitag',
	'Morgen Mittagessen mit Abena',
	'Das Treffen mit Tom ist abgesagt',
	'Treffen mit Tom verschoben',
	'Er trinkt Kaffee mit Hafermilch',
	'Sie möchte mit Tom Mittag essen',
	'Noch nicht mit ihr telefoniert',
	'Ich hätte ihn angerufen',
	'Er will angerufen werden',
	'Tom am Montag anrufen',
	'Wir sollten uns treffen',
	'Sie haben eine Entscheidung getroffen',
	'Max hat seine Oma besucht',
	'Sie hat ihren Bruder angerufen',
	'Dana hat Tom getroffen',
	'Max ist 9 und baut einen Vulkan',
	'Er rang um Worte beim Met',
	'Am Montag kommt er zurück',
	'Am 3. März operiert'
])('%s → nothing happened', (text) => {
	expect(read(text).touch).toBeUndefined();
});

test('before the days can be read, what happened is read all the same', () => {
	expect(readNote('Mittagessen mit Abena. Bis Freitag schicken.', TODAY, german)).toEqual({
		promises: [],
		touch: { kind: 'meal', purpose: 'just-talked', outcome: 'reached', day: TODAY }
	});
});

test('several promises each keep their own sentence, and no date ends one', () => {
	const { promises } = read(
		'Tom am Montag anrufen. Max ist 9. Am 3. März Dr. Voss die Liste schicken!'
	);
	expect(promises).toEqual([
		{ text: 'Tom am Montag anrufen', due: '2026-11-23' },
		{ text: 'Am 3. März Dr. Voss die Liste schicken!', due: '2027-03-03' }
	]);
});

test('a sentence is found by the caret, and "3. März" stays in one', () => {
	const text = 'Max ist 9. Am 3. März wird sie operiert. Tom fragen';
	expect(sentencesOf(text)).toEqual(['Max ist 9', 'Am 3. März wird sie operiert', 'Tom fragen']);
	expect(sentenceAt(text, 14)).toBe('Am 3. März wird sie operiert');
	expect(sentenceAt(text, text.length)).toBe('Tom fragen');
	expect(sentencesOf('Sie mag z. B. Tee. Hr. Voss nicht')).toEqual([
		'Sie mag z. B. Tee',
		'Hr. Voss nicht'
	]);
});

test('a long note is read within a frame or two', () => {
	const text =
		'Mittagessen mit Abena auf der Terrasse. Max ist 9 und fragt nach dem Vulkan. '.repeat(40);
	read(text);
	const before = performance.now();
	read(text);
	expect(performance.now() - before).toBeLessThan(60);
});
