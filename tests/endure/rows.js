// Rows of the databases are damaged while the app is closed: it opens, the rest is there, and it tells.
import { cpSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { damage, fileBytes, HARMLESS, KINDS, PLACES, removeFiles } from './damage.js';
import { faultIn, Ledger, nameOf } from './ledger.js';
import * as screens from './screens.js';
import { firstLine, newProfile, tallying, visit } from './world.js';
import { notesFor, write } from './writing.js';

/** @typedef {import('./world.js').World} World */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./damage.js').Kind} Kind */
/** @typedef {import('./damage.js').Place} Place */
/** @typedef {import('./damage.js').Part} Part */
/** @typedef {{ part: Part, kind: Kind, place: Place, isMirrored: boolean }} Case */
/** @typedef {{ profile: string, ledger: Ledger, people: string[] }} Sample */

const PATIENCE_MS = 4_000;
const SESSIONS = ['r1', 'r2', 'r3'];
const NOTES = 12;
/** As long as the mirror may take to hold what was saved. */
const MIRROR_MS = 20_000;
const STEADY_MS = 4_000;
/** As long as a repair may take to be on disk. */
const REPAIR_MS = 2_000;

/**
 * @param {World} world
 * @returns {Promise<import('./world.js').Outcome>}
 */
export async function rows(world) {
	const { outcome, check } = tallying(world, {
		cases: 0,
		lostThoughMirrored: 0,
		lostBesidesTheRows: 0,
		untold: 0,
		unrepaired: 0,
		damagedRows: 0
	});
	const { figures } = outcome;
	const sample = await sampleBook(world);
	const all = cases(world);
	for (const one of all) {
		const { part, kind, place, isMirrored } = one;
		const name = `${part}, ${place} row, ${kind}, ${isMirrored ? 'with' : 'without'} mirror`;
		figures['cases'] = (figures['cases'] ?? 0) + 1;
		check(name, await open(world, sample, one, figures));
		if (figures['cases'] % 10 === 0) {
			world.say(
				`rows: ${figures['cases']} of ${all.length} cases, ${outcome.failed.length} failed`
			);
		}
	}
	return outcome;
}

/**
 * All cases, or in a short run a few of them: each kind once, the rest by chance.
 * @param {World} world
 * @returns {Case[]}
 */
function cases({ isShort, chance, runs }) {
	/** @param {Part} part @param {readonly Place[]} places @returns {Case[]} */
	const matrix = (part, places) =>
		KINDS.flatMap((kind) =>
			places
				.filter((place) => place !== 'every' || !HARMLESS.has(kind))
				.flatMap((place) => [true, false].map((isMirrored) => ({ part, kind, place, isMirrored })))
		);
	const all = [...matrix('journal', PLACES), ...matrix('core', ['middle', 'several'])];
	const count = runs ?? (isShort ? 4 : all.length);
	if (count >= all.length) return all;
	return KINDS.map((kind) => ({ kind, at: chance.below(1_000) }))
		.sort((a, b) => a.at - b.at)
		.slice(0, count)
		.map(({ kind }, at) =>
			chance.pick(all.filter((one) => one.kind === kind && one.isMirrored === (at % 3 !== 2)))
		);
}

/**
 * A book written in several sittings, its mirror up to date, the browser closed.
 * @param {World} world
 * @returns {Promise<Sample>}
 */
async function sampleBook(world) {
	const { url, chance } = world;
	const profile = newProfile(world, 'rows');
	const ledger = new Ledger();
	const people = ['Ada Marsh', 'Zoë Ångström', 'Bo Nyström'];
	for (const name of SESSIONS) {
		const fault = await visit(world, profile, async ({ page }) => {
			if (name === SESSIONS[0]) await screens.beginBook(page, url, people);
			else {
				const person = `Person ${name}`;
				await screens.addPerson(page, url, person);
				people.push(person);
			}
			const texts = notesFor(name, NOTES, chance);
			await (
				await write(page, url, { name, texts, ledger, chance })
			).ended;
			if (name === SESSIONS.at(-1)) await mirrored(page, world);
			return undefined;
		});
		if (fault) throw new Error(`no sample book: ${fault}`);
	}
	if (ledger.size !== SESSIONS.length * NOTES) throw new Error('not all of the sample was saved');
	return { profile, ledger, people };
}

/**
 * Waits until the app's files are there and have come to rest.
 * @param {Page} page
 * @param {World} world
 */
async function mirrored(page, world) {
	let [size, since] = [0, Date.now()];
	for (const end = Date.now() + MIRROR_MS; Date.now() < end;) {
		await pause(250);
		const now = await page.evaluate(fileBytes);
		if (now !== size) [size, since] = [now, Date.now()];
		else if (size > 0 && Date.now() - since > STEADY_MS) return;
	}
	if (size === 0) world.say('rows: there is no mirror to repair anything from');
}

/**
 * Damages a copy of the sample and opens it.
 * @param {World} world
 * @param {Sample} sample
 * @param {Case} one
 * @param {Record<string, number>} figures
 */
async function open(world, { profile, ledger, people }, one, figures) {
	const { url, chance } = world;
	const copy = newProfile(world, 'rows-copy');
	cpSync(profile, copy, { recursive: true });
	/** @param {string} figure */
	const count = (figure, by = 1) => {
		figures[figure] = (figures[figure] ?? 0) + by;
	};
	const fault = await visit(world, copy, async ({ page }) => {
		/** @type {string[]} */
		const faults = [];
		page.on('pageerror', (error) => faults.push(`a surprise: ${firstLine(error)}`));
		await screens.openBare(page, url);
		if (!one.isMirrored) await page.evaluate(removeFiles);
		const { part, kind, place } = one;
		const hit = await page.evaluate(damage, { part, kind, place, chance: chance.below(1e6) / 1e6 });
		count('damagedRows', hit.rows);
		if (hit.rows === 0) return 'there was no row to damage';

		await screens.openWhole(page, url);
		const told = await screens.saidOfDamage(page, HARMLESS.has(kind) ? 0 : PATIENCE_MS);
		if (!HARMLESS.has(kind) && told === '') {
			count('untold');
			faults.push(`not a word about it; said ${await screens.saidAtAll(page)}`);
		}
		/** @param {boolean} mayMiss whether the words of the damaged rows may be gone */
		const look = async (mayMiss) => {
			const shown = await screens.readBook(page, url);
			const { lost, ...rest } = ledger.compare(shown.bodies);
			const beyond = lost.filter(({ text }) => !mayMiss || !hit.words.includes(nameOf(text)));
			const gone = people.filter(
				(name) => !shown.people.includes(name) && !(mayMiss && hit.words.includes(name))
			);
			const lostPeople = gone.length > 0 ? `people lost: ${gone.join(', ')}` : undefined;
			const said = [faultIn({ ...rest, lost: beyond }), lostPeople].filter(Boolean).join(', ');
			return { count: beyond.length + gone.length, said };
		};
		const mayMiss = !one.isMirrored && !HARMLESS.has(kind);
		const first = await look(mayMiss);
		if (first.said) faults.push(first.said);
		if (first.count > 0) count(mayMiss ? 'lostBesidesTheRows' : 'lostThoughMirrored', first.count);

		if (one.isMirrored && first.said === '') {
			await pause(REPAIR_MS);
			await screens.openBare(page, url);
			await page.evaluate(removeFiles);
			const second = await look(false);
			if (second.said) {
				count('unrepaired');
				faults.push(`not repaired on disk: once the mirror is gone, ${second.said}`);
			}
		}
		return faults.length > 0 ? faults.join('; ') : undefined;
	});
	rmSync(copy, { recursive: true, force: true });
	return fault;
}
