// Puts the lock screen where the book will be, and gives the book once somebody has opened it.
import { mount, unmount } from 'svelte';
import { Unlocking } from '$lib/state/device-lock-open.svelte';
import type { Kith, openKith } from '$lib/state/kith.svelte';
import { rememberEntry } from '$lib/ui/same-entry';
import LockScreen from './LockScreen.svelte';

/**
 * Resolves with the open book; never when nobody opens it. The address is the one it was locked at, though
 * somebody has pressed Back meanwhile.
 */
export function openLocked(env: Parameters<typeof openKith>[0]): Promise<Kith> {
	const goBack = rememberEntry();
	return new Promise((resolve) => {
		const unlocking = new Unlocking(env, (opening) => {
			const kith = Promise.all([opening, goBack()]).then(([book]) => book);
			resolve(kith);
			// The next screen takes the place of this one, not of an empty page.
			void kith.finally(() => unmount(screen)).catch(() => undefined);
		});
		const screen = mount(LockScreen, { target: document.body, props: { unlocking } });
	});
}
