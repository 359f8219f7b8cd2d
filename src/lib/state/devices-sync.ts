// All of sync the app uses, loaded when it is first asked for: it is no part of what Today needs.
import type { Kith } from './kith.svelte';
import { nameOfDevice } from './device-name';
import { breathe } from './lull';
import { wholeBook } from './whole-book';

type Kept = import('$lib/sync/kept').Kept;
type Keeping = import('$lib/sync/kept').Keeping;
type Joining = import('$lib/sync/kept').Joining;
type Reached = import('$lib/sync/kept').Reached;
type BookKey = import('$lib/sync/keys').BookKey;
type Standing = import('$lib/sync/talk').Standing;
type PersonThere = import('$lib/sync/talk').PersonThere;
type Consent = import('$lib/sync/carried').Consent;
type Taken = import('$lib/sync/carried').Taken;

/** One conversation, as the screens see it. */
export interface Talk {
	readonly standing: Standing;
	letIn(): void;
	turnAway(): void;
	peopleThere(): Promise<readonly PersonThere[]>;
	go(): void;
	end(): void;
}

/** All conversations, as the screens see them. */
export interface Talking {
	readonly sessions: readonly Talk[];
	readonly meetingPoint: 'off' | 'looking' | 'there' | 'away';
	start(): void;
	stop(): void;
	join(key: BookKey, server: string | undefined): void;
	leave(): void;
	wake(): void;
	offer(key: BookKey): Promise<Uint8Array>;
	answer(offer: Uint8Array, key: BookKey): Promise<Uint8Array | undefined>;
	finish(answer: Uint8Array): Promise<boolean>;
	dropOffer(): void;
	listen(listener: () => void): () => void;
}

/** What is kept of other devices, as the screens see it. */
export type Keeper = Pick<Kept, 'now' | 'change' | 'listen' | 'refresh'>;

/** Why the folder could not be gone through. */
export type FolderState = 'there' | 'gone' | 'refused';

/** Sync, loaded. */
export interface Sync {
	readonly kept: Keeper;
	readonly direct: Talking;
	/** Whether a code is being shown or used: then the rep may be asked about unknown devices. */
	isPairing: boolean;
	/** Makes this device's record and keys, before anything is done with others. */
	ensureOwn(): Promise<void>;
	newKey(): BookKey;
	newestKey(): BookKey | undefined;
	remove(id: string): Promise<void>;
	/** The book whose code was taken is this device's from here on. @param from the device whose it is */
	join(from: string): Promise<void>;
	/** Takes another id for this device, which was removed under the one it has, and loads the page anew. */
	comeBack(joining: Joining): Promise<void>;
	/** How many records wait for a device that has so much. */
	waiting(has: Reached): number;
	exchange(
		handle: FileSystemDirectoryHandle,
		consent: (what: Consent) => Promise<boolean>
	): Promise<{ readonly taken: Taken; readonly state: FolderState }>;
	fileToSend(): Promise<
		{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined
	>;
	takeFiles(
		files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
		consent: (what: Consent) => Promise<boolean>
	): Promise<Taken>;
}

const loaded = new WeakMap<Kith, Promise<Sync>>();

/** Sync for a book; the same for all who ask. */
export function syncOf(kith: Kith, load: (kith: Kith) => Promise<Sync> = loadSync): Promise<Sync> {
	const known = loaded.get(kith);
	if (known) return known;
	const loading = load(kith);
	loaded.set(kith, loading);
	// Offline and not kept yet: the next one who asks tries again.
	loading.catch(() => loaded.delete(kith));
	return loading;
}

/** Whether this device was paired, is to be, or was removed, found out without loading anything. */
export async function isPairedHere({ book }: Kith): Promise<boolean> {
	const stored = await book.getLocal('sync');
	if (typeof stored !== 'string') return false;
	try {
		const { keys, joining } = JSON.parse(stored) as Partial<Keeping>;
		return (keys?.length ?? 0) > 0 || joining !== undefined;
	} catch {
		return false;
	}
}

/** What this browser runs on, as the mark before a device's name. */
export function kindOfDevice(agent: {
	readonly userAgent: string;
	readonly maxTouchPoints?: number;
}): 'phone' | 'tablet' | 'laptop' {
	const { userAgent, maxTouchPoints = 0 } = agent;
	// An iPad says it is a Mac; no Mac has a touch screen. An Android tablet does not say "Mobile".
	if (/\biPad\b/.test(userAgent) || (/\bMacintosh\b/.test(userAgent) && maxTouchPoints > 1)) {
		return 'tablet';
	}
	if (/\bAndroid\b/.test(userAgent)) return /\bMobile\b/.test(userAgent) ? 'phone' : 'tablet';
	return /\biPhone\b/.test(userAgent) ? 'phone' : 'laptop';
}

async function loadSync(kith: Kith): Promise<Sync> {
	const { book, clock } = kith;
	const [{ Kept }, keys, { Digests }, { Direct }, { recordsWaiting }] = await Promise.all([
		import('$lib/sync/kept'),
		import('$lib/sync/keys'),
		import('$lib/sync/level'),
		import('$lib/sync/direct'),
		import('$lib/sync/waiting')
	]);
	const kept = await Kept.open(book);
	const digests = new Digests(book, breathe);
	const now = (): number => clock.exactly();
	const world = { book, kept, digests, now, pause: breathe };
	const direct = new Direct({ ...world, isPairing: () => sync.isPairing });
	// This device has taken another id, here or in another tab: a page goes by the one it began with.
	const beginAnew = async (): Promise<void> => {
		const { id } = kept.now;
		if (id === undefined || id === book.device) return;
		if ((await book.getLocal('device')) === id) location.reload();
	};
	kept.listen(() => void beginAnew().catch(() => undefined));
	const sync: Sync = {
		kept,
		direct,
		isPairing: false,
		async ensureOwn() {
			const { ensureOwnDevice } = await import('$lib/sync/own-device');
			const about = { name: nameOfDevice(navigator), kind: kindOfDevice(navigator) };
			await ensureOwnDevice(book, kept, about, now());
		},
		newKey: () => keys.newBookKey(),
		newestKey: () => keys.newestKey(kept.now.keys),
		async remove(id) {
			const { removeDevice } = await import('$lib/sync/removing');
			await removeDevice(book, kept, id, now());
		},
		async join(from) {
			const { joined } = await import('$lib/sync/joining');
			await kept.change((now) => joined(now, from));
		},
		async comeBack(joining) {
			const { comeBackAs } = await import('$lib/sync/joining');
			await comeBackAs(book.newId('device'), { book, kept }, joining, now());
		},
		waiting: (has) => recordsWaiting(book, has),
		async exchange(handle, consent) {
			await wholeBook(book);
			const [{ directoryOf }, { exchangeWithFolder }] = await Promise.all([
				import('$lib/sync/directory'),
				import('$lib/sync/folder')
			]);
			const folder = directoryOf(handle);
			const taken = await exchangeWithFolder(folder, { ...world, consent });
			return { taken, state: folder.state };
		},
		async fileToSend() {
			// What has not been read yet would be missing in it, and counted as told.
			await wholeBook(book);
			const [{ fileToSend }, { changesFile }] = await Promise.all([
				import('$lib/sync/by-file'),
				import('./carried-words')
			]);
			return fileToSend({ ...world, consent: () => Promise.resolve(false) }, changesFile);
		},
		async takeFiles(files, consent) {
			await wholeBook(book);
			const { takeFiles } = await import('$lib/sync/by-file');
			return takeFiles(files, { ...world, consent });
		}
	};
	return sync;
}
