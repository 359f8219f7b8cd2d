// What another app shares is held as a draft at once, waits in New note when it is left, and goes when kept.
import { expect, test } from 'vitest';
import { aBook, NOON } from '../../../tests/support/books';
import { claimDraft } from './drafts';
import { Kith } from './kith.svelte';
import { hasLink, Shared, sharedWords } from './shared';

test.each([
	[
		{ title: 'Bees', text: 'They huddle.', url: 'https://a.example/b' },
		'Bees\nThey huddle.\nhttps://a.example/b'
	],
	[{ title: 'Bees', text: 'Bees https://a.example/b' }, 'Bees https://a.example/b'],
	[{ text: 'https://a.example/b', url: 'https://a.example/b' }, 'https://a.example/b'],
	[{ title: ' ' }, '']
])('%j reads as one text', (parts, words) => {
	expect(sharedWords(new URLSearchParams(parts))).toBe(words);
});

test('only what has a link may be an article', () => {
	expect(hasLink('Bees https://a.example/b')).toBe(true);
	expect(hasLink('Ask Ada about the hives')).toBe(false);
	expect(hasLink('javascript:alert(1)')).toBe(false);
});

async function waiting(kith: Kith): Promise<string | undefined> {
	const stores = { local: undefined, disk: kith.book, locks: undefined, now: () => NOON };
	const { place, found } = await claimDraft(
		stores,
		'',
		() => true,
		() => undefined
	);
	place.release();
	return found?.text;
}

test('left alone it is in New note, once; kept, it is not', async () => {
	const kith = new Kith(await aBook('phone'), () => NOON);
	localStorage.clear();
	const disk = new Map<string, unknown>();
	kith.book.getLocal = (key) => Promise.resolve(disk.get(key));
	kith.book.setLocal = (key, value) => Promise.resolve(void disk.set(key, value));
	const from = 'url=https%3A%2F%2Fa.example%2Fb';
	await new Shared(kith, 'https://a.example/b', from).release();
	await expect.poll(() => waiting(kith)).toBe('https://a.example/b');
	// The page was loaded again: the same share takes up its own draft.
	const again = new Shared(kith, 'https://a.example/b', from);
	await again.drop();
	await expect.poll(() => waiting(kith)).toBeUndefined();
});
