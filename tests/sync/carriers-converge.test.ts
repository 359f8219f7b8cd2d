// Devices that talk by every carrier, mixed, while clouds, files and devices fail: nothing that reached
// another device is lost, and in the end all books are equal. Totals are printed; KITH_ENDURE plays more.
import { writeFileSync } from 'node:fs';
import { afterAll, describe, test } from 'vitest';
import { Schedule, totals } from '../support/carried-schedule';
import { runs } from '../support/runs';

/** Seeds that failed once: played first for ever. */
const REGRESSIONS: readonly number[] = [];
const FIRST_SEED = 20_261_122;
const SCHEDULES = runs(500);
const IN_ONE_TEST = 25;
afterAll(() => {
	const sorted = Object.fromEntries(Object.entries(totals).sort(([a], [b]) => (a < b ? -1 : 1)));
	const said = Object.entries(sorted).map(([what, many]) => `${what} ${many}`);
	process.stdout.write(`carriers: ${said.join(', ')}\n`);
	const file = process.env['KITH_TOTALS'];
	if (file) writeFileSync(file, JSON.stringify(sorted));
});

describe('all carriers mixed, with everything that can go wrong', () => {
	const first = REGRESSIONS.map((seed) => [seed]);
	const seeds = Array.from({ length: SCHEDULES }, (_, at) => FIRST_SEED + at);
	const groups = [...first];
	for (let at = 0; at < seeds.length; at += IN_ONE_TEST)
		groups.push(seeds.slice(at, at + IN_ONE_TEST));
	test.each(groups.map((group) => ({ from: group[0], group })))(
		'no word is lost and all books are equal (seeds from $from)',
		async ({ group }) => {
			for (const seed of group) await new Schedule(seed).play();
		}
	);
});
