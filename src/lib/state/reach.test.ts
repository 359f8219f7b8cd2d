// Numbers as people write them are dialled as the network wants them.
import { expect, test } from 'vitest';
import { dialable } from './reach';

test.each([
	['+49 (0)30 123 45-67', '+49301234567'],
	['0049 (0) 30 1234567', '+49301234567'],
	['+44 (0)20 7946 0000', '+442079460000'],
	['(030) 123 45 67', '0301234567'],
	['(0)30 1234567', '0301234567'],
	['+1 (505) 555-0199 ext. 4', '+15055550199'],
	['reception', undefined]
])('%s is dialled as %s', (text, number) => {
	expect(dialable(text)).toBe(number);
});
