// The people of the sample book after the cast: made up by chance, a few to each company.
import type { Id } from '$lib/domain/id';
import type { Relation } from '$lib/domain/records/circle';
import type { Person } from '$lib/domain/records/person';
import type { Acquaintance } from './acquaintance';
import { yearsBefore } from './calendar';
import { companies, type Company } from './companies';
import type { Draft } from './draft';
import { Names } from './names';
import { between, pick } from './pick';
import { addressOf, emailOf } from './reach';
import { factText, type Known } from './sentences';

/** Days between touches where it is not the default; 0 is not tracked. */
const CADENCES = [0, 60, 180, 365];
/** One in twenty each, the rest not known. */
const TEXTING = ['we-text', 'we-text', 'they-texted', 'not-yet'] as const;
const CLOSENESS = ['customer', 'customer', 'customer', 'customer', 'colleague', 'friend'] as const;

/** Writes people up to the given number in all; returns those it has added. */
export function writeCrowd(draft: Draft, people: number): Acquaintance[] {
	const count = people - draft.person.length;
	if (count <= 0) return [];
	const { random, words } = draft;
	const names = new Names(
		random,
		words.names,
		draft.person.map(({ name }) => name)
	);
	const employers = companies(random, words, names, Math.ceil(count / 4));
	const colleagues = new Map<Company, Acquaintance>();
	const crowd: Acquaintance[] = [];
	for (let index = draft.person.length; index < people; index++) {
		const employer = pick(() => random() ** 1.3, employers);
		const one = writeOne(draft, names, employer, index, colleagues.get(employer));
		if (one.pace > 0) colleagues.set(employer, one);
		crowd.push(one);
	}
	return crowd;
}

function writeOne(
	draft: Draft,
	names: Names,
	employer: Company,
	index: number,
	colleague: Acquaintance | undefined
): Acquaintance {
	const { random, calendar } = draft;
	const met = Math.ceil(calendar.span * (0.15 + 0.85 * random()));
	const mark = draft.mark<'person'>(met);
	const person = personOf(draft, names, employer, index);
	draft.person.push({ ...mark, ...person });
	const texts = person.texting === 'we-text';
	const first = person.name.slice(0, person.name.indexOf(' '));
	const known = { first, ...writeCircle(draft, names, mark.id, met, texts ? 0.6 : 0.22) };
	writeKnown(draft, mark.id, met);
	return {
		id: mark.id,
		known,
		texts,
		met,
		quiet: 0,
		quietTalk: 0,
		talk: texts ? 0.5 : 0.1 + 0.35 * random(),
		pace: random() < 0.25 ? 0 : 0.15 + 3 * random() ** 3,
		...(colleague && { colleague })
	};
}

function personOf(
	draft: Draft,
	names: Names,
	employer: Company,
	index: number
): Omit<Person, 'id' | 'batch'> {
	const { random, words } = draft;
	const [givenName, familyName] = names.person();
	const name = `${givenName} ${familyName}`;
	const texting = TEXTING[Math.floor(random() * 20)];
	const closeness = CLOSENESS[Math.floor(random() * 20)];
	return {
		name,
		givenName,
		familyName,
		company: employer.name,
		title: pick(random, employer.titles),
		...(random() < 0.93 && { phones: [words.phoneOf(index)] }),
		...(random() < 0.85 && { emails: [{ value: emailOf(name, employer.name), label: 'work' }] }),
		...(random() < 0.7 && { addresses: [addressOf(employer.city)] }),
		tags: random() < 0.1 ? [employer.tag, words.tradeFair].sort() : [employer.tag],
		...(random() < 0.3 && { cadence: pick(random, CADENCES) }),
		...(texting && { texting }),
		...(closeness && { closeness })
	};
}

function writeCircle(
	draft: Draft,
	names: Names,
	person: Id<'person'>,
	met: number,
	chance: number
): Omit<Known, 'first'> {
	const { random, calendar } = draft;
	const add = (relation: Relation, name: string, years?: number) => {
		const ago = between(random, 0, met);
		const birthday = years !== undefined && random() < 0.4;
		const born = birthday && calendar.ago(between(random, 0, 364));
		draft.circle.push({
			...draft.mark<'circle'>(ago),
			person,
			name,
			relation,
			...(born && { birthday: yearsBefore(born, years) }),
			...(years !== undefined && !born && { age: { years, on: calendar.ago(ago) } })
		});
		return name;
	};
	const spouse = random() < chance && add('spouse', names.given());
	const child = random() < chance && add('child', names.given(), between(random, 1, 16));
	const pet = random() < chance / 2 && add('pet', names.pet());
	return { ...(spouse && { spouse }), ...(child && { child }), ...(pet && { pet }) };
}

function writeKnown(draft: Draft, person: Id<'person'>, met: number): void {
	const { random, calendar, words } = draft;
	if (random() < 0.35) {
		const [topic, text] = factText(words.sentences, random);
		const day = calendar.ago(between(random, 0, met));
		draft.fact.push({ ...draft.mark<'fact'>(met), person, topic, text, source: 'told-me', day });
	}
	if (random() < 0.3) {
		const day = calendar.ago(between(random, 0, 364));
		const years = random() < 0.5 ? between(random, 25, 64) : undefined;
		draft.moment.push({
			...draft.mark<'moment'>(met),
			person,
			kind: 'birthday',
			day: yearsBefore(day, years),
			yearly: true
		});
	}
}
