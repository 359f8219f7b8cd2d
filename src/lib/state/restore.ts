// Restore: shows what a backup would do, and does it in one step that can be undone or called off.
import {
	planRestore,
	type RestoreMode,
	type RestorePlan,
	type RestoreWrite
} from '$lib/domain/backup-plan';
import type { Backup } from '$lib/domain/backup-read';
import { Draft, type Step, type Trace } from '$lib/store/change';
import type { PointReason } from '$lib/domain/restore-points';
import { allYears, type Say } from './backup';
import type { OpeningFault } from './backup-opening';
import type { Kith } from './kith.svelte';
import { paceFor } from './pace';
import { keepWayBack } from './points';
import { eraseAgain, letInAgain } from './erasing';
import { beginRestore, endRestore } from './restore-begun';
import { adopt, setFields } from '$lib/store/rewrite';
import type { Done } from './steps';
import { undoInPieces } from './undo-in-pieces';
import { writeDraft } from '$lib/store/write';

/** Why a file could not be read, or the book not be restored. */
export type RestoreFault =
	OpeningFault | { readonly code: 'NoWayBack' } | { readonly code: 'BookIsNewer' };

/** A backup that was read, and what adding it to the book would do. */
export interface Reading {
	readonly name: string;
	readonly backup: Backup;
	readonly plan: RestorePlan;
	/** The names of the people in it. */
	readonly names: ReadonlyMap<string, string>;
}

export type Restored =
	| { readonly ok: true; readonly step: Step; readonly plan: RestorePlan }
	| { readonly ok: false; readonly fault: RestoreFault };

/** What else is to be known of a restore. */
export interface RestoreMore {
	/** What its restore point is to say. */
	readonly why?: PointReason;
	/** Ids of records that were erased for good and that the rep wants back. */
	readonly again?: readonly string[];
}

/** What a restore would do to the book as it is now. */
export async function planFor(
	kith: Kith,
	backup: Backup,
	mode: RestoreMode,
	say: Say,
	signal?: AbortSignal
): Promise<RestorePlan> {
	await allYears(kith, say, signal);
	const doing = 'Comparing it with your book…';
	say(doing, 0);
	return planRestore(backup, kith.book, {
		mode,
		now: kith.clock.exactly(),
		pace: paceFor((part) => say(doing, part), signal)
	});
}

/**
 * Brings a backup into the book. The comparison is made anew, so that what was written since the
 * preview counts; a replacement begins only when there is a restore point of today's book. Called
 * off at any moment, it takes back what it has written and throws the signal's reason.
 */
export async function restore(
	kith: Kith,
	backup: Backup,
	mode: RestoreMode,
	say: Say,
	signal?: AbortSignal,
	{ why = 'restore', again = [] }: RestoreMore = {}
): Promise<Restored> {
	if (kith.book.isNewer) return { ok: false, fault: { code: 'BookIsNewer' } };
	await allYears(kith, say, signal);
	say('Making a restore point…');
	const hasWayBack = await orAborted(keepWayBack(kith, why), signal);
	if (mode === 'replace' && !hasWayBack) return { ok: false, fault: { code: 'NoWayBack' } };
	await beginRestore(kith, backup.madeAt);
	await letInAgain(kith, again);
	const traces: Trace[] = [];
	const step: Done = { traces, elsewhere: 'restore' };
	let plan: RestorePlan;
	try {
		plan = await writeAll(kith, backup, mode, traces, say, signal);
		say('Waiting for the disk…');
		await orAborted(kith.book.saved(), signal);
	} catch (error) {
		// What was written before a surprise can be undone; what was called off must not stay.
		if (signal?.aborted) await takeBack(kith, step, say, again);
		else if (traces.length > 0) kith.steps.push(step);
		// A disk that is not there now leaves the sign that it was cut off, which is true.
		endRestore(kith).catch(() => undefined);
		throw error;
	}
	if (traces.length > 0) kith.steps.push(step);
	performance.mark('kith:saved');
	await endRestore(kith);
	return { ok: true, step, plan };
}

/**
 * Takes a restore back.
 * @param again what it had let in again although it was erased: that is erased once more
 */
export async function takeBack(
	kith: Kith,
	step: Step,
	say: Say,
	again: readonly string[] = []
): Promise<void> {
	kith.steps.forget(step);
	const doing = 'Taking it back…';
	say(doing, 0);
	await undoInPieces(kith, step.traces, (part) => say(doing, part));
	await eraseAgain(kith, again);
}

/** Compares and writes piece by piece; all pieces together are one step. */
async function writeAll(
	kith: Kith,
	backup: Backup,
	mode: RestoreMode,
	traces: Trace[],
	say: Say,
	signal: AbortSignal | undefined
): Promise<RestorePlan> {
	const doing = 'Writing…';
	say(doing, 0);
	let found: RestoreWrite[] = [];
	const write = (): void => {
		signal?.throwIfAborted();
		const draft = new Draft();
		for (const write of found) {
			const { table, id, body } = write;
			if (write.do === 'adopt') adopt(draft, table, id, write.cells, body);
			else setFields(draft, table, id, write.fields, body);
		}
		found = [];
		if (draft.wishes.length === 0) return;
		for (const trace of writeDraft(kith.book, draft).traces) traces.push(trace);
	};
	const pause = paceFor((part) => say(doing, part), signal);
	const plan = await planRestore(backup, kith.book, {
		mode,
		now: kith.clock.exactly(),
		onwrite: (write) => found.push(write),
		pace: (done, of) => {
			write();
			return pause(done, of);
		}
	});
	write();
	return plan;
}

function orAborted<Result>(
	work: Promise<Result>,
	signal: AbortSignal | undefined
): Promise<Result> {
	return new Promise((resolve, reject) => {
		const leave = (): void => reject(new DOMException('called off', 'AbortError'));
		if (signal?.aborted) leave();
		signal?.addEventListener('abort', leave);
		work.then(resolve, reject);
	});
}
