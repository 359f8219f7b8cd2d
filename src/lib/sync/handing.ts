// One side of a conversation holds a newer book key than the one it is held under: it is handed over,
// sealed for that device, and nothing else is talked about any more.
import type { Book } from '$lib/store/book';
import { removedToSay } from './bounds';
import { openWrappedKey, wrapKey } from './handover';
import type { Kept } from './kept';
import type { BookKey } from './keys';
import type { Message } from './message-kinds';
import { isMember, isRemoved, removedDevices, settleKeys, takeKey } from './removing';
import type { Card, PartingReason } from './talk';

/** What handing over needs around it. */
export interface HandingWorld {
	readonly book: Book;
	readonly kept: Kept;
	/** The other device. */
	readonly card: Card;
	/** A newer key than the one of the conversation, if this device holds one. */
	newer(): BookKey | undefined;
	isOver(): boolean;
	say(message: Message): Promise<void>;
	depart(why: PartingReason): void;
	/** The other device has really come in. */
	onmet(): Promise<void>;
}

/** Gives the newer key, or takes it. */
export class Handing {
	readonly #world: HandingWorld;
	#hasGiven = false;
	#hasTaken = false;

	constructor(world: HandingWorld) {
		this.#world = world;
	}

	/** Hands over the newest key, once, where this side holds a newer one and the other belongs to it. */
	async give(): Promise<void> {
		const { book, kept, card } = this.#world;
		const { device } = kept.now;
		if (!this.#world.newer() || !device || this.#hasGiven) return;
		// It may have been made without knowing of this device.
		await settleKeys(book, kept);
		const key = this.#world.newer();
		if (!key || this.#world.isOver()) return;
		if (!isMember(key, card.id) || isRemoved(book, card.id)) {
			this.#world.depart('unknown-device');
			return;
		}
		this.#hasGiven = true;
		const wrapped = await wrapKey(device, card.publicKey, key);
		const removed = removedToSay(removedDevices(book));
		void this.#world.say({ is: 'key', wrapped, removed });
	}

	/** Throws when it comes out of turn, or is no key for this device. */
	async hear(message: Message): Promise<void> {
		const { book, kept, card } = this.#world;
		const { device } = kept.now;
		if (!device) throw new Error('out of turn');
		if (message.is === 'key' && !this.#hasTaken) {
			const key = await openWrappedKey(device, card.publicKey, message.wrapped);
			if (!key || !isMember(key, book.device)) throw new Error('no key');
			this.#hasTaken = true;
			await this.#world.onmet();
			// Only from its disk may it be counted as taken: a rejected write ends the conversation.
			await takeKey(book, kept, key, message.removed, card.id);
			void this.#world.say({ is: 'taken' });
		} else if (message.is === 'taken' && this.#hasGiven) {
			// A disk that takes nothing is no reason to give it again: it holds in this tab.
			await kept.changePeer(card.id, { lacksKey: false }).catch(() => undefined);
			this.#world.depart('new-key');
		} else if (message.is === 'key' || message.is === 'taken') {
			throw new Error('out of turn');
		}
		// What the exchange still had on the way comes again over the next conversation.
	}
}
