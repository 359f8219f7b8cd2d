// `npm run look`: holds the pieces of `ui` and the main screens against their pictures in tests/look;
// `--update` takes the pictures anew.
import { ensureBuild, ensureChromium, ensureDependencies, ensureFonts } from './prepare.js';
import { main, runTool } from './run.js';

await main(async () => {
	await ensureDependencies();
	await ensureChromium();
	await ensureFonts();
	await ensureBuild();
	const args = process.argv
		.slice(2)
		.map((arg) => (arg === '--update' ? '--update-snapshots=changed' : arg));
	const { code } = await runTool(
		'@playwright/test/cli.js',
		['test', '--config=tests/look/playwright.config.ts', ...args],
		{ show: true }
	);
	process.exitCode = code;
});
