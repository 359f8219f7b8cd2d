// Restore: reads a backup, shows what it would do, and does it in one step that can be undone.
import type { BackupFault } from '$lib/domain/backup-fault';
import { planRestore, type RestoreMode, type RestorePlan } from '$lib/domain/backup-plan';
import { readBackup, type Backup } from '$lib/domain/backup-read';
import { Draft, type Step, type Trace } from '$lib/store/change';
import { allYears, makeBackup, percent, type Say } from './backup';
import type { Kith } from './kith.svelte';
import { paceFor } from './pace';
import { keepSafetyCopy } from './safety-copy';
import { sha256 } from './sha256';

/** Why a file could not be read, or the book not be restored. */
export type RestoreFault =
	| BackupFault
	| { readonly code: 'FileUnreadable' }
	| { readonly code: 'SafetyCopyRefused' }
	| { readonly code: 'BookIsNewer' };

/** A backup that was read, and what adding it to the book would do. */
export interface Reading {
	readonly name: string;
	readonly backup: Backup;
	readonly plan: RestorePlan;
}

export type FileRead =
	| { readonly ok: true; readonly reading: Reading }
	| { readonly ok: false; readonly fault: RestoreFault };

export type Restored =
	| { readonly ok: true; readonly step: Step; readonly plan: RestorePlan }
	| { readonly ok: false; readonly fault: RestoreFault };

/** How many records are written before the screen gets a turn. */
const WRITES_AT_ONCE = 250;

/** Reads a file and compares it with the book; writes nothing. */
export async function readFile(kith: Kith, file: File, say: Say): Promise<FileRead> {
	say('Reading the file…');
	let text: string;
	try {
		text = await file.text();
	} catch {
		// Gone, not allowed, or larger than a text can be.
		return { ok: false, fault: { code: 'FileUnreadable' } };
	}
	return readText(kith, file.name, text, say);
}

/** The same for a text that is already here. */
export async function readText(
	kith: Kith,
	name: string,
	text: string,
	say: Say
): Promise<FileRead> {
	const read = await readBackup(text, {
		sha256,
		now: kith.clock.exactly(),
		pace: paceFor((part) => say(`Reading the file… ${percent(part)}`))
	});
	if (!read.ok) return read;
	const plan = await planFor(kith, read.backup, 'merge', say);
	return { ok: true, reading: { name, backup: read.backup, plan } };
}

/** What a restore would do to the book as it is now. */
export async function planFor(
	kith: Kith,
	backup: Backup,
	mode: RestoreMode,
	say: Say
): Promise<RestorePlan> {
	await allYears(kith, say);
	say('Comparing it with your book…');
	return planRestore(backup, kith.book, {
		mode,
		now: kith.clock.exactly(),
		pace: paceFor((part) => say(`Comparing it with your book… ${percent(part)}`))
	});
}

/**
 * Brings a backup into the book. The comparison is made anew, so that what was written since the
 * preview counts; a replacement begins only when a safety copy of today's book is on disk.
 */
export async function restore(
	kith: Kith,
	backup: Backup,
	mode: RestoreMode,
	say: Say
): Promise<Restored> {
	if (kith.book.isNewer) return { ok: false, fault: { code: 'BookIsNewer' } };
	if (mode === 'replace') {
		const copy = await makeBackup(kith, () => say('Making a safety copy…'));
		if (!(await keepSafetyCopy(kith, copy))) {
			return { ok: false, fault: { code: 'SafetyCopyRefused' } };
		}
	}
	const plan = await planFor(kith, backup, mode, say);
	const step = await writePlan(kith, plan, say);
	return { ok: true, step, plan };
}

/** Takes a restore back. */
export async function takeBack(kith: Kith, step: Step, say: Say): Promise<void> {
	const of = step.traces.length;
	const pace = paceFor((part) => say(`Taking it back… ${percent(part)}`));
	let done = 0;
	kith.steps.forget(step);
	for (let end = step.traces.length; end > 0; end -= WRITES_AT_ONCE) {
		const lot = step.traces.slice(Math.max(0, end - WRITES_AT_ONCE), end);
		kith.book.undo({ traces: lot });
		await pace((done += WRITES_AT_ONCE), of);
	}
}

/** Writes a plan piece by piece; all pieces together are one step, also when one of them fails. */
async function writePlan(kith: Kith, { writes }: RestorePlan, say: Say): Promise<Step> {
	const traces: Trace[] = [];
	const step: Step = { traces };
	const pace = paceFor((part) => say(`Writing… ${percent(part)}`));
	try {
		for (let at = 0; at < writes.length; at += WRITES_AT_ONCE) {
			const draft = new Draft();
			for (const write of writes.slice(at, at + WRITES_AT_ONCE)) {
				const { table, id, body } = write;
				if (write.do === 'adopt') draft.adopt(table, id, write.cells, body);
				else draft.set(table, id, write.fields, body);
			}
			traces.push(...kith.book.write(draft).traces);
			await pace(at, writes.length);
		}
	} finally {
		if (traces.length > 0) kith.steps.push(step);
		void kith.book.saved().then(() => performance.mark('kith:saved'));
	}
	return step;
}
