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
		['Geschäftspartner aus Wien', '', 'other', undefined, '']
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
	['Opa und Oma kommen', 'other', false, '', undefined]
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
