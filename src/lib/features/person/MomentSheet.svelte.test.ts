// A moment the rep closed stays closed, whatever kind it turns out to be.
import { flushSync, mount, unmount, type Component, type ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { Moment } from '$lib/domain/records/moment';
import { Kith, setKith } from '$lib/state/kith.svelte';
import { aBook, anId, aPerson, TestClock, write } from '../../../../tests/support/books';
import MomentSheet from './MomentSheet.svelte';

test('another kind never opens what the rep closed, and what was an operation stays closed', async () => {
	HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
		this.open = true;
	};
	HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
		this.open = false;
	};
	const clock = new TestClock();
	const kith = new Kith(await aBook('phone', clock), clock.now);
	const person = aPerson();
	const day = { person: person.id, day: '2026-12-02' as Day, yearly: false };
	const closed: Moment = { ...day, id: anId<'moment'>(), kind: 'trip', sensitive: true };
	const operation: Moment = { ...day, id: anId<'moment'>(), kind: 'surgery' };
	write(kith.book, (draft) => {
		draft.add('person', person);
		for (const moment of [closed, operation]) draft.add('moment', moment);
	});
	for (const moment of [closed, operation]) {
		type Props = ComponentProps<typeof MomentSheet>;
		const within: Component<Props> = (anchor, given) => {
			setKith(kith);
			return MomentSheet(anchor, given) as never;
		};
		const props = { open: true, person, moment, onclose: () => undefined };
		const app = mount(within, { target: document.body, props, context: new Map() });
		flushSync();
		const select = document.querySelector('select');
		// The document tests run in does not know which option is chosen.
		const chosen = select?.querySelector<HTMLOptionElement>('[value=go-live]');
		Object.defineProperty(select, 'querySelector', { value: () => chosen });
		select?.dispatchEvent(new Event('change', { bubbles: true }));
		flushSync();
		document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
		flushSync();
		expect(kith.book.get('moment', moment.id)).toMatchObject({ kind: 'go-live', sensitive: true });
		await unmount(app);
	}
});
