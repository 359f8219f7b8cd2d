// Words left in a form wait for it; saved ones do not; with the lock on nothing lies in the open.
import { beforeEach, expect, test } from 'vitest';
import { KEYRING_KEY } from '$lib/store/keyring-key';
import { wordsKept } from './words-kept';
import { WordsLeft, type LeftDisk } from './words-left';

const kept = new Map<string, string>();
const disk: LeftDisk = {
	getLocal: async (key) => kept.get(key),
	setLocal: async (key, value) => void kept.set(key, value)
};
const ada = (): WordsLeft => new WordsLeft(disk, 'touch:ada');

beforeEach(() => {
	localStorage.clear();
	kept.clear();
});

test('words wait for the form they were typed into, and only for that', async () => {
	ada().leave('The boat is in the water.');
	expect(await ada().read()).toBe('The boat is in the water.');
	expect(await new WordsLeft(disk, 'touch:bo').read()).toBe('');
});

test('either store is enough', async () => {
	ada().leave('The boat is in the water.');
	await wordsKept(disk);
	localStorage.clear();
	expect(await ada().read()).toBe('The boat is in the water.');
	ada().leave('The boat is out.');
	await wordsKept(disk);
	kept.clear();
	expect(await ada().read()).toBe('The boat is out.');
});

test('nothing is left behind once they are let go of', async () => {
	const words = ada();
	words.leave('x');
	words.leave('');
	await wordsKept(disk);
	expect(await ada().read()).toBe('');
	expect(localStorage).toHaveLength(0);
	expect([...kept.values()].join('')).toBe('');
});

test('with the lock on they are kept beside the book only, the last words of many', async () => {
	localStorage.setItem(KEYRING_KEY, '{}');
	const words = ada();
	for (const text of ['T', 'Th', 'The', 'The boat']) words.leave(text);
	await wordsKept(disk);
	expect(await ada().read()).toBe('The boat');
	expect(localStorage).toHaveLength(1);
});

test('what is on its way counts already, and not what it replaces', async () => {
	localStorage.setItem(KEYRING_KEY, '{}');
	ada().leave('The boat is in');
	await wordsKept(disk);
	ada().leave('');
	expect(await ada().read()).toBe('');
	ada().leave('The boat is out');
	expect(await ada().read()).toBe('The boat is out');
});

test('a form that was never left keeps no empty line', async () => {
	ada().leave('');
	await wordsKept(disk);
	expect(kept.size).toBe(0);
});
