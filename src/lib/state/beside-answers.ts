// The other end of work beside the page: runs in the worker and does what it is asked, one after another.
import type { FromWork, ToWork } from './beside';

/** Answers from now on. @param begin makes what does the work, given whom to tell how far it is */
export function answerWith(begin: (tell: (part: number) => void) => object): void {
	let told = -1;
	const work = begin((part) => {
		// The page draws whole percents; to hear of more would only keep it busy.
		const percent = Math.floor(part * 100);
		if (percent !== told) tell({ part });
		told = percent;
	});
	// What arrives was asked with the arguments of its verb.
	const verbs = work as Record<string, (...args: readonly unknown[]) => unknown>;
	self.onmessage = async ({ data }: MessageEvent<ToWork>) => {
		const { id, verb, args } = data;
		try {
			tell({ id, value: await verbs[verb]?.(...args) });
		} catch (error) {
			tell({ id, error: String(error) });
		}
	};
}

function tell(message: FromWork): void {
	self.postMessage(message);
}
