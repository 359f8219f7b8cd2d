// @vitest-environment node
// Every text of a source file is found as one message, and nothing else of it.
import { describe, expect, test } from 'vitest';
import { findWords } from '../../scripts/words/find.js';
import { print } from '../../scripts/words/format.js';

const inMarkup = (source: string) =>
	findWords(source, 'src/lib/features/some/Some.svelte').map(({ message }) => print(message));
const inScript = (source: string, file = 'src/lib/state/some.ts') =>
	findWords(source, file).map(({ message }) => print(message));

describe('in markup', () => {
	test('a sentence with what is only known later is one message', () => {
		expect(inMarkup('<p>\n\tIn the trash since {day}. It\n\tcomes back.\n</p>')).toEqual([
			'In the trash since {0}. It comes back.'
		]);
	});

	test('an element within a sentence stays within its message', () => {
		expect(inMarkup('<p>Read <a href="#/x">the <b>{title}</b></a> first.</p>')).toEqual([
			'Read <0>the <1>{0}</1></0> first.'
		]);
	});

	test('a list is no sentence', () => {
		expect(inMarkup('<ul><li>One thing</li><li>Another</li></ul>')).toEqual([
			'One thing',
			'Another'
		]);
	});

	test('a count is a plural', () => {
		expect(inMarkup("<p>{count(all.length, 'person', 'people')} in {count(n, 'day')}</p>")).toEqual(
			['{0, plural, one {# person} other {# people}} in {1, plural, one {# day} other {# days}}']
		);
	});

	test('small words are found where they are shown, and not where they are codes', () => {
		expect(inMarkup("<p class=\"small\">{kind === 'call' ? 'called' : 'wrote'}</p>")).toEqual([
			'called',
			'wrote'
		]);
	});

	test('attributes that people see or hear, and those of components that read like words', () => {
		expect(
			inMarkup(
				'<input aria-label="Name of {whose}" class="wide open" type="text" /><Field label="phone" kind="Big one" ask="What is it?" of="small" />'
			)
		).toEqual(['Name of {0}', 'phone', 'What is it?']);
	});

	test('words after a name and a colon, which are no selector', () => {
		expect(inMarkup('<Field label="{name}: how far" look="{name}:hover" />')).toEqual([
			'{0}: how far'
		]);
	});

	test('text within a place of a message is a message of its own', () => {
		expect(inMarkup("<p>Kept {isHere ? 'on this device' : `on ${other}, too`}.</p>")).toEqual([
			'Kept {0}.',
			'on this device',
			'on {0}, too'
		]);
	});
});

describe('in a script', () => {
	test('sentences, and words with a capital', () => {
		expect(
			inScript("const a = 'Not saved yet'; const b = { label: 'Done' }; const c = 'done';")
		).toEqual(['Not saved yet', 'Done']);
	});

	test('small words where a function is declared to return a string', () => {
		expect(inScript("function a(): string { return x ? 'never' : 'often'; }")).toEqual([
			'never',
			'often'
		]);
		expect(inScript("function a(): Kind { return 'never'; }")).toEqual([]);
	});

	test('small words in files of wording', () => {
		expect(inScript("const a = { b: 'messenger' };", 'src/lib/state/place-words.ts')).toEqual([
			'messenger'
		]);
	});

	test('codes in such files are none: lists of them, and tables of the book', () => {
		const source = `
			const first = ['note', 'touch'] as const;
			const all = book.get('person', id) ?? 'nobody';
			const spans = [{ label: 'Every two weeks' }] as const;`;
		expect(inScript(source, 'src/lib/state/step-words.ts')).toEqual(['nobody', 'Every two weeks']);
	});

	test('quotation marks, and whose a thing is, where nothing else is said', () => {
		expect(inScript('const a = [`“${name}”`, `${name}’s ${what}`, `${name} ${what}`];')).toEqual([
			'“{0}”',
			'{0}’s {1}'
		]);
		expect(inMarkup('<p>“{name}”</p>')).toEqual(['“{0}”']);
	});

	test('nothing of what only the program reads', () => {
		expect(
			inScript(`
				import a from 'Some Module';
				type A = 'One Thing' | 'Another Thing';
				if (key === 'Arrow Down') throw new Error('Cannot be so');
				console.warn('Some warning');
				const path = \`#/people/\${id}\`, css = \`translate(\${x}px, \${y}px)\`, type = 'text/plain';
				button.addEventListener('Some event', run);
				const { 'Some Key': b } = c;
			`)
		).toEqual([]);
	});

	test('signs that mean something in a message are quoted', () => {
		expect(inScript("const a = 'Use this { or < or #';")).toEqual(["Use this '{' or '<' or '#'"]);
	});
});
