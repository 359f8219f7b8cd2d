// A label is kept by the words of an address book, and stands as the rep wrote it where it is none of these.
import { expect, test } from 'vitest';
import { isOfWork } from './employment';
import { reachLinks } from './reach';
import { keptLabel, reachLabel } from './reach-words';

test('what is shown is kept as it was', () => {
	for (const label of ['mobile', 'work', 'home', 'work fax', 'Reception', '']) {
		expect(keptLabel(reachLabel(label))).toBe(label);
	}
});

test('a number of the old place stays known as such', () => {
	expect(reachLabel('old work')).toBe('old work');
	expect(isOfWork({ value: '1', label: 'old work' })).toBe(false);
	expect(isOfWork({ value: '1', label: 'früher: Büro' })).toBe(false);
});

test('labels in German are understood', () => {
	expect(isOfWork({ value: '1', label: 'Büro' })).toBe(true);
	const phones = [
		{ value: '+49 30 1', label: 'Arbeit' },
		{ value: '+49 170 2', label: 'Handy' }
	];
	expect(reachLinks({ phones } as never).text).toBe('sms:+491702');
});
