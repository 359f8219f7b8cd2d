// Words on their way to the disk beside the book: whoever is about to close the page waits for them.

const underWay = new WeakMap<object, Set<Promise<unknown>>>();

/** Notes that words are being kept by a book (or whatever stands for it). */
export function keeping(disk: object, work: Promise<unknown>): void {
	const works = underWay.get(disk) ?? new Set();
	underWay.set(disk, works);
	works.add(work);
	void work.finally(() => works.delete(work)).catch(() => undefined);
}

/** Resolves once nothing is on its way any more, whether it got there or not. */
export async function wordsKept(disk: object): Promise<void> {
	const works = underWay.get(disk);
	while (works && works.size > 0) await Promise.allSettled(works);
}
