// `npm run test:browsers`: the main flows in Chromium, Firefox and WebKit, which it installs if missing.
// --only name does one browser (more than once for more), --flow name one flow, --dir serves another
// build, --pictures folder keeps a picture of how each flow ended, --tally path writes what came of it.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild, ensureDependencies } from './prepare.js';
import { ROOT, main, Trouble } from './run.js';

/** @typedef {import('./counts.js').Tally} Tally */
/** @typedef {import('../tests/browsers/kinds.js').Kind} Kind */

const OPTIONS = /** @type {const} */ ({
	only: { type: 'string', multiple: true },
	flow: { type: 'string' },
	dir: { type: 'string' },
	pictures: { type: 'string' },
	tally: { type: 'string' }
});

/**
 * @template T
 * @param {Record<string, T>} all
 * @param {readonly string[] | undefined} names
 * @param {string} what
 * @returns {[name: string, one: T][]}
 */
function chosen(all, names, what) {
	const strange = names?.find((name) => !(name in all));
	if (strange !== undefined) {
		const known = Object.keys(all).join(', ');
		throw new Trouble(`There is no ${what} ${strange}; there are ${known}.`);
	}
	return Object.entries(all).filter(([name]) => names?.includes(name) ?? true);
}

await main(async () => {
	const { values: asked } = parseArgs({ options: OPTIONS });
	await ensureDependencies();
	// Fetched now: before that no package may have been installed.
	const { KINDS, ensureBrowser } = await import('../tests/browsers/kinds.js');
	const { FLOWS } = await import('../tests/browsers/flows.js');
	const { takeFlows } = await import('../tests/browsers/taking.js');
	const { withFaultsKept } = await import('../tests/browsers/webkit.js');
	const kinds = chosen(KINDS, asked.only, 'browser');
	const flows = chosen(FLOWS, asked.flow === undefined ? undefined : [asked.flow], 'flow');
	if (asked.dir === undefined) await ensureBuild();
	const built = resolve(ROOT, asked.dir ?? 'build');
	const folder = mkdtempSync(join(tmpdir(), 'kith-browsers-'));
	/** @type {string[]} */
	const again = [];
	/** @type {Tally} */
	const total = { passed: 0, failed: [], skipped: [], again };

	const sayer = (/** @type {string} */ name) => (/** @type {string} */ words) =>
		console.log(`${name}: ${words}`);

	/** @param {string} name @param {Kind} kind */
	const isThere = async (name, kind) => {
		const reason = await ensureBrowser(name, kind, sayer(name));
		if (reason !== undefined) total.skipped.push(`${name}: ${reason}`);
		return reason === undefined;
	};

	/** @param {string} name @param {Kind} kind */
	const take = async (name, kind) => {
		let dir = built;
		if (kind.keepsFaults) {
			dir = join(folder, 'site');
			cpSync(built, dir, { recursive: true });
			withFaultsKept(dir);
		}
		const pictures = asked.pictures && join(asked.pictures, name);
		if (pictures) mkdirSync(pictures, { recursive: true });
		await takeFlows(flows, {
			dir,
			open: () => kind.open(join(folder, name)),
			say: sayer(name),
			pictures,
			ontaken(flow, fault, isAgain) {
				if (isAgain && fault === undefined) again.push(`${name}, ${flow}`);
				if (fault === undefined) total.passed++;
				else total.failed.push(`${name}, ${flow}: ${fault}`);
			}
		});
	};
	try {
		// Installed one after the other: apt-get has one lock.
		const there = [];
		for (const one of kinds) if (await isThere(...one)) there.push(one);
		await Promise.all(there.map((one) => take(...one)));
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
	if (asked.tally !== undefined) writeFileSync(asked.tally, JSON.stringify(total));
	for (const reason of total.skipped) console.log(`skipped: ${reason}`);
	console.log(`\n${total.passed} passed, ${total.failed.length} failed`);
	process.exitCode = total.failed.length === 0 ? 0 : 1;
});
// A browser that did not end in time does not keep this from ending.
process.exit();
