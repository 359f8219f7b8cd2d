// Pasted signatures, heads of mails and lines of text give the person in them, and nothing is lost.
// Over 300 lines, because most of them are such texts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isContactText, readSignature, type ReadSignature } from './signature';

/** What a reading says, in short: lists as words, what is empty left out. */
function short(text: string): Record<string, unknown> {
	const read: ReadSignature = readSignature(text);
	const labelled = ({ value, label }: { value: string; label?: string }): string =>
		label === undefined ? value : `${label} ${value}`;
	const all = {
		...read,
		phones: read.phones.map(labelled),
		emails: read.emails.map(labelled),
		links: read.links.map(labelled)
	};
	return Object.fromEntries(
		Object.entries(all).filter(([, value]) => !Array.isArray(value) || value.length > 0)
	);
}

const fixtures: readonly [what: string, text: string, read: Record<string, unknown>][] = [
	[
		'a signature with a closing and a register number',
		'Best regards,\nDana Whitlock\nHead of Purchasing | Acme Foods GmbH\nTel. +49 30 1234567  Mobile: +49 170 1234567\ndana@acme.example\nwww.acme.example\nHRB 1234',
		{
			name: 'Dana Whitlock',
			title: 'Head of Purchasing',
			company: 'Acme Foods GmbH',
			phones: ['+49 30 1234567', 'mobile +49 170 1234567'],
			emails: ['dana@acme.example'],
			links: ['https://www.acme.example'],
			leftOut: ['Best regards,', 'HRB 1234']
		}
	],
	[
		'a German signature with a fax and a legal footer',
		'Mit freundlichen Grüßen\n\ni.A. Dr. Jana Köhler\nLeiterin Einkauf\n\nKöhler & Söhne GmbH & Co. KG\nMusterstraße 12a\n10115 Berlin\nDeutschland\n\nTelefon: +49 (0)30 / 123 456-0\nTelefax: +49 (0)30 / 123 456-99\nMobil: 0170/1234567\nE-Mail: j.koehler@koehler.example\nInternet: koehler.example\n\nGeschäftsführer: Max Köhler\nAmtsgericht Berlin HRB 1234 · USt-IdNr. DE123456789\nDiese E-Mail enthält vertrauliche Informationen.\nSind Sie nicht gemeint, löschen Sie sie.',
		{
			name: 'Dr. Jana Köhler',
			title: 'Leiterin Einkauf',
			company: 'Köhler & Söhne GmbH & Co. KG',
			phones: ['+49 (0)30 / 123 456-0', 'mobile 0170/1234567'],
			emails: ['j.koehler@koehler.example'],
			links: ['https://koehler.example'],
			addresses: [
				{ street: 'Musterstraße 12a', postcode: '10115', city: 'Berlin', country: 'Deutschland' }
			],
			rest: ['Fax +49 (0)30 / 123 456-99'],
			leftOut: [
				'Mit freundlichen Grüßen',
				'Geschäftsführer: Max Köhler',
				'Amtsgericht Berlin HRB 1234',
				'USt-IdNr. DE123456789',
				'Diese E-Mail enthält vertrauliche Informationen.',
				'Sind Sie nicht gemeint, löschen Sie sie.'
			]
		}
	],
	[
		'a name turned round before its address',
		'"Whitlock, Dana" <dana@acme.example>',
		{ name: 'Dana Whitlock', emails: ['dana@acme.example'] }
	],
	[
		'a line with commas',
		'Dana Whitlock, Acme, 555-0101',
		{ name: 'Dana Whitlock', company: 'Acme', phones: ['555-0101'] }
	],
	[
		'the head of a mail',
		'From: Dana Whitlock <dana.whitlock@acme.example>\nSent: Monday, 3 March 2025 10:00\nTo: Tom Reed <tom@rep.example>\nSubject: Offer',
		{
			name: 'Dana Whitlock',
			emails: ['dana.whitlock@acme.example'],
			rest: ['Sent: Monday, 3 March 2025 10:00', 'To: Tom Reed <tom@rep.example>', 'Subject: Offer']
		}
	],
	[
		'a German head with the company in brackets',
		'Von: Köhler, Jana (Acme Foods) [mailto:jana@acme.example]',
		{ name: 'Jana Köhler', company: 'Acme Foods', emails: ['jana@acme.example'] }
	],
	[
		'a vCard',
		'BEGIN:VCARD\nVERSION:3.0\nFN:Dana Whitlock\nORG:Acme Foods\nTITLE:Buyer\nTEL;TYPE=CELL:+49 170 1234567\nEMAIL:dana@acme.example\nBDAY:1980-04-12\nEND:VCARD',
		{
			name: 'Dana Whitlock',
			company: 'Acme Foods',
			title: 'Buyer',
			phones: ['cell +49 170 1234567'],
			emails: ['dana@acme.example'],
			rest: ['birthday: 1980-04-12']
		}
	],
	[
		'a quoted mail with its words above',
		'> Hi Tom,\n> see you Monday.\n> Cheers\n> Dana\n> --\n> Dana Whitlock\n> Purchasing\n> Acme\n> (555) 010-0199 x12',
		{
			name: 'Dana Whitlock',
			title: 'Purchasing',
			company: 'Acme',
			phones: ['(555) 010-0199 x12'],
			rest: ['Hi Tom,', 'see you Monday.'],
			leftOut: ['Cheers']
		}
	],
	[
		'two people, one below the other',
		'Dana Whitlock\ndana@acme.example\n\nTom Reed\ntom@reed.example\n555-0199',
		{
			name: 'Dana Whitlock',
			emails: ['dana@acme.example'],
			rest: ['Tom Reed', 'tom@reed.example', '555-0199']
		}
	],
	[
		'two people, each on a line',
		'Dana Whitlock 555-0101\nTom Reed 555-0102',
		{ name: 'Dana Whitlock', phones: ['555-0101'], rest: ['Tom Reed 555-0102'] }
	],
	[
		'an answer below, with a signature of its own',
		'Regards,\nDana Whitlock\ndana@acme.example\n\nOn Mon, 3 Mar 2025 at 10:00, Tom Reed <tom@rep.example> wrote:\n> Thanks!\n> Tom Reed\n> 555-0199',
		{
			name: 'Dana Whitlock',
			emails: ['dana@acme.example'],
			rest: [
				'On Mon, 3 Mar 2025 at 10:00, Tom Reed <tom@rep.example> wrote:',
				'Thanks!',
				'Tom Reed',
				'555-0199'
			],
			leftOut: ['Regards,']
		}
	],
	[
		'pictures for labels, and no name but in the address',
		'📞 +49 30 1234567\n📱 +49 170 1234567\n✉️ dana.whitlock@acme.example',
		{
			name: 'Dana Whitlock',
			isGuess: true,
			phones: ['+49 30 1234567', 'mobile +49 170 1234567'],
			emails: ['dana.whitlock@acme.example']
		}
	],
	[
		'no name at all',
		'Acme Foods Ltd\n10 Downing Street\nLondon SW1A 2AA\nUnited Kingdom\ninfo@acme.example',
		{
			company: 'Acme Foods Ltd',
			emails: ['info@acme.example'],
			addresses: [
				{
					street: '10 Downing Street',
					postcode: 'SW1A 2AA',
					city: 'London',
					country: 'United Kingdom'
				}
			]
		}
	],
	[
		'writing from right to left',
		'\u200fדנה כהן\nאקמה בע"מ\nטל: 03-1234567\ndana@acme.example',
		{
			name: 'דנה כהן',
			company: 'אקמה בע"מ',
			phones: ['03-1234567'],
			emails: ['dana@acme.example']
		}
	],
	[
		'an American block',
		'Dana Whitlock, MBA\nVice President, Sales\nAcme Foods, Inc.\n123 Main Street, Suite 400, Springfield, IL 62704\nO: 555-010-1000 | M: 555-010-2000 | F: 555-010-3000',
		{
			name: 'Dana Whitlock',
			title: 'Vice President, Sales',
			company: 'Acme Foods, Inc.',
			phones: ['work 555-010-1000', 'mobile 555-010-2000'],
			addresses: [
				{
					street: '123 Main Street, Suite 400',
					city: 'Springfield',
					region: 'IL',
					postcode: '62704'
				}
			],
			rest: ['Fax 555-010-3000']
		}
	],
	[
		'labels on every line',
		'Name: Dana Whitlock\nCompany: Acme\nPosition: Buyer\nPhone: 030 1234567\nAddress: Am Hang 3, 10115 Berlin',
		{
			name: 'Dana Whitlock',
			company: 'Acme',
			title: 'Buyer',
			phones: ['030 1234567'],
			addresses: [{ street: 'Am Hang 3', postcode: '10115', city: 'Berlin' }]
		}
	],
	[
		'an address hidden from robots, and a title at a company',
		'Dana Whitlock\nHead of Purchasing at Acme Foods\ndana [at] acme [dot] example',
		{
			name: 'Dana Whitlock',
			title: 'Head of Purchasing',
			company: 'Acme Foods',
			emails: ['dana@acme.example']
		}
	],
	[
		'what Outlook puts behind links',
		'Dana Whitlock\ndana@acme.example<mailto:dana@acme.example>\nwww.acme.example<https://www.acme.example/>',
		{
			name: 'Dana Whitlock',
			emails: ['dana@acme.example'],
			links: ['https://www.acme.example']
		}
	],
	[
		'a number with its word behind it',
		'Dana Whitlock\n555-010-1000 (mobile)\n555-010-3000 fax',
		{
			name: 'Dana Whitlock',
			phones: ['mobile 555-010-1000'],
			rest: ['Fax 555-010-3000']
		}
	],
	[
		'days, times and sums, none of them a number to call',
		'Meeting on 12.03.2025 at 10:00\n2025-03-12\nOrder 4711 for 1.250.000 €\nIBAN DE89 3704 0044 0532 0130 00',
		{
			rest: ['Meeting on 12.03.2025 at 10:00', '2025-03-12', 'Order 4711 for 1.250.000 €'],
			leftOut: ['IBAN DE89 3704 0044 0532 0130 00']
		}
	],
	[
		'a first name below a greeting',
		'Cheers,\nDana\n555-010-1000',
		{ name: 'Dana', phones: ['555-010-1000'], leftOut: ['Cheers,'] }
	],
	[
		'a name after a greeting on its line',
		'Best regards, Dana Whitlock\ndana@acme.example',
		{ name: 'Dana Whitlock', emails: ['dana@acme.example'], leftOut: ['Best regards,'] }
	],
	['nothing', ' \n\t\n', {}],
	['a word', 'hello', { rest: ['hello'] }],
	[
		'a sentence with a number in it',
		'Call Dana 555-0101 tomorrow about the offer',
		{ phones: ['555-0101'], rest: ['Call Dana', 'tomorrow about the offer'] }
	]
];

