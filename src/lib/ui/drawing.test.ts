import { expect, test } from 'vitest';
import { drawing } from './drawing';

const svg = '<svg viewBox="0 0 24 24"><path d="M4 12h16"/></svg>';
const other = '<svg viewBox="0 0 24 24"><path d="M12 4v16"/></svg>';

test('every place has the whole drawing to itself', () => {
	const [one, two] = [document.createElement('span'), document.createElement('span')];
	drawing(svg)(one);
	drawing(svg)(two);
	expect(one.innerHTML).toBe(two.innerHTML);
	expect(one.querySelectorAll('svg > path')).toHaveLength(1);
	expect(one.firstChild).not.toBe(two.firstChild);
	expect(one.firstElementChild?.namespaceURI).toBe('http://www.w3.org/2000/svg');
});

test('another drawing takes the place of the one before', () => {
	const place = document.createElement('span');
	drawing(svg)(place);
	drawing(other)(place);
	expect(place.children).toHaveLength(1);
	expect(place.querySelector('path')?.getAttribute('d')).toBe('M12 4v16');
});
