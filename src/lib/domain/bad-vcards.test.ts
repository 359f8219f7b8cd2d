// Bad files of cards: the good rest is there, what is wrong is named by its line, and size does no harm.
import { expect, test } from 'vitest';
import { readContactFile } from './contact-file';

function read(text: string) {
	const reading = readContactFile(new TextEncoder().encode(text));
	let step = reading.next();
	while (!step.done) step = reading.next();
	const result = step.value;
	if (!result.ok || !result.contacts) throw new Error('these are cards');
	return {
		names: result.contacts.map(({ name }) => name),
		contacts: result.contacts,
		problems: result.problems.map(({ code, line }) => [code, line])
	};
}

const card = (lines: string): string => `BEGIN:VCARD\nVERSION:3.0\n${lines}\nEND:VCARD\n`;
const good = card('FN:Ada');

test.each<[string, string, readonly string[], readonly (readonly [string, number])[]]>([
	['half a card at the end', 'BEGIN:VCARD\nFN:Bo\nTEL:1', ['Ada', 'Bo'], [['card-not-ended', 5]]],
	[
		'half a card in between',
		`BEGIN:VCARD\nFN:Bo\n${good}`,
		['Ada', 'Bo', 'Ada'],
		[['card-not-ended', 5]]
	],
	['a card without a name', card('NOTE:Who?'), ['Ada'], [['card-without-name', 5]]],
	['NULs', card('FN:B\0o\0'), ['Ada', 'Bo'], []],
	['a day that is none', card('FN:Bo\nBDAY:1990-02-31'), ['Ada', 'Bo'], [['bad-date', 8]]],
	[
		'a day that is none, as in Germany',
		card('FN:Bo\nBDAY:31.02.1990'),
		['Ada', 'Bo'],
		[['bad-date', 8]]
	],
	['a list of people', card('KIND:group\nFN:Us'), ['Ada'], [['group-card', 5]]],
	['words in between', 'Dear Bo,\n', ['Ada'], [['text-outside-card', 5]]],
	[
		'a card in a card',
		`BEGIN:VCARD\nFN:Bo\n${good}END:VCARD\n`,
		['Ada', 'Bo', 'Ada'],
		[['card-not-ended', 5]]
	]
])('%s', (_, bad, names, problems) => {
	const result = read(good + bad);
	expect(result.names).toEqual(names);
	expect(result.problems).toEqual(problems);
});

test('halves of characters are made whole, so that the book can store them', () => {
	// UTF-16, since UTF-8 cannot even write them.
	const text = `\ufeff${card('FN:A\ud83dda')}`;
	const bytes = [...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]);
	const reading = readContactFile(Uint8Array.from(bytes));
	let step = reading.next();
	while (!step.done) step = reading.next();
	expect(step.value).toMatchObject({ ok: true });
	expect(JSON.stringify(step.value).isWellFormed()).toBe(true);
	expect(JSON.stringify(step.value)).not.toContain('\\ud83d');
});

test.each([
	['folded', 'NOTE:', '\n '],
	['on one line', 'NOTE:', ''],
	['in an unknown field', 'X-WHAT:', '']
])('10 MB in one field, %s, are read in time', (_, field, between) => {
	const words = Array.from({ length: 150_000 }, () => 'word '.repeat(14)).join(between);
	const begun = performance.now();
	const { names, contacts } = read(`${good}${card(`FN:Bo\n${field}${words}`)}${good}`);
	expect(names).toEqual(['Ada', 'Bo', 'Ada']);
	expect(JSON.stringify(contacts[1]).length).toBeGreaterThan(10_000_000);
	expect(performance.now() - begun).toBeLessThan(5_000);
});

test('20,000 cards in one file all come', () => {
	const all = Array.from({ length: 20_000 }, (_, each) =>
		card(`FN:Person ${each}\nTEL:555 ${each}`)
	);
	const { names, problems } = read(all.join(''));
	expect(names).toHaveLength(20_000);
	expect(names.at(-1)).toBe('Person 19999');
	expect(problems).toEqual([]);
});
