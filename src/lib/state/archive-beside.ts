// The packing of an archive from the page's side: a worker of its own, ended with the work.
import type { ArchiveWork } from './archive-work';
import { Beside } from './beside';

type Verbs = Pick<ArchiveWork, 'begin' | 'order' | 'add' | 'write' | 'bind' | 'close'>;

/** A piece of work that can be ended at any moment. */
export interface PackingBeside extends Verbs {
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
	const beside = new Beside(worker, tell);
	signal?.addEventListener('abort', () => beside.end(signal.reason));
	const asking =
		<V extends keyof Verbs>(verb: V) =>
		(...args: Parameters<Verbs[V]>): ReturnType<Verbs[V]> =>
			// The worker answers each verb with what that verb gives.
			beside.ask(verb, args) as ReturnType<Verbs[V]>;
	return {
		begin: asking('begin'),
		order: asking('order'),
		add: asking('add'),
		write: asking('write'),
		bind: asking('bind'),
		close: asking('close'),
		end: () => beside.end()
	};
}
