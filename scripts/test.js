// `npm test`: brings everything it needs, runs every check, and ends with `N passed, N failed`.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endureTally, playwrightTally, vitestTally } from './counts.js';
import { CACHE, ensureBuild, ensureChromium, ensureDependencies, ensureFonts } from './prepare.js';
import { runTool, Trouble } from './run.js';

/** @typedef {import('./counts.js').Tally} Tally */
/** @typedef {{ tally: Tally, output: string }} Outcome */

const isTerminal = process.stdout.isTTY;
const COLOUR = isTerminal ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
const paint = (/** @type {number} */ code, /** @type {string} */ text) =>
	isTerminal ? `\x1b[${code}m${text}\x1b[0m` : text;

/**
 * One check that passes or fails as a whole: all of its commands must end well.
 * @param {string} name
 * @param {...[script: string, ...args: string[]]} commands
 * @returns {() => Promise<Outcome>}
 */
function check(name, ...commands) {
	return async () => {
		let output = '';
		for (const [script, ...args] of commands) {
			const result = await runTool(script, args, { env: COLOUR });
			output += result.output;
			if (result.code !== 0) return { tally: { passed: 0, failed: [name], skipped: [] }, output };
		}
		return { tally: { passed: 1, failed: [], skipped: [] }, output };
	};
}

/**
 * A test runner that writes a report: its tests count one by one.
 * @param {string} name
 * @param {string} report
 * @param {(path: string) => Tally} read
 * @param {[script: string, ...args: string[]]} command
 * @param {Record<string, string>} [env]
 * @returns {() => Promise<Outcome>}
 */
function suite(name, report, read, [script, ...args], env = {}) {
	return async () => {
		const path = join(CACHE, report);
		mkdirSync(CACHE, { recursive: true });
		rmSync(path, { force: true });
		const { code, output } = await runTool(script, args, { env: { ...COLOUR, ...env } });
		/** @type {Tally} */
		let tally = { passed: 0, failed: [], skipped: [] };
		try {
			tally = read(path);
		} catch {
			// No report, or half of one: the runner itself broke, as its words in `output` say.
		}
		if (code !== 0 && tally.failed.length === 0) tally.failed.push(`${name} itself`);
		return { tally, output };
	};
}

/**
 * Something the checks need: it counts only when it fails.
 * @param {string} name
 * @param {() => Promise<unknown>} body
 * @returns {() => Promise<Outcome>}
 */
function need(name, body) {
	return async () => {
		try {
			await body();
			return { tally: { passed: 0, failed: [], skipped: [] }, output: '' };
		} catch (error) {
			if (!(error instanceof Trouble)) throw error;
			return { tally: { passed: 0, failed: [name], skipped: [] }, output: error.message };
		}
	};
}

// The checks measure and open the site as it lies at the root of a host.
delete process.env['BASE_PATH'];

const LINT = 'tests/lint';
const TSC = 'typescript/bin/tsc';

/** @typedef {[name: string, step: () => Promise<Outcome>]} Step */

// Reads types, takes longest of all that need no browser, and so runs beside the others of them.
/** @type {Step} */
const lint = [
	'lint',
	check('lint', ['eslint/bin/eslint.js', '-c', `${LINT}/eslint.config.js`, '.'])
];

/** @type {Step[]} */
const reading = [
	['format', check('format', ['prettier/bin/prettier.cjs', '--check', '.'])],
	['cycles', check('cycles', ['oxlint/bin/oxlint', '-c', `${LINT}/oxlintrc.json`, 'src'])],
	['dead code', check('dead code', ['knip/bin/knip.js', '--no-progress'])],
	[
		'types',
		check(
			'types',
			// Of TypeScript and JavaScript files too: tsc alone does not see into components.
			['svelte-check/bin/svelte-check', '--threshold', 'warning'],
			[TSC, '--noEmit', '-p', `${LINT}/tsconfig.service-worker.json`]
		)
	]
];

/** @type {Step[]} */
const units = [
	['build', need('build', ensureBuild)],
	[
		'unit, budgets',
		suite('vitest', 'unit.json', vitestTally, [
			'vitest/vitest.mjs',
			'run',
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${join(CACHE, 'unit.json')}`
		])
	]
];

// What measures time, and what drives browsers, runs alone: two cores have enough to do with each.
/** @type {Step} */
const speed = [
	'speed',
	suite(
		'speed',
		'speed.json',
		vitestTally,
		[
			'vitest/vitest.mjs',
			'run',
			'--reporter=json',
			`--outputFile.json=${join(CACHE, 'speed.json')}`
		],
		{ KITH_SPEED: '1' }
	)
];

/** @type {Step[]} */
const browsing = [
	[
		'end to end',
		suite('playwright', 'e2e.json', playwrightTally, [
			'@playwright/test/cli.js',
			'test',
			'--config=tests/e2e/playwright.config.ts'
		])
	],
	[
		'look',
		suite('look', 'look.json', playwrightTally, [
			'@playwright/test/cli.js',
			'test',
			'--config=tests/look/playwright.config.ts'
		])
	],
	[
		'Firefox, WebKit',
		suite('browsers', 'browsers.json', endureTally, [
			'../scripts/test-browsers.js',
			...['--only', 'firefox', '--only', 'webkit'],
			`--tally=${join(CACHE, 'browsers.json')}`
		])
	],
	[
		'endure',
		suite('endure', 'endure.json', endureTally, [
			'../scripts/endure.js',
			'--short',
			`--tally=${join(CACHE, 'endure.json')}`
		])
	]
];

/** @type {string[]} */
const again = [];
/** @type {Tally} */
const total = { passed: 0, failed: [], skipped: [] };

/** One after the other. @param {readonly Step[]} steps */
async function takeAll(steps) {
	for (const step of steps) await take(step);
}

/** Takes a step, says how it went, and counts it. @param {Step} step */
async function take([name, step]) {
	const start = performance.now();
	const { tally, output } = await step();
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	const ok = tally.failed.length === 0;
	if (!ok) console.log(`\n${output.trimEnd()}`);
	const counts = `${tally.passed} passed, ${tally.failed.length} failed`;
	console.log(`${ok ? paint(32, '✓') : paint(31, '✗')} ${name}: ${counts} (${seconds} s)`);
	total.passed += tally.passed;
	total.failed.push(...tally.failed.map((failure) => `${name}: ${failure}`));
	total.skipped.push(...tally.skipped.map((skip) => `${name}: ${skip}`));
	again.push(...(tally.again ?? []).map((test) => `${name}: ${test}`));
}

try {
	await ensureDependencies();
	await take(['chromium', need('chromium', ensureChromium)]);
	await take(['fonts', need('fonts', ensureFonts)]);
	// Kit writes the types of the routes, which the checks from here on read.
	await take(['kit', check('kit', ['@sveltejs/kit/svelte-kit.js', 'sync'])]);
	await Promise.all([take(lint), takeAll([...reading, ...units])]);
	await take(speed);
	await takeAll(browsing);
} catch (error) {
	if (!(error instanceof Trouble)) throw error;
	console.log(error.message);
	total.failed.push('packages');
}
const listed = (/** @type {string} */ title, /** @type {string[]} */ lines) =>
	lines.length > 0 && console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
listed('Skipped:', total.skipped);
listed('Failed, then passed at a second try:', again);
listed('Failed:', total.failed);
console.log(`\n${total.passed} passed, ${total.failed.length} failed`);
process.exitCode = total.failed.length === 0 ? 0 : 1;
