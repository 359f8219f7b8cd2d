// What a card means, property by property. Over 300 lines, because each program writes them in its own way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readVcards } from './vcard';
import { vcardToContact } from './vcard-contact';
import { escapeText } from './vcard-text';

function read(version: string, ...lines: readonly string[]) {
	const [card] = readVcards(
		['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD'].join('\n')
	).cards;
	if (!card) throw new Error('no card');
	return vcardToContact(card);
}

function contact(version: string, ...lines: readonly string[]) {
	const reading = read(version, 'FN:Ada', ...lines);
	if (!reading.ok) throw new Error(reading.problem.code);
	return reading.contact;
}

describe('the name', () => {
	const name = (...lines: readonly string[]) => {
		const reading = read('3.0', ...lines);
		return reading.ok ? reading.contact.name : reading.problem;
	};

	test('is FN, else made of N, else whatever there is', () => {
		expect(name('N:L;A;;;', 'FN: Ada  Lovelace ')).toBe('Ada Lovelace');
		expect(name('FN:', 'N:Lovelace;Ada;King,Byron;Lady;OBE')).toBe(
			'Lady Ada King Byron Lovelace OBE'
		);
		expect(name('EMAIL:a@b.c', 'NICKNAME:Ad', 'ORG:Engines')).toBe('Ad');
		expect(name('EMAIL:a@b.c', 'ORG:Engines;Research')).toBe('Engines');
		expect(name('TEL:555', 'EMAIL:a@b.c')).toBe('a@b.c');
		expect(name('TEL:555')).toBe('555');
	});

	test('is what a card has to have', () => {
		expect(name('NOTE:somebody', 'FN:  ')).toEqual({ code: 'card-without-name', line: 1 });
	});

	test('comes with its parts; what they leave out is kept', () => {
		expect(contact('3.0', 'N:Lovelace;Ada;;;')).toMatchObject({
			familyName: 'Lovelace',
			givenName: 'Ada',
			vcard: []
		});
		expect(contact('3.0', 'N:Lovelace;Ada;;Lady;').vcard).toEqual(['N:Lovelace;Ada;;Lady;']);
		expect(contact('3.0', 'N:King, Jr.;Ada').familyName).toBe('King, Jr.');
	});
});

test('a distribution list is no person', () => {
	const problem = { code: 'group-card', line: 1, detail: 'Team' };
	expect(read('4.0', 'FN:Team', 'KIND:group', 'MEMBER:x')).toEqual({ ok: false, problem });
	expect(read('3.0', 'FN:Team', 'X-ADDRESSBOOKSERVER-KIND:group')).toMatchObject({ problem });
	expect(read('4.0', 'FN:Team', 'KIND:org').ok).toBe(true);
});

describe('company and title', () => {
	test('leave departments and second companies among the lines', () => {
		const { company, vcard } = contact('3.0', 'ORG:A\\; B;Research', 'ORG:Other', 'ORG:');
		expect([company, vcard]).toEqual(['A; B', ['ORG:A\\; B;Research', 'ORG:Other']]);
		expect(contact('3.0', 'ORG:Company, The;').company).toBe('Company, The');
	});

	test('a role stands in for a missing title', () => {
		expect(contact('3.0', 'ROLE:Poet')).toMatchObject({ title: 'Poet', vcard: [] });
		expect(contact('3.0', 'ROLE:Poet', 'TITLE:Countess')).toMatchObject({
			title: 'Countess',
			vcard: ['ROLE:Poet']
		});
	});
});

