// Connections to the databases end under the app, in every way a browser has: nothing acknowledged is
// lost, and what could not be written at once is said to be *Not saved* and written later.
import { setTimeout as pause } from 'node:timers/promises';
import { faultIn, Ledger } from './ledger.js';
import { beginBook, openBare, openWhole, readBook, saidAtAll } from './screens.js';
import { firstLine, newProfile, tallying, visit } from './world.js';
import { notesFor, write } from './writing.js';

/** @typedef {import('./world.js').World} World */
/** @typedef {import('@playwright/test').Page} Page */

/** As long as it may take until everything is written after all. */
const LATER_MS = 45_000;
const HELD_MS = 1_500;

/** What happens to the connections; each is done from another page of the browser. */
/** @type {Record<string, (other: Page, url: string) => Promise<void>>} */
const EVENTS = {
	async 'a newer version opened elsewhere'(other, url) {
		await openBare(other, url);
		await other.evaluate(async (heldMs) => {
			const list = await indexedDB.databases();
			await Promise.all(
				list.map(
					({ name = '', version = 1 }) =>
						new Promise((resolve) => {
							const request = indexedDB.open(name, version + 1);
							request.onsuccess = () =>
								setTimeout(() => {
									request.result.close();
									resolve(undefined);
								}, heldMs);
							request.onerror = resolve;
						})
				)
			);
		}, HELD_MS);
	},
	async 'databases deleted elsewhere'(other, url) {
		await openBare(other, url);
		await other.evaluate(async () => {
			const list = await indexedDB.databases();
			await Promise.all(
				list.map(
					({ name = '' }) =>
						new Promise((resolve) => {
							const request = indexedDB.deleteDatabase(name);
							request.onsuccess = resolve;
							request.onerror = resolve;
						})
				)
			);
		});
	},
	async 'closed by the browser'(other) {
		await other.goto('chrome://indexeddb-internals/');
		await other.getByText('Force close').first().click();
	},
	async 'databases cleared by the browser'(other, url) {
		const session = await other.context().newCDPSession(other);
		await session.send('Storage.clearDataForOrigin', {
			origin: new URL(url).origin,
			storageTypes: 'indexeddb'
		});
	}
};

/**
 * @param {World} world
 * @returns {Promise<import('./world.js').Outcome>}
 */
export async function closed(world) {
	const { outcome, check } = tallying(world, {
		cases: 0,
		acknowledged: 0,
		lost: 0,
		saidNotSaved: 0,
		stuck: 0
	});
	const { figures } = outcome;
	const rounds = world.runs ?? (world.isShort ? 1 : 5);
	for (let round = 0; round < rounds; round++) {
		for (const event of Object.keys(EVENTS)) {
			// While writing, when a transaction is torn, or in a quiet moment; a short run does one.
			for (const isBusy of world.isShort ? [world.chance.isTrue(0.5)] : [true, false]) {
				figures['cases'] = (figures['cases'] ?? 0) + 1;
				const name = `${event}, ${isBusy ? 'while writing' : 'in a quiet moment'}`;
				check(name, await underneath(world, `c${figures['cases']}`, event, isBusy, figures));
			}
		}
		world.say(`closed: ${figures['cases']} cases, ${figures['lost']} notes lost`);
	}
	return outcome;
}

/**
 * @param {World} world
 * @param {string} name
 * @param {string} event
 * @param {boolean} isBusy
 * @param {Record<string, number>} figures
 */
async function underneath(world, name, event, isBusy, figures) {
	const { url } = world;
	const chance = world.chance.branch(name);
	const profile = newProfile(world, 'closed');
	const ledger = new Ledger();
	/** @param {string} figure */
	const count = (figure, by = 1) => {
		figures[figure] = (figures[figure] ?? 0) + by;
	};
	/** @type {string[]} */
	const faults = [];
	/** @type {Set<string>} */
	const lost = new Set();
	/** @param {Page} page @param {string} when */
	const look = async (page, when) => {
		const { bodies, people } = await readBook(page, url);
		const difference = ledger.compare(bodies);
		const fault = faultIn(difference);
		if (fault) faults.push(`${when}, ${fault}`);
		if (!people.includes('Ada Marsh')) faults.push(`${when}, the person is lost`);
		for (const { text } of difference.lost) lost.add(text);
	};
	const first = await visit(world, profile, async ({ context, page }) => {
		page.on('pageerror', (error) => faults.push(`a surprise: ${firstLine(error)}`));
		await beginBook(page, url, ['Ada Marsh']);
		const before = notesFor(`${name}a`, 20, chance);
		await (
			await write(page, url, { name: 'before', texts: before, ledger, chance })
		).ended;
		if (ledger.size !== before.length) return 'not even the first notes were saved';
		const other = await context.newPage();
		const happen = EVENTS[event];
		if (!isBusy) await happen?.(other, url);
		const texts = notesFor(`${name}b`, isBusy ? 120 : 10, chance);
		const alert = page.getByRole('alert').filter({ hasText: 'Not saved' });
		const told = { is: false };
		void alert
			.waitFor({ timeout: LATER_MS })
			.then(() => (told.is = true))
			.catch(() => undefined);
		const writing = await write(page, url, { name: 'meanwhile', texts, ledger, chance });
		if (isBusy) {
			await pause(chance.between(50, 700));
			await happen?.(other, url);
		}
		const late = pause(LATER_MS, 'late');
		if ((await Promise.race([writing.ended, late])) === 'late') {
			count('stuck');
			faults.push(`after ${LATER_MS / 1000} s still not saved; said ${await saidAtAll(page)}`);
		} else {
			await alert.waitFor({ state: 'hidden', timeout: LATER_MS });
		}
		if (told.is) count('saidNotSaved');
		await other.close();
		await page.reload();
		await look(page, 'after loading again');
		return undefined;
	});
	if (first) faults.push(first);
	const second = await visit(world, profile, async ({ page }) => {
		await openWhole(page, url);
		await look(page, 'after a new start');
		return undefined;
	});
	if (second) faults.push(second);
	count('acknowledged', ledger.size);
	count('lost', lost.size);
	return faults.length > 0 ? faults.join('; ') : undefined;
}
