// What selected German words may become: names, relations, ages, days, likings.
import { describe, expect, test } from 'vitest';
import { besidesBirthday, interestIn, memberIn, momentIn } from './kept-words';
import { german } from './kept-words-de';

describe('somebody in the circle', () => {
	test.each([
		['ihre Tochter Maya spielt Cello', 'Maya', 'child', undefined, 'spielt Cello'],
		['ihre Tochter Efua, die Cello spielt', 'Efua', 'child', undefined, 'Cello spielt'],
		['seine Frau Akosua', 'Akosua', 'spouse', undefined, ''],
		['Max (9), baut einen Vulkan', 'Max', 'other', 9, 'baut einen Vulkan'],
		['ihr Sohn Max ist 9 Jahre alt', 'Max', 'child', 9, ''],
		['ihr Sohn Max ist gerade 9 geworden', 'Max', 'child', 9, ''],
		['Der Hund heißt Keks', '', 'pet', undefined, ''],
		['ihr Hund Keks', 'Keks', 'pet', undefined, ''],
		['seine Chefin, Ruth Obeng, hört auf', 'Ruth Obeng', 'boss', undefined, 'hört auf'],
		['Maya', 'Maya', 'other', undefined, ''],
		['Efua', 'Efua', 'other', undefined, ''],
		['Hannas Sohn Max', 'Max', 'child', undefined, ''],
		['ihre Tochter kommt in die Schule', '', 'child', undefined, ''],
		['Tochter Abitur, Sohn Handball', '', 'child', undefined, ''],
		['Sein Bruder Lars um 9 Uhr', 'Lars', 'sibling', undefined, 'um 9 Uhr'],
		['Sein Bruder Lars 9 Uhr', 'Lars', 'sibling', undefined, '9 Uhr'],
		['Die Familie ist letzte Woche umgezogen', '', 'other', undefined, ''],
		['Kaffee mit Hanna Weiß', '', 'other', undefined, ''],
		['Frau Brandt', 'Frau Brandt', 'other', undefined, ''],
		['ihre junge Kollegin', '', 'colleague', undefined, ''],
		['Geschäftspartner aus Wien', '', 'other', undefined, ''],
		['Seine Frau Efua ist Hebamme', 'Efua', 'spouse', undefined, ''],
		['Kollege Urlaub bis Montag', '', 'colleague', undefined, ''],
		['Kollege Clement kommt', 'Clement', 'colleague', undefined, ''],
		['Tochter Praktikum in Wien', '', 'child', undefined, ''],
		['Sohn Studium in Dresden', '', 'child', undefined, ''],
		['Tochter Lehrerin in Köln', '', 'child', undefined, ''],
		['Chef Anfang Mai wieder da', '', 'boss', undefined, ''],
		['Mutter Schlaganfall, jetzt Pflegeheim', '', 'parent', undefined, ''],
		['sein Chef Dr. Weber', 'Weber', 'boss', undefined, ''],
		['Chef Herr Weber', 'Weber', 'boss', undefined, ''],
		['Chef Dr. med. Weber', '', 'boss', undefined, ''],
		['Tochter Australien bis März', '', 'child', undefined, ''],
		['Sohn Lukas Bundeswehr', 'Lukas', 'child', undefined, ''],
		['Sohn Lukas Nachtdienst', 'Lukas', 'child', undefined, ''],
		['Hund Bello Kreuzband', 'Bello', 'pet', undefined, ''],
		['Kollegin Anna, 2 Kinder', 'Anna', 'colleague', undefined, '2 Kinder'],
		['Lars, 2 Hunde', 'Lars', 'other', undefined, '2 Hunde'],
		['Jens ist 2 Meter groß', 'Jens', 'other', undefined, '2 Meter groß'],
		['Ihre Tochter Maya und der Hund Keks', 'Maya', 'child', undefined, 'und der Hund Keks'],
		['Der Hund von Tochter Maya', 'Maya', 'child', undefined, ''],
		['Bruder Herzinfarkt', '', 'sibling', undefined, ''],
		['2 Kinder, Max und Maya', 'Max', 'child', undefined, 'und Maya'],
		['Max, ihr Sohn', 'Max', 'child', undefined, 'ihr Sohn'],
		['Der Chef fragt nach Maya, ihrer Tochter', 'Maya', 'child', undefined, 'ihrer Tochter'],
		['unser Mann in Hamburg', '', 'other', undefined, ''],
		['Unser Partner in Wien', '', 'other', undefined, ''],
		['ihr Partner in Wien', '', 'spouse', undefined, ''],
		['von der Leiter gefallen', '', 'other', undefined, ''],
		['Halbleiter ab Mai', '', 'other', undefined, ''],
		['der Betriebsleiter hört auf', '', 'boss', undefined, ''],
		['Leiter der Instandhaltung', '', 'boss', undefined, '']
	])('%s', (words, name, relation, years, about) => {
		expect(memberIn(words, german, 'Hanna Weiß')).toEqual({ name, relation, years, about });
	});
});

