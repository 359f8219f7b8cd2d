// The veil: names become initials as they come, words of the rep's are never changed, and all of it comes
// back as it was.
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { hiddenNames } from '$lib/domain/hidden-names';
import Row from '$lib/ui/Row.svelte';
import { Veil } from './veil';

const names = hiddenNames(['Dana Whitlock', 'Oskar'], ['Halvorsen Pumps']);
let veil: Veil | undefined;

afterEach(() => {
	veil?.lift();
	document.body.innerHTML = '';
});

function veiled(html: string): string {
	document.body.innerHTML = html;
	veil = new Veil(document.body, names);
	return document.body.innerHTML;
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

test.each([
	['<p>Did you reach Dana?</p>', '<p>Did you reach D.?</p>'],
	['<h1 dir="auto">Dana Whitlock</h1>', '<h1 dir="auto" data-initials="">D. W.</h1>'],
	[
		'<span class="name">Da<mark>na</mark> Whitlock</span>',
		'<span class="name" data-initials="">D. W.<mark></mark></span>'
	],
	['<input placeholder="What Dana said">', '<input placeholder="What D. said">'],
	[
		'<button aria-label="Log, or later: Dana Whitlock"></button>',
		'<button aria-label="Log, or later: D. W."></button>'
	],
	['<svg><text>Oskar</text></svg>', '<svg><text>O.</text></svg>']
])('%s', (before, after) => {
	expect(veiled(before)).toBe(after);
	veil?.lift();
	expect(document.body.textContent).toBe(
		new DOMParser().parseFromString(before, 'text/html').body.textContent
	);
	expect(document.querySelector('[data-initials]')).toBeNull();
});

test('words of the rep’s stay as they are, for they may be selected and kept', () => {
	for (const words of [
		'<p dir="auto">Dana Whitlock sails with Oskar</p>',
		'<p class="said">Dana sails</p>',
		'<div aria-hidden="true" data-unseen="">Call Dana</div>',
		'<textarea>Dana</textarea>'
	]) {
		expect(veiled(words)).toBe(words);
		veil?.lift();
	}
});

test('what comes later is hidden before it is painted, and a name that changes comes back as the new one', async () => {
	veiled('<main></main>');
	const row = $state({ name: 'Dana Whitlock', why: 'Call Dana' });
	const app = mount(Row, { target: document.querySelector('main')!, props: row });
	flushSync();
	await soon();
	expect(document.body.textContent).not.toContain('Dana Whitlock');
	row.name = 'Oskar';
	flushSync();
	await soon();
	expect(document.querySelector('.name')!.textContent).toBe('O.');
	veil?.lift();
	expect(document.querySelector('.name')!.textContent).toBe('Oskar');
	await unmount(app);
});

test.each([
	['Erase “He said “yes” to it…” for good?', 'Erase “…” for good?'],
	['„Grüne Mütze“ endgültig löschen?', '„…“ endgültig löschen?'],
	['Back: “Green cap” of Dana', 'Back: “…” of D.']
])('what a toast or the title of a sheet quotes is not shown: %s', (text, shown) => {
	veiled(`<div class="toast"><span>${text}</span></div>`);
	expect(document.body.textContent).toBe(shown);
	veil?.lift();
	expect(document.body.textContent).toBe(text);
	veiled(`<dialog class="sheet"><div class="title"><h2>${text}</h2></div></dialog>`);
	expect(document.body.textContent).toBe(shown);
	veil?.lift();
	expect(veiled(`<p>The lines “In a note” are kept</p>`)).toContain('“In a note”');
});

test('somebody who has just come into the book is hidden too', () => {
	veiled('<h2>Ask Mira</h2>');
	expect(document.body.textContent).toBe('Ask Mira');
	veil?.rename(hiddenNames(['Mira Lund']));
	expect(document.body.textContent).toBe('Ask M.');
});
