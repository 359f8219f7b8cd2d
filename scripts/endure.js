// `npm run endure`: the faults that destroy data, brought about on purpose, many times, with a seed.
// --seed N repeats a run, --runs N sets how many, --only name does one trial (killed, rows, closed,
// tabs, full-disk, schedules, carriers, leaks), --short is what `npm test` does, --dir serves another build.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild, ensureChromium, ensureDependencies } from './prepare.js';
import { main, Trouble } from './run.js';

/** @typedef {import('../tests/endure/world.js').World} World */
/** @typedef {import('../tests/endure/world.js').Outcome} Outcome */

/** Each trial by its name, fetched when it is its turn: before that no package may be installed. */
/** @type {Record<string, () => Promise<(world: World) => Promise<Outcome>>>} */
const TRIALS = {
	killed: async () => (await import('../tests/endure/killed.js')).killed,
	rows: async () => (await import('../tests/endure/rows.js')).rows,
	closed: async () => (await import('../tests/endure/closed.js')).closed,
	tabs: async () => (await import('../tests/endure/tabs.js')).tabs,
	'full-disk': async () => (await import('../tests/endure/full-disk.js')).fullDisk,
	schedules: async () => (await import('../tests/endure/schedules.js')).schedules,
	carriers: async () => (await import('../tests/endure/carriers.js')).carriers,
	leaks: async () => (await import('../tests/endure/leaks.js')).leaks
};

const OPTIONS = /** @type {const} */ ({
	seed: { type: 'string' },
	runs: { type: 'string' },
	only: { type: 'string' },
	short: { type: 'boolean', default: false },
	dir: { type: 'string' },
	tally: { type: 'string' }
});

/** @param {string | undefined} text @param {string} name @param {number} least */
function numberIn(text, name, least) {
	if (text === undefined) return undefined;
	const number = Number(text);
	if (Number.isInteger(number) && number >= least) return number;
	throw new Trouble(`${text} is nothing for --${name}: it takes a whole number from ${least}.`);
}

/** Left to the long runs: other suites have a smaller share of each, and a full disk takes root. */
const LONG = new Set(['schedules', 'carriers', 'full-disk', 'closed', 'tabs']);

/** @param {string | undefined} only @param {boolean} isShort */
function chosen(only, isShort) {
	const names = Object.keys(TRIALS);
	// `npm test` has run these suites already, as unit tests.
	if (only === undefined) return names.filter((name) => !isShort || !LONG.has(name));
	if (names.includes(only)) return [only];
	throw new Trouble(`There is no trial ${only}; there are ${names.join(', ')}.`);
}

await main(async () => {
	const { values: asked } = parseArgs({ options: OPTIONS });
	const names = chosen(asked.only, asked.short);
	const runs = numberIn(asked.runs, 'runs', 1);
	const seed = numberIn(asked.seed, 'seed', 0) ?? Math.floor(Math.random() * 1_000_000);
	await ensureDependencies();
	const executablePath = await ensureChromium();
	if (asked.dir === undefined) await ensureBuild();
	const { startServer } = await import('./serve.js');
	const { chanceOf } = await import('../tests/endure/chance.js');
	const site = await startServer({ dir: asked.dir ?? 'build' });
	const folder = mkdtempSync(join(tmpdir(), 'kith-endure-'));
	/** @type {Outcome} */
	const total = { figures: {}, passed: 0, failed: [], skipped: [] };
	try {
		for (const name of names) {
			const trial = await TRIALS[name]?.();
			if (!trial) continue;
			const { figures, passed, failed, skipped } = await trial({
				url: site.url,
				executablePath,
				folder,
				chance: chanceOf(seed).branch(name),
				isShort: asked.short,
				runs,
				say: console.log
			});
			for (const [figure, value] of Object.entries(figures)) {
				total.figures[`${name}.${figure}`] = value;
			}
			total.passed += passed;
			total.failed.push(...failed.map((fault) => `${name}: ${fault}`));
			total.skipped.push(...skipped.map((reason) => `${name}: ${reason}`));
		}
	} finally {
		await site.close();
		rmSync(folder, { recursive: true, force: true });
	}
	if (asked.tally !== undefined) writeFileSync(asked.tally, JSON.stringify(total));
	for (const reason of total.skipped) console.log(`skipped: ${reason}`);
	const figures = Object.entries(total.figures).map(([name, value]) => `${name}=${value}`);
	const counts = `${total.passed} passed, ${total.failed.length} failed`;
	console.log(`endure: ${counts} · seed=${seed} ${figures.join(' ')}`);
	process.exitCode = total.failed.length === 0 ? 0 : 1;
});
