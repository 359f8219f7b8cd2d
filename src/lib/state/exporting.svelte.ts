// The export page while it is open: what is chosen, what that comes to, and the file on its way.
import { tableNames } from '$lib/domain/records/tables';
import { makeExport, isOfContacts, type ExportFormat } from './export';
import { gather, type ExportChoice, type Going, type Who, type Whose } from './export-choice';
import type { Kith } from './kith.svelte';
import { Making } from './making.svelte';
import { paceFor } from './pace';

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
	/** The file on its way. */
	readonly file: Making;
	#counted: ExportChoice | undefined;

	/** What is chosen. Addresses and numbers have no owner, so with contacts everybody chosen goes. */
	readonly choice = $derived.by((): ExportChoice => {
		const whose = isOfContacts(this.format) ? 'everything' : this.whose;
		const { who, unmarked, sensitive } = this;
		return { who, whose, unmarked, sensitive };
	});

	constructor(kith: Kith) {
		this.#kith = kith;
		this.file = new Making((on) => makeExport(kith, this.choice, this.format, on));
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
			this.file.forget();
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
}
