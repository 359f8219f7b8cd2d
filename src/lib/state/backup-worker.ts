// Beside the page: does the heavy work of one backup, one request after another.
import { BackupWork } from './backup-work';
import type { FromWork, ToWork, WorkVerb } from './backup-beside';

let told = -1;

const work = new BackupWork((part) => {
	// The page draws whole percents; to hear of more would only keep it busy.
	const percent = Math.floor(part * 100);
	if (percent !== told) tell({ part });
	told = percent;
});

// What arrives was asked with the arguments of its verb (see backup-beside).
const verbs = work as unknown as Record<WorkVerb, (...args: readonly unknown[]) => unknown>;

self.onmessage = async ({ data }: MessageEvent<ToWork>) => {
	const { id, verb, args } = data;
	try {
		tell({ id, value: await verbs[verb](...args) });
	} catch (error) {
		tell({ id, error: String(error) });
	}
};

function tell(message: FromWork): void {
	self.postMessage(message);
}