describe('a pasted text', () => {
	test.each(fixtures)('is read: %s', (_what, text, read) => {
		expect(short(text)).toEqual(read);
	});

	test('of 100 kB is read as far as a signature goes, and the rest is kept', () => {
		const text = `Dana Whitlock\ndana@acme.example\n${'lorem ipsum dolor sit amet '.repeat(4000)}`;
		const read = readSignature(text);
		expect([read.name, read.emails[0]?.value]).toEqual(['Dana Whitlock', 'dana@acme.example']);
		expect(read.rest.join(' ').length).toBeGreaterThan(100_000);
	});

	test('never breaks the reading, and no word of it is lost', () => {
		const bits = fc.constantFrom(
			...[
				'\n',
				'\r\n',
				' ',
				', ',
				' | ',
				'> ',
				'--',
				'@',
				'@acme.example',
				'<',
				'>',
				'"',
				':',
				'('
			],
			...['Tel.', 'Fax', 'Mobil:', '+49', '030 1234567', 'Best regards,', 'From: ', 'Dr.', 'GmbH'],
			...['Dana', 'Whitlock', 'Head of', '10115 Berlin', 'Hang 3', '\u202e', '👩‍💼', '\ud800', '\0'],
			...['BEGIN:VCARD', 'END:VCARD', 'FN:', 'www.', 'https://x', 'ÄÖ', 'כהן', 'HRB 1', '\u0001']
		);
		const texts = fc.array(fc.oneof(bits, fc.string({ unit: 'binary' })), { maxLength: 60 });
		fc.assert(
			fc.property(texts, (parts) => {
				const read = readSignature(parts.join(''));
				const told = JSON.stringify(read).toLowerCase();
				const isCard = /BEGIN:VCARD/.test(parts.join(''));
				const words = ['Whitlock', 'Berlin', '1234567'].filter((word) => parts.includes(word));
				for (const word of words) if (!isCard) expect(told).toContain(word.toLowerCase());
			}),
			{ seed: 7, numRuns: 500 }
		);
	});

	test('takes time that grows with its length alone', () => {
		const evil = [
			'1 '.repeat(200),
			'a.'.repeat(200),
			'(('.repeat(190),
			'Tel. '.repeat(70),
			'@'.repeat(390)
		];
		const timeOf = (text: string): number => {
			const begin = performance.now();
			readSignature(text);
			return performance.now() - begin;
		};
		for (const line of evil) {
			timeOf(line);
			// As much as is read at all; a paste may not stop the page.
			expect(timeOf(`${line}\n`.repeat(300))).toBeLessThan(1000);
		}
	});

	test('is about somebody only where it says little else', () => {
		expect(isContactText('Dana Whitlock\nAcme\n555-010-1000')).toBe(true);
		expect(isContactText('"Whitlock, Dana" <dana@acme.example>')).toBe(true);
		expect(isContactText('Call Dana 555-0101 tomorrow about the offer')).toBe(false);
		expect(isContactText('Bees in winter\nhttps://example.com/bees')).toBe(false);
		expect(isContactText(`Dana Whitlock\n555-010-1000\n${'so it goes on. '.repeat(20)}`)).toBe(
			false
		);
	});
});
