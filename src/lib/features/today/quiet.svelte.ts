// Who is going quiet, and whom to call for no reason; loaded once the years that tell have been read.
import type { Person } from '$lib/domain/records/person';
import { fadingPeople, type Tracked } from '$lib/domain/fading';
import { nextPlan } from '$lib/domain/next-plan';
import type { Kith } from '$lib/state/kith.svelte';
import type { Standings } from '$lib/state/standings.svelte';
import { warmthReason } from '$lib/state/warmth-in-words';
import { doing, type AgendaGroup, type AgendaRow } from './agenda.svelte';

/** The second half of Today. */
export class Quiet implements AgendaGroup {
	readonly #kith: Kith;
	readonly #others: () => readonly (Person | undefined)[];
	readonly id = 'fading';
	readonly title = 'Going quiet';
	readonly #standings: Standings;
	/** Fading people, the Top Ten first. */
	readonly shown = $derived.by(() => this.#shown());
	readonly rows = $derived(this.shown.map((one) => this.#row(one)));
	/** Somebody to call for no reason on an empty day: another one each day, the ten first. */
	readonly forNoReason = $derived.by((): Person | undefined => {
		const { today } = this.#kith.clock;
		const spokenOf = new Set(this.#others().map((person) => person?.id));
		const all = [...this.#standings.all].filter(
			({ person, warmth }) =>
				(person.snoozedUntil ?? today) <= today && warmth.days !== 0 && !spokenOf.has(person.id)
		);
		const ten = all.filter(({ place }) => place !== undefined);
		const choice = (ten.length > 0 ? ten : all).map(({ person }) => person);
		if (choice.length === 0) return undefined;
		return choice[Number(today.replaceAll('-', '')) % choice.length];
	});

	/** @param others who stand on the page already: nobody is brought up twice */
	constructor(kith: Kith, standings: Standings, others: () => readonly (Person | undefined)[]) {
		this.#kith = kith;
		this.#others = others;
		this.#standings = standings;
	}

	/** How everybody stands, shown today or not. */
	get everybody(): readonly Tracked[] {
		return [...this.#standings.all];
	}

	#shown(): Tracked[] {
		const { live, clock } = this.#kith;
		const spokenOf = new Set(this.#others().map((person) => person?.id));
		const book = live.read('plan');
		const isLookedAfter = ({ id }: Person): boolean =>
			spokenOf.has(id) || nextPlan(book.about('plan', id), clock.today) !== undefined;
		return fadingPeople(this.#standings.all, isLookedAfter, clock.today);
	}

	#row({ person, warmth, place }: Tracked): AgendaRow {
		return {
			key: person.id,
			person,
			when: '',
			warmth: warmth.kind,
			name: person.name,
			why: sentence(warmthReason(warmth, place !== undefined)),
			...doing(person, person.texting === 'we-text' ? 'text' : 'call'),
			subject: { table: 'person', record: person }
		};
	}
}

function sentence(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
