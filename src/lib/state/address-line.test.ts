// The postcode stands where the country writes it.
import { expect, test } from 'vitest';
import { addressLine } from './address-line';

test.each([
	[{ street: '9 High St', postcode: 'YO1 1AA', city: 'York' }, '9 High St, York YO1 1AA'],
	[
		{ postcode: 'YO1 1AA', city: 'York', country: 'United Kingdom' },
		'York YO1 1AA, United Kingdom'
	],
	[{ city: 'Santa Fe', region: 'NM', postcode: '87501' }, 'Santa Fe, NM 87501'],
	[{ city: 'Toronto', region: 'ON', postcode: 'M5V 2T6' }, 'Toronto, ON M5V 2T6'],
	[{ street: 'Am Markt 1', postcode: '10115', city: 'Berlin' }, 'Am Markt 1, 10115 Berlin'],
	[
		{ postcode: '75001', city: 'Paris', region: 'Île-de-France', country: 'France' },
		'75001 Paris, Île-de-France, France'
	],
	[{ city: 'Rome' }, 'Rome']
])('%o', (address, line) => {
	expect(addressLine(address)).toBe(line);
});
