// How everybody stands, ten thousand people at once: reckoned anew only for those who changed.
import { untrack } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import type { Day } from '$lib/domain/day';
import { SETTINGS_ID, type Settings } from '$lib/domain/records/settings';
import type { Tracked } from '$lib/domain/fading';
import { cadenceOf, lastTouched, warmthOf } from '$lib/domain/warmth';
import type { Kith } from './kith.svelte';
import { lull } from './lull';

/** So many people are reckoned in one go, before the page can breathe. */
const SLICE = 1_000;

/** What is the same for everybody. */
interface Circumstances {
	readonly today: Day;
	readonly settings: Settings | undefined;
	readonly places: ReadonlyMap<string, number>;
}

const ofKith = new WeakMap<Kith, Standings>();

/** The standings of a book; one for as long as the page lives. */
export function standingsOf(kith: Kith): Standings {
	const known = ofKith.get(kith) ?? new Standings(kith);
	ofKith.set(kith, known);
	return known;
}

/** Warmth and place of everybody outside the trash. */
export class Standings {
	readonly #kith: Kith;
	/** Whoever reads `all` on a screen. */
	readonly #readers = new Set<() => void>();
	readonly #follow = createSubscriber((update) => {
		this.#readers.add(update);
		return () => this.#readers.delete(update);
	});
	readonly #by = new Map<string, Tracked>();
	readonly #stale = new Set<string>();
	#of: Circumstances | undefined;

	constructor(kith: Kith) {
		this.#kith = kith;
		const update = (): void => {
			for (const tell of this.#readers) tell();
		};
		kith.book.listen({
			onchange: (changed, concerned) => {
				const ids = [...(changed.get('person') ?? []), ...(concerned.get('touch') ?? [])];
				for (const id of ids) this.#stale.add(id);
				if (ids.length > SLICE) void this.prepare().then(update);
				else if (ids.length > 0) update();
			}
		});
	}

	/** Everybody as they stand now. */
	get all(): Iterable<Tracked> {
		return this.byId.values();
	}

	/** The same by the person's id. */
	get byId(): ReadonlyMap<string, Tracked> {
		this.#follow();
		this.#look();
		this.#reckon(this.#stale.size);
		return this.#by;
	}

	/** Reckons whoever has to be reckoned anew, a slice at a time; `all` is quick afterwards. */
	async prepare(): Promise<void> {
		untrack(() => this.#look());
		while (this.#stale.size > 0) {
			untrack(() => this.#reckon(SLICE));
			if (this.#stale.size > 0) await lull();
		}
	}

	/** Another day and other settings concern everybody, another place in the ten those who sit there. */
	#look(): void {
		const { live, book, ten, clock } = this.#kith;
		const settings = live.get('settings', SETTINGS_ID);
		const [{ today }, { places }, was] = [clock, ten, this.#of];
		this.#of = { today, settings, places };
		if (was?.today !== today || was.settings !== settings) {
			for (const { id } of book.all('person')) this.#stale.add(id);
		} else if (was.places !== places) {
			for (const id of [...was.places.keys(), ...places.keys()]) this.#stale.add(id);
		}
	}

	#reckon(many: number): void {
		const { book } = this.#kith;
		const { today, settings, places } = this.#of as Circumstances;
		for (const id of this.#stale) {
			if (many-- <= 0) return;
			this.#stale.delete(id);
			const person = book.get('person', id);
			if (!person || person.trashedAt !== undefined) {
				this.#by.delete(id);
				continue;
			}
			const place = places.get(id);
			const inTen = place !== undefined;
			const cadence = cadenceOf(person, inTen, settings);
			const touches = book.about('touch', id);
			const warmth = warmthOf(touches, cadence, inTen, today);
			this.#by.set(id, { person, warmth, place, touchedOn: lastTouched(touches, today) });
		}
	}
}
