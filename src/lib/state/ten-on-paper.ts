// The Top Ten as it is printed: a sheet lies about, so nothing sensitive and nothing to be kept quiet is
// on it.
import { ageOf } from '$lib/domain/age';
import { isHushed } from '$lib/domain/hush';
import { initialsOf } from '$lib/domain/initials';
import { nextPlan } from '$lib/domain/next-plan';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { openersFor } from './openers';
import { FIVE_OPENERS } from './talk';
import { hushedAbout } from './thanks';
import { planDay } from './walk-words';

/** Names around somebody, as many as a line takes. */
const NAMES = 4;

/** One of the ten places on paper. */
export interface PlaceOnPaper {
	readonly place: number;
	/** A free place has none. */
	readonly name?: string;
	readonly company?: string;
	/** Who is around them: "Max (9)". */
	readonly circle?: readonly string[];
	/** One thing to begin with. */
	readonly opener?: string;
	/** The next booked day. */
	readonly day?: string;
}

/** The ten places in order; with initials only, nothing is on the sheet that tells who they are. */
export function tenOnPaper(kith: Kith, initials: boolean): PlaceOnPaper[] {
	return kith.ten.seating.seats.map((slot, index) => {
		const person = slot && kith.live.get('person', slot.person);
		return { place: index + 1, ...(person ? told(kith, person, initials) : {}) };
	});
}

function told(kith: Kith, person: Person, initials: boolean): Omit<PlaceOnPaper, 'place'> {
	const { live, clock } = kith;
	const plan = nextPlan(live.about('plan', person.id), clock.today);
	const day = plan ? { day: planDay(plan, clock.today) } : {};
	if (initials) return { name: initialsOf(person.name), ...day };
	const hushed = hushedAbout(kith, person);
	const circle = live
		.about('circle', person.id)
		.toSorted((a, b) => (a.id < b.id ? -1 : 1))
		.filter(({ name }) => !isHushed(name, hushed))
		.slice(0, NAMES)
		.map((member) => {
			const age = ageOf(member, clock.today);
			return age === undefined ? member.name : `${member.name} (${age})`;
		});
	const openers = [plan?.opener?.trim() ?? '', ...openersFor(kith, person)];
	const opener = openers.find(
		(words) => words !== '' && !FIVE_OPENERS.includes(words) && !isHushed(words, hushed)
	);
	return {
		name: person.name,
		...(person.company?.trim() ? { company: person.company.trim() } : {}),
		circle,
		...(opener === undefined ? {} : { opener }),
		...day
	};
}
