// The witness: a few numbers in localStorage that say a book was here. IndexedDB can vanish as a whole
// (measured: Chromium deletes a database it finds corrupt), and an empty one looks like a new one.

const KEY = 'kith:witness';

/** What a document's database was seen to hold. */
export interface Seen {
	/** The database's own id: another one means that it was made anew. */
	readonly id: string;
	/** The key of its last row. */
	readonly last: number;
}

/** What the witness remembers. */
export interface Witness {
	/** How many people there were, for the sentence that says what was lost. */
	readonly people?: number;
	/** By the document's name. */
	readonly seen: Readonly<Record<string, Seen>>;
}

/** What the witness remembers; nothing where the browser keeps nothing, or holds something else. */
export function readWitness(): Witness {
	try {
		const { people, seen } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Witness>;
		return {
			...(typeof people === 'number' ? { people } : {}),
			seen: typeof seen === 'object' ? seen : {}
		};
	} catch {
		return { seen: {} };
	}
}

/** What a document's database was last seen to hold. */
export function seenOf(name: string): Seen | undefined {
	const seen: unknown = readWitness().seen[name];
	const { id, last } = (seen ?? {}) as Partial<Seen>;
	return typeof id === 'string' && typeof last === 'number' ? { id, last } : undefined;
}

/** Takes note of what is on disk; of several tabs the one that saw most counts. */
export function bearWitness(seen: Readonly<Record<string, Seen>>, people?: number): void {
	try {
		const known = readWitness();
		const next: Record<string, Seen> = { ...known.seen };
		for (const [name, now] of Object.entries(seen)) {
			const before = next[name];
			if (before?.id !== now.id || before.last < now.last) next[name] = now;
		}
		const count = people === undefined ? {} : { people };
		localStorage.setItem(KEY, JSON.stringify({ ...known, ...count, seen: next }));
	} catch {
		// Without localStorage there is no witness; the mirror is still there to be asked for.
	}
}

/** Forgets everything: the book is being removed on purpose. */
export function dismissWitness(): void {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Then there never was one.
	}
}
