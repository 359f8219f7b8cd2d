// A covered window has no title of the book, whatever the screen beneath is called meanwhile.
import { expect, test } from 'vitest';
import { coverTitle } from './cover-title';

const soon = () => new Promise((resolve) => setTimeout(resolve));

test('a title that comes while covered is hidden, and stands there afterwards', async () => {
	document.title = 'Dana Whitlock';
	const uncover = coverTitle();
	expect(document.title).toBe('Kith');
	document.title = 'Oskar Berg';
	await soon();
	expect(document.title).toBe('Kith');
	uncover();
	expect(document.title).toBe('Oskar Berg');
});
