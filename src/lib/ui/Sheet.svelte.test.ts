/* A sheet lets go: Escape and × close it once, and focus goes back to what opened it. */
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import Sheet from './Sheet.svelte';

const children = createRawSnippet(() => ({ render: () => '<input aria-label="A word" />' }));
let app: ReturnType<typeof mount>;
afterEach(() => unmount(app).then(() => document.body.replaceChildren()));

function show(): {
	opener: HTMLButtonElement;
	dialog: () => HTMLDialogElement | null;
	shut: number[];
} {
	const shut: number[] = [];
	const opener = document.createElement('button');
	document.body.append(opener);
	opener.focus();
	app = mount(Sheet, {
		target: document.body,
		props: { open: true, title: 'Did you reach Dana?', children, onclose: () => shut.push(1) }
	});
	flushSync();
	return { opener, dialog: () => document.querySelector('dialog'), shut };
}

test('it is modal, named by its title and holds the focus', () => {
	const { dialog } = show();
	const id = dialog()?.getAttribute('aria-labelledby') ?? '';
	expect(dialog()?.open).toBe(true);
	expect(document.getElementById(id)?.textContent).toBe('Did you reach Dana?');
	expect(dialog()?.contains(document.activeElement)).toBe(true);
});

test('Escape closes it once and focus returns', () => {
	const { opener, dialog, shut } = show();
	dialog()?.dispatchEvent(new Event('cancel', { cancelable: true }));
	flushSync();
	expect(dialog()).toBeNull();
	expect(document.activeElement).toBe(opener);
	expect(shut).toEqual([1]);
});

test('× closes it once and focus returns', () => {
	const { opener, dialog, shut } = show();
	dialog()?.querySelector<HTMLButtonElement>('[aria-label="Close"]')?.click();
	flushSync();
	expect(dialog()).toBeNull();
	expect(document.activeElement).toBe(opener);
	expect(shut).toEqual([1]);
});

test('taken away by what it is part of, it does not ask to be closed as well', async () => {
	const { dialog, shut } = show();
	const gone = dialog();
	await unmount(app);
	app = mount(Sheet, { target: document.body, props: { open: false, title: '', children } });
	// As browsers say it: a moment after it was closed.
	gone?.dispatchEvent(new Event('close'));
	expect(shut).toEqual([]);
});

test('a file picker cancelled inside leaves it open', () => {
	const { dialog, shut } = show();
	dialog()
		?.querySelector('input')
		?.dispatchEvent(new Event('cancel', { bubbles: true }));
	flushSync();
	expect(dialog()?.open).toBe(true);
	expect(shut).toEqual([]);
});

test('where a page came meanwhile, the focus goes where that page begins', () => {
	const { dialog } = show();
	const main = document.createElement('main');
	Object.assign(main, { id: 'main', tabIndex: -1, innerHTML: '<textarea autofocus></textarea>' });
	document.body.append(main);
	const { hash } = location;
	location.hash = '#/new';
	dialog()?.dispatchEvent(new Event('cancel', { cancelable: true }));
	flushSync();
	location.hash = hash;
	expect(document.activeElement).toBe(main.firstChild);
});
