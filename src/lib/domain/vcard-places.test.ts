// The account of a card: what was taken, what is kept as written, what goes nowhere.
import { expect, test } from 'vitest';
import { Mapping } from './contact-mapping';
import { readVcards } from './vcard';
import { vcardToContact } from './vcard-contact';

function accountOf(text: string): string[] {
	const mapping = new Mapping();
	for (const card of readVcards(text).cards) vcardToContact(card, mapping);
	return mapping.all.map(({ from, to, many }) => `${from} ${to} ${many}`).sort();
}

function card(...lines: readonly string[]): string {
	return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
}

test('counts every property that has something in it', () => {
	const full = card(
		'PRODID:-//Example//EN',
		'N:Whitlock;Dana;;;',
		'FN:Dana Whitlock',
		'ORG:Harrow Foods;Buying',
		'TEL:+1 505 555 0142',
		'TEL:+1 505 555 0143',
		'EMAIL:',
		'BDAY:1978-04-12',
		'item1.X-ABDATE:2004-06-05',
		'item1.X-ABLABEL:_$!<Anniversary>!$_',
		'X-SPOUSE:Max',
		'PHOTO;VALUE=uri:https://example.com/a.jpg',
		'REV:2020-01-01T00:00:00Z'
	);
	expect(accountOf(full + full)).toEqual(
		[
			'PRODID left-out 2',
			'N name 2',
			'FN name 2',
			'ORG company 2',
			'ORG kept 2',
			'TEL phones 4',
			'BDAY birthday 2',
			'X-ABDATE moments 2',
			'X-SPOUSE circle 2',
			'PHOTO kept 2',
			'REV left-out 2'
		].sort()
	);
});

test('a card that gives nobody counts for nothing', () => {
	expect(accountOf(card('REV:2020', 'PHOTO:x', 'FN:'))).toEqual([]);
	expect(accountOf(card('FN:Friends', 'KIND:group', 'NOTE:a list'))).toEqual([]);
});

test('Android’s own entries go where their kind says', () => {
	const android = (kind: string, rest: string): string =>
		`X-ANDROID-CUSTOM:vnd.android.cursor.item/${kind};${rest}`;
	expect(
		accountOf(
			card(
				'FN:Dana',
				android('nickname', 'Dee;1;;'),
				android('contact_event', '1990-01-02;1;;'),
				android('relation', 'Max;14;;'),
				android('website', 'x;1;;')
			)
		)
	).toEqual([
		'FN name 1',
		'X-ANDROID-CUSTOM circle 1',
		'X-ANDROID-CUSTOM kept 1',
		'X-ANDROID-CUSTOM moments 1',
		'X-ANDROID-CUSTOM nickname 1'
	]);
});
