// What was found damaged, kept until the rep has seen it: it outlives the page that found it.
import * as v from 'valibot';
import type { Damage } from '$lib/store/damage';
import { readWitness } from '$lib/store/witness';
import type { Finding } from './damage-words';
import type { Kith } from './kith.svelte';
import { wholeBook } from './whole-book';

const damage = v.object({
	name: v.string(),
	why: v.picklist(['garbage', 'empty', 'truncated', 'changed', 'missing', 'foreign', 'emptied']),
	found: v.number(),
	written: v.exactOptional(v.number()),
	from: v.exactOptional(v.picklist(['mirror', 'before', 'memory'])),
	folded: v.exactOptional(v.literal(true)),
	partly: v.exactOptional(v.literal(true))
}) satisfies v.GenericSchema<Damage>;

const kept = v.array(
	v.object({
		at: v.number(),
		damages: v.array(damage),
		had: v.exactOptional(v.number()),
		back: v.exactOptional(v.number()),
		isSeen: v.exactOptional(v.literal(true))
	})
) satisfies v.GenericSchema<readonly Finding[]>;

/** Where they are kept, on this device only. */
const KEY = 'damages';
/** A disk that goes bad piece by piece must not fill this list for ever. */
const MOST = 20;

const findings = new WeakMap<Kith, Findings>();

/** The findings of a book; the first call begins to listen. */
export function findingsOf(kith: Kith): Findings {
	const known = findings.get(kith) ?? new Findings(kith);
	findings.set(kith, known);
	return known;
}

/** What was found, the latest first. */
export class Findings {
	readonly #kith: Kith;
	/** The people there were: asked before anybody counts what is there now. */
	readonly #had = readWitness().people;
	#all = $state.raw<readonly Finding[]>([]);
	#writing = Promise.resolve();

	constructor(kith: Kith) {
		this.#kith = kith;
		kith.book.listen({ ondamage: () => this.#take() });
		void this.#change((stored) => stored, false);
		this.#take();
	}

	get all(): readonly Finding[] {
		return this.#all;
	}

	/** What the rep has not put away yet. */
	get unseen(): readonly Finding[] {
		return this.#all.filter(({ isSeen }) => !isSeen);
	}

	/** The rep has read it: it is no longer said on every page, but still listed. */
	see({ at }: Finding): void {
		void this.#change((all) =>
			all.map((one): Finding => (one.at === at ? { ...one, isSeen: true } : one))
		);
	}

	/** Takes it off the list. */
	forget({ at }: Finding): void {
		void this.#change((all) => all.filter((one) => one.at !== at));
	}

	/** Resolves once what was shown last is kept, as far as the disk lets it. */
	settled(): Promise<void> {
		return this.#writing;
	}

	#take(): void {
		const { book } = this.#kith;
		if (book.damages.length === 0) return;
		this.#put();
		if (book.reach === 'whole') return;
		// The last years may still bring damage of their own, and only then can people be counted.
		void wholeBook(book).then(() => this.#put());
	}

	#put(): void {
		const { book } = this.#kith;
		const damages = [...book.damages];
		const at = Math.min(...damages.map(({ found }) => found));
		const had = this.#had ? { had: this.#had } : {};
		const back = book.reach === 'whole' ? { back: book.all('person').length } : {};
		void this.#change((all) => {
			const before = all.find((one) => one.at === at);
			const isNews = before?.damages.length !== damages.length;
			const { isSeen: _, ...rest }: Partial<Finding> = before ?? {};
			const seen = before?.isSeen && !isNews ? { isSeen: true as const } : {};
			const finding: Finding = { ...had, ...back, ...rest, ...seen, at, damages };
			return [finding, ...all.filter((one) => one.at !== at)].slice(0, MOST);
		});
	}

	/** Another tab may have changed the list, so it is read anew each time. */
	#change(how: (all: readonly Finding[]) => readonly Finding[], writes = true): Promise<void> {
		const { book } = this.#kith;
		if (writes) this.#all = how(this.#all);
		this.#writing = this.#writing.then(async () => {
			try {
				const stored = decode(await book.getLocal(KEY));
				this.#all = how(stored ?? this.#all);
				if (writes) await book.setLocal(KEY, JSON.stringify(this.#all));
			} catch {
				// The disk does not answer: it stays on the screen, and is found again next time or told once.
			}
		});
		return this.#writing;
	}
}

function decode(value: unknown): readonly Finding[] | undefined {
	if (typeof value !== 'string') return undefined;
	try {
		const result = v.safeParse(kept, JSON.parse(value));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}
