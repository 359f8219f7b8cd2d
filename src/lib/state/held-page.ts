// What is held about one person in words: the page on the screen, on paper and in the file are one and the same.
import { ageOf } from '$lib/domain/age';
import type { Answer } from '$lib/domain/answers';
import { dayOfDate, type AnyDay, type Day } from '$lib/domain/day';
import type { Post } from '$lib/domain/employment';
import type { Held, HeldAnswers, HeldPlace } from '$lib/domain/held';
import type { HeldLine, HeldPage, HeldSection } from '$lib/domain/held-page';
import { binaryProperty } from '$lib/domain/kept-lines';
import type { Circle } from '$lib/domain/records/circle';
import type { Fact } from '$lib/domain/records/fact';
import type { Owner } from '$lib/domain/records/field';
import type { Moment } from '$lib/domain/records/moment';
import type { Person, Reach } from '$lib/domain/records/person';
import type { ThankYou } from '$lib/domain/records/thank-you';
import type { Happening } from '$lib/domain/timeline';
import { closenessWords } from './closeness';
import { aspectWords } from './fact-words';
import {
	heldWords as words,
	statesOfThanks,
	withoutSensitive,
	withSensitive,
	type HeldNames
} from './held-words';
import { language } from './language';
import { outcomeWords } from './outcome-words';
import { apartLabel, apartText } from './merge-words';
import { ownerMark } from './owners';
import {
	gestureWords,
	memberInWords,
	momentInWords,
	planInWords,
	sourceWords,
	textingWords
} from './person-words';
import { reachLabel } from './reach-words';
import { count, longDay, purposeWords, touchKindWords, within } from './say';
import { sectionWords, topicInWords } from './topics';

/** The page. @param sensitive whether sensitive parts are in it */
export function heldPage(held: Held, today: Day, sensitive: boolean): HeldPage {
	return {
		lang: language,
		title: `${words.title}: ${held.person.name}`,
		name: held.person.name,
		preface: [
			words.made(longDay(today)),
			sensitive ? withSensitive : withoutSensitive(held.leftOut),
			words.others
		],
		sections: heldSections(held, today, words)
	};
}

/** Its parts; those with nothing in them are left out. @param names how the person is spoken of */
export function heldSections(held: Held, today: Day, names: HeldNames): HeldSection[] {
	const { person } = held;
	const sections: HeldSection[] = [
		{ title: names.who, lines: who(held) },
		{ title: names.reach, lines: reach(person) },
		{ title: names.work, lines: held.posts.map(post) },
		{ title: names.circle, lines: held.circle.map((member) => around(member, today)) },
		{ title: names.memberOf, lines: held.memberOf.flatMap((place) => inCircle(place, today)) },
		...held.known.map(known),
		{ title: words.moments, lines: held.moments.map((one) => moment(one, held.circle)) },
		{
			title: words.promises,
			lines: held.promises.map(({ text, due, keptOn }) => ({
				what: text,
				why: join([due && `by ${longDay(due)}`, keptOn ? `kept ${longDay(keptOn)}` : words.open])
			}))
		},
		{
			title: words.plans,
			lines: held.plans.map((plan) => ({
				when: longDay(plan.day),
				what: planInWords(plan),
				why: join([plan.opener, plan.closedOn && `closed ${longDay(plan.closedOn)}`])
			}))
		},
		{ title: words.happened, lines: held.happened.map(happened) },
		{
			title: words.gestures,
			lines: held.gestures.map(({ day, direction, kind, text, owner }) => ({
				when: longDay(day),
				what: text?.trim() || gestureWords[kind],
				why: join([
					direction === 'given' ? 'Given' : 'Received',
					text?.trim() ? within(gestureWords[kind]) : undefined,
					ownerMark(owner)
				])
			}))
		},
		{ title: words.thanks, lines: held.thankYous.map(thanks) },
		{ title: words.closeness, lines: closeness(held, names) }
	];
	return sections.filter(({ lines }) => lines.length > 0);
}

function who({ person, introducer, introduced }: Held): HeldLine[] {
	const { name, givenName, familyName, nickname, tags = [], about, texting, cadence } = person;
	const full = [givenName, familyName].filter(Boolean).join(' ');
	return [
		line('Full name', full === name ? undefined : full),
		line('Called', nickname),
		line('Tags', tags.join(', ')),
		line('Note to self', about),
		line('Introduced by', introducer),
		line('Introduced to me', introduced.join(', ')),
		line('Texting', texting && textingWords[texting]),
		line('How often', cadence === undefined ? undefined : every(cadence)),
		line('Kept from an address book', person.vcard?.map(readable).join('\n'))
	].flat();
}

/** A picture in letters would fill the page and show nobody anything. */
function readable(kept: string): string {
	const property = binaryProperty(kept);
	return property === undefined ? kept : `${property}: ${leftOutHere(property)}`;
}

function leftOutHere(property: string): string {
	return `${binaryWords[property] ?? 'data'}, left out here`;
}

const binaryWords: Readonly<Record<string, string>> = {
	PHOTO: 'a picture',
	LOGO: 'a picture',
	SOUND: 'a sound',
	KEY: 'a key'
};

