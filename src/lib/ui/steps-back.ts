// Steps of one screen in the browser's history, so that Back goes one step back and not off the screen.
// The entries keep the router's own mark of the page: to the router they are the page it is on.

const STEP = 'kith:step';

/** How many steps into the screen the history stands. */
function stepNow(): number {
	const state: unknown = history.state;
	if (typeof state !== 'object' || state === null || !(STEP in state)) return 0;
	return Number(state[STEP]);
}

/** The steps of a screen in the history. */
export class StepsBack {
	readonly #moved: (step: number) => void;
	/** A move this made itself is under way; the browser makes it later. */
	#isMoving = false;
	#wanted = 0;

	/** @param moved the person went to this step with Back or Forward */
	constructor(moved: (step: number) => void) {
		this.#moved = moved;
	}

	/** The screen is this many steps in now. */
	stand(step: number): void {
		this.#wanted = step;
		if (this.#isMoving) return;
		const there = stepNow();
		for (let next = there + 1; next <= step; next++) {
			history.pushState({ ...(history.state as object | null), [STEP]: next }, '');
		}
		if (step < there) {
			this.#isMoving = true;
			history.go(step - there);
		}
	}

	/** What to listen to `popstate` with. */
	onpopstate = (): void => {
		if (this.#isMoving) {
			this.#isMoving = false;
			this.stand(this.#wanted);
		} else this.#moved(stepNow());
	};
}
