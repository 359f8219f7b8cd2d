// `npm run lighthouse`: what Lighthouse, as a phone, thinks of Today with the sample book; fetches
// Lighthouse when it is asked for. `--runs <number>` instead of three; the results are in tests/budgets.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild, ensureChromium, ensureDependencies } from './prepare.js';
import { main, run, Trouble } from './run.js';

const LIGHTHOUSE = 'lighthouse@13.5.0';

/** The figures that make up the performance score. */
const METRICS = [
	'first-contentful-paint',
	'largest-contentful-paint',
	'speed-index',
	'total-blocking-time',
	'cumulative-layout-shift'
];

/** @typedef {{ score: number | null, title: string, displayValue?: string, scoreDisplayMode: string }} Audit */
/** @typedef {{ title: string, score: number | null, auditRefs: { id: string, weight: number }[] }} Category */
/** @typedef {{ lighthouseVersion: string, environment: { hostUserAgent: string, benchmarkIndex: number },
 *   categories: Record<string, Category>, audits: Record<string, Audit> }} Report */

/**
 * Fills a book in a browser of its own and leaves that running, the book in it and no page open.
 * @param {string} url
 * @param {string} profile
 * @param {string} executablePath
 * @returns {Promise<{ port: string, close: () => Promise<void> }>}
 */
async function browserWithSample(url, profile, executablePath) {
	const { chromium } = await import('@playwright/test');
	const browser = await chromium.launchPersistentContext(profile, {
		executablePath,
		args: ['--no-sandbox', '--remote-debugging-port=0', '--disable-background-networking'],
		// The first visit of a browser that has the book but nothing of the app.
		serviceWorkers: 'block'
	});
	const page = await browser.newPage();
	await page.goto(url);
	await page.getByRole('button', { name: /Try with sample people/ }).click();
	await page.getByRole('heading', { name: 'You promised' }).waitFor();
	await page.waitForFunction(() => performance.getEntriesByName('kith:saved').length > 0);
	// What follows a large change (the second copy, the day's restore point) is not to be measured.
	await page.waitForTimeout(5_000);
	await page.close();
	const [port = ''] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
	return { port, close: () => browser.close() };
}

/**
 * @param {string} url
 * @param {string} port
 * @returns {Promise<Report>}
 */
async function measure(url, port) {
	const args = [
		'--yes',
		'--engine-strict=false',
		LIGHTHOUSE,
		url,
		`--port=${port}`,
		'--output=json',
		'--quiet'
	];
	const folder = mkdtempSync(join(tmpdir(), 'kith-lighthouse-'));
	const path = join(folder, 'report.json');
	try {
		const { code, output } = await run('npx', [...args, `--output-path=${path}`], {
			env: { PUPPETEER_SKIP_DOWNLOAD: '1' }
		});
		if (code !== 0)
			throw new Trouble(`${output}\nLighthouse did not finish; its own words are above.`);
		const report = /** @type {unknown} */ (JSON.parse(readFileSync(path, 'utf8')));
		return /** @type {Report} */ (report);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** @param {Report} report */
function lines({ categories, audits }) {
	const points = Object.values(categories).map(
		({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`
	);
	const figures = METRICS.map((id) => `${audits[id]?.title} ${audits[id]?.displayValue}`);
	const short = Object.entries(audits).filter(
		([id, { score }]) => score !== null && score < 1 && !METRICS.includes(id)
	);
	const counts = new Set(
		Object.values(categories).flatMap(({ auditRefs }) =>
			auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)
		)
	);
	return [
		points.join(' · '),
		`  ${figures.join(' · ')}`,
		...short.map(
			([id, { title, displayValue = '' }]) =>
				`  ${counts.has(id) ? 'costs points' : 'only said'}: ${title} ${displayValue} (${id})`
		)
	];
}

await main(async () => {
	const { values } = parseArgs({
		options: { runs: { type: 'string', default: '3' }, dir: { type: 'string' } }
	});
	await ensureDependencies();
	if (!values.dir) await ensureBuild();
	const executablePath = await ensureChromium();
	const { startServer } = await import('./serve.js');
	const site = await startServer({ dir: values.dir ?? 'build' });
	const profile = mkdtempSync(join(tmpdir(), 'kith-lighthouse-profile-'));
	const browser = await browserWithSample(site.url, profile, executablePath);
	try {
		for (let at = 0; at < Number(values.runs); at += 1) {
			const report = await measure(site.url, browser.port);
			if (at === 0) {
				const { lighthouseVersion, environment } = report;
				console.log(`Lighthouse ${lighthouseVersion}, ${environment.hostUserAgent}`);
			}
			console.log(lines(report).join('\n'));
			console.log(`  machine: ${report.environment.benchmarkIndex}`);
		}
	} finally {
		await browser.close();
		await site.close();
		rmSync(profile, { recursive: true, force: true });
	}
});
