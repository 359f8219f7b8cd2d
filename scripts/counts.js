// Reads the reports of Vitest, Playwright and endure into one kind of tally: passed, failed, skipped with reason.
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {string[]} failed
 * @property {string[]} skipped each with its reason
 * @property {string[]} [again] those of the passed that failed at the first try
 */

/**
 * @typedef {object} VitestReport
 * @property {{ name: string, status: string, assertionResults: {
 *   fullName: string, status: string, meta?: { reason?: string } }[] }[]} testResults
 */

/**
 * @typedef {object} PlaywrightSuite
 * @property {string} title
 * @property {PlaywrightSuite[]} [suites]
 * @property {{ title: string, tests: { projectName: string, status: string,
 *   annotations: { type: string, description?: string }[] }[] }[]} [specs]
 */

const NO_REASON = 'no reason beside its name';

/** @param {string} path */
const readJson = (path) => /** @type {unknown} */ (JSON.parse(readFileSync(path, 'utf8')));

/**
 * @param {string} path
 * @returns {Tally}
 */
export function vitestTally(path) {
	const { testResults } = /** @type {VitestReport} */ (readJson(path));
	/** @type {Tally} */
	const tally = { passed: 0, failed: [], skipped: [] };
	for (const { name, status, assertionResults } of testResults) {
		// A file that does not even load has no tests of its own to fail.
		if (status === 'failed' && !assertionResults.some((result) => result.status === 'failed')) {
			tally.failed.push(name);
		}
		for (const { fullName, status, meta } of assertionResults) {
			if (status === 'passed') tally.passed++;
			else if (status === 'failed') tally.failed.push(fullName);
			else tally.skipped.push(`${fullName}: ${meta?.reason ?? NO_REASON}`);
		}
	}
	return tally;
}

/**
 * @param {string} path
 * @returns {Tally}
 */
export function endureTally(path) {
	const { passed, failed, skipped, again = [] } = /** @type {Tally} */ (readJson(path));
	return { passed, failed, skipped, again };
}

/**
 * @param {string} path
 * @returns {Tally}
 */
export function playwrightTally(path) {
	const report = /** @type {{ suites: PlaywrightSuite[], errors: { message?: string }[] }} */ (
		readJson(path)
	);
	/** @type {string[]} */
	const again = [];
	/** @type {Tally} */
	const tally = {
		passed: 0,
		failed: report.errors.map(({ message = 'an error outside of any test' }) => message),
		skipped: [],
		again
	};
	/** @param {PlaywrightSuite} suite @param {string} above */
	const visit = ({ title, suites = [], specs = [] }, above) => {
		for (const spec of specs) {
			for (const { projectName, status, annotations } of spec.tests) {
				const name = `${above}${title} › ${spec.title} (${projectName})`;
				if (status === 'flaky') again.push(name);
				if (status === 'expected' || status === 'flaky') tally.passed++;
				else if (status === 'skipped') {
					const reason = annotations.find(({ type }) => ['skip', 'fixme'].includes(type));
					tally.skipped.push(`${name}: ${reason?.description ?? NO_REASON}`);
				} else tally.failed.push(name);
			}
		}
		for (const suite of suites) visit(suite, `${above}${title} › `);
	};
	for (const suite of report.suites) visit(suite, '');
	return tally;
}
