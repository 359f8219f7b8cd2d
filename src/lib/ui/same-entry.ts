// Where the page stands in the browser's history, to be there again: something that hides it all does not
// keep Back from changing the address behind it.

/** The router's number of an entry; a step within a screen has that of the screen. */
const INDEX = 'sveltekit:history';
const STEP = 'kith:step';
/** A move the browser has not made by then, it will not make; who waits for it waits with the lock open. */
const PATIENCE = 300;
/** More moves than this lead nowhere: the entry is no more. */
const MOVES = 8;

interface Place {
	readonly index: number;
	readonly step: number;
}

function placeNow(): Place {
	const state = (history.state ?? {}) as Readonly<Record<string, unknown>>;
	return { index: Number(state[INDEX] ?? 0), step: Number(state[STEP] ?? 0) };
}

/** Remembers the entry the page stands at; gives what goes back to it, or forth, and resolves there. */
export function rememberEntry(): () => Promise<void> {
	const there = placeNow();
	return async () => {
		// Screens with steps lie between: what leads to their first one leads on from there.
		for (let move = 0; move < MOVES; move++) {
			const here = placeNow();
			const by = there.index - here.index || there.step - here.step;
			if (by === 0 || !(await moved(by))) return;
		}
	};
}

function moved(by: number): Promise<boolean> {
	return new Promise((resolve) => {
		const done = (isThere: boolean): void => {
			clearTimeout(patience);
			window.removeEventListener('popstate', onpopstate);
			resolve(isThere);
		};
		const onpopstate = (): void => done(true);
		const patience = setTimeout(() => done(false), PATIENCE);
		window.addEventListener('popstate', onpopstate);
		history.go(by);
	});
}
