// The sample book: fills an empty book with invented people, and takes them out again in one step.
import { sampleBook } from '$lib/domain/sample/sample-book';
import { german } from '$lib/domain/sample/sample-de';
import { english } from '$lib/domain/sample/sample-en';
import { tableNames } from '$lib/domain/records/tables';
import type { Kith } from './kith.svelte';
import { withdraw } from '$lib/store/rewrite';
import { write } from './writing';

/** The mark every sample record carries. */
export const SAMPLE_BATCH = 'sample';

const SEED = 66;

/** In the language of this build; no build carries the words of another. */
const words = __LANGUAGE__ === 'de' ? german : english;

/** How large a sample book is. */
export interface SampleSize {
	readonly people: number;
	readonly entries: number;
	/** How far back; three years when not given. */
	readonly years?: number;
}

/** Enough to look around in. */
export const LOOK_AROUND: SampleSize = { people: 240, entries: 1_800 };

/** Adds sample people and three years with them. */
export function fillWithSample(kith: Kith, size: SampleSize = LOOK_AROUND): void {
	const content = sampleBook({
		seed: SEED,
		words,
		...size,
		today: kith.clock.today,
		now: kith.clock.exactly()
	});
	write(
		kith,
		(draft) => {
			for (const table of tableNames) {
				for (const record of content[table] ?? []) draft.add(table, record);
			}
		},
		'These people are made up. Take them out again under More.'
	);
}

/** Takes every sample record out; what the rep wrote himself stays. */
export function removeSample(kith: Kith): void {
	write(
		kith,
		(draft) => {
			for (const table of tableNames) {
				for (const record of [...kith.book.all(table), ...kith.book.trashed(table)]) {
					if (record.batch === SAMPLE_BATCH) withdraw(draft, table, record.id);
				}
			}
		},
		'The sample people are gone'
	);
}

/**
 * The demo opens with the sample book: fills it when it is empty, as large as the address asks for
 * (`?people=2000&entries=25000&years=3`).
 */
export async function fillDemo(kith: Kith, query: URLSearchParams): Promise<void> {
	if (kith.book.all('person').length > 0) return;
	const asked = (name: string, usual: number): number => Number(query.get(name)) || usual;
	fillWithSample(kith, {
		people: asked('people', LOOK_AROUND.people),
		entries: asked('entries', LOOK_AROUND.entries),
		years: asked('years', 3)
	});
	await kith.book.saved();
}
