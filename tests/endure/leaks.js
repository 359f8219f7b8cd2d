// Every screen and every sheet is opened and left twenty times: what it put up is gone then, nodes,
// listeners and memory.
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf, BETWEEN, MAIN, OTHERS } from './openings.js';
import { openWhole } from './screens.js';
import { firstLine, newProfile, tallying, visit } from './world.js';

/** @typedef {import('./openings.js').Opening} Opening */
/** @typedef {import('./world.js').World} World */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} CDPSession */
/** @typedef {{ nodes: number, listeners: number, heap: number }} Held */

const ROUNDS = 20;
/** What a screen may keep for the next time is there after a few. */
const WARM_UP = 5;
/**
 * Less than one for each round, so that a screen that leaves a single listener or node behind is found,
 * and bytes for less than an effect with what it reads.
 */
const BOUND = /** @type {const} */ ({ nodes: 15, listeners: 10, heap: 40_000 });
const SETTLE_MS = 60;
const QUIET_MS = 3_000;
const OPEN_MS = 10_000;

/**
 * A browser compiles anew what runs often, and what it made of it is most of what grows in twenty rounds
 * (0.7 MB): here it compiles once, and what is still held more is data.
 */
const COMPILE_ONCE =
	'--js-flags=--no-opt --no-maglev --always-sparkplug --no-lazy-feedback-allocation --no-flush-bytecode';

/**
 * @param {World} world
 * @returns {Promise<import('./world.js').Outcome>}
 */
export async function leaks(world) {
	const worst = { worstNodes: 0, worstListeners: 0, worstHeap: 0 };
	const { outcome, check } = tallying(world, { openings: 0, ...worst });
	const { figures } = outcome;
	/** @param {string} figure @param {number} value */
	const atLeast = (figure, value) => (figures[figure] = Math.max(figures[figure] ?? 0, value));
	const work = async (/** @type {import('./browser.js').OpenBrowser} */ { page, context }) => {
		await openWhole(page, world.url);
		await page.getByRole('button', { name: /Try with sample people/ }).click();
		await page.getByRole('heading', { name: 'You promised' }).waitFor();
		await openWhole(page, world.url);
		const session = await context.newCDPSession(page);
		// What comes in its own time after the first screen, has come then.
		await go(page, BETWEEN);
		for (const { place } of MAIN) await openPlace(page, await here(page, place));
		await pause(QUIET_MS);
		for (const opening of world.isShort ? MAIN : [...MAIN, ...OTHERS]) {
			const name = [opening.place, opening.press ?? opening.key ?? []].flat().join(' ');
			const held = await grown(page, session, opening).catch(firstLine);
			figures['openings'] = (figures['openings'] ?? 0) + 1;
			if (typeof held === 'string') {
				check(name, held);
				await openWhole(page, world.url);
				continue;
			}
			atLeast('worstNodes', held.nodes);
			atLeast('worstListeners', held.listeners);
			atLeast('worstHeap', held.heap);
			const over = /** @type {(keyof Held)[]} */ (Object.keys(BOUND)).filter(
				(key) => held[key] > BOUND[key]
			);
			const said = over.map((key) => `${held[key]} more ${key} after ${ROUNDS} times`);
			check(name, said.length > 0 ? said.join(', ') : undefined);
			world.say(`leaks: ${name} ${JSON.stringify(held)}`);
		}
		return undefined;
	};
	const fault = await visit(world, newProfile(world, 'leaks'), work, [COMPILE_ONCE]);
	if (fault) check('all of them', fault);
	return outcome;
}

/**
 * What is held more after the rounds than before them.
 * @param {Page} page
 * @param {CDPSession} session
 * @param {Opening} opening
 */
async function grown(page, session, opening) {
	const place = await here(page, opening.place);
	const isSheet = opening.press !== undefined || opening.key !== undefined;
	await go(page, isSheet ? place : BETWEEN);
	const round = isSheet ? () => openSheet(page, opening) : () => openPlace(page, place);
	for (let time = 0; time < WARM_UP; time++) await round();
	const before = await held(page, session);
	for (let time = 0; time < ROUNDS; time++) await round();
	const after = await held(page, session);
	return {
		nodes: after.nodes - before.nodes,
		listeners: after.listeners - before.listeners,
		heap: after.heap - before.heap
	};
}

/** @param {Page} page @param {string} place */
function here(page, place) {
	return addressOf(page, place, (list) => go(page, list));
}

/** @param {Page} page @param {string} place */
async function openPlace(page, place) {
	await go(page, place);
	await go(page, BETWEEN);
}

/** @param {Page} page @param {Opening} opening */
async function openSheet(page, { press, key = '' }) {
	if (press === undefined) await page.keyboard.press(key);
	else await page.getByRole('button', { name: press }).first().click({ timeout: OPEN_MS });
	const sheet = page.getByRole('dialog');
	await sheet.waitFor({ timeout: OPEN_MS });
	await page.keyboard.press('Escape');
	await sheet.waitFor({ state: 'hidden', timeout: OPEN_MS });
	await pause(SETTLE_MS);
}

/**
 * Goes somewhere as a link does, and waits for the heading of the place that comes.
 * @param {Page} page
 * @param {string} place
 */
async function go(page, place) {
	await page.evaluate(
		async ({ place, patience }) => {
			if (location.hash === place) return;
			const old = document.querySelector('h1');
			const link = Object.assign(document.createElement('a'), { href: place });
			document.body.append(link);
			link.click();
			link.remove();
			for (const end = Date.now() + patience; Date.now() < end;) {
				await new Promise((resolve) => setTimeout(resolve, 20));
				const now = document.querySelector('h1');
				if (now && now !== old && location.hash === place) return;
			}
			throw new Error(`${place} did not come`);
		},
		{ place, patience: OPEN_MS }
	);
	await pause(SETTLE_MS);
}

/**
 * What the page holds once everything that can go has gone.
 * @param {Page} page
 * @param {CDPSession} session
 * @returns {Promise<Held>}
 */
async function held(page, session) {
	// Whatever waits for a quiet moment, toasts and marks of focus, has it now.
	await page.evaluate(() => {
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
	});
	await pause(1_000);
	for (let time = 0; time < 3; time++) {
		await session.send('HeapProfiler.collectGarbage');
		await pause(100);
	}
	const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	return { nodes, listeners: jsEventListeners, heap: usedSize };
}
