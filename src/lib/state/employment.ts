// What a rep does with the posts somebody has had: write one down, correct it, and the move to a new job.
import { changedFields } from '$lib/domain/changed-fields';
import { isDay, type AnyDay, type Day } from '$lib/domain/day';
import { jobsWithout, lastDayBefore, postsOf, type Post } from '$lib/domain/employment';
import { fold } from '$lib/domain/fold';
import type { Employment } from '$lib/domain/records/employment';
import type { Person, Reach } from '$lib/domain/records/person';
import type { Draft } from '$lib/store/change';
import type { Kith } from './kith.svelte';
import { longDay, within } from './say';
import { trashTime } from './trash-time';
import { write } from './writing';

/** An earlier post as the rep writes it. */
export interface PostFields {
	readonly company: string;
	readonly title?: string;
	readonly from?: AnyDay;
	readonly to?: AnyDay;
}

/** A move as the rep tells it. */
export interface Move {
	/** Absent for who works nowhere now: retired, or between jobs. */
	readonly company?: string;
	readonly title?: string;
	readonly since?: Day;
	/** Numbers and addresses of the old place that are not to be kept, by their value. */
	readonly dropped?: ReadonlySet<string>;
}

/** The posts of a person, the present one first; follows the book. */
export function postsAbout({ live }: Kith, person: Person): Post[] {
	return postsOf(person, live.about('employment', person.id));
}

/** Writes an earlier post down, or corrects it; one from the older list becomes a record of its own. */
export function keepPost(kith: Kith, person: Person, fields: PostFields, post?: Post): void {
	const [first, ...twins] = post?.records ?? [];
	const cleared = { title: undefined, from: undefined, to: undefined };
	const changed = changedFields(post ?? {}, { ...cleared, ...fields });
	if (changed === undefined && first !== undefined) return;
	write(kith, (draft) => {
		if (first === undefined) {
			draft.add('employment', {
				id: kith.book.newId('employment'),
				person: person.id,
				...fields
			});
		} else {
			draft.edit('employment', first, changed ?? {});
		}
		const trashedAt = trashTime(kith);
		for (const id of twins) draft.edit('employment', id, { trashedAt });
		if (post) leaveOlderList(kith, draft, person, post);
	});
}

/** Moves an earlier post to the trash. */
export function trashPost(kith: Kith, person: Person, post: Post): void {
	const { company, title, from, to, records } = post;
	const trashedAt = trashTime(kith);
	write(
		kith,
		(draft) => {
			for (const id of records) draft.edit('employment', id, { trashedAt });
			if (records.length === 0) {
				const record = recordOf(kith, person, { company, title, from, to });
				draft.add('employment', { ...record, trashedAt });
			}
			leaveOlderList(kith, draft, person, post);
		},
		`${company} is in the trash`
	);
}

/** Why a move cannot be as it was told; undefined when it can. */
export function moveProblem(kith: Kith, person: Person, move: Move): string | undefined {
	if (move.since !== undefined && move.since > kith.clock.today) {
		return 'That day has not come yet. Note it as a moment, and move them when it has.';
	}
	const [present] = postsAbout(kith, person);
	if (!present?.isPresent) return undefined;
	const { company, title, from } = present;
	if (fold(move.company ?? '') === fold(company) && fold(move.title ?? '') === fold(title ?? '')) {
		return `That is where they are already. For another job at ${company}, write its title.`;
	}
	if (move.since !== undefined && from !== undefined && isDay(from) && move.since <= from) {
		return move.since === from
			? `That is the day they began at ${company}.`
			: `That is before ${longDay(from)}, when they began at ${company}.`;
	}
	return undefined;
}

/**
 * Moves a person to a new job, or out of work, in one step: the old post is kept as an earlier one, and
 * all else stays. A new title at the same company leaves the day they began there.
 */
export function moveToNewJob(kith: Kith, person: Person, move: Move): void {
	const isSamePlace = isSameCompany(person, move);
	const where =
		move.company === undefined
			? person.company === undefined
				? 'no longer at work'
				: `no longer at ${person.company}`
			: isSamePlace
				? `a new post at ${move.company}`
				: `now at ${move.company}`;
	const old = oldPostOf(kith, person, move);
	write(
		kith,
		(draft) => {
			if (old) draft.add('employment', old);
			draft.edit('person', person.id, fieldsAfter(person, move));
		},
		`${person.name}: ${where}`
	);
}

/** The present post as the record of an earlier one, for who moves on; undefined for who had none. */
export function oldPostOf(kith: Kith, person: Person, move: Move): Employment | undefined {
	const [present] = postsOf(person, kith.book.about('employment', person.id));
	if (!present?.isPresent) return undefined;
	const { company, title, from } = present;
	return recordOf(kith, person, { company, title, from, to: lastDayBefore(move.since) });
}

/** What a move changes of the person's own fields. */
export function fieldsAfter(person: Person, move: Move) {
	const isSamePlace = isSameCompany(person, move);
	return {
		company: move.company,
		title: move.title,
		since: isSamePlace ? person.since : move.company === undefined ? undefined : move.since,
		...(isSamePlace ? {} : movedReach(person, move.dropped))
	};
}

function isSameCompany(person: Person, move: Move): boolean {
	return fold(move.company ?? '') === fold(person.company ?? '');
}

/* As people call it in the languages of the app, and as an address book does. */
const WORK =
	/\b(work|office|business|company|desk|direct|arbeit|büro|firma|geschäftlich|dienstlich|durchwahl)\b/i;

/** Whether a number or address belongs to where somebody works, as far as its label tells. */
export function isOfWork({ label }: Reach): boolean {
	return WORK.test(label ?? '') && !isOld(label);
}

function movedReach({ phones = [], emails = [] }: Person, dropped?: ReadonlySet<string>) {
	return {
		...(phones.some(isOfWork) ? { phones: moved(phones, dropped) } : {}),
		...(emails.some(isOfWork) ? { emails: moved(emails, dropped) } : {})
	};
}

/* Those of the old place are kept, marked, behind all others: what is tapped first should reach them. */
function moved(
	items: readonly Reach[],
	dropped: ReadonlySet<string> = new Set()
): readonly Reach[] | undefined {
	const old = items
		.filter((item) => isOfWork(item) && !dropped.has(item.value))
		.map(({ value, label }) => ({
			value,
			label: `old ${label === undefined ? 'work' : within(label)}`
		}));
	const kept = [...items.filter((item) => !isOfWork(item)), ...old];
	return kept.length > 0 ? kept : undefined;
}

function isOld(label: string | undefined): boolean {
	return /^(?:old|früher)\b/i.test(label ?? '');
}

/* A post as a record of its own, without what is not known of it. */
function recordOf(
	{ book }: Kith,
	{ id: person }: Person,
	{ company, title, from, to }: Pick<Post, 'company' | 'title' | 'from' | 'to'>
): Employment {
	return {
		id: book.newId('employment'),
		person,
		company,
		...(title === undefined ? {} : { title }),
		...(from === undefined ? {} : { from }),
		...(to === undefined ? {} : { to })
	};
}

function leaveOlderList({ book }: Kith, draft: Draft, { id }: Person, post: Post): void {
	const person = book.get('person', id);
	if (person?.jobs === undefined) return;
	const jobs = jobsWithout(person, post);
	if (jobs?.length !== person.jobs.length) draft.edit('person', id, { jobs });
}
