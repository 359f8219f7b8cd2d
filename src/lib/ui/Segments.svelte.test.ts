/* A group of radios is found by its question, each radio by its word alone. */
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import Segments from './Segments.svelte';

const options = [
	{ value: 'talked', label: 'Just talked', hint: 'nothing to sell' },
	{ value: 'business', label: 'Business' }
];
let app: ReturnType<typeof mount>;
afterEach(() => unmount(app));

function show(value: string): { picked: string[]; group: Element } {
	const picked: string[] = [];
	app = mount(Segments, {
		target: document.body,
		props: {
			legend: 'Purpose',
			name: 'purpose',
			options,
			value,
			look: 'options',
			onchange: (word: string) => picked.push(word)
		}
	});
	flushSync();
	const group = document.querySelector('[role=radiogroup]');
	if (group === null) throw new Error('no radio group');
	return { picked, group };
}

function textOf(element: Element | null, attribute: string): string | undefined {
	const id = element?.getAttribute(attribute);
	return id ? document.getElementById(id)?.textContent.trim() : undefined;
}

test('the group is named by its legend, the radio by its label, described by its hint', () => {
	const { group } = show('talked');
	const radio = group.querySelector('input');
	expect(textOf(group, 'aria-labelledby')).toBe('Purpose');
	expect(textOf(radio, 'aria-labelledby')).toBe('Just talked');
	expect(textOf(radio, 'aria-describedby')).toBe('nothing to sell');
});

test('one is chosen, and another choice is told at once', () => {
	const { picked, group } = show('talked');
	const radios = [...group.querySelectorAll('input')];
	expect(radios.map((radio) => radio.checked)).toEqual([true, false]);
	radios[1]?.click();
	flushSync();
	expect(picked).toEqual(['business']);
	expect(radios.map((radio) => radio.checked)).toEqual([false, true]);
});
