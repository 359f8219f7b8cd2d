// A half-written note outlives a closed tab, a crash and a reload. It is kept twice: in localStorage,
// which answers at once but reaches the disk only seconds later, and beside the book in IndexedDB. With
// the device lock on only the second, where it is sealed.
import * as v from 'valibot';
import { isDay, type Day } from '$lib/domain/day';
import { isId, type Id } from '$lib/domain/id';
import { purposes, touchKinds } from '$lib/domain/records/touch';
import { hold, type Locks } from '$lib/store/writer';
import { keeping, wordsKept } from './words-kept';

const ids = v.array(v.custom<Id<'person'>>(isId));

const content = {
	text: v.string(),
	people: ids,
	newPeople: v.array(v.string()),
	/** What was noticed and waved away. */
	declined: v.array(v.string()),
	promises: v.array(v.object({ text: v.string(), due: v.custom<Day>(isDay) })),
	purpose: v.exactOptional(v.picklist(purposes)),
	/** The rep comes from seeing somebody: a touch of this kind is logged with the note. */
	met: v.exactOptional(v.picklist(touchKinds))
};

const keptDraft = v.object({
	...content,
	/** Where New note was opened from, as in `?person=…`; '' for the + of the navigation. */
	from: v.string(),
	/** Notes handed to the book whose words may not be on disk yet. */
	saving: v.array(v.object({ note: v.custom<Id<'note'>>(isId), ...content })),
	/** When it was kept, in milliseconds since 1970. */
	at: v.number()
});

/** A half-written note as it is kept. */
export type KeptDraft = Readonly<v.InferOutput<typeof keptDraft>>;
/** The part of it that is the note. */
export type DraftContent = Omit<KeptDraft, 'from' | 'saving' | 'at'>;

/** Where drafts are kept, and what tells tabs apart. */
export interface DraftStores {
	/** Undefined where the browser refuses it, and while the book is locked. */
	readonly local: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
	readonly disk: {
		getLocal(key: string): Promise<unknown>;
		setLocal(key: string, value: string): Promise<void>;
	};
	readonly locks: Locks | undefined;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

/** As many places are looked into for a draft that was left behind. */
export const DRAFT_PLACES = 16;

/** A place for one draft, owned by one tab. */
export class DraftPlace {
	readonly #stores: DraftStores;
	readonly #key: string;
	readonly #onkept: (kept: boolean) => void;
	readonly #release: () => void;
	#at = 0;
	#wanted = '';
	#written: string | undefined;
	#isWriting = false;
	#isLocal = false;

	constructor(
		stores: DraftStores,
		place: number,
		release: () => void,
		onkept: (kept: boolean) => void
	) {
		this.#stores = stores;
		this.#key = draftKey(place);
		this.#release = release;
		this.#onkept = onkept;
	}

	/** Keeps a draft, at once in the one store and as soon as it can in the other. */
	keep(draft: Omit<KeptDraft, 'at'>): void {
		this.#at = Math.max(this.#at + 1, this.#stores.now());
		this.#put(JSON.stringify({ ...draft, at: this.#at } satisfies KeptDraft));
	}

	/** Takes the draft out of both stores: its note is on disk, or there is nothing to keep. */
	drop(): void {
		this.#put('');
	}

	/** Lets another tab have the place; what is kept in it stays. */
	release(): void {
		this.#release();
	}

	#put(value: string): void {
		const { local } = this.#stores;
		try {
			if (value === '') local?.removeItem(`kith:${this.#key}`);
			else local?.setItem(`kith:${this.#key}`, value);
			this.#isLocal = local !== undefined;
		} catch {
			// Full, or forbidden: the other store is asked all the same.
			this.#isLocal = false;
		}
		this.#wanted = value;
		keeping(this.#stores.disk, this.#write());
	}

	/** One write at a time; what was typed meanwhile goes with the next. */
	async #write(): Promise<void> {
		if (this.#isWriting) return;
		this.#isWriting = true;
		while (this.#written !== this.#wanted) {
			const value = this.#wanted;
			const isOnDisk = await this.#writeToDisk(value);
			this.#written = value;
			if (value !== '') this.#onkept(isOnDisk || this.#isLocal);
		}
		this.#isWriting = false;
	}

