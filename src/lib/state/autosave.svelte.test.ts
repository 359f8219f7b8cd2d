// Words that save as they are written: none is lost, whoever else writes and however one leaves.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aBook, anId, aPerson, NOON, send, TestClock, write } from '../../../tests/support/books';
import { Autosave, LONGEST_WAIT_MS, NEW_STEP_MS, PAUSE_MS } from './autosave.svelte';
import { Kith } from './kith.svelte';
import { personForm, type PersonForm } from './person-form';

const id = anId<'person'>();
const clock = new TestClock();
let kith: Kith;
let autosave: Autosave;
let form: PersonForm;

function wait(ms: number): void {
	clock.ms += ms;
	vi.advanceTimersByTime(ms);
}
const dana = () => kith.book.get('person', id);

beforeEach(async () => {
	clock.ms = NOON;
	const book = await aBook('one', clock);
	kith = new Kith(book, clock.now);
	write(book, (draft) => draft.add('person', aPerson({ id, name: 'Dana', company: 'Harrow' })));
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	autosave = new Autosave(kith);
	form = personForm(kith, autosave, id);
});
afterEach(() => vi.useRealTimers());

describe('when words are handed over', () => {
	test('after a pause, once', () => {
		form.company.value = 'H';
		wait(PAUSE_MS - 1);
		form.company.value = 'Harrow Foods';
		wait(PAUSE_MS - 1);
		expect(dana()?.company).toBe('Harrow');
		expect(form.company.value).toBe('Harrow Foods');
		wait(1);
		expect(dana()?.company).toBe('Harrow Foods');
	});

	test('after two seconds even when the rep writes on', () => {
		for (let ms = 0; ms <= LONGEST_WAIT_MS; ms += 100) {
			form.about.value += 'a';
			wait(100);
		}
		expect(dana()?.about).toMatch(/^a{10,}$/);
	});

	test('at once when the field is left', () => {
		form.title.value = 'Plant manager';
		form.title.leave();
		expect(dana()?.title).toBe('Plant manager');
	});

	test.each(['pagehide', 'visibilitychange', 'the screen is left'])('at once on %s', (how) => {
		const stop = autosave.run();
		form.title.value = 'Plant manager';
		form.company.value = '';
		if (how === 'pagehide') window.dispatchEvent(new Event('pagehide'));
		else if (how === 'visibilitychange') {
			const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
			document.dispatchEvent(new Event('visibilitychange'));
			hidden.mockRestore();
		} else stop();
		expect(dana()).toMatchObject({ title: 'Plant manager' });
		expect(dana()?.company).toBeUndefined();
		stop();
	});

	test('says saved only once it is on disk', async () => {
		let onDisk = (): void => undefined;
		vi.spyOn(kith.book, 'saved').mockReturnValue(
			new Promise((resolve) => {
				onDisk = resolve;
			})
		);
		form.title.value = 'Plant manager';
		wait(PAUSE_MS);
		await Promise.resolve();
		expect(autosave.savedAt).toBeUndefined();
		onDisk();
		await Promise.resolve();
		await Promise.resolve();
		expect(autosave.savedAt).toBe(clock.ms);
		form.title.value = 'Plant director';
		expect(autosave.savedAt).toBeUndefined();
	});
});

describe('when somebody else writes meanwhile', () => {
	async function elsewhere(company: string): Promise<void> {
		const other = await aBook('two', clock);
		send(kith.book, other);
		clock.ms += 10;
		write(other, (draft) => draft.edit('person', id, { company }));
		send(other, kith.book);
	}

	test('a field nobody writes in follows', async () => {
		form.title.value = 'Plant manager';
		await elsewhere('Alder');
		expect(form.company.value).toBe('Alder');
		expect(form.title.value).toBe('Plant manager');
	});

	test('a field the rep writes in keeps his words, and both edits stand', async () => {
		form.company.value = 'Harrow Foods';
		await elsewhere('The Harrow');
		expect(form.company.value).toBe('Harrow Foods');
		form.company.leave();
		expect(dana()?.company).toBe('The Harrow Foods');
		expect(form.company.value).toBe('The Harrow Foods');
	});

	test('what the rep goes on writing afterwards takes nothing back', async () => {
		form.company.value = 'Harrow F';
		wait(PAUSE_MS);
		await elsewhere('The Harrow F');
		form.company.value = 'Harrow Foods';
		wait(PAUSE_MS);
		expect(form.company.value).toBe('Harrow Foods');
		expect(dana()?.company).toBe('The Harrow Foods');
	});

	test('a number added elsewhere is not lost', () => {
		form.phones.value = [{ value: '555 1' }];
		write(kith.book, (draft) => draft.edit('person', id, { phones: [{ value: '555 2' }] }));
		form.phones.leave();
		expect(dana()?.phones).toEqual([{ value: '555 1' }, { value: '555 2' }]);
	});
});

describe('a name', () => {
	test('may not be empty: the old one stays, and the rep is told', () => {
		form.name.value = '  ';
		wait(PAUSE_MS);
		expect(dana()?.name).toBe('Dana');
		expect(form.name.problem).toContain('still “Dana”');
		form.name.leave();
		expect(form.name.value).toBe('Dana');
		expect(form.name.problem).toBeDefined();
		form.name.value = 'Dana Whitlock';
		expect(form.name.problem).toBeUndefined();
	});

	test('lines without anything in them are not kept', () => {
		form.phones.value = [{ value: ' ' }, { value: ' 555 1 ', label: ' ' }];
		form.phones.leave();
		expect(dana()?.phones).toEqual([{ value: '555 1' }]);
	});
});

describe('undo', () => {
	test('takes several fast edits of one field back as one', () => {
		form.company.value = 'Harrow F';
		wait(PAUSE_MS);
		form.company.value = 'Harrow Foods';
		wait(PAUSE_MS);
		form.title.value = 'Boss';
		form.title.leave();
		autosave.undo();
		expect(dana()?.title).toBeUndefined();
		autosave.undo();
		expect(form.company.value).toBe('Harrow');
		expect(autosave.canUndo).toBe(false);
	});

	test('after a rest, going on is a step of its own', () => {
		form.company.value = 'Harrow Foods';
		wait(PAUSE_MS);
		wait(NEW_STEP_MS + 1);
		form.company.value = 'Harrow Foods Inc.';
		wait(PAUSE_MS);
		autosave.undo();
		expect(dana()?.company).toBe('Harrow Foods');
	});

	test('takes back words that have not been handed over yet', () => {
		form.company.value = 'Alder';
		autosave.undo();
		expect(form.company.value).toBe('Harrow');
		expect(dana()?.company).toBe('Harrow');
	});
});

test('a book that must not be written keeps the words on the screen', () => {
	vi.spyOn(kith.book, 'isNewer', 'get').mockReturnValue(true);
	form.company.value = 'Alder';
	form.company.leave();
	expect(form.company.value).toBe('Alder');
});
