// Reminding while Kith is open: the number on the icon and the notifications follow book, clock and view.
import type { Table } from '$lib/domain/records/tables';
import { showBadge } from './badge';
import { goTo } from './going';
import type { Kith } from './kith.svelte';
import { showNotices } from './notices';
import { browserHelp } from './reminder-choices';

/** How often the clock is looked at; browsers make it a minute where the page is out of sight. */
const EVERY_MS = 15_000;
/** Changes that come together are counted once. */
const SETTLE_MS = 500;
const counted: readonly Table[] = ['promise', 'plan', 'thankYou', 'person', 'touch'];

/** Reminds until the function given back is called. */
export function watchReminders(kith: Kith): () => void {
	let settling: ReturnType<typeof setTimeout> | undefined;
	let { today } = kith.clock;
	const count = (): void => void showBadge(kith);
	// What the browser refused to show is tried again with the next look.
	const ring = (): void => void showNotices(kith).catch(() => undefined);
	const look = (): void => {
		ring();
		if (kith.clock.today === today) return;
		({ today } = kith.clock);
		count();
	};
	const seen = (): void => {
		if (document.visibilityState !== 'visible') return;
		ring();
		count();
	};
	const open = ({ data }: MessageEvent): void => {
		const { type, href } = data as { type?: unknown; href?: unknown };
		if (type === 'OPEN' && typeof href === 'string') goTo(href);
	};
	const { serviceWorker: workers } = browserHelp();
	const stop = kith.book.listen({
		onchange(changed) {
			if (!counted.some((table) => changed.has(table))) return;
			clearTimeout(settling);
			settling = setTimeout(count, SETTLE_MS);
		}
	});
	const timer = setInterval(look, EVERY_MS);
	document.addEventListener('visibilitychange', seen);
	window.addEventListener('storage', count);
	workers?.addEventListener('message', open);
	ring();
	count();
	return () => {
		stop();
		clearTimeout(settling);
		clearInterval(timer);
		document.removeEventListener('visibilitychange', seen);
		window.removeEventListener('storage', count);
		workers?.removeEventListener('message', open);
	};
}
