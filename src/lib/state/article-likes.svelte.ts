// Who would like an article, of everybody in the book: what people like is read in once, a slice at a
// time, and from then on only for those about whom something changed.
import { createSubscriber } from 'svelte/reactivity';
import { answersOf } from '$lib/domain/answers';
import { inOrder, LikesIndex, type Match } from '$lib/domain/article-match';
import type { Id } from '$lib/domain/id';
import type { Article } from '$lib/domain/records/article';
import type { Kith } from './kith.svelte';
import { lull } from './lull';
import { noteLanguage } from './note-language';
import { standingsOf } from './standings.svelte';
import { hushedIn } from './thanks';

/** So many people are read in one go, before the page can breathe. */
const SLICE = 1_000;

const ofKith = new WeakMap<Kith, ArticleLikes>();

/** The likings of a book; one for as long as the page lives. */
export function articleLikesOf(kith: Kith): ArticleLikes {
	const known = ofKith.get(kith) ?? new ArticleLikes(kith);
	ofKith.set(kith, known);
	return known;
}

/** What everybody likes. */
export class ArticleLikes {
	readonly #kith: Kith;
	readonly #index = new LikesIndex<Id<'person'>>(noteLanguage.stem);
	readonly #stale: Set<Id<'person'>>;
	#isReady = $state(false);
	#preparing: Promise<void> | undefined;
	readonly #follow: () => void;

	constructor(kith: Kith) {
		this.#kith = kith;
		this.#stale = new Set(kith.book.all('person').map(({ id }) => id));
		let tell: () => void = () => undefined;
		this.#follow = createSubscriber((update) => {
			tell = update;
			return () => (tell = () => undefined);
		});
		kith.book.listen({
			onchange: (changed, concerned) => {
				const about = ['fact', 'circle', 'moment'] as const;
				const ids = [changed.get('person'), ...about.map((table) => concerned.get(table))];
				const before = this.#stale.size;
				for (const id of ids.flatMap((some) => [...(some ?? [])])) {
					this.#stale.add(id as Id<'person'>);
				}
				if (this.#stale.size > before) tell();
			}
		});
	}

	/** Whether everybody has been read in. */
	get isReady(): boolean {
		return this.#isReady;
	}

	/** Reads in everybody; `find` is quick afterwards. */
	prepare(): Promise<void> {
		this.#preparing ??= this.#prepare();
		return this.#preparing;
	}

	/** Whom to give an article: the ten first, then the better reason, then the longest unheard. */
	find(article: Article): readonly Match<Id<'person'>>[] {
		this.#follow();
		this.#read(this.#stale.size);
		const standings = standingsOf(this.#kith).byId;
		return inOrder(this.#index.find(article), (id) => {
			const known = standings.get(id);
			return { place: known?.place, touchedOn: known?.touchedOn };
		});
	}

	async #prepare(): Promise<void> {
		while (this.#stale.size > 0) {
			this.#read(SLICE);
			if (this.#stale.size > 0) await lull();
		}
		await standingsOf(this.#kith).prepare();
		this.#isReady = true;
	}

	#read(many: number): void {
		const { book } = this.#kith;
		for (const id of this.#stale) {
			if (many-- <= 0) return;
			this.#stale.delete(id);
			const person = book.get('person', id);
			const isHere = person !== undefined && person.trashedAt === undefined;
			const facts = book.about('fact', id);
			this.#index.set(
				id,
				isHere
					? {
							tags: person.tags ?? [],
							facts,
							circle: book.about('circle', id),
							hushed: hushedIn(book, person, answersOf(facts))
						}
					: undefined
			);
		}
	}
}
