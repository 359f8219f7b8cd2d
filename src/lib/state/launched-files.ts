// Files the system opens Kith with: each goes to the screen it belongs on, whichever screen it was sent to,
// and what waits under another screen than the one in sight is said.
import type { ArrivedPlace } from '$lib/domain/arrived-kind';
import { keepFor, waitingBeside } from './arrived-kept';
import { NOT_KEPT, placeOf } from './arrived-place';
import { unreadWords, waitingLine } from './arrived-words';
import { goTo } from './going';
import type { Kith } from './kith.svelte';
import { unkeptWords } from './unkept-words';

/** What is asked of the app: its key, and a place to say something. */
export type Host = Pick<Kith, 'toasts'> & { readonly book: Pick<Kith['book'], 'seal'> };

interface LaunchQueue {
	setConsumer(
		consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void
	): void;
}

/** What was said to wait, so that it is not said again. */
const told = new Map<ArrivedPlace, number>();

/**
 * From now on files Kith is opened with come here, where the browser can do that.
 * @param here the screen that asks
 * @param onfiles given those that belong on it
 */
export function whenLaunched(
	here: ArrivedPlace,
	host: Host,
	onfiles: (files: readonly File[]) => void
): void {
	const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
	launchQueue?.setConsumer(({ files = [] }) => void route(files, here, host, onfiles));
}

/** Says what waits under other screens, once. */
export async function tellOfOthers(here: ArrivedPlace, { toasts }: Host): Promise<void> {
	const waiting = new Map(await waitingBeside());
	const isNew = [...waiting].some(([place, many]) => many > (told.get(place) ?? 0));
	for (const place of new Set([...told.keys(), ...waiting.keys()])) {
		told.set(place, waiting.get(place) ?? 0);
	}
	waiting.delete(here);
	const [first] = waiting.keys();
	if (!isNew || first === undefined) return;
	const run = (): void => goTo(`#/${first}`);
	toasts.show(waitingLine(waiting), { label: 'Go there', run });
}

async function route(
	handles: readonly FileSystemFileHandle[],
	here: ArrivedPlace,
	host: Host,
	onfiles: (files: readonly File[]) => void
): Promise<void> {
	const looked = await Promise.allSettled(
		handles.map(async (handle) => {
			const file = await handle.getFile();
			return { file, place: await placeOf(file) };
		})
	);
	const placed = looked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
	const own = placed.filter(({ place }) => place === here);
	const others = placed.filter(({ place }) => place !== here);
	const kept: boolean[] = [];
	for (const { file, place } of others) {
		// One after the other: the same file twice is kept once.
		kept.push(
			await keepFor(place, file, host.book.seal).then(
				() => true,
				() => false
			)
		);
	}
	const isLost = kept.includes(false);
	const unread = handles.length - placed.length;
	if (unread > 0) host.toasts.show(unreadWords(unread));
	if (own.length > 0) {
		onfiles(own.map(({ file }) => file));
		if (isLost) host.toasts.show(`${unkeptWords.title}. ${unkeptWords.text}`);
		else if (unread === 0) await tellOfOthers(here, host);
	} else if (others[0]) {
		goTo(`#/${others[0].place}${isLost ? NOT_KEPT : ''}`);
	}
}
