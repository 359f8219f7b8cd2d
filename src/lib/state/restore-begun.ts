// A restore that was cut off, as by a closed tab, is told when Backup is opened the next time.
import type { Kith } from './kith.svelte';

const KEY = 'restore-begun';
const LOCK = 'kith-restore';

/** Which restore did not come to its end. */
export interface BrokenOff {
	/** When its backup was made, as an ISO instant. */
	readonly madeAt?: string;
}

let release: (() => void) | undefined;

/** Notes on disk that a restore begins, and lets other tabs know that it is running. */
export async function beginRestore(kith: Kith, madeAt: string | undefined): Promise<void> {
	const locks = locksHere();
	if (locks) {
		void locks.request(LOCK, { ifAvailable: true }, (lock) => {
			if (!lock) return;
			return new Promise<void>((resolve) => (release = resolve));
		});
	}
	await kith.book.setLocal(KEY, JSON.stringify(madeAt === undefined ? {} : { madeAt }));
}

/** All of it is on disk, or taken back. */
export async function endRestore(kith: Kith): Promise<void> {
	try {
		await kith.book.saved();
		await forgetBroken(kith);
	} finally {
		release?.();
		release = undefined;
	}
}

/** The restore that was cut off, if one was; one that another tab is busy with is none. */
export async function brokenRestore(kith: Kith): Promise<BrokenOff | undefined> {
	const text = await kith.book.getLocal(KEY).catch(() => undefined);
	if (typeof text !== 'string' || text === '') return undefined;
	const held = (await locksHere()?.query())?.held ?? [];
	if (held.some(({ name }) => name === LOCK)) return undefined;
	try {
		return JSON.parse(text) as BrokenOff;
	} catch {
		return {};
	}
}

/** The rep knows. */
export async function forgetBroken(kith: Kith): Promise<void> {
	await kith.book.setLocal(KEY, '');
}

/** Typed as always there; on an insecure origin, and in tests, they are not. */
function locksHere(): LockManager | undefined {
	const { locks }: { readonly locks?: LockManager } = navigator;
	return locks;
}
