// Two devices that meet without a server: one shows an offer, the other the answer, by code or camera.
// Devices that are paired meet as they would otherwise; a new one is given the book key with the offer.
import { answerToText, offerToText, textToHandCode, type HandCode } from '$lib/domain/hand-code';
import { handWords, partingWords } from './device-words';
import type { Pairing } from './device-pairing.svelte';
import type { ByHand } from './devices-view';
import type { Sync, Talk } from './devices-sync';

type PartingReason = import('$lib/sync/talk').PartingReason;

/** Two that stand side by side find each other much sooner. */
const PATIENCE_MS = 60_000;

/** An offer that was read before this page was loaded anew. */
const READ = 'kith-hand-offer';
/** Ends that say nothing of why. */
const SILENT: readonly PartingReason[] = ['closed', 'silent', 'broken'];

/** Where the two are with it. */
export class HandPairing {
	readonly #sync: () => Promise<Sync>;
	readonly #pairing: Pairing;
	#view = $state.raw<ByHand>();
	/** Conversations from before. */
	#known = new Set<Talk>();
	/** Conversations since, also those that have ended. */
	#begun = new Set<Talk>();
	#waiting: ReturnType<typeof setTimeout> | undefined;

	constructor(sync: () => Promise<Sync>, pairing: Pairing) {
		this.#sync = sync;
		this.#pairing = pairing;
	}

	get view(): ByHand | undefined {
		return this.#view;
	}

	/** Shows an offer. */
	async offer(): Promise<void> {
		const sync = await this.#begin();
		try {
			const key = await this.#pairing.keyByHand();
			const sdp = await sync.direct.offer(key);
			const { server } = sync.kept.now;
			const where = server === undefined ? {} : { server };
			this.#show('offer', offerToText({ sdp, key: key.bytes, ...where }));
		} catch {
			this.#fail(handWords.cannot);
		}
	}

	/** Takes what the other device shows; a sentence when it is not to be used. */
	async take(code: string): Promise<string | undefined> {
		const read = textToHandCode(code);
		if (!read) return handWords.noOffer;
		if (read.kind === 'offer') {
			if (read.key && (await this.#pairing.isRemoved())) {
				// It comes back under another name, for which the page is loaded anew.
				sessionStorage.setItem(READ, code);
				await this.#pairing.joinByHand(read.key, read.server);
				return undefined;
			}
			return this.#takeOffer(read);
		}
		const { direct } = await this.#sync();
		if (!(await direct.finish(read.sdp))) return handWords.noAnswer;
		this.#show('wait', '');
		this.#waiting = setTimeout(() => this.#fail(handWords.failed), PATIENCE_MS);
		return undefined;
	}

	/** Goes on with an offer that was read before the page was loaded anew. */
	async resume(): Promise<void> {
		const code = sessionStorage.getItem(READ);
		if (code === null) return;
		sessionStorage.removeItem(READ);
		const problem = await this.take(code);
		if (problem !== undefined) this.#fail(problem);
	}

	stop(): void {
		clearTimeout(this.#waiting);
		this.#view = undefined;
		this.#pairing.isByHand = false;
		void this.#sync().then(({ direct }) => direct.dropOffer());
	}

	/** Looks whether the two have met, or why they parted before that. */
	look({ direct }: Sync): void {
		const step = this.#view?.step;
		if (step === undefined || step === 'done' || step === 'failed') return;
		for (const talk of direct.sessions) if (!this.#known.has(talk)) this.#begun.add(talk);
		const standings = [...this.#begun].map(({ standing }) => standing);
		if (standings.some(({ is }) => is !== 'greeting' && is !== 'parted')) {
			clearTimeout(this.#waiting);
			this.#show('done', '');
			// The two are past the door's question, or at it; nobody else is to be asked about.
			this.#pairing.isByHand = false;
		} else if (standings.length > 0 && standings.every(({ is }) => is === 'parted')) {
			const whys = standings.flatMap((one) => (one.is === 'parted' ? [one.why] : []));
			const why = whys.find((one) => !SILENT.includes(one));
			this.#fail(why ? `${partingWords[why]}.` : handWords.failed);
		}
	}

	async #takeOffer(offer: Extract<HandCode, { kind: 'offer' }>): Promise<string | undefined> {
		const { key: given, sdp, server } = offer;
		if (!given) return handWords.noOffer;
		const sync = await this.#begin();
		const held = sync.kept.now.keys.find((one) =>
			one.bytes.every((byte, at) => byte === given[at])
		);
		await sync.ensureOwn();
		const key = held ?? { generation: 1, bytes: given, members: [] };
		const answer = await sync.direct.answer(sdp, key).catch(() => null);
		if (!answer) {
			this.#pairing.isByHand = false;
			return answer === null ? handWords.cannot : handWords.noOffer;
		}
		if (!held) await this.#pairing.joinByHand(given, server);
		this.#show('answer', answerToText(answer));
		return undefined;
	}

	async #begin(): Promise<Sync> {
		const sync = await this.#sync();
		clearTimeout(this.#waiting);
		this.#known = new Set(sync.direct.sessions);
		this.#begun.clear();
		this.#pairing.isByHand = true;
		sync.direct.start();
		return sync;
	}

	#show(step: Exclude<ByHand['step'], 'failed'>, code: string): void {
		this.#view = { step, code, says: handWords[step] };
	}

	#fail(says: string): void {
		clearTimeout(this.#waiting);
		this.#view = { step: 'failed', code: '', says };
		this.#pairing.isByHand = false;
	}
}
