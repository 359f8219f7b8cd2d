/* A toast leaves by itself, but not from under a hand or a focus. */
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Toast from './Toast.svelte';

let app: ReturnType<typeof mount>;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => unmount(app).then(() => void vi.useRealTimers()));

function show(): { done: () => number; undone: () => number; toast: Element; undo: HTMLElement } {
	const ondone = vi.fn();
	const onaction = vi.fn();
	app = mount(Toast, {
		target: document.body,
		props: { text: 'Ray is in the trash', action: 'Undo', onaction, ondone }
	});
	flushSync();
	const toast = document.querySelector('[role=status]');
	const undo = toast?.querySelector('button');
	if (!toast || !undo) throw new Error('no toast');
	return {
		done: () => ondone.mock.calls.length,
		undone: () => onaction.mock.calls.length,
		toast,
		undo
	};
}

test('it leaves after eight seconds', () => {
	const { done } = show();
	vi.advanceTimersByTime(7_900);
	expect(done()).toBe(0);
	vi.advanceTimersByTime(200);
	expect(done()).toBe(1);
});

test('it stays while focused', () => {
	const { done, undo } = show();
	undo.focus();
	flushSync();
	vi.advanceTimersByTime(60_000);
	expect(done()).toBe(0);
	undo.blur();
	flushSync();
	vi.advanceTimersByTime(8_100);
	expect(done()).toBe(1);
});

test('it stays while hovered', () => {
	const { done, toast } = show();
	toast.dispatchEvent(new Event('pointerenter'));
	flushSync();
	vi.advanceTimersByTime(60_000);
	expect(done()).toBe(0);
	toast.dispatchEvent(new Event('pointerleave'));
	flushSync();
	vi.advanceTimersByTime(8_100);
	expect(done()).toBe(1);
});

test('its action acts and ends it', () => {
	const { done, undone, undo } = show();
	undo.click();
	expect([undone(), done()]).toEqual([1, 1]);
});
