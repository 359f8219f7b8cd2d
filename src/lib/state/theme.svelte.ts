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
		colourBars(theme);
		try {
			if (theme === 'system') localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, theme);
		} catch {
			// A browser that keeps nothing: the choice holds while the page is open.
		}
	}
}

/** The bars a phone or a window draws around the page take the colour of the one meta that applies. */
function colourBars(theme: Theme): void {
	const metas = document.querySelectorAll('meta[name="theme-color"]');
	for (const [at, scheme] of (['light', 'dark'] as const).entries()) {
		const chosen = scheme === theme ? 'all' : 'not all';
		metas[at]?.setAttribute(
			'media',
			theme === 'system' ? `(prefers-color-scheme: ${scheme})` : chosen
		);
	}
}
