// The page is out of sight until the rep is back at it, whether or not the browser says so.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Printing } from './printing.svelte';

let printing: Printing;
let isFocused = true;

beforeEach(() => {
	vi.useFakeTimers();
	vi.spyOn(document, 'hasFocus').mockImplementation(() => isFocused);
	isFocused = true;
	printing = new Printing();
	printing.begin();
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

test('who ends it is told that it was on, once', () => {
	expect([printing.isOn, printing.end(), printing.isOn, printing.end()]).toEqual([
		...[true, true, false, false]
	]);
});

test('a page that is come back to, and keeps the focus, is in sight again', () => {
	printing.comeBack();
	expect(printing.isOn).toBe(true);
	vi.runAllTimers();
	expect(printing.isOn).toBe(false);
});

test('the focus may only pass by while the question opens', () => {
	printing.comeBack();
	isFocused = false;
	vi.runAllTimers();
	expect(printing.isOn).toBe(true);
});

test('printing once more outlasts the coming back before', () => {
	printing.comeBack();
	printing.end();
	printing.begin();
	vi.runAllTimers();
	expect(printing.isOn).toBe(true);
});