function every(days: number): string {
	return days === 0 ? 'Not tracked' : `Every ${count(days, 'day')}`;
}

function reach({ phones = [], emails = [], links = [], addresses = [] }: Person): HeldLine[] {
	const lines = (kind: string, list: readonly Reach[]): HeldLine[] =>
		list.map(({ value, label }) => ({
			what: value,
			why: join([kind, label && reachLabel(label)])
		}));
	return [
		...lines('Phone', phones),
		...lines('Email', emails),
		...lines('Link', links),
		...addresses.map(({ label, street, city, region, postcode, country }) => ({
			what: [street, [postcode, city].filter(Boolean).join(' '), region, country]
				.filter((part) => part?.trim())
				.join('\n'),
			why: join(['Address', label && reachLabel(label)])
		}))
	];
}

function post({ company, title, from, to, isPresent }: Post): HeldLine {
	const since = from && `since ${longDay(from)}`;
	const stretch = [from && `from ${longDay(from)}`, to && `until ${longDay(to)}`].filter(Boolean);
	return {
		what: join([title, company]) ?? company,
		why: isPresent ? since : stretch.join(' ') || undefined
	};
}

function around(member: Circle, today: Day): HeldLine {
	const { birthday, age, about } = member;
	return {
		what: memberInWords(member, ageOf(member, today)),
		why: join([
			about,
			birthday && `born ${longDay(birthday)}`,
			age && `${age.years} on ${longDay(age.on)}`
		])
	};
}

function inCircle({ of, member, moments }: HeldPlace, today: Day): HeldLine[] {
	const { why, ...line } = around(member, today);
	return [
		{ ...line, why: join([words.circleOf(of), why]) },
		...moments.map((one) => moment(one, [member]))
	];
}

function known({ section, answers }: HeldAnswers): HeldSection {
	const title = section === 'free' ? words.known : `${words.known}: ${sectionWords[section]}`;
	return { title, lines: answers.map(answer) };
}

function answer({ fact, before }: Answer): HeldLine {
	const { topic, label, aspect } = fact;
	const about =
		(label && apartLabel(label)) ?? topicInWords(topic) ?? (aspect && aspectWords[aspect]);
	return {
		when: topic === undefined ? about : `${topic} · ${about ?? ''}`,
		what: apartText(label, fact.text),
		why: learned(fact, fact.sensitive),
		before: before.map(
			(older) => `${words.before}: ${apartText(older.label, older.text)} (${learned(older) ?? ''})`
		)
	};
}

function learned({ source, day, owner }: Fact, sensitive?: boolean): string | undefined {
	return join([
		source && sourceWords[source],
		longDay(day),
		sensitive && words.sensitive,
		ownerMark(owner)
	]);
}

function moment(one: Moment, circle: readonly Circle[]): HeldLine {
	const whose = circle.find(({ id }) => id === one.circle);
	return {
		what: momentInWords(one, whose),
		why: join([longDay(one.day), one.yearly && 'every year'])
	};
}

function happened({ day, touch, notes, people }: Happening): HeldLine {
	const how = touch && [outcomeWords[touch.outcome], purposeWords[touch.purpose]].map(within);
	const said = notes.map(({ body }) => body.trim()).filter(Boolean);
	const kind = touch ? touchKindWords[touch.kind] : 'Note';
	const others = people.length - 1;
	return {
		when: join([longDay(day), touch?.time]),
		what: said.length > 0 ? said.join('\n\n') : kind,
		why: join([
			said.length > 0 ? kind : undefined,
			...(how ?? []),
			others > 0 && `with ${count(others, 'other person', 'other people')}`,
			...new Set(notes.map(({ owner }: { owner?: Owner }) => ownerMark(owner)))
		])
	};
}

function thanks({ since, state, on, mention }: ThankYou): HeldLine {
	return {
		when: longDay(dayOfDate(new Date(since))),
		what: mention?.trim() || words.thank,
		why: join([statesOfThanks[state], on && longDay(on)])
	};
}

function closeness({ person, closeness, ten, friendOn }: Held, names: HeldNames): HeldLine[] {
	const undated = person.closeness && closeness.length === 0 ? [{ kind: person.closeness }] : [];
	return [
		...closeness.map(({ kind, on }) => ({ what: closenessWords[kind], why: since(on) })),
		...undated.map(({ kind }) => ({ what: closenessWords[kind] })),
		...friendOn.map((on) => ({ what: names.friend, why: longDay(on) })),
		...ten.map(({ from, to, reason }) => ({
			what: 'In the Top Ten',
			why: join([since(from), to && `until ${longDay(to)}`, reason])
		}))
	];
}

function since(day: AnyDay): string {
	return `since ${longDay(day)}`;
}

function line(why: string, what: string | undefined): HeldLine[] {
	return what?.trim() ? [{ what, why }] : [];
}

function join(parts: readonly (string | false | undefined)[]): string | undefined {
	return parts.filter((part) => part && part.trim() !== '').join(', ') || undefined;
}
