// Who may open the book: all tabs together while the lock is on, one alone while it is being turned on or
// off. Web Locks hold it, which the browser gives back however a tab ends.

const NAME = 'kith-lock';
/** A tab that is about to open a book has its writer's name within this time. */
const LOOK_AGAIN_MS = 300;

/** Waits until nobody is turning the lock, then holds the book open with the others. */
export function holdOpen(locks: LockManager): Promise<() => void> {
	return request(locks, 'shared');
}

/** Waits until no other tab has the book open, and keeps all out until it is let go of. */
export function holdAlone(locks: LockManager): Promise<() => void> {
	return request(locks, 'exclusive');
}

/** Waits until no other tab writes: each tab with an open book holds a writer's name (store/writer). */
export async function othersLeft(locks: LockManager): Promise<void> {
	for (let quiet = 0; quiet < 2;) {
		const { held = [] } = await locks.query();
		const writers = held.filter(({ name }) => name?.startsWith('kith-writer-'));
		quiet = writers.length > 1 ? 0 : quiet + 1;
		await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
	}
}

function request(locks: LockManager, mode: LockMode): Promise<() => void> {
	return new Promise((resolve, reject) => {
		locks
			.request(NAME, { mode }, () => new Promise<void>((release) => resolve(release)))
			.catch(reject);
	});
}
