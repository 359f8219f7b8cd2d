// The packing of an archive from the page's side: a worker of its own, ended with the work.
import type { ArchiveWork } from './archive-work';
import { Beside } from './beside';

/** The verbs of the work, as they cross over. */
type Verb = 'begin' | 'order' | 'add' | 'write' | 'bind' | 'close';

/** A piece of work that can be ended at any moment. */
export interface PackingBeside extends Pick<ArchiveWork, Verb> {
	end(): void;
}

/** Begins work in a worker; in the page itself only where there are no workers. */
export async function beginPacking(
	tell: (part: number) => void,
	signal?: AbortSignal
): Promise<PackingBeside> {
	if (typeof Worker === 'undefined') {
		const { ArchiveWork: Work } = await import('./archive-work');
		return Object.assign(new Work(tell), { end: () => undefined });
	}
	const worker = new Worker(new URL('./archive-worker.ts', import.meta.url), { type: 'module' });
	const beside = new Beside(worker, tell, signal);
	const verbs = beside.verbs<ArchiveWork, Verb>('begin', 'order', 'add', 'write', 'bind', 'close');
	return { ...verbs, end: () => beside.end() };
}
