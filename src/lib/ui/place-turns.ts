// One place fades into the next, where the browser can do it and nobody is held up by it.
import './place-turns.css';

/** A page without frames to draw is never asked for the next place; it comes all the same. */
const PATIENCE = 300;

/** What is known of a walk from one place to another. */
interface Turn {
	readonly complete: Promise<unknown>;
	readonly event?: unknown;
}

function isTyping(): boolean {
	return document.activeElement?.matches('input, textarea, [contenteditable]') ?? false;
}

/** The system has shown a movement of its own already, as with a swipe back on an iPhone. */
function isShown(event: unknown): boolean {
	return event instanceof PopStateEvent && event.hasUAVisualTransition;
}

/** @returns a promise of the moment at which the next place may come, or nothing: at once */
export function turnPlace({ complete, event }: Turn): Promise<void> | undefined {
	if (!('startViewTransition' in document) || isTyping() || isShown(event)) return undefined;
	if (document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
	return new Promise((comes) => {
		setTimeout(comes, PATIENCE);
		const turn = document.startViewTransition(async () => {
			comes();
			// A place that does not come after all is the router's affair.
			await complete.catch(() => undefined);
		});
		// Cut short by the next one.
		turn.ready.catch(() => undefined);
		turn.finished.catch(() => undefined);
	});
}
