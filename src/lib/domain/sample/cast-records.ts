// Turns the people written by hand into records: who they are, who is around them, where they worked.
import type { Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import type { Circle } from '$lib/domain/records/circle';
import type { Acquaintance } from './acquaintance';
import { yearsBefore } from './calendar';
import { writeHappening, writeLearned } from './cast-history';
import type { CastCircle, CastMember } from './cast-member';
import type { Draft } from './draft';
import { addressOf, emailOf } from './reach';

/** How many of the cast hold a place in the Top Ten; the next one has given up the tenth. */
const SEATED = 9;
/** How many days ago the last one to stop working had the last day. */
const FAREWELL = 130;

/** Writes the first people of the book with all that is known of them; returns them in order. */
export function writeCast(draft: Draft, members: readonly CastMember[]): Acquaintance[] {
	const span = draft.calendar.span;
	const met = members.map((member, index) => {
		return { member, index, mark: draft.mark<'person'>(span - index) };
	});
	const ids = new Map(met.map(({ member, mark }) => [member.person.name, mark.id]));
	for (const { member, index, mark } of met) {
		writePerson(draft, member, mark, index, ids);
		writeSlot(draft, mark.id, index);
	}
	writeLoose(draft);

	const learned = new Map<string, Id<'fact'>>();
	for (const { member, mark } of met) writeLearned(draft, mark.id, 210, member, learned);
	const happened = met
		.flatMap(({ member, mark }) => member.happened.map((what) => ({ person: mark.id, what })))
		.filter(({ what }) => what.ago <= span)
		.sort((one, other) => one.what.ago - other.what.ago);
	for (const { person, what } of happened) writeHappening(draft, ids, person, what, learned);
	return met.map(({ member, mark }) => acquaintanceOf(member, mark.id, span));
}

function acquaintanceOf(member: CastMember, id: Id<'person'>, span: number): Acquaintance {
	const { name } = member.person;
	const around = (relation: Circle['relation']) =>
		member.circle?.find((one) => one.relation === relation)?.name;
	const spouse = around('spouse');
	const child = around('child');
	const pet = around('pet');
	return {
		id,
		known: {
			first: name.slice(0, name.indexOf(' ')),
			...(spouse && { spouse }),
			...(child && { child }),
			...(pet && { pet })
		},
		texts: member.person.texting === 'we-text',
		met: span,
		quiet: member.happened[0]?.ago ?? 0,
		quietTalk: member.happened.find(({ talked }) => talked)?.ago ?? 0,
		talk: member.talk ?? 0.4,
		pace: member.pace ?? 1
	};
}

function writePerson(
	draft: Draft,
	member: CastMember,
	mark: { readonly id: Id<'person'>; readonly batch: string },
	index: number,
	ids: ReadonlyMap<string, Id<'person'>>
): void {
	const { name, company } = member.person;
	const cut = name.indexOf(' ');
	const introducedBy = ids.get(member.introducedBy ?? '');
	draft.person.push({
		...mark,
		...member.person,
		givenName: name.slice(0, cut),
		familyName: name.slice(cut + 1),
		phones: [draft.words.phoneOf(index)],
		emails: [{ value: emailOf(name, company), label: 'work' }],
		addresses: [addressOf(member.city)],
		...(introducedBy && { introducedBy }),
		...(member.there !== undefined && { since: yearsAgo(draft, member.there) })
	});
	writePast(draft, member, mark.id);
	for (const one of member.circle ?? []) writeCircle(draft, mark.id, one, ids);
	for (const { in: days, ...plan } of member.plans ?? []) {
		const day = plan.kind === 'text' ? days : draft.calendar.workday(days);
		draft.plan.push({
			...draft.mark<'plan'>(3),
			person: mark.id,
			day: draft.calendar.in(day),
			...plan
		});
	}
}

/** Where somebody worked before, and what the rep called them since when. */
function writePast(draft: Draft, { worked, closer }: CastMember, person: Id<'person'>): void {
	const farewell = draft.calendar.in(draft.calendar.workday(-FAREWELL));
	for (const [company, title, from, until] of worked ?? []) {
		const to = until === 0 ? farewell : yearsAgo(draft, until);
		draft.employment.push({
			...draft.mark<'employment'>(200),
			...{ person, company, title, from: yearsAgo(draft, from), to }
		});
	}
	for (const [ago, kind] of closer ?? []) {
		if (ago > draft.calendar.span) continue;
		draft.closeness.push({
			...draft.mark<'closeness'>(ago),
			...{ person, kind, on: draft.calendar.ago(ago) }
		});
	}
}

/** A day some years ago, as people remember when they began somewhere. */
function yearsAgo({ calendar }: Draft, years: number): Day {
	return yearsBefore(calendar.ago(75), years);
}

function writeCircle(
	draft: Draft,
	person: Id<'person'>,
	{ turns, age, self, ...one }: CastCircle,
	ids: ReadonlyMap<string, Id<'person'>>
): void {
	const ago = 40;
	const mark = draft.mark<'circle'>(ago);
	const same = ids.get(self ?? '');
	const birthday = turns && yearsBefore(draft.calendar.in(turns[0]), turns[1]);
	draft.circle.push({
		...mark,
		person,
		...one,
		...(birthday && { birthday }),
		...(age !== undefined && { age: { years: age, on: draft.calendar.ago(ago) } }),
		...(same && { self: same })
	});
	if (birthday) {
		draft.moment.push({
			...draft.mark<'moment'>(ago),
			person,
			kind: 'birthday',
			day: birthday,
			yearly: true,
			circle: mark.id
		});
	}
}

function writeSlot(draft: Draft, person: Id<'person'>, index: number): void {
	if (index > SEATED) return;
	const ago = 700 - 45 * index;
	draft.slot.push({
		...draft.mark<'slot'>(ago),
		person,
		place: index + 1,
		from: draft.calendar.ago(ago),
		...(index === SEATED && {
			to: draft.calendar.ago(75),
			reason: draft.words.leftTheTen
		})
	});
}

function writeLoose(draft: Draft): void {
	const { calendar, words } = draft;
	const { articles, companyNotes, founded, inbox } = words.loose;
	for (const { ago, ...article } of articles) {
		draft.article.push({ ...draft.mark<'article'>(ago), ...article, savedOn: calendar.ago(ago) });
	}
	for (const [ago, body] of inbox) {
		draft.enter('note', { ...draft.mark<'note'>(ago), people: [], day: calendar.ago(ago), body });
	}
	const companies = new Set(draft.person.map(({ company }) => company));
	for (const [ago, company, body] of companyNotes) {
		if (!companies.has(company)) continue;
		const day = calendar.ago(ago);
		draft.enter('note', { ...draft.mark<'note'>(ago), people: [], company, day, body });
	}
	for (const [company, inDays, years] of founded) {
		if (!companies.has(company)) continue;
		draft.moment.push({
			...draft.mark<'moment'>(100),
			...{ company, kind: 'founding-day', yearly: true },
			day: yearsBefore(calendar.in(inDays), years)
		});
	}
}