	/** Reading it back is the only proof: a full disk says yes to a write and then drops it. */
	async #writeToDisk(value: string): Promise<boolean> {
		try {
			await this.#stores.disk.setLocal(this.#key, value);
			return (await this.#stores.disk.getLocal(this.#key)) === value;
		} catch {
			return false;
		}
	}
}

/** A place, and the draft that was waiting in it. */
export interface Claimed {
	readonly place: DraftPlace;
	readonly found: KeptDraft | undefined;
}

/**
 * Claims a place no other tab has: the one with the newest draft that was left behind, or an empty
 * one. A Web Lock holds it, which the browser gives back however the tab ends.
 * @param from where New note was opened from; '' takes any draft, `?…` only one begun from there
 * @param isFree whether there is still nothing in the box; asked when a draft could be taken up
 */
export async function claimDraft(
	stores: DraftStores,
	from: string,
	isFree: () => boolean,
	onkept: (kept: boolean) => void
): Promise<Claimed> {
	const drafts = await Promise.all(
		Array.from({ length: DRAFT_PLACES }, (_, place) => readDraft(stores, place))
	);
	const waiting = drafts
		.map((draft, place) => ({ draft, place }))
		.filter(({ draft }) => draft && (from === '' || draft.from === from))
		.sort((a, b) => (b.draft?.at ?? 0) - (a.draft?.at ?? 0));
	for (const { place } of waiting) {
		const release = await holdPlace(stores, place);
		if (!release) continue;
		// Its tab may have saved it while the others were looked at.
		const found = await readDraft(stores, place);
		if (found && isFree()) {
			return { place: new DraftPlace(stores, place, release, onkept), found };
		}
		release();
	}
	for (let place = 0; ; place++) {
		const release = drafts[place] ? undefined : await holdPlace(stores, place);
		if (release) {
			return { place: new DraftPlace(stores, place, release, onkept), found: undefined };
		}
	}
}

/**
 * Takes words out of a draft that nobody is writing on; what else is in it stays.
 * @param without a draft without them; undefined when they do not stand in it
 */
export async function takeFromDraft(
	stores: DraftStores,
	without: (draft: DraftContent) => DraftContent | undefined
): Promise<void> {
	for (let place = 0; place < DRAFT_PLACES; place++) {
		if (!restOf(await readDraft(stores, place), without)) continue;
		const release = await holdPlace(stores, place);
		if (!release) continue;
		const rest = restOf(await readDraft(stores, place), without);
		const held = new DraftPlace(stores, place, release, () => undefined);
		if (rest?.text === '') held.drop();
		else if (rest) held.keep(rest);
		// Whoever has the place next has to read what it says now.
		await wordsKept(stores.disk);
		held.release();
		return;
	}
}

function restOf(
	draft: KeptDraft | undefined,
	without: (draft: DraftContent) => DraftContent | undefined
): Omit<KeptDraft, 'at'> | undefined {
	if (!draft || draft.saving.length > 0) return undefined;
	const rest = without(draft);
	return rest && { ...rest, from: draft.from, saving: [] };
}

async function readDraft(stores: DraftStores, place: number): Promise<KeptDraft | undefined> {
	const key = draftKey(place);
	const [local, disk] = [
		textToDraft(attempt(() => stores.local?.getItem(`kith:${key}`))),
		textToDraft(await stores.disk.getLocal(key).catch(() => undefined))
	];
	return (local?.at ?? 0) > (disk?.at ?? 0) ? local : disk;
}

/** The draft in a kept text, or undefined when there is none. */
export function textToDraft(value: unknown): KeptDraft | undefined {
	if (typeof value !== 'string' || value === '') return undefined;
	const result = v.safeParse(
		keptDraft,
		attempt((): unknown => JSON.parse(value))
	);
	return result.success ? result.output : undefined;
}

async function holdPlace(stores: DraftStores, place: number): Promise<(() => void) | undefined> {
	if (!stores.locks) return () => undefined;
	return hold(stores.locks, `kith-${draftKey(place).replace(':', '-')}`);
}

/** The key of a place beside the book; in localStorage it has `kith:` before it. */
export function draftKey(place: number): string {
	return `draft:${place}`;
}

function attempt<Result>(read: () => Result): Result | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