describe('ways to reach someone', () => {
	test('are called by their types, or by an Apple label', () => {
		const { phones } = contact(
			'3.0',
			'TEL;TYPE=VOICE,MSG:1',
			'TEL;TYPE=FAX;TYPE=Work:2',
			'TEL;TYPE="cell,text";TYPE=x-Car:3',
			'item1.TEL;type=pref:4',
			'item1.X-ABLabel:_$!<HomeFAX>!$_',
			'Item2.TEL:5',
			'item2.X-ABLabel:GRAND_CENTRAL',
			'item3.TEL;TYPE=CELL:6',
			'item3.X-ABLabel:_$!<Mobile>!$_',
			'TEL;TYPE=CELL:6',
			'TEL;TYPE=CELL:6',
			'TEL:'
		);
		expect(phones).toEqual([
			{ value: '4', label: 'home fax' },
			{ value: '1' },
			{ value: '2', label: 'work fax' },
			{ value: '3', label: 'cell car' },
			{ value: '5', label: 'GRAND_CENTRAL' },
			{ value: '6', label: 'mobile' },
			{ value: '6', label: 'cell' }
		]);
	});

	test('come preferred first', () => {
		const { emails } = contact('4.0', 'EMAIL:c', 'EMAIL;PREF=2:b', 'EMAIL;TYPE=pref:a');
		expect(emails?.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
	});

	test('may be URIs', () => {
		const { phones, emails, links, vcard } = contact(
			'4.0',
			'TEL;VALUE=uri:tel:+1-555-0100;ext=5',
			'TEL;VALUE=uri:tel:%2B1555;phone-context=x',
			'TEL:ring the bell',
			'EMAIL:mailto:a%2Bb@c.d?subject=x',
			'URL:http\\://e.f',
			'IMPP;X-SERVICE-TYPE=Skype:skype:ada',
			'IMPP:just ada',
			'X-SOCIALPROFILE;TYPE=linkedin:https://l.in/ada',
			'X-SOCIALPROFILE;TYPE=twitter;X-USER=ada:x-apple:ada'
		);
		expect(phones?.map(({ value }) => value)).toEqual([
			'+1-555-0100 ext. 5',
			'+1555',
			'ring the bell'
		]);
		expect(emails).toEqual([{ value: 'a+b@c.d' }]);
		expect(links).toEqual([
			{ value: 'http://e.f' },
			{ value: 'skype:ada', label: 'skype' },
			{ value: 'https://l.in/ada', label: 'linkedin' }
		]);
		expect(vcard).toEqual(['IMPP:just ada', 'X-SOCIALPROFILE;TYPE=twitter;X-USER=ada:x-apple:ada']);
	});

	test('are addresses with box and building before the street', () => {
		const adr = (...lines: readonly string[]) => contact('3.0', ...lines).addresses;
		expect(
			adr('item1.ADR;TYPE=WORK,POSTAL:Box 1;Annex;1 St\\n2nd; Paris;;75\\;1;F', 'item1.X-ABADR:fr')
		).toEqual([
			{
				label: 'work',
				street: 'Box 1\nAnnex\n1 St\n2nd',
				city: 'Paris',
				postcode: '75;1',
				country: 'F'
			}
		]);
		expect(adr('ADR:;;;;;;')).toBeUndefined();
		expect(adr('ADR;LABEL="1 St^nParis":;;;;;;')).toEqual([{ street: '1 St\nParis' }]);
		expect(adr('LABEL;TYPE=HOME:1 St\\nParis')).toEqual([{ label: 'home', street: '1 St\nParis' }]);
		expect(contact('3.0', 'LABEL:x', 'ADR:;;y')).toMatchObject({
			addresses: [{ street: 'y' }],
			vcard: ['LABEL:x']
		});
	});
});

describe('dates', () => {
	test.each([
		['BDAY:1978-04-12', '1978-04-12'],
		['BDAY:19780412', '1978-04-12'],
		['BDAY:1978-04-12T00:00:00Z', '1978-04-12'],
		['BDAY:19780412T233000-0500', '1978-04-12'],
		['BDAY;VALUE=date:1978/4/2', '1978-04-02'],
		['BDAY:--0412', '--04-12'],
		['BDAY:--04-12', '--04-12'],
		['BDAY:--0229', '--02-29'],
		['BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12', '--04-12'],
		['BDAY;X-APPLE-OMIT-YEAR=1896:1896-04-12', '--04-12'],
		['BDAY:1604-02-29', '--02-29'],
		['BDAY:0000-04-12', '--04-12']
	])('%s is %s', (line, day) => {
		expect(contact('3.0', line)).toMatchObject({
			moments: [{ kind: 'birthday', day, yearly: true }],
			vcard: []
		});
	});

	test.each([
		['BDAY:1978-02-31', 'bad-date'],
		['BDAY:1978-04-12x', 'bad-date'],
		['BDAY:12 April', 'bad-date'],
		['BDAY:--1301', 'bad-date'],
		['BDAY:1978', 'partial-date'],
		['BDAY:1978-04', 'partial-date'],
		['BDAY:---12', 'partial-date'],
		['BDAY;VALUE=text:around 1800', undefined]
	])('%s is kept as written', (line, code) => {
		const reading = read('4.0', 'FN:Ada', line);
		expect(reading).toMatchObject({ contact: { moments: [], vcard: [line] } });
		const detail = line.slice(line.indexOf(':') + 1);
		expect(reading).toMatchObject({ problems: code ? [{ code, line: 4, detail }] : [] });
	});

	test('are moments by the property or the label', () => {
		const { moments, vcard } = contact(
			'3.0',
			'BDAY:1978-04-12',
			'BDAY:1979-04-12',
			'ANNIVERSARY:20090808T1430-0500',
			'X-EVOLUTION-ANNIVERSARY:2009-08-08',
			'item1.X-ABDATE:2010-01-02',
			'item1.X-ABLabel:First met',
			'item2.X-ABDATE:1604-05-06',
			'item2.X-ABLabel:_$!<Anniversary>!$_',
			'item3.X-ABDATE:2011-02-30',
			'item3.X-ABLabel:Graduation',
			'X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2012-01-02;0;Go-live;;'
		);
		expect(moments).toEqual([
			{ kind: 'birthday', day: '1978-04-12', yearly: true },
			{ kind: 'wedding', day: '2009-08-08', yearly: true },
			{ kind: 'other', label: 'First met', day: '2010-01-02', yearly: true },
			{ kind: 'wedding', day: '--05-06', yearly: true },
			{ kind: 'other', label: 'Go-live', day: '2012-01-02', yearly: true }
		]);
		expect(vcard).toEqual([
			'BDAY:1979-04-12',
			'item3.X-ABDATE:2011-02-30',
			'item3.X-ABLabel:Graduation'
		]);
	});
});

test('the circle comes from every program’s words', () => {
	const { circle, vcard } = contact(
		'4.0',
		'RELATED;VALUE=text;TYPE=spouse:Maria',
		'X-SPOUSE:Maria',
		'X-EVOLUTION-MANAGER:Big Blue',
		'X-ASSISTANT:Little Red',
		'X-KADDRESSBOOK-X-SpouseName:Marie',
		'RELATED;TYPE="contact,co-worker":Tom',
		'RELATED;TYPE=muse;VALUE=text:Calliope',
		'RELATED;TYPE=friend:urn:uuid:f81d4fae',
		'item1.X-ABRELATEDNAMES:Ann',
		'item1.X-ABLabel:_$!<Mother>!$_',
		'item2.X-ABRELATEDNAMES:Rex',
		'item2.X-ABLabel:Dog',
		'item3.X-ABRELATEDNAMES:Zoe',
		'item3.X-ABLabel:_$!<Child>!$_',
		'X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Ben;2;;;;'
	);
	expect(circle).toEqual([
		{ name: 'Maria', relation: 'spouse' },
		{ name: 'Big Blue', relation: 'boss' },
		{ name: 'Little Red', relation: 'assistant' },
		{ name: 'Marie', relation: 'spouse' },
		{ name: 'Tom', relation: 'colleague' },
		{ name: 'Calliope', relation: 'other', about: 'muse' },
		{ name: 'Ann', relation: 'parent', about: 'mother' },
		{ name: 'Rex', relation: 'pet', about: 'Dog' },
		{ name: 'Zoe', relation: 'child' },
		{ name: 'Ben', relation: 'sibling', about: 'brother' }
	]);
	expect(vcard).toEqual(['RELATED;TYPE=friend:urn:uuid:f81d4fae']);
});

test('an agent is an assistant whose card is kept', () => {
	const { circle, vcard } = contact('2.1', 'AGENT:', 'BEGIN:VCARD', 'N:Red;Little', 'END:VCARD');
	expect(circle).toEqual([{ name: 'Little Red', relation: 'assistant' }]);
	expect(vcard).toEqual([String.raw`AGENT:BEGIN:VCARD\nN:Red\;Little\nEND:VCARD`]);
});

test('notes, tags, nickname and uid', () => {
	expect(
		contact(
			'3.0',
			String.raw`NOTE: \"one\"\ntwo\, C:\dir `,
			'NOTE:',
			'NOTE:three',
			'CATEGORIES:Dairy,VIP\\, gold',
			'CATEGORIES:Dairy;South',
			'NICKNAME:Jim,Jimmie',
			'UID:urn:uuid:1'
		)
	).toMatchObject({
		notes: [{ body: '"one"\ntwo, C:\\dir' }, { body: 'three' }],
		tags: ['Dairy', 'VIP, gold', 'South'],
		nickname: 'Jim, Jimmie',
		uid: 'urn:uuid:1',
		vcard: []
	});
});

describe('what has no place', () => {
	test('is kept in order, with the label of its group, without the file’s own remarks', () => {
		const lines = [
			'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
			'item1.X-CUSTOM;Q="a;b":x\\, y',
			'item1.X-ABLabel:mine',
			'GENDER:F',
			'X-GENDER:F',
			'GEO:1;2'
		];
		const all = [...lines, 'REV:20260101', 'PRODID:x', 'item2.TEL:1', 'item2.X-ABLabel:y'];
		expect(contact('3.0', ...all).vcard).toEqual(lines);
	});

	test('is rewritten where only 2.1 would understand it', () => {
		const kept = contact(
			'2.1',
			'PHOTO;JPEG;BASE64:',
			'  AAAA',
			'  BB==',
			'',
			'X-A;WORK;CHARSET=UTF-8;QUOTED-PRINTABLE:=C3=BC=0D=0Ab;c\\x'
		).vcard;
		expect(kept).toEqual(['PHOTO;ENCODING=b;TYPE=JPEG:AAAABB==', 'X-A;TYPE=WORK:ü\\nb;c\\\\x']);
		// The lines mean the same when they are read again.
		expect(contact('3.0', ...kept).vcard).toEqual(kept);
	});
});

describe('contacts written and read again', () => {
	const chars = [...'abcXYZ019ñüß漢😀 ;:,"=.-_|^\'@+()\t'];
	const text = (...more: string[]) =>
		fc.string({ unit: fc.constantFrom(...chars, ...more), maxLength: 60 });
	const oneLine = (...more: string[]) =>
		text(...more).map((each) => each.replace(/\s+/g, ' ').trim());
	const filled = (...more: string[]) => oneLine(...more).map((each) => each || 'Ada');
	const contacts = (...more: string[]) =>
		fc.record({
			name: filled(...more),
			givenName: filled(...more),
			familyName: filled(...more),
			company: filled(...more),
			title: filled(...more),
			street: filled(...more),
			phones: fc.uniqueArray(fc.stringMatching(/^\+?[0-9]{3,12}$/), { maxLength: 3 }),
			tags: fc.uniqueArray(filled(...more), { maxLength: 3 }),
			note: text('\n', ...more).map((each) => each.trim() || 'note'),
			day: fc.constantFrom('1978-04-12', '--02-29')
		});
	type Sample = typeof contacts extends () => fc.Arbitrary<infer T> ? T : never;

	function linesOf(sample: Sample, escape: (text: string) => string): string[] {
		return [
			`FN:${escape(sample.name)}`,
			`N:${escape(sample.familyName)};${escape(sample.givenName)};;;`,
			`ORG:${escape(sample.company)}`,
			`TITLE:${escape(sample.title)}`,
			`ADR:;;${escape(sample.street)};;;;`,
			...sample.phones.map((phone) => `TEL:${phone}`),
			...(sample.tags.length > 0 ? [`CATEGORIES:${sample.tags.map(escape).join(',')}`] : []),
			`NOTE:${escape(sample.note)}`,
			`BDAY:${sample.day}`
		];
	}

	function check(sample: Sample, version: string, lines: readonly string[]): void {
		const file = ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');
		const { cards, problems } = readVcards(file);
		expect(problems).toEqual([]);
		expect(cards.map((card) => vcardToContact(card))).toEqual([
			{
				ok: true,
				contact: {
					name: sample.name,
					givenName: sample.givenName,
					familyName: sample.familyName,
					company: sample.company,
					title: sample.title,
					addresses: [{ street: sample.street }],
					...(sample.phones.length > 0
						? { phones: sample.phones.map((value) => ({ value })) }
						: {}),
					...(sample.tags.length > 0 ? { tags: sample.tags } : {}),
					circle: [],
					moments: [{ kind: 'birthday', day: sample.day, yearly: true }],
					notes: [{ body: sample.note }],
					vcard: []
				},
				problems: []
			}
		]);
	}

	/** Breaks a text after any of its characters, as often as the cuts say. */
	function broken(text: string, cuts: readonly number[], breaks: readonly string[]): string {
		const letters = [...text];
		for (const [index, cut] of cuts.entries()) {
			const at = 1 + (cut % Math.max(1, letters.length - 1));
			const letter = letters[at];
			if (letter !== undefined) letters[at] = (breaks[index % breaks.length] ?? '') + letter;
		}
		return letters.join('');
	}

	const cuts = fc.array(fc.nat({ max: 300 }), { maxLength: 5 });
	const settings = { seed: 20261121, numRuns: 400 };

	test.each(['3.0', '4.0'])('are equal in %s, folded anywhere', (version) => {
		fc.assert(
			fc.property(contacts('\\'), cuts, (sample, cuts) => {
				const lines = linesOf(sample, escapeText);
				check(
					sample,
					version,
					lines.map((line) => broken(line, cuts, ['\r\n ', '\r\n\t']))
				);
			}),
			settings
		);
	});

	test('are equal in 2.1, in quoted-printable with soft breaks anywhere', () => {
		const quoted = (text: string) =>
			[...new TextEncoder().encode(text)]
				.map((byte) => {
					const char = String.fromCharCode(byte);
					const hex = byte.toString(16).toUpperCase().padStart(2, '0');
					return /[A-Za-z0-9;,]/.test(char) ? char : `=${hex}`;
				})
				.join('');
		const escape = (text: string) => text.replace(/[;,]/g, '\\$&');
		fc.assert(
			fc.property(contacts(), cuts, (sample, cuts) => {
				const lines = linesOf(sample, escape).map((line) => {
					const colon = line.indexOf(':');
					if (/^(TEL|BDAY)/.test(line)) return line;
					const head = `${line.slice(0, colon)};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:`;
					// Soft breaks come between octets, never inside one.
					const octets = quoted(line.slice(colon + 1)).match(/=..|./g) ?? [];
					const at = new Set(cuts.map((cut) => cut % (octets.length + 1)));
					return head + octets.map((octet, i) => (at.has(i) ? '=\r\n' : '') + octet).join('');
				});
				check(sample, '2.1', lines);
			}),
			settings
		);
	});

	test('are equal in 2.1, folded at spaces', () => {
		const escape = (text: string) => text.replace(/[;,]/g, '\\$&').replaceAll('\n', '\\n');
		fc.assert(
			fc.property(contacts(), (sample) => {
				const flat = { ...sample, note: sample.note.replace(/[ \t]+/g, ' ') };
				const lines = linesOf(flat, escape).map((line) => line.replace(/(\S) (\S)/, '$1\r\n $2'));
				check(flat, '2.1', lines);
			}),
			settings
		);
	});

	test('are contacts whatever garbage the values are', () => {
		const names = ['N', 'ORG', 'BDAY', 'ADR', 'TEL', 'RELATED', 'X-ABDATE', 'AGENT', 'CATEGORIES'];
		const line = fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' }));
		fc.assert(
			fc.property(fc.array(line), fc.constantFrom('2.1', '3.0', '4.0'), (lines, version) => {
				const written = lines.map(([name, value]) => `${name}:${value.replace(/[\r\n]/g, '')}`);
				expect(read(version, 'FN:Ada', ...written).ok).toBe(true);
			}),
			settings
		);
	});
});
