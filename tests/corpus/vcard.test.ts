// The sample files of real programs give exactly the people that are in them.
// Over 300 lines, because what is in each file is written out.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesToText } from '$lib/domain/text-encoding';
import { readVcards } from '$lib/domain/vcard';
import { vcardToContact } from '$lib/domain/vcard-contact';

const folder = resolve(import.meta.dirname, '../../../shared/corpora/vcard');

function contactsIn(file: string) {
	const { text, encoding } = bytesToText(readFileSync(join(folder, file)));
	expect(encoding).toBe('utf-8');
	const { cards, problems } = readVcards(text);
	expect(problems).toEqual([]);
	return cards.map((card) => {
		const reading = vcardToContact(card);
		if (!reading.ok) throw new Error(`${file}:${reading.problem.line} ${reading.problem.code}`);
		expect(reading.problems).toEqual([]);
		return reading.contact;
	});
}

/** A contact of whom nothing is known but what is given. */
function only(fields: Readonly<Record<string, unknown>>) {
	return { circle: [], moments: [], notes: [], vcard: [], ...fields };
}

function yearly(kind: 'birthday' | 'wedding', day: string) {
	return { kind, day, yearly: true };
}

const LICENCE =
	'THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR ' +
	'IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND ' +
	'FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR ' +
	'CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL ' +
	'DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, ' +
	'DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER ' +
	'IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT ' +
	'OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.';

