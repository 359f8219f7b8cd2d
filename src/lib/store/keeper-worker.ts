// The keeper's worker: waits until no other tab's keeper is at work, then runs errands for all tabs.
/// <reference lib="webworker" />
import { CHANNEL, LOCK, type Answer, type Ask, type AtWork, type Hello } from './keeper-talk';
import { Keeping, type ErrandName } from './keeping';
import { openFiles } from './opfs';
import type { Seal } from './seal';

/** Folding waits until nobody has written for a moment, but not for ever. */
const QUIET_MS = 3_000;
const LONGEST_MS = 60_000;
/** Restore points may take this part of what the browser allows, and never more than the limit. */
const PART_OF_QUOTA = 0.1;
const MOST_BYTES = 256 * 1024 * 1024;

let hasBegun = false;
let seal: Seal | undefined;
let keeping: Keeping | undefined;

/** Runs an errand, once the keeper is at work. */
let onask: (ask: Ask) => void = () => undefined;

/**
 * The first message begins, later ones change the key, since the page has turned its lock on or off, or
 * bring errands: from the page of this worker they need not go over the channel.
 */
self.onmessage = ({ data }: MessageEvent<{ readonly seal: Seal | undefined } | Ask>) => {
	if ('ask' in data) {
		onask(data);
		return;
	}
	const isFirst = !hasBegun;
	hasBegun = true;
	seal = data.seal;
	if (isFirst) void navigator.locks.request(LOCK, work);
	else if (keeping) keeping.seal = seal;
};

/** Runs errands until the worker ends, which gives the lock back. */
async function work(): Promise<never> {
	const files = await openFiles();
	const own = new Keeping({
		files,
		seal,
		now: () => Date.now(),
		budget: Math.min(MOST_BYTES, (await quotaHere()) * PART_OF_QUOTA)
	});
	keeping = own;
	const channel = new BroadcastChannel(CHANNEL);
	const say = (answer: Answer): void => channel.postMessage(answer);
	let line = Promise.resolve();
	let lastKept = Date.now();
	let dueSince: number | undefined;

	const run = async ({ ask, errand, what }: Ask): Promise<void> => {
		try {
			say({ answer: ask, ok: true, value: await runErrand(own, errand, what) });
		} catch (error) {
			const why = error instanceof DOMException ? error.name : String(error);
			say({ answer: ask, ok: false, why });
		}
	};
	const ownName = crypto.randomUUID();
	const sayHere = (): void => say({ here: ownName, hasMirror: files !== undefined });
	/** What has been asked: pages that had been waiting ask again, and nothing is to be run twice. */
	const taken = new Set<string>();
	onask = (ask) => {
		// The mirror waits for nothing; all else is done one after the other.
		if (ask.errand === 'keep') {
			lastKept = Date.now();
			void run(ask);
		} else if (!taken.has(ask.ask)) {
			taken.add(ask.ask);
			line = line.then(() => run(ask));
		}
	};
	channel.onmessage = ({ data }: MessageEvent<Ask | Answer | Hello>) => {
		if ('hello' in data) sayHere();
		if ('ask' in data) onask(data);
	};
	setInterval(() => {
		line = line.then(async () => {
			await own.flush();
			const due = await own.due();
			if (due.length === 0) dueSince = undefined;
			else dueSince ??= Date.now();
			const isQuiet = Date.now() - lastKept >= QUIET_MS;
			if (dueSince === undefined || (!isQuiet && Date.now() - dueSince < LONGEST_MS)) return;
			for (const name of due) await own.fold(name).catch(() => undefined);
			dueSince = undefined;
		});
		line = line.catch(() => undefined);
	}, QUIET_MS);
	sayHere();
	self.postMessage({ atWork: ownName } satisfies AtWork);
	return new Promise(() => undefined);
}

/** What the browser allows; nothing where it does not say, or has no such question to ask. */
async function quotaHere(): Promise<number> {
	try {
		return (await navigator.storage.estimate()).quota ?? 0;
	} catch {
		return 0;
	}
}

function runErrand(of: Keeping, errand: ErrandName, what: unknown): Promise<unknown> {
	const run = of[errand].bind(of) as (given: unknown) => Promise<unknown>;
	return run(what);
}
