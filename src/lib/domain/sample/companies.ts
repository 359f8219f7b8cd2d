// Companies that do not exist: a family's name and a trade, a city, and the titles people have there.
import type { Random } from '$lib/domain/random';
import type { Names } from './names';
import { pick } from './pick';
import type { SampleWords } from './sample-words';

/** Where somebody works. */
export interface Company {
	readonly name: string;
	readonly tag: string;
	readonly city: string;
	readonly titles: readonly string[];
}

/** Up to `count` companies with different names; there are some 2,000. */
export function companies(
	random: Random,
	{ cast, trades, titles, companyName }: SampleWords,
	names: Names,
	count: number
): Company[] {
	const found = new Map<string, Company>();
	for (let tries = 0; found.size < count && tries < count * 4; tries++) {
		const [trade, tag, ...own] = pick(random, trades);
		const name = companyName(names.family(), trade);
		found.set(name, { name, tag, city: pick(random, cast).city, titles: [...own, ...titles] });
	}
	return [...found.values()];
}