test.each([
	['Max’ Geburtstag am Freitag', 'birthday', true, 'Max', undefined],
	['Oskars Geburtstag', 'birthday', true, 'Oskar', undefined],
	['Max wird am Freitag 10', 'birthday', true, 'Max', 10],
	['Max wird 10', 'birthday', true, 'Max', 10],
	['Das wird 10 Prozent teurer', 'other', false, '', undefined],
	['Die Halle wird 30 Meter lang', 'other', false, '', undefined],
	['Goldene Hochzeit der Eltern', 'wedding', true, '', undefined],
	['Knie-OP in der Klinik', 'surgery', false, '', undefined],
	['wird am Knie operiert', 'surgery', false, '', undefined],
	['Sie fliegen im März nach Norwegen', 'trip', false, '', undefined],
	['Die Preise steigen', 'other', false, '', undefined],
	['Die neue Linie geht am Montag live', 'go-live', false, '', undefined],
	['Ofen 2 geht in Betrieb', 'go-live', false, '', undefined],
	['25 Jahre im Betrieb', 'work-anniversary', true, '', undefined],
	['das Schulfest', 'other', false, '', undefined],
	['Opa und Oma kommen', 'other', false, '', undefined],
	['Kooperation mit dem Labor', 'other', false, '', undefined],
	['operiert am Markt', 'other', false, '', undefined],
	['wurde am Knie operiert, alles gut', 'surgery', false, '', undefined],
	['Der Vertrag wird 3 Jahre laufen', 'other', false, '', undefined],
	['Das Angebot wird 10 Seiten lang', 'other', false, '', undefined],
	['Wird 5 mal geprüft', 'other', false, '', undefined],
	['Das wird 2,5 Tonnen wiegen', 'other', false, '', undefined],
	['Sie wird 12 Kunden verlieren', 'other', false, '', undefined],
	['Ellen wird am 12. Dezember 50', 'birthday', true, 'Ellen', 50],
	['Ellen wird am 12.12. 50 Jahre alt', 'birthday', true, 'Ellen', 50],
	['Ellen wird im Mai 50', 'birthday', true, 'Ellen', 50],
	['Geburtstag: wird am 3. Mai 10', 'birthday', true, '', 10],
	['Geburtstag wird am 3. Mai gefeiert', 'birthday', true, '', undefined],
	['Max wird 3. beim Turnier', 'other', false, 'Max', undefined],
	['die Anlage fährt nach dem Umbau wieder an', 'other', false, '', undefined],
	['fährt nach Hause', 'other', false, '', undefined],
	['fährt nach Wien', 'trip', false, '', undefined]
])('a moment: %s', (words, kind, yearly, whose, turns) => {
	const guessed = { kind, yearly, whose, turns, label: words };
	expect(momentIn(words, german, 'Hanna Weiß')).toEqual(guessed);
});

test.each([
	['hat am 3. Dezember Geburtstag', ''],
	['wird am Freitag 10', ''],
	['hat am 3. Dezember Geburtstag, liebt Züge', 'hat am 3. Dezember Geburtstag, liebt Züge'],
	['spielt Cello', 'spielt Cello']
])('beside a birthday: %s', (about, besides) => {
	expect(besidesBirthday(about, german)).toBe(besides);
});

test.each([
	['Sie liebt Fliegenfischen.', 'Fliegenfischen'],
	['steht total auf alte Karten', 'alte Karten'],
	['geht gern segeln', 'segeln'],
	['interessiert sich sehr für die Pole', 'die Pole'],
	['mag keine Pilze', 'mag keine Pilze'],
	['Das mag sein', 'Das mag sein'],
	['Vulkane', 'Vulkane']
])('an interest: %s', (words, interest) => {
	expect(interestIn(words, german)).toBe(interest);
});
