// The posts somebody has had, present one first: from the person's own fields, the employment records, and
// the older list an address book brought.
import { addDays, isDay, type AnyDay, type Day } from './day';
import { fold } from './fold';
import type { Id } from './id';
import type { Employment } from './records/employment';
import type { Person } from './records/person';

/** An earlier employer as an address book or an older version wrote it. */
type Job = NonNullable<Person['jobs']>[number];

/** One post, however often it was written down. */
export interface Post {
	/** Unlike that of any other post of the person. */
	readonly key: string;
	readonly company: string;
	readonly title: string | undefined;
	readonly from: AnyDay | undefined;
	readonly to: AnyDay | undefined;
	/** The present one, which is the person's own company and title. */
	readonly isPresent: boolean;
	/** The records that say so; none where it only stands in the older list. */
	readonly records: readonly Id<'employment'>[];
}

/**
 * All posts, newest first: the present one, then by when they ended or began. Undated ones stand last, the
 * one written down last first, but above one that was still going on when they were written down.
 */
export function postsOf(person: Person, employments: readonly Employment[]): Post[] {
	const present = presentOf(person, employments);
	const presentKey = present && keyOf(present);
	const posts = new Map<string, Post>();
	for (const { id, company, title, from, to } of employments.toSorted(byId)) {
		const key = keyOf({ company, title, from });
		const known = posts.get(key);
		posts.set(key, {
			key,
			company: known?.company ?? company,
			title: known?.title ?? title,
			from,
			to: known?.to ?? to,
			isPresent: false,
			records: [...(known?.records ?? []), id]
		});
	}
	for (const { company, title, from, to } of person.jobs ?? []) {
		const key = keyOf({ company, title, from });
		// An address book lists the present post among the others as well.
		if (posts.has(key) || (to === undefined && key === presentKey)) continue;
		posts.set(key, { key, company, title, from, to, isPresent: false, records: [] });
	}
	const earlier = inOrder([...posts.values()]);
	return present ? [present, ...earlier] : earlier;
}

/** The older list without the posts of one key; undefined once it is empty. */
export function jobsWithout(
	person: Person,
	{ key }: Pick<Post, 'key'>
): readonly Job[] | undefined {
	const rest = (person.jobs ?? []).filter((job) => keyOf(job) !== key);
	return rest.length > 0 ? rest : undefined;
}

/** The day a post ends when the next one begins on `since`. */
export function lastDayBefore(since: AnyDay | undefined): Day | undefined {
	return since !== undefined && isDay(since) ? addDays(since, -1) : undefined;
}

/**
 * The present post. `since` is when the person began at the company; after a change of title there the
 * post itself began when the one before it ended.
 */
function presentOf(person: Person, employments: readonly Employment[]): Post | undefined {
	const { company, title, since } = person;
	if (!company?.trim()) return undefined;
	const same = fold(company);
	const ends = employments.flatMap(({ company, to }) =>
		to !== undefined && isDay(to) && fold(company) === same ? [to] : []
	);
	const last = ends.sort().at(-1);
	const isLater = last !== undefined && since !== undefined && isDay(since) && last >= since;
	const from = isLater ? addDays(last, 1) : since;
	return {
		key: 'present',
		company,
		title: title?.trim() || undefined,
		from,
		to: undefined,
		isPresent: true,
		records: []
	};
}

function keyOf({
	company,
	title,
	from
}: {
	readonly company: string;
	readonly title?: string | undefined;
	readonly from?: AnyDay | undefined;
}): string {
	return [fold(company), fold(title ?? ''), from ?? ''].join('\n');
}

/* Who moves on twice without a day leaves posts that only the order of writing can tell apart; what an
   address book brought keeps its order. */
function inOrder(posts: readonly Post[]): Post[] {
	const ordered = posts.toSorted(newestFirst);
	const undated = ordered.filter((post) => dated(post) === '');
	const all = ordered.filter((post) => dated(post) !== '');
	for (const post of undated) {
		const [written] = post.records;
		const at = all.findIndex(
			({ to, from, records: [open] }) =>
				to === undefined && from !== undefined && open !== undefined && open < (written ?? '')
		);
		all.splice(at < 0 ? all.length : at, 0, post);
	}
	return all;
}

function newestFirst(a: Post, b: Post): number {
	const [one, other] = [dated(a), dated(b)];
	if (one !== other) return one < other ? 1 : -1;
	const [first = '', second = ''] = [a.records[0], b.records[0]];
	return first === second ? 0 : first < second ? 1 : -1;
}

/** When it ended, or else began; '' for a post without a day that has its year. */
function dated({ from, to }: Post): string {
	return [to, from].find((day) => day !== undefined && isDay(day)) ?? '';
}

function byId(a: Employment, b: Employment): number {
	return a.id < b.id ? -1 : 1;
}
