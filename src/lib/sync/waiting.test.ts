// How many records wait for another device: each once, and none of those it has.
import { expect, test } from 'vitest';
import { aBook, aNote, aPerson, write } from '../../../tests/support/books';
import { reachedOf } from './level';
import { recordsWaiting } from './waiting';

test('each record counts once, be it new, changed often, or a note whose words were changed', async () => {
	const book = await aBook('phone');
	const [ada, note, other] = [aPerson(), aNote({ body: 'One' }), aNote({ body: 'Two' })];
	write(book, (draft) => {
		draft.add('person', ada);
		draft.add('note', note);
		draft.add('note', other);
	});
	const has = reachedOf(book);
	expect(recordsWaiting(book, has)).toBe(0);
	expect(recordsWaiting(book, {})).toBeGreaterThanOrEqual(3);
	write(book, (draft) => draft.add('person', aPerson()));
	for (const title of ['a', 'b', 'c'])
		write(book, (draft) => draft.edit('person', ada.id, { title }));
	write(book, (draft) => draft.edit('note', note.id, { body: 'One and more' }));
	expect(recordsWaiting(book, has)).toBe(3);
	expect(recordsWaiting(book, reachedOf(book))).toBe(0);
});
