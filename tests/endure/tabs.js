// Two tabs write at once, are loaded again in between and fold their rows: both hold all of it.
import { setTimeout as pause } from 'node:timers/promises';
import { faultIn, Ledger } from './ledger.js';
import { beginBook, openBare, readBook, readBookHere } from './screens.js';
import { firstLine, newProfile, tallying, visit } from './world.js';
import { notesFor, write } from './writing.js';

/** @typedef {import('./world.js').World} World */
/** @typedef {import('@playwright/test').Page} Page */

/** As long as one tab may take to hear of what the other has saved. */
const NEWS_MS = 1_000;
const NAMES = ['left', 'right'];
/** Notes to begin with: not many more, and their rows are folded. */
const BEFORE = 450;

/**
 * @param {World} world
 * @returns {Promise<import('./world.js').Outcome>}
 */
export async function tabs(world) {
	const { outcome, check } = tallying(world, {
		rounds: 0,
		acknowledged: 0,
		lost: 0,
		twice: 0,
		reloads: 0,
		compactions: 0
	});
	const rounds = world.runs ?? (world.isShort ? 1 : 10);
	for (let round = 1; round <= rounds; round++) {
		check(`round ${round}`, await together(world, `t${round}`, outcome.figures));
		const { acknowledged, lost } = outcome.figures;
		world.say(`tabs: ${round} of ${rounds} rounds, ${acknowledged} notes, ${lost} lost`);
	}
	return outcome;
}

/**
 * @param {World} world
 * @param {string} name
 * @param {Record<string, number>} figures
 */
async function together(world, name, figures) {
	const { url, isShort } = world;
	const chance = world.chance.branch(name);
	const profile = newProfile(world, 'tabs');
	const ledger = new Ledger();
	/** @param {string} figure */
	const count = (figure, by = 1) => {
		figures[figure] = (figures[figure] ?? 0) + by;
	};
	count('rounds');
	/** @type {string[]} */
	const faults = [];
	/** @type {Set<string>} */
	const lost = new Set();
	/** @param {import('./screens.js').Shown} shown @param {string} where */
	const look = ({ bodies }, where) => {
		const difference = ledger.compare(bodies);
		const fault = faultIn(difference);
		if (fault) faults.push(`${where}, ${fault}`);
		for (const { text } of difference.lost) lost.add(text);
		count('twice', difference.twice.length);
	};
	const first = await visit(world, profile, async ({ context, page: left }) => {
		await beginBook(left, url, ['Ada Marsh']);
		const before = notesFor(`${name}.before`, BEFORE, chance);
		await (
			await write(left, url, { name: 'before', texts: before, ledger, chance, burst: 50 })
		).ended;
		if (ledger.size !== BEFORE) return `only ${ledger.size} of ${BEFORE} notes were ever saved`;
		const right = await context.newPage();
		for (const page of [left, right]) {
			page.on('pageerror', (error) => faults.push(`a surprise: ${firstLine(error)}`));
		}
		const watch = await context.newPage();
		await openBare(watch, url);
		const counted = watch.evaluate(countCompactions);

		const end = Date.now() + (isShort ? 6_000 : 20_000);
		/** @param {Page} page @param {string} side */
		const writeOn = async (page, side) => {
			for (let turn = 1; Date.now() < end; turn++) {
				const texts = notesFor(`${name}.${side}${turn}`, 1_000, chance);
				const what = { name: `${side}${turn}`, texts, ledger, chance };
				const writing = await write(page, url, what);
				const left = Math.max(0, end - Date.now());
				const long = chance.between(700, 3_000);
				await pause(Math.min(long, left));
				// Neither is loaded again at the end: what they show then is what they have heard.
				if (long >= left) return writing.stop();
				// In the middle of a sentence, as it were.
				await page.reload();
				count('reloads');
			}
			return undefined;
		};
		const both = [left, right].map((page, at) => writeOn(page, NAMES[at] ?? '').catch(firstLine));
		for (const fault of await Promise.all(both)) if (fault) faults.push(fault);
		await pause(NEWS_MS);
		for (const [at, page] of [left, right].entries()) {
			look(await readBookHere(page), `in the ${NAMES[at]} tab`);
		}
		await watch.evaluate(() => document.dispatchEvent(new Event('enough')));
		count('compactions', await counted);
		return undefined;
	});
	if (first) faults.push(first);
	const second = await visit(world, profile, async ({ page }) => {
		look(await readBook(page, url), 'after a new start');
		return undefined;
	});
	if (second) faults.push(second);
	count('acknowledged', ledger.size);
	count('lost', lost.size);
	return faults.length > 0 ? faults.join('; ') : undefined;
}

/** Runs in a page beside the app: how often a journal had fewer rows than a moment before. */
async function countCompactions() {
	const over = { is: false };
	document.addEventListener('enough', () => (over.is = true));
	/** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
	const result = (request) =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('refused'));
		});
	/** @type {Map<string, number>} */
	const before = new Map();
	let count = 0;
	while (!over.is) {
		for (const { name = '' } of await indexedDB.databases()) {
			if (!name.startsWith('kith-journal-')) continue;
			const db = await result(indexedDB.open(name));
			const now = await result(db.transaction('updates').objectStore('updates').count());
			db.close();
			if (now < (before.get(name) ?? 0)) count++;
			before.set(name, now);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return count;
}
