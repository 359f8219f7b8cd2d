// A field that was given the focus shows nothing; one that is touched or typed in does, until it is left.
import { afterEach, expect, test } from 'vitest';
import { openByHand } from './open-by-hand';

let stop: () => void;
afterEach(() => stop());

function aField(): HTMLInputElement {
	document.body.innerHTML = '<input value="Dana Whitlock">';
	stop = openByHand(document);
	const field = document.querySelector('input')!;
	field.focus();
	return field;
}

test.each(['pointerdown', 'beforeinput'])('%s opens a field, and leaving covers it', (type) => {
	const field = aField();
	expect('opened' in field.dataset).toBe(false);
	field.dispatchEvent(new Event(type, { bubbles: true }));
	expect('opened' in field.dataset).toBe(true);
	field.blur();
	expect('opened' in field.dataset).toBe(false);
});

test('a field that is open when the mode ends is marked no more', () => {
	const field = aField();
	field.dispatchEvent(new Event('input', { bubbles: true }));
	stop();
	expect('opened' in field.dataset).toBe(false);
});
