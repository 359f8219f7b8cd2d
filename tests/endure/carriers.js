// Devices that talk by folder, by file and directly, while clouds and files fail: the random schedules of
// tests/sync, many more of them. Their seeds are their own; KITH_ENDURE sets how many times the usual 500.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vitestTally } from '../../scripts/counts.js';
import { runTool } from '../../scripts/run.js';
import { tallying } from './world.js';

/** Makes 5,000 schedules of the usual 500. */
const FACTOR = 10;
const TEST_MS = 300_000;

/**
 * @param {import('./world.js').World} world
 * @returns {Promise<import('./world.js').Outcome>}
 */
export async function carriers(world) {
	const { outcome } = tallying(world, {});
	const factor = Number(process.env['KITH_ENDURE'] ?? FACTOR);
	const report = join(world.folder, 'carriers.json');
	const totals = join(world.folder, 'carriers-totals.json');
	world.say(`carriers: the schedules of tests/sync, ${factor} times`);
	const { code, output } = await runTool(
		'vitest/vitest.mjs',
		[
			'run',
			'tests/sync/carriers-converge.test.ts',
			`--testTimeout=${TEST_MS}`,
			'--reporter=dot',
			'--reporter=json',
			`--outputFile.json=${report}`
		],
		{ env: { KITH_ENDURE: String(factor), KITH_TOTALS: totals, NO_COLOR: '1' } }
	);
	if (code !== 0) world.say(output);
	try {
		const { passed, failed, skipped } = vitestTally(report);
		Object.assign(outcome, { passed, failed, skipped });
		const figures = /** @type {unknown} */ (JSON.parse(readFileSync(totals, 'utf8')));
		outcome.figures = /** @type {Record<string, number>} */ (figures);
	} catch {
		// No report, or half of one: the runner itself broke, as its words above say.
	}
	if (code !== 0 && outcome.failed.length === 0) outcome.failed.push('vitest itself');
	return outcome;
}
