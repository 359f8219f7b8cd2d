// Marking all notes, facts and gestures with some people, or with anybody: counted and written a piece at
// a time, and taken back in one step.
import type { Pace } from '$lib/domain/backup';
import type { Owner } from '$lib/domain/records/field';
import { Draft, type Trace } from '$lib/store/change';
import { writeDraft } from '$lib/store/write';
import type { Kith } from './kith.svelte';
import { newerBook } from './newer-book';
import { editOwner, ownedTables, type OwnedEntry } from './owners';
import { paceFor } from './pace';
import { count } from './say';
import { undo } from './undoing';

/** Their ids; `all` is everything in the book, what is about a company or nobody included. */
export type Whom = readonly string[] | 'all';

/** So long after the last change the count begins. */
const SETTLE_MS = 150;
/** Records looked at between two looks at the clock. */
const PIECE = 100;
/** Entries written at once. */
const LOT = 100;

/** One place where many are marked. */
export class Marking {
	readonly #kith: Kith;
	owner = $state<Owner>();
	/** How many are marked otherwise; undefined while that is being counted. */
	others = $state<number>();
	/** How much is written, from 0 to 1; undefined when nothing is. */
	part = $state<number>();

	constructor(kith: Kith) {
		this.#kith = kith;
	}

	/** Counts; call it in an effect, which then follows the book. The function given back calls it off. */
	count(whom: Whom): (() => void) | undefined {
		const { live } = this.#kith;
		const { owner } = this;
		live.read(...ownedTables);
		if (!live.isWhole || this.part !== undefined) return undefined;
		const calling = new AbortController();
		const timer = setTimeout(() => {
			unlike(this.#kith, whom, owner, paceFor(undefined, calling.signal)).then(
				({ length }) => {
					if (!calling.signal.aborted) this.others = length;
				},
				() => undefined
			);
		}, SETTLE_MS);
		return () => {
			clearTimeout(timer);
			calling.abort();
		};
	}

	/** Another mark is chosen. */
	choose(owner: Owner | undefined): void {
		this.owner = owner;
		this.others = undefined;
	}

	/** Marks them. */
	async mark(whom: Whom): Promise<void> {
		if (this.part !== undefined) return;
		this.part = 0;
		try {
			const told = (part: number): void => {
				this.part = part;
			};
			await setOwnerOfAll(this.#kith, whom, this.owner, paceFor(told));
		} finally {
			this.part = undefined;
			this.others = undefined;
		}
	}
}

/** The entries with these people that are marked otherwise. */
export async function unlike(
	{ book }: Kith,
	whom: Whom,
	owner: Owner | undefined,
	pace: Pace
): Promise<readonly OwnedEntry[]> {
	const found = new Map<string, OwnedEntry>();
	if (whom === 'all') {
		for (const table of ownedTables) {
			const entries = book.all(table);
			for (const [index, entry] of entries.entries()) {
				if (index % PIECE === 0) await pace(0, 1);
				if (entry.owner !== owner) found.set(entry.id, { table, id: entry.id });
			}
		}
		return [...found.values()];
	}
	for (const [index, person] of whom.entries()) {
		if (index % PIECE === 0) await pace(0, 1);
		for (const table of ownedTables) {
			for (const entry of book.about(table, person)) {
				if (entry.owner !== owner) found.set(entry.id, { table, id: entry.id });
			}
		}
	}
	return [...found.values()];
}

/** Marks every note, fact and gesture with these people, taken back in one step; tells how many were changed. */
export async function setOwnerOfAll(
	kith: Kith,
	whom: Whom,
	owner: Owner | undefined,
	pace: Pace
): Promise<number> {
	const { book, steps, toasts } = kith;
	if (book.isNewer) {
		toasts.show(`${newerBook.title}. ${newerBook.text}`);
		return 0;
	}
	// Years that are still being read would be left out, and nobody would be told.
	if (book.reach !== 'whole') return 0;
	const entries = await unlike(kith, whom, owner, pace);
	if (entries.length === 0) return 0;
	const traces: Trace[] = [];
	for (let at = 0; at < entries.length; at += LOT) {
		const draft = new Draft();
		for (const entry of entries.slice(at, at + LOT)) editOwner(draft, entry, owner);
		for (const trace of writeDraft(book, draft).traces) traces.push(trace);
		await pace(at, entries.length);
	}
	const step = { traces };
	steps.push(step);
	const mark = owner === 'mine' ? 'marked mine' : 'marked as the employer’s';
	const said = `${count(entries.length, 'entry', 'entries')} ${owner ? mark : 'not marked any more'}`;
	toasts.show(said, {
		label: 'Undo',
		run: () => {
			undo(kith, step);
			toasts.clear();
		}
	});
	return entries.length;
}
