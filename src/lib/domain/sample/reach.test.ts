// Addresses of people who do not exist look like those of people who do.
import { expect, test } from 'vitest';
import { emailOf } from './reach';

test.each([
	['Jürgen Weiß', undefined, 'juergen.weiss@example.com'],
	['Märta Öberg', 'Hafenmühle Feinkost', 'maerta.oeberg@hafenmuehle-feinkost.example.com'],
	['Inés O’Hara', 'Cissé & Co.', 'ines.ohara@cisse-co.example.com']
])('%s at %s', (name, company, address) => {
	expect(emailOf(name, company)).toBe(address);
});
