// A tab hears which language another one has gone over to, and forgets it when that one comes back.
import { expect, test } from 'vitest';
import { languageKey } from './language-choice';
import { LanguageElsewhere } from './language-elsewhere.svelte';

const choose = (newValue: string | null, key = languageKey): void => {
	window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
};

test('another language is told, the one of this page is not, nor one there is none of', () => {
	const elsewhere = new LanguageElsewhere();
	const stop = elsewhere.listen();
	choose('de', 'kith:theme');
	expect(elsewhere.current).toBeUndefined();
	choose('de');
	expect(elsewhere.current?.label).toBe('Deutsch');
	choose(null);
	expect(elsewhere.current?.label).toBe('Deutsch');
	choose('en');
	expect(elsewhere.current).toBeUndefined();
	choose('xx');
	expect(elsewhere.current).toBeUndefined();
	stop();
	choose('de');
	expect(elsewhere.current).toBeUndefined();
});
