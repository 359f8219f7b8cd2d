// Coming back from a call, a text, a message or an email: what was begun is kept at the tap, so that it
// outlives the page, and is asked about once, in one tab.
import { untrack } from 'svelte';
import * as v from 'valibot';
import { isId, type Id } from '$lib/domain/id';
import { begunKinds, kindBegunBy, type BegunKind } from '$lib/domain/reach-begun';
import { idOf } from '$lib/domain/records/field';
import type { Article } from '$lib/domain/records/article';
import type { Person } from '$lib/domain/records/person';
import type { Locks } from '$lib/store/writer';
import type { Kith } from './kith.svelte';
import { WordsLeft } from './words-left';
import { wordsKept } from './words-kept';

/** Where it is kept; the ids and times in it are no words of the rep's. */
const FORM = 'acted';
/** Held while a tab asks. */
const LOCK = 'kith-acted';
/** Later nobody remembers. */
const ASKED_WITHIN_MS = 12 * 3_600_000;

const begun = v.object({
	person: idOf<'person'>(),
	kind: v.picklist(begunKinds),
	/** What was passed on with it. */
	article: v.exactOptional(idOf<'article'>()),
	/** Milliseconds since 1970. */
	at: v.number()
});

/** What was begun, and with whom. */
export interface Acted {
	readonly person: Person;
	readonly kind: BegunKind;
	/** The article that was passed on with it. */
	readonly article?: Article;
	readonly at: number;
}

const acting = new WeakMap<Kith, Acting>();

/** What was begun in a book. */
export function actingOf(kith: Kith): Acting {
	const known = acting.get(kith) ?? new Acting(kith);
	acting.set(kith, known);
	return known;
}

/** The one thing begun last, until it has been asked about. */
export class Acting {
	readonly #kith: Kith;
	readonly #left: WordsLeft;
	readonly #locks: Locks | undefined;
	#asked = $state.raw<Acted>();
	#isLooking = false;
	#isWanted = false;
	#letGo: () => void = () => undefined;

	constructor(kith: Kith, locks: Locks | undefined = (navigator as Partial<Navigator>).locks) {
		this.#kith = kith;
		this.#left = new WordsLeft(kith.book, FORM);
		this.#locks = locks;
	}

	/** What to ask about now, if anything. */
	get asked(): Acted | undefined {
		return this.#asked;
	}

	/** Somebody is being reached for; it will be asked about when the rep is back. */
	begin(person: Id<'person'>, kind: BegunKind, article?: Id<'article'>): void {
		// What is undefined is not written.
		this.#left.leave(JSON.stringify({ person, kind, article, at: this.#kith.clock.exactly() }));
	}

	/** It came to nothing, or it has been told: it is not asked about again. */
	async settle(): Promise<void> {
		this.#asked = undefined;
		this.#left.leave('');
		// Until both stores have let go of it another tab would still find it there.
		await wordsKept(this.#kith.book);
		this.#letGo();
		this.#letGo = () => undefined;
	}

	/** Listens for taps on links that reach for somebody: `data-person` says whom, `data-article` what with. */
	listen(): () => void {
		const onclick = ({ target }: Event): void => {
			const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
			const kind = link && kindBegunBy(link.href);
			const { person, article } = link?.closest<HTMLElement>('[data-person]')?.dataset ?? {};
			if (!kind || !isId(person)) return;
			this.begin(
				person as Id<'person'>,
				kind,
				isId(article) ? (article as Id<'article'>) : undefined
			);
		};
		document.addEventListener('click', onclick);
		return () => document.removeEventListener('click', onclick);
	}

	/** Asks now if there is something to ask, and whenever the rep comes back; the way to stop. */
	attend(): () => void {
		const look = (): void => void this.look();
		untrack(look);
		document.addEventListener('visibilitychange', look);
		window.addEventListener('pageshow', look);
		window.addEventListener('focus', look);
		return () => {
			document.removeEventListener('visibilitychange', look);
			window.removeEventListener('pageshow', look);
			window.removeEventListener('focus', look);
		};
	}

	/** Asks if there is something to ask about; while another tab asks, waits until that is done. */
	async look(): Promise<void> {
		this.#isWanted = true;
		if (this.#isLooking) return;
		this.#isLooking = true;
		try {
			while (this.#isWanted && !this.#asked && !isAway()) {
				// What is begun from here on asks for another look.
				this.#isWanted = false;
				const letGo = await this.#holdOn();
				const found = isAway() ? undefined : await this.#find();
				if (found) this.#letGo = letGo;
				else letGo();
				this.#asked = found;
			}
		} finally {
			this.#isLooking = false;
		}
	}

	/** Holds the lock, as soon as no other tab does; gives the way to let go. */
	#holdOn(): Promise<() => void> {
		return new Promise((resolve) => {
			const free = (): void => resolve(() => undefined);
			if (!this.#locks) return free();
			this.#locks.request(LOCK, () => new Promise<void>((release) => resolve(release))).catch(free);
		});
	}

	async #find(): Promise<Acted | undefined> {
		const words = await this.#left.read();
		if (words === '') return undefined;
		const read = v.safeParse(begun, parsed(words));
		const person = read.success ? this.#kith.book.get('person', read.output.person) : undefined;
		const age = read.success ? Math.abs(this.#kith.clock.exactly() - read.output.at) : Infinity;
		if (!read.success || !person || person.trashedAt !== undefined || age > ASKED_WITHIN_MS) {
			this.#left.leave('');
			return undefined;
		}
		const { kind, at, article: id } = read.output;
		const article = id && this.#kith.book.get('article', id);
		return { person, kind, at, ...(article ? { article } : {}) };
	}
}

function isAway(): boolean {
	return document.visibilityState === 'hidden';
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
