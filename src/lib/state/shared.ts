// What another app shares with Kith: held as a draft from the first moment, so that it is in New note if
// the rep leaves, and let go of once it is kept as an article.
import { readArticle } from '$lib/domain/article-link';
import { isContactText } from '$lib/domain/signature';
import { claimDraft, type DraftPlace, type DraftStores } from './drafts';
import type { Kith } from './kith.svelte';
import { plainStore } from './plain-store';

/** The words of a share in one text; what stands in another part already is not repeated. */
export function sharedWords(asked: URLSearchParams): string {
	const part = (name: string): string => asked.get(name)?.trim() ?? '';
	const parts = [part('title'), part('text'), part('url')];
	return parts
		.filter((some, at) => some !== '' && !parts.some((other, place) => has(other, some, place, at)))
		.join('\n');
}

/** Whether there is a link in it, so that it may be an article. */
export function hasLink(words: string): boolean {
	const read = readArticle(words);
	return typeof read !== 'string' && read.url !== undefined;
}

/** Whether they tell how to reach somebody, as a signature or a contact does. */
export function isAboutSomebody(words: string): boolean {
	return isContactText(words);
}

/** One share, held in a draft place of its own. */
export class Shared {
	readonly #kith: Kith;
	readonly #held: Promise<DraftPlace | undefined>;
	#isKept = false;

	/** @param from the address it came by: a reload finds its own draft again */
	constructor(kith: Kith, words: string, from: string) {
		this.#kith = kith;
		const stores: DraftStores = {
			local: plainStore(),
			disk: kith.book,
			locks: navigator.locks,
			now: () => kith.clock.exactly()
		};
		const content = { people: [], newPeople: [], declined: [], promises: [], saving: [] };
		this.#held = claimDraft(
			stores,
			from,
			() => true,
			() => undefined
		).then(
			({ place }) => {
				place.keep({ text: words, from, ...content });
				return place;
			},
			() => undefined
		);
	}

	/** Lets New note have it, unless it has been kept elsewhere. */
	async release(): Promise<void> {
		if (!this.#isKept) (await this.#held)?.release();
	}

	/** It is in the book: the draft goes once that is on disk. */
	async drop(): Promise<void> {
		this.#isKept = true;
		const place = await this.#held;
		await this.#kith.book.saved();
		place?.drop();
		place?.release();
	}
}

function has(other: string, some: string, place: number, at: number): boolean {
	if (place === at || !other.includes(some)) return false;
	return other.length > some.length || place < at;
}
