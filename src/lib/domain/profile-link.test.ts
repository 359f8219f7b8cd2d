// One profile in all its spellings.
import { expect, test } from 'vitest';
import { profileKey } from './profile-link';

test.each([
	'https://www.linkedin.com/in/dana-whitlock',
	'http://linkedin.com/in/Dana-Whitlock/',
	'de.linkedin.com/in/dana-whitlock?trk=x',
	' https://www.linkedin.com/in/dana%2Dwhitlock/en '
])('%s is Dana', (link) => {
	expect(profileKey(link)).toBe('dana-whitlock');
});

test.each([
	'https://www.linkedin.com/company/acme',
	'https://notlinkedin.com/in/dana',
	'https://example.com/?u=linkedin.com/in/dana',
	'https://www.linkedin.com/in/',
	''
])('%s is nobody', (link) => {
	expect(profileKey(link)).toBeUndefined();
});

test('takes a name that was cut off in the middle of a letter as it stands', () => {
	expect(profileKey('linkedin.com/in/j%C3%B6rg')).toBe('jorg');
	expect(profileKey('linkedin.com/in/j%C3')).toBe('j%c3');
});
