// Taking a step back: only what it wrote and nobody has changed since returns to what it was.
import { cellOf, fieldsOf, type Version } from '$lib/domain/version';
import { editBody, removeBody } from './body-edits';
import type { Book } from './book';
import type { Step, Trace } from './change';
import type { Desk } from './desk';
import { versionOf } from './rewrite';
import type { Shelf } from './shelf';
import { bodyOf, change, runByShelf, versionsIn, type Task } from './write';

/** Takes a step back; gives the step that would do it again. */
export function undoStep(book: Book, step: Step): Step {
	return book.write((desk) => {
		const traces: Trace[] = [];
		const tasks = step.traces.toReversed().map((trace): Task => {
			const shelf = desk.shelfOf(trace.table, trace.id);
			return { shelf, run: () => traces.push(takeBack(desk, shelf, trace)) };
		});
		runByShelf(tasks);
		return { traces };
	});
}

function takeBack(desk: Desk, shelf: Shelf, trace: Trace): Trace {
	const { table, id, writer } = trace;
	const versions = versionsIn(shelf, table);
	const held = versions.get(id, writer);
	const text = bodyOf(shelf, id);
	const all = versions.of(id);
	const untouched =
		all.length === 1 &&
		JSON.stringify(held) === JSON.stringify(trace.after) &&
		(!trace.body || trace.body.after === text);
	if (trace.made && trace.after && held && !untouched) {
		// Somebody has gone on with what this step made: to the trash with it, not out of the world.
		const trashedAt = new Date(desk.now()).toISOString();
		return change(desk, shelf, table, id, { trashedAt }, undefined);
	}
	const next = revert(held, trace.after, trace.before);
	versions.set(id, writer, next);
	const undone = { table, id, writer, before: held, after: next, made: all.length === 0 };
	if (!trace.body || trace.body.after !== text) return undone;
	const { bodies } = shelf;
	if (bodies && trace.body.before === undefined) removeBody(bodies, id, writer);
	else if (bodies) editBody(bodies, id, writer, trace.body.before ?? '');
	return { ...undone, body: { before: text, after: trace.body.before } };
}

/**
 * A writer's version with one step taken back: only the cells that the step wrote and nobody has
 * changed since return to what they were. With `from` and `to` swapped it does the step again.
 * @param held the writer's version as it is now
 * @param from what the step made of it
 * @param to what it was before the step
 */
function revert(
	held: Version | undefined,
	from: Version | undefined,
	to: Version | undefined
): Version | undefined {
	if (!held) return from ? undefined : to;
	const cells = new Map(fieldsOf(held).map((field) => [field, cellOf(held, field)] as const));
	const fields = new Set([...(from ? fieldsOf(from) : []), ...(to ? fieldsOf(to) : [])]);
	for (const field of fields) {
		const wrote = from && cellOf(from, field);
		const was = to && cellOf(to, field);
		if (cells.get(field)?.[1] !== wrote?.[1] || wrote?.[1] === was?.[1]) continue;
		if (was) cells.set(field, was);
		else cells.delete(field);
	}
	return versionOf(cells, (to ?? held).h);
}
