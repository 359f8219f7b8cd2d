// The browser is killed while the rep writes, again and again; now and then its databases go as well.
import { setTimeout as pause } from 'node:timers/promises';
import { openBrowser } from './browser.js';
import { faultIn, Ledger, nameOf } from './ledger.js';
import { databasesMadeAt, wipeDatabases } from './profile.js';
import { beginBook, openWhole, readBook, saidAtAll, saidOfDamage } from './screens.js';
import { firstLine, newProfile, tallying, visit } from './world.js';
import { notesFor, write } from './writing.js';

/** @typedef {import('./world.js').World} World */

/** How many runs one book lives through: long enough for many compactions, short enough to read. */
const CHAIN = 25;
const PEOPLE = ['Ada Marsh', 'Zoë Ångström'];
/** Milliseconds of writing; the longest reach into what the app does every few seconds. */
/** @type {readonly (readonly [from: number, to: number])[]} */
const LIVES = [
	[30, 1_500],
	[30, 1_500],
	[1_500, 4_000],
	[4_000, 12_000]
];
/** @type {typeof LIVES} */
const SHORT_LIVES = [
	[30, 700],
	[30, 700],
	[30, 1_500],
	[2_000, 4_500]
];
/** As long as the app may take to say what it brought back. */
const PATIENCE_MS = 5_000;

/**
 * @param {World} world
 * @returns {Promise<import('./world.js').Outcome>}
 */
export async function killed(world) {
	const runs = world.runs ?? (world.isShort ? 5 : 200);
	const { outcome, check } = tallying(world, {
		runs: 0,
		acknowledged: 0,
		lost: 0,
		twice: 0,
		torn: 0,
		wipes: 0,
		wipesByChromium: 0,
		lostInWipes: 0,
		wipesUntold: 0
	});
	for (let first = 0; first < runs; first += CHAIN) {
		const chain = new Chain(world, `k${first / CHAIN}`, outcome.figures, check);
		await chain.live(Math.min(CHAIN, runs - first));
		world.say(
			`killed: ${outcome.figures['runs']} of ${runs} runs, ` +
				`${outcome.figures['acknowledged']} notes acknowledged, ${outcome.figures['lost']} lost`
		);
	}
	return outcome;
}

/** One book over many runs. */
class Chain {
	#world;
	#name;
	#figures;
	#check;
	#chance;
	#profile;
	#ledger = new Ledger();
	#endedAt = 0;
	#isWiped = false;
	/** What was said wrong already is not said again. @type {Set<string>} */
	#known = new Set();

	/**
	 * @param {World} world
	 * @param {string} name
	 * @param {Record<string, number>} figures
	 * @param {(name: string, fault: string | undefined) => void} check
	 */
	constructor(world, name, figures, check) {
		this.#world = world;
		this.#name = name;
		this.#figures = figures;
		this.#check = check;
		this.#chance = world.chance.branch(name);
		this.#profile = newProfile(world, name);
	}

	/** @param {number} runs */
	async live(runs) {
		// By number and not by chance, so that the short runs have some too.
		const wipes = new Set([Math.ceil(runs / 3), Math.ceil((runs * 2) / 3), runs]);
		const { url } = this.#world;
		const fault = await visit(this.#world, this.#profile, async ({ page }) => {
			await beginBook(page, url, PEOPLE);
			return undefined;
		});
		if (fault) throw new Error(`no book to begin with: ${fault}`);
		for (let run = 1; run <= runs; run++) {
			const problem = await this.#run(`${this.#name}.${run}`).catch(firstLine);
			this.#endedAt = Date.now();
			this.#figures['runs'] = (this.#figures['runs'] ?? 0) + 1;
			this.#check(`run ${this.#name}.${run}`, problem);
			if (!wipes.has(run)) continue;
			this.#isWiped = true;
			this.#count('wipes', 1);
			wipeDatabases(this.#profile);
		}
		const end = await this.#inBrowser(async (page) => this.#compare(page));
		this.#check(`the end of ${this.#name}`, end);
		this.#count('acknowledged', this.#ledger.size);
	}

	/**
	 * Opens the browser, perhaps looks whether all is there, writes, and is killed.
	 * @param {string} name
	 */
	async #run(name) {
		const chance = this.#chance.branch(name);
		const looksFirst = this.#isWiped || chance.isTrue(0.5);
		// Now and then the end comes while the app is still opening.
		const isEarly = chance.isTrue(0.12);
		const { isShort } = this.#world;
		const [from, to] = chance.pick(isShort ? SHORT_LIVES : LIVES);
		const lives = chance.between(from, to);
		return this.#inBrowser(async (page) => {
			const { url } = this.#world;
			const fault = looksFirst ? await this.#compare(page) : undefined;
			if (isEarly) {
				void page.goto(`${url}#/new`).catch(() => undefined);
				await pause(chance.between(0, 900));
				return fault;
			}
			const texts = notesFor(name, 1_500, chance);
			await write(page, url, { name, texts, ledger: this.#ledger, chance });
			await pause(lives);
			return fault;
		});
	}

	/**
	 * Works in a browser and kills it. Tells apart the wipes Chromium makes of its own accord.
	 * @param {(page: import('@playwright/test').Page) => Promise<string | undefined>} work
	 */
	async #inBrowser(work) {
		const before = databasesMadeAt(this.#profile);
		const { page, kill } = await openBrowser(this.#world.executablePath, this.#profile);
		try {
			return await work(page);
		} finally {
			await kill();
			const after = databasesMadeAt(this.#profile);
			if (before !== undefined && after !== before) this.#count('wipesByChromium', 1);
		}
	}

	/**
	 * Everything acknowledged is there, once and whole; after a wipe the app has said so.
	 * @param {import('@playwright/test').Page} page
	 */
	async #compare(page) {
		const { url } = this.#world;
		const faults = [];
		await openWhole(page, url);
		if (this.#isWiped && (await saidOfDamage(page, PATIENCE_MS)) === '') {
			this.#count('wipesUntold', 1);
			faults.push(`not a word about the wipe; said ${await saidAtAll(page)}`);
		}
		const { bodies, people } = await readBook(page, url);
		const difference = this.#ledger.compare(bodies);
		const lost = difference.lost.filter(({ text }) => this.#isNews(`lost ${nameOf(text)}`));
		const twice = difference.twice.filter((name) => this.#isNews(`twice ${name}`));
		const torn = difference.torn.filter((text) => this.#isNews(`torn ${text}`));
		this.#count('lost', lost.length);
		this.#count('twice', twice.length);
		this.#count('torn', torn.length);
		if (this.#isWiped) this.#count('lostInWipes', lost.length);
		const fault = faultIn({ lost, twice, torn }, this.#endedAt);
		if (fault) faults.push(`${this.#isWiped ? 'after a wipe: ' : ''}${fault}`);
		const gone = PEOPLE.filter((name) => !people.includes(name) && this.#isNews(`person ${name}`));
		if (gone.length > 0) faults.push(`people lost: ${gone.join(', ')}`);
		this.#isWiped = false;
		return faults.length > 0 ? faults.join('; ') : undefined;
	}

	/** @param {string} fault */
	#isNews(fault) {
		const isNews = !this.#known.has(fault);
		this.#known.add(fault);
		return isNews;
	}

	/** @param {string} figure @param {number} by */
	#count(figure, by) {
		this.#figures[figure] = (this.#figures[figure] ?? 0) + by;
	}
}
