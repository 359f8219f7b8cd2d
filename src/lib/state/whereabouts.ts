// Where the book is, as far as this page can find out: each answer is looked up, none is assumed.
import { takeStock, type CopyStand } from '$lib/store/stock';
import type { Kith } from './kith.svelte';
import { locale } from './language';

/** What could be found out. */
export interface Whereabouts {
	/** `none` as well where nobody keeps the copy up to date. */
	readonly copy: CopyStand;
	/** When the second copy was last written to, in milliseconds since 1970. */
	readonly copiedAt?: number;
	/** Pieces that could not be read and are kept aside. */
	readonly aside: number;
	/** Bytes that Kith takes up, the app itself included. */
	readonly used?: number;
	/** Bytes that the browser would give it. */
	readonly allowed?: number;
}

/** The keeper says whether it is at work, or is taken not to be after this time. */
const TRIES = 20;
const BETWEEN_TRIES_MS = 100;

/** Looks everything up; undefined where the book itself cannot be reached. */
export async function whereabouts(kith: Kith): Promise<Whereabouts | undefined> {
	if (kith.book.reach === 'core') return undefined;
	try {
		const isKept = await hasMirror(kith);
		const { copy, ...stock } = await takeStock([...kith.book.documents.keys()]);
		const { usage, quota } = await room();
		return {
			...stock,
			copy: isKept ? copy : 'none',
			...(usage === undefined ? {} : { used: usage }),
			...(quota === undefined ? {} : { allowed: quota })
		};
	} catch {
		return undefined;
	}
}

/** "3.4 MB"; never more exact than it is worth. */
export function bytesInWords(bytes: number): string {
	const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
	const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(bytes / 1000) / 3)));
	return new Intl.NumberFormat(locale, {
		style: 'unit',
		unit: units[step],
		maximumSignificantDigits: 2
	}).format(bytes / 1000 ** (step + 1));
}

async function hasMirror(kith: Kith): Promise<boolean> {
	for (let tries = 0; tries < TRIES; tries++) {
		if ((await kith.keeper)?.hasMirror) return true;
		await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
	}
	return false;
}

async function room(): Promise<StorageEstimate> {
	try {
		return await navigator.storage.estimate();
	} catch {
		// Some browsers do not say, and some have nothing to be asked.
		return {};
	}
}
