// Light, dark, or as the device has it; kept on this device, read by app.html before the first paint.

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'kith:theme';

/** The theme of this device. */
export class ThemeChoice {
	#current = $state<Theme>('system');

	constructor() {
		const kept = document.documentElement.dataset['theme'];
		if (kept === 'light' || kept === 'dark') this.#current = kept;
	}

	get current(): Theme {
		return this.#current;
	}

	set current(theme: Theme) {
		this.#current = theme;
		if (theme === 'system') delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = theme;
		try {
			if (theme === 'system') localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, theme);
		} catch {
			// A browser that keeps nothing: the choice holds while the page is open.
		}
	}
}
