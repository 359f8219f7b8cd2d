// Keeping a note as a draft while it is written, and taking up one that was left behind.
import {
	claimDraft,
	takeFromDraft,
	type DraftContent,
	type DraftPlace,
	type DraftStores,
	type KeptDraft
} from '$lib/state/drafts';
import type { Kith } from '$lib/state/kith.svelte';
import { wordsKept } from '$lib/state/words-kept';
import { withoutBack } from './come-back';
import type { JustSaved } from './just-saved.svelte';

/** What is kept: a note that can be read off and put back. */
interface Written {
	readonly content: DraftContent;
	fill(content: DraftContent): void;
	merge(content: DraftContent): void;
}

/** The draft of one note, in a place of its own. */
export class Keeping {
	readonly #kith: Kith;
	readonly #from: string;
	readonly #written: Written;
	readonly #just: JustSaved;
	#place: DraftPlace | undefined;
	#stores: DraftStores | undefined;
	#isClosed = false;
	#last: Promise<void> = Promise.resolve();
	/** Whether what is written outlives this tab; undefined until it is known. */
	isKept = $state<boolean>();

	/**
	 * @param from where the note was begun
	 * @param just notes handed to the book, kept with the draft until they are on disk
	 */
	constructor(kith: Kith, from: string, written: Written, just: JustSaved) {
		this.#kith = kith;
		this.#from = from;
		this.#written = written;
		this.#just = just;
	}

	/** Looks for a draft left behind, and from now on keeps this one; gives what ends that. */
	open(stores: DraftStores): () => void {
		this.#stores = stores;
		const untouched = this.#written.content.text;
		claimDraft(
			stores,
			this.#from,
			() => this.#written.content.text === untouched,
			(kept) => (this.isKept = kept)
		).then(
			({ place, found }) => {
				if (this.#isClosed) return place.release();
				this.#place = place;
				if (found) void this.#takeUp(found);
				else if (this.#written.content.text !== '') this.keep();
			},
			() => (this.isKept = false)
		);
		return () => {
			this.#isClosed = true;
			// What is not on disk yet is still to be taken out of the draft; nobody else may have it before.
			void this.#just.settled.then(() => this.#place?.release());
		};
	}

	/** Whether the screen of the note was left. */
	get isClosed(): boolean {
		return this.#isClosed;
	}

	/** Leaves words that come back after that as a draft of their own, for when a note is begun next. */
	leave(content: DraftContent): void {
		const never = (): boolean => false;
		const kept = { ...content, from: this.#from, saving: [] };
		this.#afterwards(async (stores) => {
			const { place } = await claimDraft(stores, this.#from, never, () => undefined);
			place.keep(kept);
			// Whoever looks for them finds them on disk.
			await wordsKept(stores.disk);
			place.release();
		});
	}

	/** Takes words that came back out of the draft they wait in; what was written after them stays. */
	takeAway(content: DraftContent, before: DraftContent): void {
		this.#afterwards((stores) =>
			takeFromDraft(stores, (draft) => withoutBack(content, before, draft))
		);
	}

	/** One after the other: what is taken away has to have been left. */
	#afterwards(work: (stores: DraftStores) => Promise<void>): void {
		const stores = this.#stores;
		if (stores) this.#last = this.#last.then(() => work(stores)).catch(() => undefined);
	}

	/** Keeps the note as it stands now. */
	keep(): void {
		const { content } = this.#written;
		const saving = this.#just.unsaved.map((handed) => ({ note: handed.id, ...handed.content }));
		const isEmpty = content.text === '';
		if (isEmpty && saving.length === 0) this.#place?.drop();
		else this.#place?.keep({ ...content, from: this.#from, saving });
	}

	/** A draft left behind. Notes it had handed over come back only if they never reached the book. */
	async #takeUp({ saving, ...content }: KeptDraft): Promise<void> {
		if (content.text !== '') this.#written.fill(content);
		if (saving.length === 0) return;
		await this.#thisYear();
		for (const { note, ...lost } of saving.toReversed()) {
			if (!this.#kith.book.get('note', note)) this.#written.merge(lost);
		}
		this.keep();
	}

	#thisYear(): Promise<void> {
		const { book } = this.#kith;
		if (book.reach !== 'core') return Promise.resolve();
		return new Promise((resolve) => {
			const stop = book.listen({
				onreach: () => {
					stop();
					resolve();
				}
			});
		});
	}
}
