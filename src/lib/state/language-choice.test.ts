// The language changes with a reload, after the last word is on disk, or not at all.
import { expect, test, vi } from 'vitest';
import type { Kith } from './kith.svelte';
import { speak } from './language-choice';

const kithWith = (trouble: string | undefined, saved = Promise.resolve()) =>
	({ saving: { trouble }, book: { saved: () => saved } }) as unknown as Kith;

test('the page is loaded again after the last word is on disk', async () => {
	const reload = vi.fn();
	let toDisk = (): void => undefined;
	const saved = new Promise<void>((resolve) => (toDisk = resolve));
	const spoken = speak(kithWith(undefined, saved), 'de', reload);
	expect(reload).not.toHaveBeenCalled();
	toDisk();
	expect(await spoken).toBeUndefined();
	expect(localStorage.getItem('kith:language')).toBe('de');
	expect(reload).toHaveBeenCalledOnce();
});

test('words that are not saved keep the page as it is', async () => {
	localStorage.removeItem('kith:language');
	const reload = vi.fn();
	expect(await speak(kithWith('StorageFull'), 'de', reload)).toBe('NotSaved');
	expect(localStorage.getItem('kith:language')).toBeNull();
	expect(reload).not.toHaveBeenCalled();
});

test('a browser that keeps nothing says so', async () => {
	const reload = vi.fn();
	vi.stubGlobal('localStorage', {
		setItem: () => {
			throw new DOMException('no', 'SecurityError');
		}
	});
	expect(await speak(kithWith(undefined), 'de', reload)).toBe('NotKept');
	vi.unstubAllGlobals();
	expect(reload).not.toHaveBeenCalled();
});
