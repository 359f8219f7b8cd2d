// Where the slip cannot be loaded the rep is told, and the note stays as it is.
import {
	createRawSnippet,
	flushSync,
	mount,
	unmount,
	type Component,
	type ComponentProps
} from 'svelte';
import { expect, test, vi } from 'vitest';
import type { Day } from '$lib/domain/day';
import { Kith, setKith } from '$lib/state/kith.svelte';
import { aBook, TestClock } from '../../../../tests/support/books';
import KeepAs from './KeepAs.svelte';
import { keptNotHere } from './kept-titles';

vi.mock('./KeepSlip.svelte', () => {
	throw new Error('no network');
});

test('a slip that cannot be loaded is said', async () => {
	const clock = new TestClock();
	const kith = new Kith(await aBook('phone', clock), clock.now);
	const within: Component<ComponentProps<typeof KeepAs>> = (anchor, given) => {
		setKith(kith);
		return KeepAs(anchor, given) as never;
	};
	const children = createRawSnippet(() => ({ render: () => '<textarea>Max sails.</textarea>' }));
	const props = { note: () => undefined, day: '2026-11-21' as Day, people: [], children };
	const app = mount(within, { target: document.body, props, context: new Map() });
	flushSync();
	const box = document.querySelector('textarea');
	box?.focus();
	box?.select();
	flushSync();
	const fact = [...document.querySelectorAll('button')].find(({ textContent }) =>
		textContent.includes('Fact')
	);
	fact?.click();
	await vi.waitFor(() => expect(kith.toasts.current?.text).toBe(keptNotHere));
	expect(box?.value).toBe('Max sails.');
	await unmount(app);
});
