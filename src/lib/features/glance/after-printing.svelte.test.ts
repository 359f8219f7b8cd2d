// What wakes the page after printing only wakes it: nobody presses what he cannot see.
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { glanceOf } from '$lib/state/glance.svelte';
import { Kith, setKith } from '$lib/state/kith.svelte';
import { aBook, TestClock } from '../../../../tests/support/books';
import Veil from './Veil.svelte';

const pressed = vi.fn();
let app: ReturnType<typeof mount>;
let unseen: HTMLButtonElement;

beforeEach(async () => {
	const clock = new TestClock();
	const kith = new Kith(await aBook('phone', clock), clock.now);
	const within: typeof Veil = (anchor, props) => {
		setKith(kith);
		return Veil(anchor, props);
	};
	const props = { glance: glanceOf(kith), path: '/people' };
	app = mount(within, { target: document.body, props, context: new Map() });
	unseen = document.createElement('button');
	unseen.addEventListener('click', pressed);
	unseen.addEventListener('keydown', pressed);
	document.body.append(unseen);
	flushSync();
	pressed.mockClear();
	window.dispatchEvent(new Event('beforeprint'));
});
afterEach(async () => {
	await unmount(app);
	document.body.replaceChildren();
});

const lookedAt = (): string | undefined => document.documentElement.dataset['glance'];

function send(...types: readonly string[]): void {
	for (const type of types) {
		const event = type.startsWith('key')
			? new KeyboardEvent(type, { key: 'Enter', bubbles: true, cancelable: true })
			: new MouseEvent(type, { bubbles: true, cancelable: true });
		unseen.dispatchEvent(event);
		flushSync();
	}
}

test.each([[['pointerdown', 'pointerup', 'click']], [['click']], [['keydown']]])(
	'%j wakes the page and presses nothing; the next does',
	(hand) => {
		expect(lookedAt()).toBe('printing');
		send(...hand);
		expect([lookedAt(), pressed.mock.calls.length]).toEqual(['on', 0]);
		send(...hand);
		expect(pressed).toHaveBeenCalledOnce();
	}
);

test('where the browser says that the question is gone, the first tap counts', () => {
	window.dispatchEvent(new Event('afterprint'));
	send('pointerdown', 'pointerup', 'click');
	expect(pressed).toHaveBeenCalledOnce();
});

test.each([
	['the window', () => window.dispatchEvent(new Event('focus'))],
	['the tab', () => document.dispatchEvent(new Event('visibilitychange'))]
])('coming back to %s wakes it too', async (_, comeBack) => {
	vi.spyOn(document, 'hasFocus').mockReturnValue(true);
	comeBack();
	await vi.waitFor(() => expect(lookedAt()).toBe('on'), { timeout: 2_000 });
});
