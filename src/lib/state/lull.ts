// Waiting for the right moment: for a lull, or until what was just changed is on the screen.

/** Resolves when the browser has nothing better to do. */
export function lull(): Promise<void> {
	return new Promise((resolve) => {
		if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
		else setTimeout(resolve, 50);
	});
}

/** Resolves after the next picture; a page nobody sees paints none, so a timer stands by. */
export function painted(): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, 100);
		requestAnimationFrame(() => {
			clearTimeout(timer);
			setTimeout(resolve);
		});
	});
}
