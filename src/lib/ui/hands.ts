// What hands expect beyond tapping, set up once the first screen stands: rows to push aside, and no dead
// step in the history of a page that was loaded anew.
import { beforeRouter } from './before-router';
import { turnPlace } from './place-turns';

let isFetched = false;

function fetchSwipes(first?: TouchEvent): void {
	if (isFetched) return;
	isFetched = true;
	import('./swipe').then(({ beginSwipes }) => beginSwipes(first)).catch(() => (isFetched = false));
}

/** @returns how one place turns into the next */
export function beginHands(): typeof turnPlace {
	window.addEventListener('touchstart', fetchSwipes, { once: true, passive: true });
	// A quick push is over before what it needs has come: fetched ahead where there are fingers.
	if (navigator.maxTouchPoints > 0) {
		if (typeof requestIdleCallback === 'function') requestIdleCallback(() => fetchSwipes());
		else setTimeout(fetchSwipes, 200);
	}
	if (beforeRouter.loaded?.['kith:layer']) {
		import('./layers-back').then(({ forgetLayers }) => forgetLayers()).catch(() => undefined);
	}
	return turnPlace;
}
