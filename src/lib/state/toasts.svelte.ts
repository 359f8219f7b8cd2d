// One short line at a time about what just happened, with a way back where there is one.

export interface Toast {
	readonly id: number;
	readonly text: string;
	readonly action?: { readonly label: string; readonly run: () => void };
}

/** The toast on screen, if any; a new one takes the place of the old. */
export class Toasts {
	#current = $state.raw<Toast>();
	#count = 0;

	get current(): Toast | undefined {
		return this.#current;
	}

	/** Shows a line. */
	show(text: string, action?: Toast['action']): void {
		this.#count++;
		this.#current = { id: this.#count, text, ...(action ? { action } : {}) };
	}

	/** Takes the line away. */
	clear(): void {
		this.#current = undefined;
	}
}
