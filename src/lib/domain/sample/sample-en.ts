// The sample book in English.
import { others } from './cast-others-en';
import { leftTheTen, ten } from './cast-ten-en';
import { loose } from './loose-en';
import { fromElsewhere } from './names-from-elsewhere';
import type { SampleWords } from './sample-words';
import { sentences } from './sentences-en';

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A book of people in America. */
export const english: SampleWords = {
	cast: [...ten, ...others],
	leftTheTen,
	loose,
	sentences,
	names: {
		given:
			'Aaron Amy Brian Caleb Carla Craig Dawn Doug Ellen Emma Evan Holly Ian Jack Joel Karen Keith Laura Leah Leon Megan Molly Owen Phil Rachel Ruth Scott Simon Wendy',
		family:
			'Baker Brooks Burke Clarke Conway Crane Doyle Ellis Foster Grant Hart Hayes Holt Keller Lambert Marsh Mills Nash Norris Perkins Quinn Reeves Riley Sawyer Shaw Tate Wade Walsh Webb Yates',
		kin: fromElsewhere,
		pets: ['Bagel', 'Domino', 'Goose', 'Maple', 'Nacho', 'Pepper', 'Waffles']
	},
	trades: [
		['Bakery', 'bakery', 'Head baker'],
		['Brewery', 'brewery', 'Head brewer'],
		['Dairy', 'dairy', 'Cheesemaker'],
		['Food', 'food', 'Line lead'],
		['Foundry', 'foundry'],
		['Hospital', 'hospital', 'Facilities director'],
		['Labs', 'labs', 'Lab manager'],
		['Logistics', 'logistics'],
		['Milling', 'milling', 'Head miller'],
		['Packaging', 'packaging', 'Packaging engineer'],
		['Paper', 'paper'],
		['Pharma', 'pharma'],
		['Tooling', 'tooling', 'Toolmaker']
	],
	companyName: (family, trade) => `${family} ${trade}`,
	titles: [
		'Plant manager',
		'Maintenance lead',
		'Maintenance planner',
		'Purchasing',
		'Purchasing director',
		'Operations manager',
		'Quality director',
		'Process engineer',
		'Owner'
	],
	tradeFair: 'trade-fair',
	nameOfDay: (date) =>
		`${WEEKDAYS[date.getUTCDay()] ?? ''} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`,
	phoneOf
};

/** 555-01xx in some area code, kept free for fiction: all different up to 78,900 people. */
function phoneOf(index: number): { readonly value: string; readonly label: string } {
	const place = (index * 7919 + 4242) % 78_900;
	const last = String(place % 100).padStart(2, '0');
	return { value: `+1 ${201 + Math.floor(place / 100)} 555-01${last}`, label: 'mobile' };
}
