// Every screen is opened and left twenty times: what it put up is gone then, nodes, listeners and memory.
import { setTimeout as pause } from 'node:timers/promises';
import { openWhole } from './screens.js';
import { firstLine, newProfile, tallying, visit } from './world.js';

/** @typedef {import('./world.js').World} World */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} CDPSession */
/** @typedef {{ place: string, press?: string }} Screen `press`: a button of it that opens a sheet */
/** @typedef {{ nodes: number, listeners: number, heap: number }} Held */

const ROUNDS = 20;
/** What a screen may keep for the next time is there after a few. */
const WARM_UP = 5;
/**
 * Less than one for each round, so that a screen that leaves a single listener or node behind is found.
 * Memory comes to rest late, as the browser compiles what is used often: 0.7 MB after 20 times, 1.1 after 80.
 */
const BOUND = /** @type {const} */ ({ nodes: 15, listeners: 10, heap: 1_500_000 });
const SETTLE_MS = 60;
const OPEN_MS = 10_000;

/** Where one goes in between: little is there, and nothing of it changes. */
const BETWEEN = '#/more';

/** In a short run, those that put up most. */
const MAIN = /** @type {readonly Screen[]} */ ([
	{ place: '#/' },
	{ place: '#/people', press: 'Add person' },
	{ place: 'a person', press: 'Log a touch' }
]);
const OTHERS = [
	...['top-ten', 'top-ten/ritual', 'new', 'inbox', 'thanks', 'moments', 'companies', 'articles'],
	...['people/same', 'insights', 'import', 'export', 'backup', 'settings', 'devices', 'trash'],
	'about'
].map((path) => ({ place: `#/${path}` }));

/**
 * @param {World} world
 * @returns {Promise<import('./world.js').Outcome>}
 */
export async function leaks(world) {
	const { outcome, check } = tallying(world, { screens: 0, worstNodes: 0, worstListeners: 0 });
	const { figures } = outcome;
	const fault = await visit(world, newProfile(world, 'leaks'), async ({ page, context }) => {
		await openWhole(page, world.url);
		await page.getByRole('button', { name: /Try with sample people/ }).click();
		await page.getByRole('heading', { name: 'You promised' }).waitFor();
		await openWhole(page, world.url);
		const session = await context.newCDPSession(page);
		const person = await aPerson(page);
		for (const screen of world.isShort ? MAIN : [...MAIN, ...OTHERS]) {
			const { place } = screen;
			const held = await grown(page, session, {
				...screen,
				place: place === 'a person' ? person : place
			}).catch(firstLine);
			figures['screens'] = (figures['screens'] ?? 0) + 1;
			if (typeof held === 'string') {
				check(place, held);
				continue;
			}
			figures['worstNodes'] = Math.max(figures['worstNodes'] ?? 0, held.nodes);
			figures['worstListeners'] = Math.max(figures['worstListeners'] ?? 0, held.listeners);
			const over = /** @type {(keyof Held)[]} */ (Object.keys(BOUND)).filter(
				(key) => held[key] > BOUND[key]
			);
			const said = over.map((key) => `${held[key]} more ${key} after ${ROUNDS} times`);
			check(place, said.length > 0 ? said.join(', ') : undefined);
			world.say(`leaks: ${place} ${JSON.stringify(held)}`);
		}
		return undefined;
	});
	if (fault) check('all of them', fault);
	return outcome;
}

/**
 * What is held more after the rounds than before them.
 * @param {Page} page
 * @param {CDPSession} session
 * @param {Screen} screen
 */
async function grown(page, session, screen) {
	await go(page, BETWEEN);
	for (let round = 0; round < WARM_UP; round++) await openAndLeave(page, screen);
	const before = await held(page, session);
	for (let round = 0; round < ROUNDS; round++) await openAndLeave(page, screen);
	const after = await held(page, session);
	return {
		nodes: after.nodes - before.nodes,
		listeners: after.listeners - before.listeners,
		heap: after.heap - before.heap
	};
}

/**
 * @param {Page} page
 * @param {Screen} screen
 */
async function openAndLeave(page, { place, press }) {
	await go(page, place);
	if (press !== undefined) {
		await page.getByRole('button', { name: press }).first().click({ timeout: OPEN_MS });
		await page.getByRole('dialog').waitFor({ timeout: OPEN_MS });
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'hidden', timeout: OPEN_MS });
	}
	await go(page, BETWEEN);
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

/** The place of a person about whom there is something. @param {Page} page */
async function aPerson(page) {
	await go(page, '#/top-ten');
	const link = page.locator('main a[href*="#/people/"]').first();
	return `#${(await link.getAttribute('href'))?.split('#')[1] ?? ''}`;
}
