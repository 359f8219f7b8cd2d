/* Moving by keyboard: nothing is written before the drop, and Escape writes nothing at all. */
import { beforeEach, expect, test } from 'vitest';
import { Reorder, type ReorderEvent } from './reorder.svelte';

let moves: [number, number][];
let said: string[];
let reorder: Reorder;

beforeEach(() => {
	moves = [];
	said = [];
	reorder = new Reorder({
		count: () => 3,
		onmove: (from, to) => moves.push([from, to]),
		say: ({ kind, from, to }: ReorderEvent) => said.push(`${kind} ${from} ${to}`)
	});
});

function press(index: number, ...keys: string[]): KeyboardEvent[] {
	return keys.map((key) => {
		const event = new KeyboardEvent('keydown', { key, cancelable: true });
		reorder.handleProps(index).onkeydown(event);
		return event;
	});
}

test('Space lifts, arrows move, Space drops', () => {
	press(0, ' ', 'ArrowDown', 'ArrowDown');
	expect([reorder.lifted, reorder.over]).toEqual([0, 2]);
	expect(moves).toEqual([]);
	press(0, ' ');
	expect(moves).toEqual([[0, 2]]);
	expect(said).toEqual(['lifted 0 0', 'moved 0 1', 'moved 0 2', 'dropped 0 2']);
	expect(reorder.lifted).toBeUndefined();
});

test('it does not leave the list', () => {
	press(2, 'Enter', 'ArrowDown', 'ArrowDown', 'Enter');
	expect(moves).toEqual([]);
	expect(said).toEqual(['lifted 2 2', 'dropped 2 2']);
});

test('Escape puts it back', () => {
	press(1, ' ', 'ArrowUp', 'Escape', 'ArrowUp');
	expect(moves).toEqual([]);
	expect(said.at(-1)).toBe('cancelled 1 1');
	expect(reorder.lifted).toBeUndefined();
});

test('leaving the handle puts it back', () => {
	press(1, ' ', 'ArrowUp');
	reorder.handleProps(1).onblur();
	expect(moves).toEqual([]);
	expect(said.at(-1)).toBe('cancelled 1 1');
});

test('only its own keys are taken from the page', () => {
	const [tab, arrow, escape] = press(1, 'Tab', 'ArrowDown', 'Escape');
	expect([tab, arrow, escape].map((event) => event?.defaultPrevented)).toEqual([
		false,
		false,
		false
	]);
	const [space, down] = press(1, ' ', 'ArrowDown');
	expect([space, down].map((event) => event?.defaultPrevented)).toEqual([true, true]);
});
