/* Picking with a pointer leaves the focus in the text box, and the ids are those it points at. */
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import Listbox from './Listbox.svelte';

const option = createRawSnippet<[string, boolean]>((name) => ({
	render: () => `<span>${name()}</span>`
}));
let app: ReturnType<typeof mount>;
afterEach(() => unmount(app));

function show(): { picked: [string, number][]; items: HTMLElement[] } {
	const picked: [string, number][] = [];
	app = mount(Listbox<string>, {
		target: document.body,
		props: {
			id: 'names',
			label: 'People',
			options: ['Tomasz', 'Tom'],
			selected: 1,
			key: (name: string) => name,
			onpick: (name: string, index: number) => picked.push([name, index]),
			option
		}
	});
	flushSync();
	return { picked, items: [...document.querySelectorAll<HTMLElement>('[role=option]')] };
}

test('a press does not take the focus, a click picks', () => {
	const { picked, items } = show();
	const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
	items[0]?.dispatchEvent(press);
	expect(press.defaultPrevented).toBe(true);
	expect(picked).toEqual([]);
	items[0]?.click();
	expect(picked).toEqual([['Tomasz', 0]]);
});

test('the selected one is told by id and state', () => {
	const { items } = show();
	expect(items.map((item) => item.id)).toEqual(['names-0', 'names-1']);
	expect(items.map((item) => item.getAttribute('aria-selected'))).toEqual(['false', 'true']);
});
