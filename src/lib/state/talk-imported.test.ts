// What an import brought is not called the rep's own words of that day, and what is left over of a table is
// nothing to talk about.
import { describe, expect, test } from 'vitest';
import { aBook, aNote, anId, aPerson, TestClock, write } from '../../../tests/support/books';
import { Kith } from './kith.svelte';
import { talkAbout } from './talk';

async function aTalk(body: string, more: { editedAt?: string; batch?: string } = {}) {
	const clock = new TestClock();
	const book = await aBook('one', clock);
	const kith = new Kith(book, clock.now);
	const dana = aPerson({ name: 'Dana Whitlock' });
	const batch = anId<'import'>();
	write(book, (draft) => {
		draft.add('import', {
			id: batch,
			at: new Date(clock.ms).toISOString(),
			files: ['people.csv'],
			added: 1
		});
		draft.add('person', dana);
		draft.add('note', aNote({ people: [dana.id], day: kith.clock.today, body, batch, ...more }));
	});
	return talkAbout(kith, dana).filter(({ from }) => from === 'note');
}

describe('a note from an address book', () => {
	test('says which file it is from', async () => {
		const lines = await aTalk('Likes green chile.');
		expect(lines).toMatchObject([{ said: 'Likes green chile.', source: 'From people.csv' }]);
	});

	test('is the rep’s own once he has changed it', async () => {
		const [line] = await aTalk('Likes red chile.', { editedAt: '2026-11-21T10:00:00Z' });
		expect(line?.source).toMatch(/^Your note of /);
	});

	test('is not offered where it is what a table had left over', async () => {
		expect(await aTalk('From people.csv:\nDepartment: Board')).toEqual([]);
	});
});
