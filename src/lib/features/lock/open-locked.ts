// Puts the lock screen where the book will be, and gives the book once somebody has opened it.
import { mount, unmount } from 'svelte';
import { Unlocking } from '$lib/state/device-lock-open.svelte';
import type { Kith, openKith } from '$lib/state/kith.svelte';
import LockScreen from './LockScreen.svelte';

/** Resolves with the open book; never when nobody opens it. */
export function openLocked(env: Parameters<typeof openKith>[0]): Promise<Kith> {
	return new Promise((resolve) => {
		const unlocking = new Unlocking(env, (kith) => {
			resolve(kith);
			// The next screen takes the place of this one, not of an empty page.
			void kith.finally(() => unmount(screen)).catch(() => undefined);
		});
		const screen = mount(LockScreen, { target: document.body, props: { unlocking } });
	});
}
