// What happened with a person: touches and notes in one line of time, newest first.
import type { Day } from './day';
import type { Id } from './id';
import type { Note } from './records/note';
import { touchKinds, type Touch, type TouchKind } from './records/touch';

/** One thing that happened: a touch with what was noted about it, or a note on its own. */
export interface Happening {
	readonly id: string;
	readonly day: Day;
	readonly touch: Touch | undefined;
	/** Oldest first; at least one where there is no touch. */
	readonly notes: readonly Note[];
	/** Everybody it was about, each once. */
	readonly people: readonly Id<'person'>[];
}

/** What is shown of a timeline: everything, what has words, or one kind of touch. */
export type TimelineFilter = 'all' | 'notes' | TouchKind;

/** Merges touches and notes; a note about a touch that is there shows with it. */
export function timelineOf(touches: readonly Touch[], notes: readonly Note[]): Happening[] {
	const about = new Map<string, Note[]>(touches.map(({ id }) => [id, []]));
	const alone: Happening[] = [];
	for (const note of notes) {
		const same = note.touch === undefined ? undefined : about.get(note.touch);
		if (same) same.push(note);
		else alone.push(happeningOf(note, undefined, [note]));
	}
	const met = touches.map((touch) =>
		happeningOf(touch, touch, (about.get(touch.id) ?? []).sort(byId))
	);
	return [...met, ...alone].sort(newestFirst);
}

/** The happenings a filter lets through. */
export function filterTimeline(
	happenings: readonly Happening[],
	filter: TimelineFilter
): readonly Happening[] {
	if (filter === 'all') return happenings;
	if (filter === 'notes') return happenings.filter(({ notes }) => notes.length > 0);
	return happenings.filter(({ touch }) => touch?.kind === filter);
}

/** The kinds of touch that occur, in the order in which kinds are always named. */
export function kindsIn(happenings: readonly Happening[]): TouchKind[] {
	const found = new Set(happenings.map(({ touch }) => touch?.kind));
	return touchKinds.filter((kind) => found.has(kind));
}

function happeningOf(
	{ id, day }: Touch | Note,
	touch: Touch | undefined,
	notes: readonly Note[]
): Happening {
	const people = [...(touch?.people ?? []), ...notes.flatMap((note) => note.people)];
	return { id, day, touch, notes, people: [...new Set(people)] };
}

function newestFirst(a: Happening, b: Happening): number {
	if (a.day !== b.day) return a.day < b.day ? 1 : -1;
	const [one, other] = [a.touch?.time, b.touch?.time];
	if (one !== undefined && other !== undefined && one !== other) return one < other ? 1 : -1;
	return byId(b, a);
}

/* Within a day ids tell the order: they carry the time they were made. */
function byId(a: { readonly id: string }, b: { readonly id: string }): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
