// While the rep is asked for the printer, the page is as it goes on paper and out of sight. Not every browser
// says that the question is gone: a hand on the page does, and so does coming back to it.

/** The focus may only pass by while the question opens. */
const BACK_MS = 500;

/** Whether the rep is being asked for the printer. */
export class Printing {
	#isOn = $state(false);
	#back: ReturnType<typeof setTimeout> | undefined;

	get isOn(): boolean {
		return this.#isOn;
	}

	begin(): void {
		clearTimeout(this.#back);
		this.#isOn = true;
	}

	/** @returns whether it was on */
	end(): boolean {
		clearTimeout(this.#back);
		const wasOn = this.#isOn;
		this.#isOn = false;
		return wasOn;
	}

	/** The rep may be back at the page: it ends when he is a moment later. */
	comeBack(): void {
		clearTimeout(this.#back);
		if (!this.#isOn) return;
		this.#back = setTimeout(() => {
			if (document.hasFocus()) this.end();
		}, BACK_MS);
	}
}
