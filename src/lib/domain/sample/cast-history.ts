// Turns what happened with the people written by hand, and what was learned about them, into records.
import type { Id } from '$lib/domain/id';
import { yearsBefore } from './calendar';
import type { Happening, Learned } from './cast-member';
import type { Draft } from './draft';

/** Writes one thing that happened with a person, and what was learned by it. */
export function writeHappening(
	draft: Draft,
	ids: ReadonlyMap<string, Id<'person'>>,
	person: Id<'person'>,
	happening: Happening,
	learned: Map<string, Id<'fact'>>
): void {
	const { calendar } = draft;
	const { talked, business, given, received } = happening;
	const kind = talked ?? business ?? happening.asked;
	const purpose = talked ? 'just-talked' : business ? 'business' : 'asked';
	const hosted = kind === 'visit' || kind === 'meeting' || kind === 'meal';
	const thanks = happening.thanks ?? (hosted && 'posted');
	const companion = ids.get(happening.with ?? '');
	const people = companion ? [person, companion] : [person];
	const free = kind === 'text' || kind === 'message' || happening.ago < 2;
	const ago = free ? happening.ago : -calendar.workday(-happening.ago);
	const day = calendar.ago(ago);
	const at = draft.minutes();
	const touch =
		kind &&
		draft.enter('touch', {
			...draft.mark<'touch'>(ago, at),
			people,
			kind,
			purpose,
			outcome: happening.left ? 'reached-out' : 'reached',
			day
		});
	const link = touch && { touch };
	const mine = happening.owner && { owner: happening.owner };
	const note =
		happening.note === undefined
			? undefined
			: draft.enter('note', {
					...draft.mark<'note'>(ago, at),
					people,
					day,
					...link,
					...mine,
					body: withDays(draft, happening.note)
				});
	if (touch && thanks) {
		const since = ago === 0 ? calendar.before(190) : calendar.instant(ago, at);
		draft.enter('thankYou', {
			...draft.mark<'thankYou'>(ago, at),
			person,
			touch,
			state: thanks,
			since: new Date(since).toISOString(),
			...(thanks !== 'owed' && { on: calendar.ago(Math.max(0, ago - 1)) })
		});
	}
	const line = () => ({ ...draft.mark<'gesture'>(ago, at), person, day, ...link, ...mine });
	if (given) {
		const [kind, text] = given;
		const saved = kind === 'article' && draft.article.find(({ title }) => title === text);
		draft.enter('gesture', {
			...line(),
			...{ direction: 'given', kind, text },
			...(saved && { article: saved.id })
		});
	}
	if (received) {
		const [what, text] = received;
		draft.enter('gesture', { ...line(), direction: 'received', kind: what, text });
	}
	writeLearned(draft, person, ago, happening, learned, note);
}

/** Writes what was learned about a person, with the note it stands in. */
export function writeLearned(
	draft: Draft,
	person: Id<'person'>,
	ago: number,
	{ facts = [], likes = [], moments = [], promises = [] }: Learned,
	learned: Map<string, Id<'fact'>>,
	note?: Id<'note'>
): void {
	const { calendar } = draft;
	const origin = note && { note };
	for (const [topic, text] of facts) {
		const mark = draft.mark<'fact'>(ago);
		const key = `${person} ${topic}`;
		const revises = learned.get(key);
		learned.set(key, mark.id);
		draft.fact.push({
			...mark,
			person,
			...(typeof topic === 'number' ? { topic } : { label: topic }),
			text,
			source: topic === 22 ? 'observed' : 'told-me',
			day: calendar.ago(ago),
			...((topic === 38 || topic === 40 || topic === 41) && { sensitive: true }),
			...origin,
			...(revises && { revises })
		});
	}
	for (const [aspect, text] of likes) {
		draft.fact.push({
			...draft.mark<'fact'>(ago),
			...{ person, aspect, text, source: 'told-me', day: calendar.ago(ago), ...origin }
		});
	}
	for (const { in: days, count, once, ...moment } of moments) {
		draft.moment.push({
			...draft.mark<'moment'>(ago),
			person,
			...moment,
			day: once ? calendar.in(calendar.workday(days)) : yearsBefore(calendar.in(days), count),
			yearly: !once,
			...origin
		});
	}
	for (const { text, due, kept } of promises) {
		draft.promise.push({
			...draft.mark<'promise'>(ago),
			person,
			text,
			due: calendar.in(due),
			...(kept !== undefined && { keptOn: calendar.in(Math.max(kept, -ago)) }),
			...origin
		});
	}
}

function withDays({ calendar, words }: Draft, text: string): string {
	return text.replace(/\{(-?\d+)\}/g, (_, days) =>
		words.nameOfDay(calendar.dateOf(calendar.workday(Number(days))))
	);
}
