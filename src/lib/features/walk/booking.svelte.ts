// The next call with one of the ten, as it is being booked: a day is chosen already, the rest is optional.
import { isDay, type Day } from '$lib/domain/day';
import type { Person } from '$lib/domain/records/person';
import type { Plan } from '$lib/domain/records/plan';
import type { TouchKind } from '$lib/domain/records/touch';
import { daysToOffer, freestDay } from '$lib/domain/walk';
import type { Kith } from '$lib/state/kith.svelte';
import { openersFor } from '$lib/state/openers';
import { WordsLeft } from '$lib/state/words-left';

/** Instead of one of the answers offered: one's own, or none. */
export const OWN = 'own';
export const ANY = 'any';
/** Times offered; a morning, noon and an afternoon. */
export const TIMES = ['08:30', '11:45', '16:15'];

const TIME = /^([01]\d|2[0-3]):[0-5]\d/;

/** What is being booked. */
export class Booking {
	readonly #kith: Kith;
	readonly #left: WordsLeft;
	readonly days: readonly Day[];
	readonly openers: readonly string[];
	day = $state<string>('');
	ownDay = $state('');
	time = $state(ANY);
	ownTime = $state('');
	kind = $state<string>('call');
	opener = $state('');
	#ownOpener = $state('');
	/** Whether the rep has tried to book. */
	#asked = $state(false);
	readonly chosen: Day | undefined = $derived.by(() => {
		const day = this.day === OWN ? this.ownDay : this.day;
		return isDay(day) && day >= this.#kith.clock.today ? day : undefined;
	});
	readonly problem = $derived.by(() => {
		if (this.chosen !== undefined) return undefined;
		if (isDay(this.ownDay)) return 'That day is over.';
		return this.#asked ? 'Choose a day.' : undefined;
	});

	constructor(kith: Kith, person: Person) {
		this.#kith = kith;
		this.days = daysToOffer(kith.clock.today);
		this.openers = openersFor(kith, person);
		this.day = freestDay(this.days, kith.book.all('plan')) ?? OWN;
		this.opener = this.openers[0] ?? OWN;
		this.#left = new WordsLeft(kith.book, `book:${person.id}`);
		void this.#left.read().then((waiting) => {
			if (this.#ownOpener !== '' || waiting === '') return;
			this.#ownOpener = waiting;
			this.opener = OWN;
		});
	}

	/** The rep's own words to open with; they wait for him until he has booked. */
	get ownOpener(): string {
		return this.#ownOpener;
	}

	set ownOpener(words: string) {
		this.#ownOpener = words;
		this.#left.leave(words);
	}

	/** The plan as it stands, or undefined when its day is still to be chosen. */
	take(): Omit<Plan, 'id' | 'person'> | undefined {
		this.#asked = true;
		if (this.chosen === undefined) return undefined;
		const [time] = TIME.exec(this.time === OWN ? this.ownTime : this.time) ?? [];
		this.#left.leave('');
		const opener = (this.opener === OWN ? this.ownOpener : this.opener).trim();
		return {
			day: this.chosen,
			kind: this.kind as TouchKind,
			purpose: 'just-talked',
			...(time === undefined ? {} : { time }),
			...(opener === '' ? {} : { opener })
		};
	}
}
