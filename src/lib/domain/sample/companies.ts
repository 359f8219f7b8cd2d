// Companies that do not exist: a family's name and a trade, a city, and the titles people have there.
import type { Random } from '$lib/domain/random';
import { cast } from './cast';
import type { Names } from './names';
import { pick } from './pick';

/** The trade, in lower case also the tag, and perhaps a title only they have. */
const TRADES = [
	'Bakery|Head baker',
	'Brewery|Head brewer',
	'Dairy|Cheesemaker',
	'Food|Line lead',
	'Foundry',
	'Hospital|Facilities director',
	'Labs|Lab manager',
	'Logistics',
	'Milling|Head miller',
	'Packaging|Packaging engineer',
	'Paper',
	'Pharma',
	'Tooling|Toolmaker'
];
const TITLES = [
	'Plant manager',
	'Maintenance lead',
	'Maintenance planner',
	'Purchasing',
	'Purchasing director',
	'Operations manager',
	'Quality director',
	'Process engineer',
	'Owner'
];

/** Where somebody works. */
export interface Company {
	readonly name: string;
	readonly tag: string;
	readonly city: string;
	readonly titles: readonly string[];
}

/** Up to `count` companies with different names; there are some 2,000. */
export function companies(random: Random, names: Names, count: number): Company[] {
	const found = new Map<string, Company>();
	for (let tries = 0; found.size < count && tries < count * 4; tries++) {
		const [trade = '', ...own] = pick(random, TRADES).split('|');
		const name = `${names.family()} ${trade}`;
		const tag = trade.toLowerCase();
		found.set(name, { name, tag, city: pick(random, cast).city, titles: [...own, ...TITLES] });
	}
	return [...found.values()];
}
