// A sheet for something new that was closed half filled in is as it was left when it opens again, also by
// another load; a saved one, and the sheet of what is there already, begin afresh.
import { flushSync, mount, unmount, type Component } from 'svelte';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Person } from '$lib/domain/records/person';
import type { Day } from '$lib/domain/day';
import type { RepPromise } from '$lib/domain/records/promise';
import { KEYRING_KEY } from '$lib/store/keyring-key';
import AddPerson from '$lib/features/people/AddPerson.svelte';
import { Kith, setKith } from '$lib/state/kith.svelte';
import { wordsKept } from '$lib/state/words-kept';
import { aBook, anId, aPerson, TestClock, write } from '../../../../tests/support/books';
import CircleSheet from './CircleSheet.svelte';
import PlanSheet from './PlanSheet.svelte';
import PromiseSheet from './PromiseSheet.svelte';

let kith: Kith;
let ada: Person;
let bo: Person;

beforeAll(() => {
	HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
		this.open = true;
	};
	HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
		this.open = false;
	};
});

beforeEach(async () => {
	localStorage.clear();
	const clock = new TestClock();
	kith = new Kith(await aBook('phone', clock), clock.now);
	[ada, bo] = [aPerson(), aPerson()];
	write(kith.book, (draft) => [ada, bo].forEach((person) => draft.add('person', person)));
});

/** Opens a sheet, does something in it, and closes it. */
async function inSheet<T>(
	sheet: Component<never>,
	more: object,
	doing: (field: HTMLInputElement | HTMLTextAreaElement) => T
): Promise<T> {
	const within: Component<object> = (anchor, given) => {
		setKith(kith);
		return sheet(anchor, given as never);
	};
	const none = () => undefined;
	const props = { open: true, name: '', onclose: none, onadded: none, onseveral: none, ...more };
	const app = mount(within, { target: document.body, props });
	// What waits is read from disk.
	await new Promise((resolve) => setTimeout(resolve, 20));
	flushSync();
	const field = document.querySelector<HTMLInputElement>(
		'form textarea, form input:not([type=date], [type=time], [type=radio])'
	);
	if (!field) throw new Error('no field');
	const done = doing(field);
	flushSync();
	await unmount(app);
	await wordsKept(kith.book);
	document.body.innerHTML = '';
	return done;
}

const type = (words: string) => (field: HTMLInputElement | HTMLTextAreaElement) => {
	field.value = words;
	field.dispatchEvent(new Event('input', { bubbles: true }));
	flushSync();
};
const read = (field: HTMLInputElement | HTMLTextAreaElement) => field.value;
const submit = (field: HTMLInputElement | HTMLTextAreaElement) =>
	field.form?.dispatchEvent(new Event('submit', { cancelable: true }));

const sheets = [
	['a plan', PlanSheet],
	['a promise', PromiseSheet],
	['somebody around them', CircleSheet],
	['a person', AddPerson]
] as unknown as [string, Component<never>][];

test.each(sheets)('%s half written down waits until it is saved', async (_, sheet) => {
	await inSheet(sheet, { person: ada }, type('Send the drawings'));
	expect(await inSheet(sheet, { person: ada }, read)).toBe('Send the drawings');
	await inSheet(sheet, { person: ada }, submit);
	expect(await inSheet(sheet, { person: ada }, read)).toBe('');
});

test('emptied by hand it is forgotten, and it waits for one person only', async () => {
	const sheet = PromiseSheet as unknown as Component<never>;
	await inSheet(sheet, { person: ada }, type('Send the drawings'));
	expect(await inSheet(sheet, { person: bo }, read)).toBe('');
	await inSheet(sheet, { person: ada }, type(''));
	expect(localStorage).toHaveLength(0);
	expect(await inSheet(sheet, { person: ada }, read)).toBe('');
});

test('what is there already is opened as it is', async () => {
	const sheet = PromiseSheet as unknown as Component<never>;
	const promise: RepPromise = { id: anId<'promise'>(), person: ada.id, text: 'Call back' };
	write(kith.book, (draft) => draft.add('promise', { ...promise, due: '2026-12-02' as Day }));
	await inSheet(sheet, { person: ada }, type('Send the drawings'));
	expect(await inSheet(sheet, { person: ada, promise }, read)).toBe('Call back');
});

test('somebody named already begins with that name, and whoever was begun waits on', async () => {
	const sheet = AddPerson as unknown as Component<never>;
	await inSheet(sheet, {}, type('Ada Half'));
	expect(await inSheet(sheet, { name: 'Bo' }, read)).toBe('Bo');
	await inSheet(sheet, { name: 'Bo' }, submit);
	expect(await inSheet(sheet, {}, read)).toBe('Ada Half');
});

test('with the lock on it waits beside the book, and nothing lies in the open', async () => {
	localStorage.setItem(KEYRING_KEY, '{}');
	const beside = new Map<string, string>();
	vi.spyOn(kith.book, 'getLocal').mockImplementation(async (key) => beside.get(key));
	vi.spyOn(kith.book, 'setLocal').mockImplementation(
		async (key, words) => void beside.set(key, words)
	);
	const sheet = PromiseSheet as unknown as Component<never>;
	await inSheet(sheet, { person: ada }, type('Send the drawings'));
	expect(Object.keys(localStorage)).toEqual([KEYRING_KEY]);
	expect(await inSheet(sheet, { person: ada }, read)).toBe('Send the drawings');
});
