import { describe, expect, test } from 'vitest';
import { readContactFile, type ContactFile } from './contact-file';

const encoder = new TextEncoder();

function read(content: string | readonly number[]): ContactFile {
	const bytes = typeof content === 'string' ? encoder.encode(content) : Uint8Array.from(content);
	const reading = readContactFile(bytes, 2);
	for (;;) {
		const step = reading.next();
		if (step.done) return step.value;
	}
}

const card = (name: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEND:VCARD\r\n`;

test('gives the people of a file, what was wrong by line, and how far it is', () => {
	const text = `${card('Ada')}BEGIN:VCARD\nEND:VCARD\n${card('Zoë')}BEGIN:VCARD\nFN:Bo\nBDAY:x\nEND:VCARD\nrubbish`;
	const reading = readContactFile(encoder.encode(text), 2);
	expect(reading.next().value).toEqual({ done: 2, of: 4 });
	const result = read(text);
	expect(result).toMatchObject({ ok: true, unread: 1 });
	if (!result.ok || result.table) return;
	expect(result.contacts.map(({ name }) => name)).toEqual(['Ada', 'Zoë', 'Bo']);
	expect(result.problems.map(({ code, line }) => [code, line])).toEqual([
		['card-without-name', 5],
		['bad-date', 13],
		['text-outside-card', 15]
	]);
});

test('reads UTF-16 and leading blank lines', () => {
	const text = `\ufeff\n\n${card('Ada')}`;
	const bytes = [...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]);
	expect(read(bytes)).toMatchObject({ ok: true, contacts: [{ name: 'Ada' }] });
});

describe('a table of people is found', () => {
	test.each<[string, string]>([
		['a table', 'First Name,Last Name,E-mail\nAda,Lovelace,ada@example.com\n'],
		['semicolons', 'Vorname;Nachname\nAda;Lovelace'],
		['bars', 'name|phone\nAda|555 0100'],
		['words before it', 'Notes:\n"Some, or none"\n\nFirst Name,Last Name,Company\nAda,Byron,Acme'],
		['CR alone', 'Name,E-mail\rAda,ada@example.com\rBo,bo@example.com']
	])('%s', (_, content) => {
		expect(read(content)).toMatchObject({ ok: true, table: { table: { hasHeads: true } } });
	});

	test('but a card that speaks of one is a card', () => {
		expect(read(`Name,E-mail\n${card('Ada')}`)).toMatchObject({ contacts: [{ name: 'Ada' }] });
	});
});

describe('a file without contacts is called what it is', () => {
	test.each<[string, string, string | readonly number[]]>([
		['empty', 'nothing', ''],
		['empty', 'blank lines', ' \r\n\r\n'],
		['csv', 'a head without rows', 'First Name,Middle Name,Last Name,Phone\n'],
		[
			'web-page',
			'a page saved as .vcf',
			'\n<!DOCTYPE html>\n<html>\nBEGIN:VCARD\nFN:A\nEND:VCARD\n</html>'
		],
		['archive', 'a zip', [0x50, 0x4b, 3, 4, 20, 0, 0, 0]],
		['archive', 'a gzip', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]],
		['pdf', 'a PDF', '%PDF-1.7\n'],
		['picture', 'a JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
		['picture', 'a photo of an iPhone', [0, 0, 0, 24, ...encoder.encode('ftypheic')]],
		['outlook', 'a mailbox of Outlook', [0x21, 0x42, 0x44, 0x4e, 1, 2]],
		['calendar', 'a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR'],
		['backup', 'a backup', '{\n "format": "kith-backup",\n "version": 1 }'],
		['json', 'data', '[{"name": "Ada"}]'],
		['json', 'an account of something else', '{"account": {"name": "Ada"}}'],
		[
			'broken-json',
			'an account of Monica cut short',
			'{"app_version": "4.1.2", "exported_by": "x", "acc'
		],
		['text', 'a letter', 'Dear Ada,\nhow are you?\nYours'],
		['binary', 'bytes', [1, 2, 3, 4, 250, 251, 252, 5, 6, 7]]
	])('%s: %s', (kind, _, content) => {
		expect(read(content)).toEqual({ ok: false, kind });
	});
});

test('reads an account of Monica, also with a byte order mark and its fields in another order', () => {
	const values = [{ uuid: 'ada', properties: { first_name: 'Ada' }, data: [] }, 7];
	const account = { data: [{ count: 2, type: 'contact', values }] };
	const found = {
		ok: true,
		contacts: [{ name: 'Ada', uid: 'ada' }],
		unread: 1,
		problems: [{ code: 'bad-contact', detail: 'contact 2' }],
		mapped: [{ from: 'name', to: 'name', many: 1 }]
	};
	const inOrder = { version: '1.0-preview.1', app_version: '4.1.2', exported_by: 'me', account };
	expect(read(`\ufeff${JSON.stringify(inOrder, undefined, 4)}`)).toMatchObject(found);
	expect(read(JSON.stringify({ account, app_version: '4.1.2' }))).toMatchObject(found);
});
