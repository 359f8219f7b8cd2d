// The keeper's worker: waits until no other tab's keeper is at work, then runs errands for all tabs.
/// <reference lib="webworker" />
import { CHANNEL, LOCK, type Answer, type Ask, type Hello } from './keeper-talk';
import { Keeping, type ErrandName } from './keeping';
import { openFiles } from './opfs';
import type { Seal } from './seal';

/** Folding waits until nobody has written for a moment, but not for ever. */
const QUIET_MS = 3_000;
const LONGEST_MS = 60_000;
/** Restore points may take this part of what the browser allows, and never more than the limit. */
const PART_OF_QUOTA = 0.1;
const MOST_BYTES = 256 * 1024 * 1024;

self.onmessage = ({ data }: MessageEvent<{ readonly seal: Seal | undefined }>) => {
	void navigator.locks.request(LOCK, () => work(data.seal));
};

/** Runs errands until the worker ends, which gives the lock back. */
async function work(seal: Seal | undefined): Promise<never> {
	const files = await openFiles();
	const { quota = 0 } = await navigator.storage.estimate().catch(() => ({ quota: 0 }));
	const keeping = new Keeping({
		files,
		seal,
		now: () => Date.now(),
		budget: Math.min(MOST_BYTES, quota * PART_OF_QUOTA)
	});
	const channel = new BroadcastChannel(CHANNEL);
	const say = (answer: Answer): void => channel.postMessage(answer);
	let line = Promise.resolve();
	let lastKept = Date.now();
	let dueSince: number | undefined;

	const run = async ({ ask, errand, what }: Ask): Promise<void> => {
		try {
			say({ answer: ask, ok: true, value: await runErrand(keeping, errand, what) });
		} catch (error) {
			const why = error instanceof DOMException ? error.name : String(error);
			say({ answer: ask, ok: false, why });
		}
	};
	const sayHere = (): void => say({ here: true, hasMirror: files !== undefined });
	channel.onmessage = ({ data }: MessageEvent<Ask | Answer | Hello>) => {
		if ('hello' in data) sayHere();
		if (!('ask' in data)) return;
		// The mirror waits for nothing; all else is done one after the other.
		if (data.errand === 'keep') {
			lastKept = Date.now();
			void run(data);
		} else line = line.then(() => run(data));
	};
	setInterval(() => {
		line = line.then(async () => {
			await keeping.flush();
			const due = await keeping.due();
			if (due.length === 0) dueSince = undefined;
			else dueSince ??= Date.now();
			const isQuiet = Date.now() - lastKept >= QUIET_MS;
			if (dueSince === undefined || (!isQuiet && Date.now() - dueSince < LONGEST_MS)) return;
			for (const name of due) await keeping.fold(name).catch(() => undefined);
			dueSince = undefined;
		});
		line = line.catch(() => undefined);
	}, QUIET_MS);
	sayHere();
	return new Promise(() => undefined);
}

function runErrand(keeping: Keeping, errand: ErrandName, what: unknown): Promise<unknown> {
	const run = keeping[errand].bind(keeping) as (given: unknown) => Promise<unknown>;
	return run(what);
}
