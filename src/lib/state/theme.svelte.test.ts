// A chosen theme holds against the system's: the page, what is kept, and the colour of the bars around it.
import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { ThemeChoice } from './theme.svelte';

const html = readFileSync('src/app.html', 'utf8');
const bars = (): (string | null)[] =>
	[...document.querySelectorAll('meta[name="theme-color"]')].map((meta) =>
		meta.getAttribute('media')
	);

/** The page as a browser has it before the app runs: the metas of app.html, then its own script. */
function load(): void {
	delete document.documentElement.dataset['theme'];
	document.head.innerHTML = (html.match(/<meta name="theme-color"[^>]*>/g) ?? []).join('');
	const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
	// eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own inline script, as it is served
	new Function(script)();
}

beforeEach(() => {
	localStorage.clear();
	load();
});

test('as the device has it: each scheme has its own colour', () => {
	expect(bars()).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
	expect(new ThemeChoice().current).toBe('system');
});

test.each([
	['light', ['all', 'not all']],
	['dark', ['not all', 'all']]
] as const)('%s is kept, and the bars follow at once and before the next paint', (theme, media) => {
	new ThemeChoice().current = theme;
	expect(bars()).toEqual(media);
	load();
	expect(bars()).toEqual(media);
	const choice = new ThemeChoice();
	expect(choice.current).toBe(theme);
	choice.current = 'system';
	expect(bars()).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
	expect(document.documentElement.dataset['theme']).toBeUndefined();
});
