// `npm run endure [factor]`: the property suites of the store with many times their usual runs.
import { ensureDependencies } from './prepare.js';
import { main, runTool, Trouble } from './run.js';

await main(async () => {
	await ensureDependencies();
	const factor = process.argv[2] ?? process.env['KITH_ENDURE'] ?? '50';
	if (!(Number(factor) > 0)) throw new Trouble(`${factor} is no factor: name a number above 0.`);
	const timeout = String(20_000 * Math.max(1, Number(factor)));
	const { code } = await runTool(
		'vitest/vitest.mjs',
		['run', 'tests/store', '--testTimeout', timeout],
		{ env: { KITH_ENDURE: factor }, show: true }
	);
	process.exitCode = code;
});