// The folder belongs to the project's shared material, not to the repository, so a lone checkout has
// none; the unit tests beside the code cover the same forms with inputs of their own.
describe.skipIf(!existsSync(folder))('the corpus of vCards (skipped without the folder)', () => {
	test('Android', () => {
		const contacts = contactsIn('John_Doe_ANDROID.vcf');
		const tags = ['My Contacts'];
		const n = (count: number) => Array(count).fill('Ñ').join(' ');
		expect(contacts.slice(0, 4)).toEqual([
			only({ name: 'john.doe@company.com', emails: [{ value: 'john.doe@company.com' }], tags }),
			only({ name: 'jane.doe@company.com', emails: [{ value: 'jane.doe@company.com' }], tags }),
			only({
				name: n(5),
				familyName: n(4),
				phones: [{ value: '123456789', label: 'cell' }],
				tags
			}),
			only({
				name: n(11),
				familyName: n(11),
				phones: [
					{ value: '123456', label: 'cell' },
					{ value: '234567', label: 'home' },
					{ value: '3456789', label: 'cell' },
					{ value: '45678901', label: 'home' }
				],
				tags,
				notes: [{ body: `${n(8)}${n(8)}${n(5)}` }]
			})
		]);
		const [bob, henry, ...others] = contacts.slice(4);
		expect(others).toEqual([]);
		expect(bob).toMatchObject({
			name: n(4),
			familyName: n(2),
			givenName: n(3),
			company: 'Ñ'.repeat(12),
			phones: [
				{ value: '123456', label: 'cell' },
				{ value: '123456', label: 'work' },
				{ value: '123456', label: 'work fax' }
			],
			emails: [{ value: 'bob@company.com', label: 'work' }, { value: 'Ñ'.repeat(14) }],
			links: [{ value: 'www.company.com' }, { value: 'http://www.company.com' }]
		});
		expect(bob?.vcard).toHaveLength(1);
		expect(bob?.vcard[0]).toMatch(/^PHOTO;ENCODING=b;TYPE=JPEG:\/9j\/4AAQ[\w+/]*iPnP\/2Q==$/);
		expect(henry).toEqual(
			only({
				name: 'ÑÑÑÑ',
				familyName: 'ÑÑÑÑ',
				company: 'Ñ'.repeat(44),
				phones: [{ value: '55556666', label: 'cell' }],
				emails: [{ value: 'henry@company.com' }],
				tags,
				// The second ORG was cut within a letter by the phone.
				vcard: [`ORG:${'Ñ'.repeat(44)}\ufffd`]
			})
		);
	});

	test('Evolution', () => {
		expect(contactsIn('John_Doe_EVOLUTION.vcf')).toEqual([
			{
				name: 'Mr. John Richter, James Doe Sr.',
				givenName: 'John',
				familyName: 'Doe',
				nickname: 'Johny',
				company: 'IBM',
				title: 'Money Counter',
				uid: '477343c8e6bf375a9bac1f96a5000837',
				phones: [
					{ value: '905-666-1234', label: 'cell' },
					{ value: '905-555-1234', label: 'work' }
				],
				emails: [{ value: 'john.doe@ibm.com', label: 'work' }],
				links: [{ value: 'http://www.ibm.com' }],
				addresses: [
					{
						label: 'home',
						street: 'ASB-123\n15 Crescent moon drive',
						city: 'Albaney',
						region: 'New York',
						postcode: '12345',
						country: 'United States of America'
					}
				],
				tags: ['VIP'],
				circle: [
					{ name: 'Maria', relation: 'spouse' },
					{ name: 'Big Blue', relation: 'boss' },
					{ name: 'Little Red', relation: 'assistant' }
				],
				moments: [yearly('birthday', '1980-03-22'), yearly('wedding', '1980-03-22')],
				notes: [{ body: LICENCE }],
				vcard: [
					'X-COUCHDB-APPLICATION-ANNOTATIONS:{"Evolution":{"revision":"2012-03-05T13:32:54Z"}}',
					'X-AIM;TYPE=HOME;X-COUCHDB-UUID="cb9e11fc-bb97-4222-9cd8-99820c1de454":johnny5@aol.com',
					'N:Doe;John;Richter\\, James;Mr.;Sr.',
					'X-EVOLUTION-FILE-AS:Doe\\, John',
					'ORG:IBM;Accounting;Dungeon'
				]
			}
		]);
	});

	test('Gmail, with everything', () => {
		expect(contactsIn('John_Doe_GMAIL.vcf')).toEqual([
			{
				name: 'Mr. John Richter, James Doe Sr.',
				givenName: 'John',
				familyName: 'Doe',
				company: 'IBM',
				title: 'Money Counter',
				phones: [
					{ value: '905-555-1234', label: 'cell' },
					{ value: '905-666-1234', label: 'home' }
				],
				emails: [{ value: 'john.doe@ibm.com', label: 'home' }],
				links: [{ value: 'http://www.ibm.com', label: 'work' }],
				addresses: [
					{
						label: 'home',
						street:
							'Crescent moon drive\n555-asd\nNice Area, Albaney, New York 12345\nUnited States of America'
					}
				],
				circle: [{ name: 'Jenny', relation: 'spouse' }],
				moments: [yearly('birthday', '1980-03-22'), yearly('wedding', '1975-03-01')],
				notes: [{ body: `${LICENCE}\nFavotire Color: Blue` }],
				vcard: [
					'N:Doe;John;Richter\\, James;Mr.;Sr.',
					'X-PHONETIC-FIRST-NAME:Jon',
					'X-PHONETIC-LAST-NAME:Dow'
				]
			}
		]);
	});

	test('Gmail, a list', () => {
		const person = (givenName: string, familyName: string, value: string) =>
			only({ name: `${givenName} ${familyName}`, givenName, familyName, emails: [{ value }] });
		expect(contactsIn('gmail-list.vcf')).toEqual([
			person('Arnold', 'Smith', 'asmithk@gmail.com'),
			person('Chris', 'Beatle', 'chrisy55d@yahoo.com'),
			person('Doug', 'White', 'dwhite@gmail.com')
		]);
	});

	test('Gmail, a single person with labels of his own', () => {
		expect(contactsIn('gmail-single.vcf')).toEqual([
			{
				name: 'Greg Dartmouth',
				givenName: 'Greg',
				familyName: 'Dartmouth',
				nickname: 'Gman',
				company: 'TheCompany',
				title: 'TheJobTitle',
				phones: [
					{ value: '555 555 1111', label: 'cell' },
					{ value: '555 555 2222', label: 'GRAND_CENTRAL' }
				],
				emails: [{ value: 'gdartmouth@hotmail.com' }],
				links: [{ value: 'http://TheProfile.com', label: 'PROFILE' }],
				addresses: [
					{ label: 'home', street: '123 Home St\nHome City, HM 12345' },
					{
						label: 'CustomAdrType',
						street: '321 Custom St',
						city: 'Custom City',
						region: 'TX',
						postcode: '98765',
						country: 'USA'
					}
				],
				circle: [
					{ name: 'MySpouse', relation: 'spouse' },
					{ name: 'MyCustom', relation: 'other', about: 'CustomRelationship' }
				],
				moments: [yearly('birthday', '1960-09-10'), yearly('wedding', '1970-06-02')],
				notes: [
					{
						body: "This is GMail's note field.\nIt should be added as a NOTE type.\nACustomField: CustomField"
					}
				],
				vcard: [
					'X-PHONETIC-FIRST-NAME:Grregg',
					'X-PHONETIC-LAST-NAME:Dart-mowth',
					'X-ICQ:123456789'
				]
			}
		]);
	});

	test('Outlook 2003', () => {
		const [contact, ...others] = contactsIn('outlook-2003.vcf');
		expect(others).toEqual([]);
		const { vcard, ...fields } = contact ?? { vcard: [] };
		expect(fields).toEqual({
			name: 'John Doe III',
			givenName: 'John',
			familyName: 'Doe',
			nickname: 'Joey',
			company: 'Company, The',
			title: 'The Job Title',
			phones: [
				{ value: 'BusinessPhone', label: 'work' },
				{ value: 'HomePhone', label: 'home' },
				{ value: 'MobilePhone', label: 'cell' },
				{ value: 'BusinessFaxPhone', label: 'work fax' }
			],
			emails: [{ value: 'jdoe@hotmail.com' }],
			links: [{ value: 'http://web-page-address.com', label: 'work' }],
			addresses: [
				{
					label: 'work',
					street: 'TheOffice\n123 Main St',
					city: 'Austin',
					region: 'TX',
					postcode: '12345',
					country: 'United States of America'
				}
			],
			circle: [],
			moments: [yearly('birthday', '1980-03-21')],
			notes: [{ body: 'This is the note field!!\nSecond line\n\nThird line is empty' }]
		});
		const key = vcard.findIndex((line) => line.startsWith('KEY'));
		expect(vcard[key]).toMatch(/^KEY;ENCODING=b;TYPE=X509:MIIDITCC[\w+/]*McafC4\+Q==$/);
		expect(vcard.toSpliced(key, 1)).toEqual([
			'N:Doe;John;;Mr.;III',
			'ORG:Company, The;TheDepartment',
			'LABEL;TYPE=WORK:TheOffice\\n123 Main St\\nAustin, TX 12345\\nUnited States of America',
			'ROLE:TheProfession',
			'FBURL:????????????????s????????????'
		]);
	});

	test('the example of RFC 2426', () => {
		expect(contactsIn('rfc2426-example.vcf')).toEqual([
			only({
				name: 'Frank Dawson',
				company: 'Lotus Development Corporation',
				phones: [
					{ value: '+1-919-676-9515', label: 'work' },
					{ value: '+1-919-676-9564', label: 'work fax' }
				],
				emails: [{ value: 'Frank_Dawson@Lotus.com' }, { value: 'fdawson@earthlink.net' }],
				links: [{ value: 'http://home.earthlink.net/~fdawson' }],
				addresses: [
					{
						label: 'work',
						street: '6544 Battleford Drive',
						city: 'Raleigh',
						region: 'NC',
						postcode: '27613-3502',
						country: 'U.S.A.'
					}
				]
			}),
			only({
				name: 'Tim Howes',
				company: 'Netscape Communications Corp.',
				phones: [
					{ value: '+1-415-937-3419', label: 'work' },
					{ value: '+1-415-528-4164', label: 'work fax' }
				],
				emails: [{ value: 'howes@netscape.com' }],
				addresses: [
					{
						label: 'work',
						street: '501 E. Middlefield Rd.',
						city: 'Mountain View',
						region: 'CA',
						postcode: '94043',
						country: 'U.S.A.'
					}
				]
			})
		]);
	});

	test('the example of RFC 6350', () => {
		expect(contactsIn('rfc6350-example.vcf')).toEqual([
			only({
				name: 'Simon Perreault',
				givenName: 'Simon',
				familyName: 'Perreault',
				company: 'Viagenie',
				phones: [
					{ value: '+1-418-656-9254 ext. 102', label: 'work' },
					{ value: '+1-418-262-6501', label: 'work cell' }
				],
				emails: [{ value: 'simon.perreault@viagenie.ca', label: 'work' }],
				links: [{ value: 'http://nomis80.org', label: 'home' }],
				addresses: [
					{
						label: 'work',
						street: 'Suite D2-630\n2875 Laurier',
						city: 'Quebec',
						region: 'QC',
						postcode: 'G1V 2M2',
						country: 'Canada'
					}
				],
				moments: [yearly('birthday', '--02-03'), yearly('wedding', '2009-08-08')],
				vcard: [
					'N:Perreault;Simon;;;ing. jr,M.Sc.',
					'GENDER:M',
					'LANG;PREF=1:fr',
					'LANG;PREF=2:en',
					'GEO;TYPE=work:geo:46.772673,-71.282945',
					'KEY;TYPE=work;VALUE=uri:http://www.viagenie.ca/simon.perreault/simon.asc',
					'TZ:-0500'
				]
			})
		]);
	});
});
