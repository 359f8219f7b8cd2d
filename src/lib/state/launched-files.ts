// Files the system opens Kith with: each goes to the screen it belongs on, whichever screen it was sent to.
import type { ArrivedPlace } from '$lib/domain/arrived-kind';
import { keepArrived, NOT_KEPT, placeOf } from './arrived-place';

interface LaunchQueue {
	setConsumer(
		consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void
	): void;
}

/** The path of the app: it is one page, so the folder of that is the base. */
export function basePath(): string {
	return location.pathname.replace(/[^/]*$/, '');
}

/**
 * From now on files Kith is opened with come here, where the browser can do that.
 * @param here the screen that asks
 * @param onfiles given those that belong on it
 */
export function whenLaunched(here: ArrivedPlace, onfiles: (files: readonly File[]) => void): void {
	const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
	launchQueue?.setConsumer(({ files = [] }) => void route(files, here, onfiles));
}

async function route(
	handles: readonly FileSystemFileHandle[],
	here: ArrivedPlace,
	onfiles: (files: readonly File[]) => void
): Promise<void> {
	const files = await Promise.all(handles.map((handle) => handle.getFile()));
	const placed = await Promise.all(
		files.map(async (file) => ({ file, place: await placeOf(file) }))
	);
	const own = placed.filter(({ place }) => place === here);
	const others = placed.filter(({ place }) => place !== here);
	const kept = await Promise.allSettled(
		others.map(({ file, place }) => keepArrived(file, basePath(), place))
	);
	if (own.length > 0) onfiles(own.map(({ file }) => file));
	else if (others[0]) {
		const isLost = kept.some(({ status }) => status === 'rejected');
		location.hash = `#/${others[0].place}${isLost ? NOT_KEPT : ''}`;
	}
}
