// The suites of the storage layer with many times their usual runs: random schedules with injected
// aborts, damaged backups, converging books. Their seeds are their own; KITH_ENDURE sets how many.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vitestTally } from '../../scripts/counts.js';
import { runTool } from '../../scripts/run.js';
import { tallying } from './world.js';

/** @typedef {import('./world.js').World} World */
/** @typedef {{ testResults: { name: string, assertionResults: unknown[] }[] }} Report */

/** Makes 1,000 schedules of the usual 20. */
const FACTOR = 50;
const TEST_MS = 20_000;

/**
 * @param {World} world
 * @returns {Promise<import('./world.js').Outcome>}
 */
export async function schedules(world) {
	const { outcome } = tallying(world, { factor: 0, schedules: 0, tests: 0 });
	const factor = Number(process.env['KITH_ENDURE'] ?? FACTOR);
	const report = join(world.folder, 'schedules.json');
	world.say(`schedules: the suites of tests/store, each random part ${factor} times`);
	const { code, output } = await runTool(
		'vitest/vitest.mjs',
		[
			'run',
			'tests/store',
			`--testTimeout=${TEST_MS * Math.max(1, factor)}`,
			'--reporter=dot',
			'--reporter=json',
			`--outputFile.json=${report}`
		],
		{ env: { KITH_ENDURE: String(factor), NO_COLOR: '1' } }
	);
	if (code !== 0) world.say(output);
	try {
		const { passed, failed, skipped } = vitestTally(report);
		Object.assign(outcome, { passed, failed, skipped });
		outcome.figures = { factor, schedules: schedulesIn(report), tests: passed + failed.length };
	} catch {
		// No report, or half of one: the runner itself broke, as its words above say.
	}
	if (code !== 0 && outcome.failed.length === 0) outcome.failed.push('vitest itself');
	return outcome;
}

/**
 * How many random schedules were played: each is a test of its own.
 * @param {string} report
 */
function schedulesIn(report) {
	const json = /** @type {unknown} */ (JSON.parse(readFileSync(report, 'utf8')));
	const { testResults } = /** @type {Report} */ (json);
	return testResults
		.filter(({ name }) => name.endsWith('schedules.test.ts'))
		.reduce((sum, { assertionResults }) => sum + assertionResults.length, 0);
}
