// Waiting for the right moment: for a lull, for a breath, or until what was just changed is on the screen.

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

/**
 * Lets the browser draw and listen once. A timer would wait four milliseconds each time, and a book is
 * read and goes over in hundreds of pieces.
 */
export function breathe(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
}
