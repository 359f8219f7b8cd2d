// The disk runs full while the rep writes: it is said, the words stay, and with room they are written.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { faultIn, Ledger, nameOf } from './ledger.js';
import { databasesMadeAt } from './profile.js';
import { beginBook, openWhole, readBook, saidAtAll } from './screens.js';
import { newProfile, tallying, visit } from './world.js';
import { notesFor, write } from './writing.js';

/** @typedef {import('./world.js').World} World */
/** @typedef {import('@playwright/test').Page} Page */

/** Small enough to be filled at once, large enough for a new profile. */
const SIZE = '96m';
/** As long as it may take until a full disk is noticed, and until room is. */
const NOTICED_MS = 30_000;
const LATER_MS = 60_000;
/** The most notes saved on each other's heels. */
const BURST = 6;

/**
 * @param {World} world
 * @returns {Promise<import('./world.js').Outcome>}
 */
export async function fullDisk(world) {
	const { outcome, check } = tallying(world, {
		rounds: 0,
		acknowledged: 0,
		lost: 0,
		saidNotSaved: 0,
		savedLater: 0,
		wipesByChromium: 0
	});
	if (process.getuid?.() !== 0) {
		outcome.skipped.push('a full disk takes a small tmpfs, and mounting one takes root');
		return outcome;
	}
	const rounds = world.runs ?? (world.isShort ? 1 : 10);
	for (let round = 1; round <= rounds; round++) {
		const folder = newProfile(world, 'disk');
		const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
		if (mounted.status !== 0) {
			outcome.skipped.push('a full disk takes a small tmpfs, which cannot be mounted here');
			return outcome;
		}
		// However this ends, the machine is left as it was.
		const unmount = () => spawnSync('umount', ['-l', folder]);
		process.once('exit', unmount);
		try {
			check(
				`round ${round}`,
				await fill(world, `d${round}`, folder, round % 2 === 0, outcome.figures)
			);
		} finally {
			unmount();
			process.off('exit', unmount);
		}
		const { acknowledged, lost } = outcome.figures;
		world.say(`full-disk: ${round} of ${rounds} rounds, ${acknowledged} notes, ${lost} lost`);
	}
	return outcome;
}

/**
 * @param {World} world
 * @param {string} name
 * @param {string} folder on the small disk
 * @param {boolean} isKept whether the browser grants that storage is kept for good
 * @param {Record<string, number>} figures
 */
async function fill(world, name, folder, isKept, figures) {
	const { url } = world;
	const chance = world.chance.branch(name);
	const profile = join(folder, 'profile');
	const ballast = join(folder, 'ballast');
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
	const first = await visit(world, profile, async ({ context, page }) => {
		if (isKept) await keepForGood(context);
		await beginBook(page, url, ['Ada Marsh']);
		const texts = notesFor(name, 5_000, chance);
		const writing = await write(page, url, { name, texts, ledger, chance });
		await pause(chance.between(200, 2_000));
		const made = databasesMadeAt(profile);
		fillUp(ballast);
		const alert = page.getByRole('alert').filter({ hasText: 'Not saved' });
		let stays = true;
		try {
			await alert.first().waitFor({ timeout: NOTICED_MS });
			count('saidNotSaved');
		} catch {
			stays = false;
			faults.push(`not a word about the full disk; said ${await saidAtAll(page)}`);
		}
		if (stays) {
			// What was being saved when room ran out stays in view as long as it is not on disk.
			const shown = await page.evaluate(() => document.body.innerText);
			// Of several saved on each other's heels the screen shows the last.
			const waiting = texts.slice(ledger.size, ledger.size + BURST);
			if (!waiting.some((text) => shown.includes(`⟨${nameOf(text)}⟩`))) {
				faults.push('the words were not to be seen');
			}
			await pause(chance.between(0, 3_000));
		}
		const before = ledger.size;
		rmSync(ballast);
		const end = Date.now() + LATER_MS;
		while (ledger.size === before && Date.now() < end) await pause(100);
		if (ledger.size === before) {
			faults.push(
				`${LATER_MS / 1000} s after room was made nothing was saved; said ${await saidAtAll(page)}`
			);
		} else {
			count('savedLater');
			await alert
				.first()
				.waitFor({ state: 'hidden', timeout: LATER_MS })
				.catch(() => faults.push('*Not saved* stays though there is room'));
		}
		// Chromium clears a whole origin away when the disk is full and nothing is kept for good.
		if (databasesMadeAt(profile) !== made) count('wipesByChromium');
		// Leaving the page ends the writing.
		await page.goto('about:blank');
		await writing.ended;
		await openWhole(page, url);
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

	/** @param {Page} page @param {string} when */
	async function look(page, when) {
		const { bodies, people } = await readBook(page, url);
		const difference = ledger.compare(bodies);
		const fault = faultIn(difference);
		if (fault) faults.push(`${when}, ${fault}`);
		if (!people.includes('Ada Marsh')) faults.push(`${when}, the person is lost`);
		for (const { text } of difference.lost) lost.add(text);
	}
}

/**
 * Lets the app have what it asks for: storage that the browser does not clear by itself.
 * @param {import('@playwright/test').BrowserContext} context
 */
async function keepForGood(context) {
	const session = await context.browser()?.newBrowserCDPSession();
	await session?.send('Browser.grantPermissions', { permissions: ['durableStorage'] });
}

/**
 * Writes until there is no room for one more byte.
 * @param {string} path
 */
function fillUp(path) {
	const file = openSync(path, 'w');
	for (let size = 1 << 20; size >= 1; size = size >> 1) {
		try {
			for (;;) writeSync(file, Buffer.alloc(size));
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOSPC') throw error;
		}
	}
	closeSync(file);
}
