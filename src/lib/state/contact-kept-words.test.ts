// Nothing of a card's own writing reaches the rep where there is a word for it.
import { expect, test } from 'vitest';
import { keptLine, sourceName } from './contact-kept-words';

test('a property has a plain name; a head and an unknown one stay as they are', () => {
	expect(['FN', 'X-ABRELATEDNAMES', 'First Name', 'X-OWN'].map(sourceName)).toEqual([
		'full name',
		'related people',
		'First Name',
		'X-OWN'
	]);
});

test.each([
	['PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ', 'Photo, kept, not shown'],
	['PHOTO:data:image/jpeg;base64,/9j/4AAQ', 'Photo, kept, not shown'],
	['X-OWN;ENCODING=BASE64:AAAA', 'X-OWN, kept, not shown'],
	['item1.ROLE:Head of buying\\, West', 'Role: Head of buying, West'],
	[
		'X-SOCIALPROFILE;TYPE="a:b":https://example.com/dana',
		'Social profile: https://example.com/dana'
	],
	['GENDER:F;', 'Gender: F'],
	['no card line', 'no card line']
])('%s', (line, said) => {
	expect(keptLine(line)).toBe(said);
});
