// A place comes, whether the browser draws anything or not.
import { afterEach, expect, test, vi } from 'vitest';
import { turnPlace } from './place-turns';

afterEach(() => {
	vi.useRealTimers();
	Reflect.deleteProperty(document, 'startViewTransition');
});

test('a page without frames does not hold up the next place', async () => {
	vi.useFakeTimers();
	const never = new Promise<void>(() => undefined);
	// The browser takes no picture, and so never asks for the next place.
	Object.assign(document, { startViewTransition: () => ({ ready: never, finished: never }) });
	const came = vi.fn();
	void turnPlace({ complete: never })?.then(came);
	await vi.advanceTimersByTimeAsync(1000);
	expect(came).toHaveBeenCalledOnce();
});
