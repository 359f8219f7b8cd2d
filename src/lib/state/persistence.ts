// Asks the browser to keep the book for good, when there is somebody or something of the rep's own in it:
// once where that puts a question to the rep, else with each start until it is promised. What came of it
// stands under Where the book is.
import { FirstRun } from './first-run.svelte';
import type { Kith } from './kith.svelte';
import { askPersistent, isPersistent } from './settings';

/** The mark of the sample people (state/sample.ts), who are nobody's own. */
const SAMPLE = 'sample';
/** Time to read the sentence before the question covers it. */
const READ_MS = 2_500;

/** Asks as soon as there is a person or a note of the rep's own on disk; the way to stop. */
export function watchPersistence(kith: Kith): () => void {
	if (isAnswered()) return () => undefined;
	const stop = kith.book.listen({
		onchange(changed) {
			if (changed.has('person') || changed.has('note')) look();
		}
	});
	const look = (): void => {
		if (!hasOwn(kith)) return;
		stop();
		// Another tab may have asked meanwhile.
		void kith.book.saved().then(() => (isAnswered() ? undefined : askToKeep(kith)));
	};
	look();
	return stop;
}

/** Asks now, unless it is promised already. Firefox asks the rep: a sentence comes before its question. */
export async function askToKeep(kith: Kith): Promise<void> {
	if (await isPersistent()) return;
	if (asksTheRep(navigator.userAgent)) {
		kith.toasts.show('Firefox will ask whether Kith may keep this book for good. Allow it there.');
		await new Promise((resolve) => setTimeout(resolve, READ_MS));
	}
	// Remembered once it is answered: a page closed before puts the question again.
	const answer = await askPersistent();
	if (answer !== undefined) new FirstRun().settle({ keep: 'asked' });
}

/** Others decide by themselves: MDN, Storage quotas and eviction criteria. */
export function asksTheRep(userAgent: string): boolean {
	return /\bFirefox\//.test(userAgent);
}

/** Whether the rep has had the question before him. */
function isAnswered(): boolean {
	return asksTheRep(navigator.userAgent) && new FirstRun().now.keep !== undefined;
}

function hasOwn({ book }: Kith): boolean {
	const isOwn = ({ batch }: { readonly batch?: string | undefined }): boolean => batch !== SAMPLE;
	return book.all('person').some(isOwn) || book.all('note').some(isOwn);
}
