// What every trial is given, and what it gives back.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.js';

/** @typedef {import('./browser.js').OpenBrowser} OpenBrowser */
/** @typedef {import('./chance.js').Chance} Chance */

/**
 * @typedef {object} World
 * @property {string} url where the built app is served
 * @property {string} executablePath of Chromium
 * @property {string} folder for profiles; cleared away at the end
 * @property {Chance} chance
 * @property {boolean} isShort the few minutes of `npm test`
 * @property {number | undefined} runs asked for, instead of a trial's usual number
 * @property {(line: string) => void} say progress
 */

/**
 * @typedef {object} Outcome
 * @property {Record<string, number>} figures by name, for the line of totals
 * @property {number} passed
 * @property {string[]} failed each with what was wrong
 * @property {string[]} skipped each with its reason
 */

/** @typedef {{ outcome: Outcome, check: (name: string, fault: string | undefined) => void }} Tallying */

/**
 * Counts checks as they are made, and says each fault at once.
 * @param {World} world
 * @param {Record<string, number>} figures
 * @returns {Tallying}
 */
export function tallying(world, figures) {
	/** @type {Outcome} */
	const outcome = { figures, passed: 0, failed: [], skipped: [] };
	return {
		outcome,
		check(name, fault) {
			if (fault === undefined) {
				outcome.passed++;
				return;
			}
			outcome.failed.push(`${name}: ${fault}`);
			world.say(`  ✗ ${name}: ${fault}`);
		}
	};
}

/**
 * A new, empty profile.
 * @param {World} world
 * @param {string} name
 */
export function newProfile(world, name) {
	const profile = join(world.folder, name);
	rmSync(profile, { recursive: true, force: true });
	mkdirSync(profile, { recursive: true });
	return profile;
}

/**
 * Works in a browser, and closes it well if it is still there at the end. What goes wrong on the
 * way becomes the words of a fault.
 * @param {World} world
 * @param {string} profile
 * @param {(browser: OpenBrowser) => Promise<string | undefined>} work gives what was wrong
 * @param {readonly string[]} [more] arguments of the browser besides the usual ones
 * @returns {Promise<string | undefined>}
 */
export async function visit(world, profile, work, more) {
	const browser = await openBrowser(world.executablePath, profile, more);
	try {
		return await work(browser);
	} catch (error) {
		return firstLine(error);
	} finally {
		await browser.close();
	}
}

/** @param {unknown} error */
export function firstLine(error) {
	return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
