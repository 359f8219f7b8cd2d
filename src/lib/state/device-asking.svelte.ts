// What the rep is asked before anything comes over: the look before a first merge, and the brake before a
// large one. Nothing is written before the answer.
import { brakeWords } from './carried-words';
import type { Alike, Braked, FirstMerge, TransferLine } from './devices-view';
import { mergeWords } from './device-words';
import { alikePeople } from './first-merge';
import type { Kith } from './kith.svelte';
import { apartBy } from './not-same';
import { paceFor } from './pace';
import { keepWayBack } from './points';
import { joinChosen, keepChosen } from './same-chosen';

type PersonThere = import('$lib/sync/talk').PersonThere;
type Consent = import('$lib/sync/carried').Consent;

/** The look before a first merge. */
export class MergeLook {
	readonly #kith: Kith;
	#view = $state.raw<FirstMerge>();
	#from = '';
	#answer: ((go: boolean) => void) | undefined;

	constructor(kith: Kith) {
		this.#kith = kith;
	}

	get view(): FirstMerge | undefined {
		return this.#view;
	}

	/** The id of the device it is about. */
	get from(): string {
		return this.#from;
	}

	/**
	 * Shows who is there and who is here, and waits for the rep: true once he said go and there is a
	 * restore point. Where not all people came it goes on looking, and is to be asked again.
	 * @param many how many are there, where that is not who is listed
	 */
	async ask(
		from: string,
		name: string,
		peopleThere: () => Promise<readonly PersonThere[]>,
		many?: number
	): Promise<boolean> {
		this.#answer?.(false);
		this.#from = from;
		const here = this.#kith.book.all('person');
		const none = { name, there: 0, here: here.length, alike: [], progress: undefined };
		this.#view = { ...none, phase: 'looking', says: mergeWords.looking };
		const answered = new Promise<boolean>((resolve) => (this.#answer = resolve));
		const answer = this.#answer;
		const isOurs = (): boolean => this.#answer === answer;
		let there: readonly PersonThere[];
		try {
			there = await peopleThere();
		} catch {
			if (isOurs()) this.#set({ says: mergeWords.away(name) });
			return answered;
		}
		try {
			const alike = await alikePeople(
				here,
				there,
				paceFor(),
				apartBy(this.#kith.book.all('notSame'))
			);
			if (isOurs()) {
				const says = mergeWords.ready(many ?? there.length, here.length, alike.length);
				this.#view = { ...none, there: many ?? there.length, alike, phase: 'ready', says };
			}
		} catch {
			if (isOurs()) this.#set({ phase: 'failed', says: mergeWords.failed });
		}
		return answered;
	}

	choose(alike: Alike, same: boolean): void {
		const isIt = (one: Alike): boolean =>
			one.here.id === alike.here.id && one.there.id === alike.there.id;
		const all = this.#view?.alike ?? [];
		this.#set({ alike: all.map((one) => (isIt(one) ? { ...one, same } : one)) });
	}

	/** The rep's go: the restore point first; without one nothing is begun. */
	async go(): Promise<void> {
		if (this.#view?.phase !== 'ready') return;
		this.#set({ phase: 'point', says: mergeWords.point });
		const answer = this.#answer;
		const isKept = await keepWayBack(this.#kith, 'first-merge').catch(() => false);
		if (this.#answer !== answer) return;
		if (!isKept) {
			this.#set({ phase: 'ready', says: mergeWords.noPoint });
			return;
		}
		const same = this.#view.alike.filter((one) => one.same);
		const pairs = same.map(({ here, there }) => [here.id, there.id] as const);
		try {
			await keepChosen(this.#kith.book, this.#from, pairs);
		} catch {
			this.#set({ phase: 'ready', says: mergeWords.noPoint });
			return;
		}
		this.#set({ phase: 'carrying', says: mergeWords.carrying });
		this.#answer = undefined;
		answer?.(true);
	}

	/** How far it is; `away`: the other device is out of reach meanwhile. */
	carry(progress: TransferLine | undefined, isAway: boolean): void {
		if (this.#view?.phase !== 'carrying') return;
		const says = isAway ? mergeWords.waits(this.#view.name) : mergeWords.carrying;
		this.#set({ progress, says });
	}

	/**
	 * What there is to take over has been: what the rep chose is done, and the view says so.
	 * @param isLevel whether the other device holds the same by now
	 */
	async finish(from: string, isLevel: boolean): Promise<void> {
		// Where the disk does not answer, the choices are still there the next time the two meet.
		await joinChosen(this.#kith, (one) => one === from).catch(() => undefined);
		if (this.#view?.phase !== 'carrying' || this.#from !== from) return;
		const people = this.#kith.book.all('person').length;
		const says = isLevel ? mergeWords.done(people) : mergeWords.taken(people);
		this.#set({ phase: 'done', says, isLevel, progress: undefined });
	}

	/** Does what the rep chose earlier and could not be done yet; what is coming in now waits for its end. */
	async joinEarlier(): Promise<void> {
		const coming = this.#view?.phase === 'carrying' ? this.#from : undefined;
		await joinChosen(this.#kith, (one) => one !== coming).catch(() => undefined);
	}

	/** It ended before it was done. */
	fail(says: string): void {
		if (this.#view && this.#view.phase !== 'done') this.#set({ phase: 'failed', says });
	}

	/** Takes the view away; where the rep was still asked the answer is no. */
	leave(): void {
		this.#view = undefined;
		this.#answer?.(false);
		this.#answer = undefined;
	}

	#set(change: Partial<FirstMerge>): void {
		if (this.#view) this.#view = { ...this.#view, ...change };
	}
}

/** The brake: a merge that would do a great deal waits for the rep. */
export class Brake {
	#view = $state.raw<Braked>();
	#answer: ((go: boolean) => void) | undefined;

	get view(): Braked | undefined {
		return this.#view;
	}

	/** Shows what would happen; true when the rep wants it. */
	ask(what: Extract<Consent, { is: 'large' }>): Promise<boolean> {
		this.answer(false);
		this.#view = { name: what.name, says: brakeWords(what), names: what.trashed };
		return new Promise((resolve) => (this.#answer = resolve));
	}

	answer(go: boolean): void {
		this.#view = undefined;
		this.#answer?.(go);
		this.#answer = undefined;
	}
}
