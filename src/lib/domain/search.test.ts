// Search finds people by any part of what is known of them, names first, and notes a slice at a time.
import { describe, expect, test } from 'vitest';
import { SearchIndex, type NoteHit } from './search';

function anIndex(): SearchIndex {
	const index = new SearchIndex();
	const add = (id: string, name: string, ...more: string[]) => index.setPerson({ id, name, more });
	add('dana', 'Dana Whitlock', 'Harrow Foods', 'climbing', 'Max', 'Plays the cello badly');
	add('aleks', 'Aleksandra Wiśniewska', 'Zakłady Mleczne', 'dairy');
	add('jordan', 'Jordan Ellis', 'Danaher', 'j.ellis@example.com');
	add('bo', 'Bo Nyström', 'Lakeshore Brewing', '+46 70 123 45 67', '46701234567');
	return index;
}

function notes(index: SearchIndex, query: string, slice?: number): NoteHit[] {
	return [...index.findNotes(query, slice)].flat();
}

describe('people', () => {
	test('a name that begins so comes before a later word, a middle, and the rest', () => {
		expect(anIndex().findPeople('dan')).toEqual(['dana', 'jordan']);
		const index = new SearchIndex();
		index.setPerson({ id: 'rest', name: 'Zoe', more: ['Ann Taylor'] });
		index.setPerson({ id: 'middle', name: 'Joanna', more: [] });
		index.setPerson({ id: 'later', name: 'Mary Ann', more: [] });
		index.setPerson({ id: 'first', name: 'Ann Lee', more: [] });
		expect(index.findPeople('ann')).toEqual(['first', 'later', 'middle', 'rest']);
	});

	test('equally good ones come by name', () => {
		const index = new SearchIndex();
		for (const name of ['Ann Zorn', 'Ann Able', 'Ann Moe']) {
			index.setPerson({ id: name, name, more: [] });
		}
		expect(index.findPeople('ann')).toEqual(['Ann Able', 'Ann Moe', 'Ann Zorn']);
	});

	test('somebody renamed takes the place of the new name', () => {
		const index = new SearchIndex();
		for (const name of ['Ann Able', 'Ann Moe']) index.setPerson({ id: name, name, more: [] });
		expect(index.findPeople('ann')).toEqual(['Ann Able', 'Ann Moe']);
		index.setPerson({ id: 'Ann Able', name: 'Ann Zorn', more: [] });
		expect(index.findPeople('ann')).toEqual(['Ann Moe', 'Ann Able']);
	});

	test('accents and capitals do not matter', () => {
		expect(anIndex().findPeople('WISNIEWSKA')).toEqual(['aleks']);
		expect(anIndex().findPeople('zaklady')).toEqual(['aleks']);
		expect(anIndex().findPeople('Nyström')).toEqual(['bo']);
	});

	test('every word has to be found, wherever it stands and in any order', () => {
		expect(anIndex().findPeople('harrow dana')).toEqual(['dana']);
		expect(anIndex().findPeople('dana brewing')).toEqual([]);
	});

	test('no word is found across two texts, or across two people', () => {
		expect(anIndex().findPeople('foodsclimbing')).toEqual([]);
		expect(anIndex().findPeople('foods\nclimbing')).toEqual(['dana']);
		expect(anIndex().findPeople('badlyaleks')).toEqual([]);
	});

	test('one or two letters are found where a word begins, not in every address', () => {
		expect(anIndex().findPeople('ex')).toEqual([]);
		expect(anIndex().findPeople('exa')).toEqual(['jordan']);
		expect(anIndex().findPeople('ce')).toEqual(['dana']);
		expect(anIndex().findPeople('dana m')).toEqual(['dana']);
	});

	test('two letters of a script without spaces are found inside a name', () => {
		const index = new SearchIndex();
		index.setPerson({ id: 'taro', name: '山田太郎', more: [] });
		expect(index.findPeople('太郎')).toEqual(['taro']);
	});

	test('a number is found with and without its spaces', () => {
		expect(anIndex().findPeople('123 45')).toEqual(['bo']);
		expect(anIndex().findPeople('7012345')).toEqual(['bo']);
	});

	test('somebody changed is found as they are now, and somebody removed not at all', () => {
		const index = anIndex();
		expect(index.findPeople('dana')).toEqual(['dana', 'jordan']);
		index.setPerson({ id: 'dana', name: 'Dana Hart', more: ['Alder'] });
		expect(index.findPeople('alder')).toEqual(['dana']);
		expect(index.findPeople('harrow')).toEqual([]);
		expect(index.findPeople('whitlock')).toEqual([]);
		index.removePerson('dana');
		expect(index.findPeople('hart')).toEqual([]);
		expect(index.size.people).toBe(3);
	});

	test('nothing asked, nobody found', () => {
		expect(anIndex().findPeople('  ')).toEqual([]);
		expect(new SearchIndex().findPeople('dana')).toEqual([]);
	});
});

describe('notes', () => {
	function withNotes(): SearchIndex {
		const index = anIndex();
		index.setNote({ id: 'n1', people: ['dana'], body: 'Max builds a volcano.' });
		index.setNote({ id: 'n2', people: ['bo', 'dana'], body: 'A hike up the volcano' });
		index.setNote({ id: 'n3', people: [], body: 'Ask about the VOLCÁNO' });
		return index;
	}

	test('every note with the word is found', () => {
		expect(notes(withNotes(), 'volcano').map(({ note }) => note)).toEqual(['n1', 'n2', 'n3']);
	});

	test('a word may be the name of somebody the note is about', () => {
		expect(notes(withNotes(), 'dana volcano')).toEqual([
			{ note: 'n1', people: ['dana'] },
			{ note: 'n2', people: ['dana'] }
		]);
		expect(notes(withNotes(), 'dana whitlock')).toEqual([]);
	});

	test('a single letter is not looked for', () => {
		expect(notes(withNotes(), 'v')).toEqual([]);
	});

	test('each step looks through one slice only', () => {
		const found = withNotes().findNotes('volcano', 1);
		expect(found.next().value).toEqual([{ note: 'n1', people: ['dana'] }]);
		expect(found.next().value).toEqual([{ note: 'n2', people: ['bo', 'dana'] }]);
	});

	test('a note changed is found by its new words, and a note removed not at all', () => {
		const index = withNotes();
		index.setNote({ id: 'n1', people: ['dana'], body: 'Nothing new' });
		index.removeNote('n2');
		expect(notes(index, 'volcano').map(({ note }) => note)).toEqual(['n3']);
	});
});
