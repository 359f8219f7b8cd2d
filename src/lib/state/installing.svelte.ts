// Installing Kith: the browser's own offer, kept until the rep asks for it, or the way to do it by hand.
import { FirstRun } from './first-run.svelte';
import { around, installWay, isInstalled, type InstallWay } from './install-way';
import type { Kith } from './kith.svelte';
import { askToKeep } from './persistence';

/** The browser's offer; Chromium's own, in no standard: MDN, BeforeInstallPromptEvent. */
interface Offer extends Event {
	prompt(): Promise<unknown>;
	readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

declare global {
	interface Window {
		/** An offer that came before anything was loaded: app.html keeps it. */
		kithOffer?: Event | undefined;
	}
	interface WindowEventMap {
		beforeinstallprompt: Event;
	}
}

const known = new WeakMap<Kith, Installing>();

/** The one for this page. */
export function installingOf(kith: Kith): Installing {
	const installing = known.get(kith) ?? new Installing(kith);
	known.set(kith, installing);
	return installing;
}

/** What can be done about installing here. */
export class Installing {
	readonly #kith: Kith;
	/** What was settled about it, and about the rest of the beginning. */
	readonly first = new FirstRun();
	/** The way by hand, where there is no offer and it matters. */
	readonly way: InstallWay | undefined;
	#offer = $state.raw<Offer>();
	#isInstalled = $state(false);

	constructor(kith: Kith) {
		this.#kith = kith;
		const here = around();
		this.way = installWay(here);
		this.#isInstalled = isInstalled(here);
		this.#offer = window.kithOffer as Offer | undefined;
		window.addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#offer = event as Offer;
		});
		window.addEventListener('appinstalled', () => {
			this.#offer = undefined;
			this.#isInstalled = true;
			// An installed app is more likely to be kept: the answer may be another now.
			void askToKeep(this.#kith);
		});
	}

	/** The browser would install Kith at a press of a button. */
	get canInstall(): boolean {
		return this.#offer !== undefined && !this.#isInstalled;
	}

	/** Hands over to the browser, which asks; whoever says no there is not asked again unasked. */
	async install(): Promise<void> {
		const offer = this.#offer;
		// An offer is good for one time only.
		window.kithOffer = this.#offer = undefined;
		if (!offer) return;
		try {
			await offer.prompt();
			const { outcome } = await offer.userChoice;
			if (outcome === 'dismissed') this.first.settle({ install: 'over' });
		} catch {
			// The offer had run out; the browser makes another when it sees fit.
		}
	}
}
