// What the leak trial opens and leaves again: every place, and the sheets that lie over one.
import { PLACES } from '../support/places.js';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} Opening
 * @property {string} place `<id>` stands for the first record of the list that leads there
 * @property {string} [press] the button that opens a sheet over it
 * @property {string} [key] or the key
 */

/** Where one goes in between: little is there, and nothing of it changes. */
export const BETWEEN = '#/more';

/** Where the first record of a kind is found. */
const LISTS = new Map([
	['#/people/', '#/top-ten'],
	...['#/companies/', '#/articles/', '#/thanks/'].map(
		(start) => /** @type {const} */ ([start, start.slice(0, -1)])
	)
]);

const A_PERSON = '#/people/<id>';

/** @param {string} place @param {readonly string[]} names @returns {Opening[]} */
const sheets = (place, names) => names.map((press) => ({ place, press }));

/** In a short run, what is opened most. @type {readonly Opening[]} */
export const MAIN = [
	{ place: '#/' },
	{ place: A_PERSON },
	{ place: '#/people', press: 'Add person' },
	{ place: A_PERSON, press: 'Log a touch' }
];

/** Everything else. @type {readonly Opening[]} */
export const OTHERS = [
	...PLACES.filter((place) => place !== '#/' && place !== BETWEEN).map((place) => ({
		// A code leaves the address as soon as it is read.
		place: place.replace(/^#\/pair\/.*/, '#/pair')
	})),
	...['before', 'held'].map((part) => ({ place: `${A_PERSON}/${part}` })),
	...['#/companies/<id>', '#/articles/<id>', '#/thanks/<id>'].map((place) => ({ place })),
	{ place: BETWEEN, key: 'Control+k' },
	{ place: BETWEEN, key: '?' },
	...sheets(BETWEEN, ['A two-minute tour']),
	...sheets('#/', ['or later:']),
	...sheets(A_PERSON, [
		...['Add a promise', 'Add to give and take', 'Book the next touch', 'Add to the circle'],
		...['Add a moment', 'Add an earlier job', 'Moved to a new job', 'Add somebody']
	]),
	...sheets('#/companies/<id>', ['Rename', 'Add a moment of the company']),
	...sheets('#/articles/<id>', ['Choose a person']),
	...sheets('#/inbox', ['Link to a person']),
	...sheets('#/settings', ['Turn on the lock', 'Remove everything…']),
	...sheets('#/backup', ['Save with a passphrase']),
	...sheets('#/devices', ['Rename'])
];

/**
 * The address of a place in this book.
 * @param {Page} page
 * @param {string} place
 * @param {(place: string) => Promise<void>} go
 */
export async function addressOf(page, place, go) {
	const [start = '', rest] = place.split('<id>');
	const list = LISTS.get(start);
	if (rest === undefined || list === undefined) return place;
	await go(list);
	const link = page.locator(`main a[href*="${start}"]`).first();
	return `#${(await link.getAttribute('href'))?.split('#')[1] ?? ''}${rest}`;
}
