// German words that are one word, and those that only look alike.
import { expect, test } from 'vitest';
import { split } from './stems';
import { germanStem } from './stems-de';

const stemOf = (word: string) => split(word).map(germanStem).join(' ');

test.each([
	['Bienen', 'Biene'],
	['Boote', 'Boot'],
	['Segelbooten', 'Segelboot'],
	['Bäume', 'Baum'],
	['Hunde', 'Hund'],
	['Bücher', 'Buch'],
	['Enkelkindern', 'Enkelkind'],
	['Hütten', 'Hütte'],
	['Gärten', 'Garten'],
	['Autos', 'Auto'],
	['Hobbys', 'Hobby'],
	['Wanderungen', 'Wanderung'],
	['Uhren', 'Uhr'],
	['Rosen', 'Rose'],
	['Hasen', 'Hase'],
	['Vasen', 'Vase'],
	['Ideen', 'Idee'],
	['Familien', 'Familie'],
	['Kajaks', 'Kajak'],
	['Kanus', 'Kanu'],
	['Bikes', 'Bike'],
	['Clubs', 'Club'],
	['Fische', 'Fisch'],
	['Fahrräder', 'Fahrrad']
])('%s and %s', (one, other) => {
	expect(stemOf(one)).toBe(stemOf(other));
});

test.each([
	['Reisen', 'Reis'],
	['Karten', 'Kart'],
	['Kohle', 'Kohl'],
	['Wandern', 'Wand'],
	['Messer', 'Messe'],
	['Wetter', 'Wette'],
	['Listen', 'List'],
	['Bauern', 'Bau'],
	['Haus', 'Hau'],
	['Weinen', 'Wein'],
	['Fischen', 'Fisch'],
	['Hosen', 'Hos'],
	['Kurs', 'Kur'],
	['Reiten', 'Reiter'],
	['Hallen', 'Hall']
])('%s but not %s', (one, other) => {
	expect(stemOf(one)).not.toBe(stemOf(other));
});
