// How old the last backup is and what has come since: kept beside the book, on this device only.
import { dayOfDate, daysBetween } from '$lib/domain/day';
import { changedSince, type Mark } from '$lib/store/changed-since';
import type { Kith } from './kith.svelte';
import { turn } from './pace';
import { ago, count } from './say';

const KEY = 'backup-mark';

/** Keeps where the book stood at the last backup. */
export async function keepMark(kith: Kith, mark: Mark): Promise<void> {
	await kith.book.setLocal(KEY, JSON.stringify(mark));
}

/**
 * How many entries have been added, changed or trashed since the last backup of this device; all of
 * them while there was none. Undefined where that is not known.
 */
export async function changesSinceBackup(kith: Kith): Promise<number | undefined> {
	let mark: Mark | undefined;
	try {
		mark = markFrom(await kith.book.getLocal(KEY));
	} catch {
		// The disk does not answer just now.
		return undefined;
	}
	if (!mark && backedUpAt(kith) !== undefined) return undefined;
	return changedSince(kith.book, mark, turn);
}

/** "Last backup 16 days ago · 42 changes since"; follows the book and the day. */
export function backupLine(kith: Kith, changes: number | undefined): string {
	const at = backedUpAt(kith);
	if (at === undefined) {
		const all = changes ? ` · ${count(changes, 'entry', 'entries')} so far` : '';
		return `No backup yet on this device${all}`;
	}
	const days = daysBetween(dayOfDate(new Date(at)), kith.clock.today);
	const since = changes === 0 ? 'nothing new since' : `${count(changes ?? 0, 'change')} since`;
	const told = changes === undefined ? '' : ` · ${since}`;
	return `Last backup ${ago(Math.max(0, days))}${told}`;
}

function backedUpAt(kith: Kith): string | undefined {
	return kith.live.get('device', kith.book.device)?.backedUpAt;
}

function markFrom(text: unknown): Mark | undefined {
	if (typeof text !== 'string') return undefined;
	try {
		const mark: unknown = JSON.parse(text);
		return typeof mark === 'object' && mark !== null ? (mark as Mark) : undefined;
	} catch {
		return undefined;
	}
}
