// What somebody looking over the rep's shoulder may see: glance-safe mode, kept on this device and read by
// app.html before the first paint, and the cover over the whole window.
import { hiddenNames, type HiddenNames } from '$lib/domain/hidden-names';
import { initialsOf } from '$lib/domain/initials';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { locale } from './language';

const KEY = 'kith:glance';
/** Kept with the tab, so that a page loaded anew is covered as it was; app.html reads it too. */
const COVERED = 'kith:covered';

const glances = new WeakMap<Kith, Glance>();

/** How a book is looked at on this device. */
export function glanceOf(kith: Kith): Glance {
	const known = glances.get(kith) ?? new Glance();
	glances.set(kith, known);
	return known;
}

/** Glance-safe or not, and covered or not. */
export class Glance {
	#isSafe = $state(kept());
	#shownAt = $state<string>();
	#isCovered = $state(wasCovered());
	/** What had the focus when the cover came down. */
	cameFrom: Element | null = null;

	constructor() {
		if (this.#isCovered) document.documentElement.dataset['covered'] = '';
	}

	/** Names are initials, and what was written is covered. */
	get isSafe(): boolean {
		return this.#isSafe;
	}

	set isSafe(safe: boolean) {
		this.#turn(safe);
		this.#shownAt = undefined;
		try {
			if (safe) localStorage.setItem(KEY, 'on');
			else localStorage.removeItem(KEY);
		} catch {
			// A browser that keeps nothing: the choice holds while the page is open.
		}
	}

	/* Off, it hides nothing from then on, whether or not there was a veil to lift. */
	#turn(safe: boolean): void {
		this.#isSafe = safe;
		if (!safe) delete document.documentElement.dataset['glance'];
	}

	/** Whether this one screen was opened on purpose, all but what is sensitive. */
	isShown(path: string): boolean {
		return this.#shownAt === path;
	}

	/** Opens one screen, until another takes its place. */
	show(path: string | undefined): void {
		this.#shownAt = path;
	}

	/** The whole window shows nothing of the book. */
	get isCovered(): boolean {
		return this.#isCovered;
	}

	/** Nothing of the book from here on, for eyes, ears and printers. */
	cover(): void {
		if (!this.#isCovered) this.cameFrom = document.activeElement;
		this.#isCovered = true;
		document.documentElement.dataset['covered'] = '';
		keepCovered(true);
	}

	uncover(): void {
		this.#isCovered = false;
		keepCovered(false);
		delete document.documentElement.dataset['covered'];
	}

	/** Follows the other pages of Kith; a page that was out of sight shows nothing when it comes back. */
	listen(): () => void {
		const onstorage = ({ key }: StorageEvent): void => {
			if (key === KEY || key === null) this.#turn(kept());
		};
		const onhide = (): void => {
			if (document.hidden) this.#shownAt = undefined;
			const root = document.documentElement;
			if (document.hidden && this.#isSafe) root.dataset['draped'] = '';
			else delete root.dataset['draped'];
		};
		window.addEventListener('storage', onstorage);
		document.addEventListener('visibilitychange', onhide);
		return () => {
			window.removeEventListener('storage', onstorage);
			document.removeEventListener('visibilitychange', onhide);
		};
	}
}

type Named = Partial<Pick<Person, 'name' | 'givenName' | 'nickname' | 'company'>>;

/** Where somebody, or where somebody works or worked, is named. */
export const NAMING = ['person', 'circle', 'employment', 'moment'] as const;

/** Who has been in the book since the page was loaded, as they were called last. */
const seen = new WeakMap<Kith, Map<string, Named>>();

/**
 * All names in the book: people, those around them, and companies; follows their changes. Also those in
 * the trash, and of those who are gone: what has just been taken back is still talked about.
 */
export function namesIn(kith: Kith, shown: string | undefined = locale): HiddenNames {
	const { live } = kith;
	const known = seen.get(kith) ?? new Map<string, Named>();
	seen.set(kith, known);
	for (const table of NAMING) {
		for (const one of [...live.trashed(table), ...live.all(table)]) known.set(one.id, one);
	}
	const all = [...known.values()];
	const names = all.flatMap(({ name = '', givenName = '', nickname = '' }) => [
		name,
		givenName,
		nickname
	]);
	const companies = all.map(({ company = '' }) => company);
	return hiddenNames(names, companies, calendarWords(shown));
}

/** A name as the browser may show it, beside what it has just saved. */
export function nameOfFile(kith: Kith, name: string): string {
	return glanceOf(kith).isSafe ? initialsOf(name) : name;
}

/** The months and weekdays as they are shown, short and long: "Thu 26" and "3 May" are nobody. */
function calendarWords(locale: string | undefined): ReadonlySet<string> {
	const words = (['long', 'short'] as const).flatMap((style) => {
		const month = new Intl.DateTimeFormat(locale, { month: style });
		const weekday = new Intl.DateTimeFormat(locale, { weekday: style });
		return [
			...Array.from({ length: 12 }, (_, at) => month.format(new Date(2024, at, 1))),
			...Array.from({ length: 7 }, (_, at) => weekday.format(new Date(2024, 0, at + 1)))
		];
	});
	return new Set(words.map((word) => word.replace(/\.$/, '')));
}

function wasCovered(): boolean {
	try {
		return sessionStorage.getItem(COVERED) !== null;
	} catch {
		return false;
	}
}

function keepCovered(isCovered: boolean): void {
	try {
		if (isCovered) sessionStorage.setItem(COVERED, 'on');
		else sessionStorage.removeItem(COVERED);
	} catch {
		// A browser that keeps nothing: the cover holds while the page is open.
	}
}

function kept(): boolean {
	try {
		return localStorage.getItem(KEY) === 'on';
	} catch {
		return false;
	}
}
