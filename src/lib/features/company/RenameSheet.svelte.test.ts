// What is being written about a company follows its name, however fast that goes back and forth.
import { flushSync, mount, unmount, type Component } from 'svelte';
import { expect, test, vi } from 'vitest';
import { companyNamed } from '$lib/state/companies';
import { CompanyNote } from '$lib/state/company-notes';
import { Kith, setKith } from '$lib/state/kith.svelte';
import { redo, undo } from '$lib/state/undoing';
import { wordsKept } from '$lib/state/words-kept';
import { aBook, aPerson, TestClock, write } from '../../../../tests/support/books';
import RenameSheet from './RenameSheet.svelte';

test('an undo right after a redo takes the words back from where they are', async () => {
	localStorage.clear();
	HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
		this.open = true;
	};
	HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
		this.open = false;
	};
	const clock = new TestClock();
	const kith = new Kith(await aBook('phone', clock), clock.now);
	await kith.book.openYears(2026, () => Promise.resolve());
	write(kith.book, (draft) => {
		draft.add('person', aPerson({ company: 'Harrow' }));
		draft.add('person', aPerson({ company: 'Acme' }));
	});
	const waits = (company: string) => new CompanyNote(kith, company).read();
	await new CompanyNote(kith, 'Harrow').leave('They ask for');
	await new CompanyNote(kith, 'Acme').leave('A second dryer');
	const within: Component<object> = (anchor, given) => {
		setKith(kith);
		return RenameSheet(anchor, given as never);
	};
	const onrenamed = vi.fn();
	const company = companyNamed(kith, 'Harrow');
	const app = mount(within, {
		target: document.body,
		props: { open: true, company, onrenamed, onclose: () => undefined }
	});
	flushSync();
	const field = document.querySelector('input')!;
	field.value = 'Acme';
	field.dispatchEvent(new Event('input', { bubbles: true }));
	flushSync();
	document.querySelector('form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
	await vi.waitFor(() => expect(onrenamed).toHaveBeenCalledWith('Acme'));
	expect(await waits('Acme')).toBe('A second dryer\n\nThey ask for');
	undo(kith);
	await vi.waitFor(async () => expect(await waits('Harrow')).toBe('They ask for'));
	// Written on before it is done again: the way back is another one then.
	await new CompanyNote(kith, 'Acme').leave('A third dryer');
	redo(kith);
	undo(kith);
	await new Promise((resolve) => setTimeout(resolve, 20));
	await wordsKept(kith.book);
	expect(await waits('Harrow')).toBe('They ask for');
	expect(await waits('Acme')).toBe('A third dryer');
	await unmount(app);
});
