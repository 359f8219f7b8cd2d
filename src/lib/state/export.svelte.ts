// The export page while it is open: what is chosen, what that comes to, and the file on its way.
import { tableNames } from '$lib/domain/records/tables';
import { paceFor } from './pace';
import { makeExport, isOfContacts, type ExportFormat } from './export';
import { gather, type ExportChoice, type Going, type Who, type Whose } from './export-choice';
import { handOut } from './hand-out';
import type { Kith } from './kith.svelte';

/** So long after the last choice or change the sum is made. */
const SETTLE_MS = 150;

/** One visit to the page. */
export class Exporting {
	readonly #kith: Kith;
	format = $state<ExportFormat>('json');
	who = $state.raw<Who>({ are: 'all' });
	whose = $state<Whose>('everything');
	unmarked = $state(false);
	sensitive = $state(false);
	/** What goes out as it is chosen now; undefined while it is being counted. */
	going = $state.raw<Going>();
	/** How much of the file is made, from 0 to 1; undefined when none is being made. */
	part = $state<number>();
	/** What came of it. */
	outcome = $state<'handed' | 'needs a tap' | 'failed'>();
	#waiting: { readonly blob: Blob; readonly name: string; readonly type: string } | undefined;
	#calling: AbortController | undefined;
	#counted: ExportChoice | undefined;

	/** What is chosen. Addresses and numbers have no owner, so with contacts everybody chosen goes. */
	readonly choice = $derived.by((): ExportChoice => {
		const whose = isOfContacts(this.format) ? 'everything' : this.whose;
		const { who, unmarked, sensitive } = this;
		return { who, whose, unmarked, sensitive };
	});

	constructor(kith: Kith) {
		this.#kith = kith;
	}

	/**
	 * Counts what is chosen, a piece at a time; call it in an effect, which then follows the book. The
	 * function given back calls it off.
	 */
	count(choice: ExportChoice): (() => void) | undefined {
		const { live } = this.#kith;
		live.read(...tableNames);
		if (choice !== this.#counted) {
			this.#counted = choice;
			this.going = undefined;
			this.outcome = undefined;
		}
		if (!live.isWhole) return undefined;
		const calling = new AbortController();
		const timer = setTimeout(() => {
			gather(this.#kith, choice, paceFor(undefined, calling.signal)).then(
				(going) => {
					if (!calling.signal.aborted) this.going = going;
				},
				() => undefined
			);
		}, SETTLE_MS);
		return () => {
			clearTimeout(timer);
			calling.abort();
		};
	}

	/** Makes the file and hands it out. */
	async save(): Promise<void> {
		this.#calling = new AbortController();
		const { signal } = this.#calling;
		this.outcome = undefined;
		this.part = 0;
		try {
			const told = (part: number): void => {
				this.part = part;
			};
			const made = await makeExport(this.#kith, this.choice, this.format, { told, signal });
			this.#waiting = made;
			await this.hand();
		} catch {
			this.outcome = signal.aborted ? undefined : 'failed';
		}
		this.part = undefined;
	}

	/** Hands out the file that is ready. */
	async hand(): Promise<void> {
		if (!this.#waiting) return;
		const { blob, name, type } = this.#waiting;
		const handed = await handOut(blob, name, type);
		this.outcome = handed === 'cancelled' ? undefined : handed;
		if (handed !== 'needs a tap') this.#waiting = undefined;
	}

	/** Calls off what is being made. */
	cancel(): void {
		this.#calling?.abort();
	}
}
