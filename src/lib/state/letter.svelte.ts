// Text one person today, as this device has it: whom, the draft, and what was put off until tomorrow.
import * as v from 'valibot';
import { withCounted } from '$lib/domain/counted-moments';
import { addDays, type Day } from '$lib/domain/day';
import { isNamedAndNear, NEAR_AHEAD } from '$lib/domain/named-things';
import type { Person } from '$lib/domain/records/person';
import { textToday, type TextToday } from '$lib/domain/text-one';
import type { Kith } from './kith.svelte';
import { noteLanguage } from './note-language';
import type { Standings } from './standings.svelte';
import { WordsLeft } from './words-left';

/** Where the day's answers are kept; there are ids in it and no words. */
const FORM = 'letter';

const answers = v.object({
	day: v.string(),
	/** Nothing more today. */
	over: v.exactOptional(v.boolean()),
	declined: v.exactOptional(v.array(v.string())),
	/** Who is being written to. */
	kept: v.exactOptional(v.string())
});
type Answers = v.InferOutput<typeof answers>;

/** The letter of today. */
export class Letter {
	readonly #kith: Kith;
	readonly #standings: Standings;
	readonly #left: WordsLeft;
	/** Undefined until it is known what was answered today. */
	#answers = $state.raw<Answers>();
	/** Few of all people, and other ones only when somebody is written down anew. */
	readonly #texted = $derived.by(() =>
		this.#kith.live
			.all('person')
			.filter(({ texting }) => texting === 'we-text')
			.map(({ id }) => id)
	);
	/** Read once for all that changes elsewhere: finding names takes longer than all the rest. */
	readonly #near = $derived.by(() => {
		const { live, clock } = this.#kith;
		const { today } = clock;
		const written = { people: [], circle: live.all('circle'), moments: live.all('moment') };
		return withCounted(written, today, addDays(today, NEAR_AHEAD)).filter((moment) =>
			isNamedAndNear(moment, today)
		);
	});
	/** Whom to text or ask about; undefined when there is nothing to say. */
	readonly today = $derived.by((): TextToday | undefined => this.#choose());

	/** The moment it is about, when it is about one: nothing else on the page needs to bring that up. */
	get moment(): string | undefined {
		const { today } = this;
		return today?.for === 'text' && today.thing.from === 'moment'
			? today.thing.moment.id
			: undefined;
	}

	/** @param standings how everybody stands: reckoned for the rest of Today already */
	constructor(kith: Kith, standings: Standings) {
		this.#kith = kith;
		this.#standings = standings;
		this.#left = new WordsLeft(kith.book, FORM);
		void this.#left.read().then((words) => {
			this.#answers = read(words) ?? { day: '' };
		});
	}

	/** Somebody else, please. */
	decline({ id }: Person): void {
		const given = this.#ofToday;
		this.#answer({ ...given, declined: [...(given.declined ?? []), id] });
	}

	/** Nothing more today. */
	notToday(): void {
		this.#answer({ ...this.#ofToday, over: true });
	}

	/** Keeps the person while a draft is being written, whoever else comes nearer meanwhile. */
	keep({ id }: Person): void {
		if (this.#ofToday.kept !== id) this.#answer({ ...this.#ofToday, kept: id });
	}

	get #ofToday(): Answers {
		const day: Day = this.#kith.clock.today;
		return this.#answers?.day === day ? this.#answers : { day };
	}

	#answer(given: Answers): void {
		this.#answers = given;
		this.#left.leave(JSON.stringify(given));
	}

	#choose(): TextToday | undefined {
		const { live, ten, clock } = this.#kith;
		const { over, declined, kept } = this.#ofToday;
		if (!this.#answers || over || !live.isRecent) return undefined;
		const standings = this.#standings.byId;
		const book = live.read('person', 'touch', 'circle', 'fact', 'moment');
		const seated = ten.seating.seats.map((slot) => slot && book.get('person', slot.person));
		return textToday(
			{
				people: this.#texted.flatMap((id) => standings.get(id) ?? []),
				ten: seated.filter((person) => person !== undefined),
				moments: this.#near,
				touchesOf: ({ id }) => book.about('touch', id),
				entriesOf: ({ id }) => {
					const circle = book.about('circle', id);
					const written = { people: [], circle, moments: book.about('moment', id) };
					return {
						circle,
						namesIn: noteLanguage.namesIn,
						facts: book.about('fact', id),
						moments: withCounted(written, clock.today)
					};
				},
				declined: new Set(declined),
				kept
			},
			clock.today
		);
	}
}

function read(words: string): Answers | undefined {
	try {
		const result = v.safeParse(answers, JSON.parse(words));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}
