// Undo takes back what one step did, and nothing that was done since.
import { describe, expect, test } from 'vitest';
import { aBook, aNote, anId, aPerson, digest, send, TestClock, write } from '../support/books';
import { undoStep } from '$lib/store/undo';

describe('undo', () => {
	test('takes back a change and does it again', async () => {
		const book = await aBook('one');
		const id = anId<'person'>();
		write(book, (draft) => draft.add('person', aPerson({ id, company: 'Harrow', tags: ['a'] })));
		const before = digest(book);
		const step = write(book, (draft) =>
			draft.edit('person', id, { company: 'Alder', tags: ['b'], title: 'Boss' })
		);
		const after = digest(book);
		const redo = undoStep(book, step);
		expect(digest(book)).toBe(before);
		undoStep(book, redo);
		expect(digest(book)).toBe(after);
	});

	test('takes a new record out of the world, and brings it back with its words', async () => {
		const book = await aBook('one');
		const before = digest(book);
		const step = write(book, (draft) => {
			draft.add('person', aPerson());
			draft.add('note', aNote({ body: 'Words.' }));
		});
		const after = digest(book);
		const redo = undoStep(book, step);
		expect(digest(book)).toBe(before);
		expect(book.trashed('person')).toEqual([]);
		undoStep(book, redo);
		expect(digest(book)).toBe(after);
	});

	test('leaves what was changed since, here or elsewhere', async () => {
		const clock = new TestClock();
		const [one, two] = [await aBook('one', clock), await aBook('two', clock)];
		const id = anId<'person'>();
		write(one, (draft) => draft.add('person', aPerson({ id })));
		const step = write(one, (draft) => draft.edit('person', id, { company: 'A', title: 'B' }));
		send(one, two);
		clock.ms += 1_000;
		write(two, (draft) => draft.edit('person', id, { title: 'C' }));
		send(two, one);
		write(one, (draft) => draft.edit('person', id, { nickname: 'D' }));
		undoStep(one, step);
		expect(one.get('person', id)).toMatchObject({ title: 'C', nickname: 'D' });
		expect(one.get('person', id)?.company).toBeUndefined();
	});

	test('a record somebody has gone on with goes to the trash instead of vanishing', async () => {
		const book = await aBook('one');
		const id = anId<'person'>();
		const step = write(book, (draft) => draft.add('person', aPerson({ id })));
		write(book, (draft) => draft.edit('person', id, { about: 'Met her again since.' }));
		undoStep(book, step);
		expect(book.trashed('person')).toMatchObject([{ id, about: 'Met her again since.' }]);
	});

	test('takes back the first change to a record from another device, and leaves the record', async () => {
		const clock = new TestClock();
		const [one, two] = [await aBook('one', clock), await aBook('two', clock)];
		const id = anId<'person'>();
		write(one, (draft) => draft.add('person', aPerson({ id })));
		send(one, two);
		const before = digest(two);
		clock.ms += 1_000;
		const step = write(two, (draft) => draft.edit('person', id, { company: 'A' }));
		const after = digest(two);
		const redo = undoStep(two, step);
		expect(digest(two)).toBe(before);
		undoStep(two, redo);
		expect(digest(two)).toBe(after);
	});

	test('takes back the words of a note', async () => {
		const book = await aBook('one');
		const id = anId<'note'>();
		write(book, (draft) => draft.add('note', aNote({ id, body: 'One 👩‍🌾 two.' })));
		const step = write(book, (draft) => draft.edit('note', id, { body: 'One 👩‍🍳 two.' }));
		expect(book.get('note', id)?.body).toBe('One 👩‍🍳 two.');
		undoStep(book, step);
		expect(book.get('note', id)?.body).toBe('One 👩‍🌾 two.');
	});
});
