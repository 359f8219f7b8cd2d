// Business and private matters are heard in English and in German, whatever language the app speaks.
import { expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import { businessWordIn, hasBusinessWords } from './business-words';
import type { Day } from './day';
import { hushedOf, isHushed } from './hush';
import { isPrivateMatter } from './private-matter';

test.each([
	['Das Angebot kommt', 'Angebot'],
	['Sonderangebote für Linie 3', 'Sonderangebote'],
	['Er hat den Auftrag', 'Auftrag'],
	['Die Preise steigen', 'Preise'],
	['Der Rahmenvertrag ist da', 'Rahmenvertrag'],
	['Die Lieferung ist da', 'Lieferung'],
	['Rechnungen bezahlt', 'Rechnungen'],
	['Sie haben zwei bestellt', 'bestellt'],
	['Das Projekt läuft', 'Projekt'],
	['Wartungsvertrag', 'Wartungsvertrag'],
	['The quote for Köln', 'quote']
])('“%s” sounds like business: %s', (text, word) => {
	expect(businessWordIn(text)).toBe(word);
});

test.each([
	'Sie vertragen sich wieder',
	'Er verträgt keine Milch',
	'Max hat einen Preis gewonnen',
	'Sie hat Grüße bestellt',
	'Der Auftritt war großartig',
	'Die Preiselbeeren sind reif',
	'Kofi zieht nach Köln',
	'Sie wurde beauftragt, Kuchen zu backen'
])('“%s” does not', (text) => {
	expect(hasBusinessWords(text)).toBe(false);
});

test.each([
	'Nussallergie',
	'keine Laktose',
	'Zöliakie',
	'ist schwanger',
	'wurde operiert',
	'Krebs',
	'evangelische Kirche',
	'isst koscher',
	'Muslimin',
	'gluten free'
])('“%s” is private', (words) => {
	expect(isPrivateMatter(words)).toBe(true);
});

test.each(['isst gern Fisch', 'Christine', 'Kuchen', 'Krankenwagenfahrer', 'Kirschen'])(
	'“%s” is not',
	(words) => {
		expect(isPrivateMatter(words)).toBe(false);
	}
);

const quiet = (text: string, topic = 41) =>
	hushedOf(
		[{ id: anId<'fact'>(), person: anId<'person'>(), topic, text, day: '2026-01-05' as Day }],
		'Dana Voss'
	);

test('a matter told in German is known by its telling words, and not by its small ones', () => {
	const hushed = quiet('Sie spricht nicht über ihre Scheidung von Ralf');
	expect(isHushed('Die Scheidung ist durch', hushed)).toBe(true);
	expect(isHushed('Sie spricht nicht über ihre Arbeit', hushed)).toBe(false);
});

test('the month a German matter fell in gives nothing away', () => {
	const hushed = quiet('Insolvenz im Mai', 38);
	expect(isHushed('Im Mai fliegen sie nach Rom', hushed)).toBe(false);
	expect(isHushed('Die Insolvenz war hart', hushed)).toBe(true);
});
