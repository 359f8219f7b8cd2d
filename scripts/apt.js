// Installs Debian packages where that is possible, and says why where it is not; knows only Node.
import { run } from './run.js';

const ASK_MS = 10_000;
const UPDATE_MS = 90_000;
const INSTALL_MS = 300_000;

/* Without a network it would try for many minutes. */
const PATIENCE = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];

/**
 * @param {readonly string[]} packages
 * @returns {Promise<{ reason: string, output: string } | undefined>} why they could not be
 * installed, with apt's own words; undefined when they are
 */
export async function aptInstall(packages) {
	const isRoot = process.getuid?.() === 0;
	if ((await run('apt-get', ['--version'])).code !== 0) {
		return { reason: 'there is no apt-get to fetch it with', output: '' };
	}
	if (!isRoot && (await run('sudo', ['-n', 'true'], { timeoutMs: ASK_MS })).code !== 0) {
		return { reason: 'installing takes root or sudo without a password', output: '' };
	}
	const install = ['install', '-y', '--no-install-recommends', ...packages];
	// The variable is set behind sudo, which lets none through.
	const [command = '', ...before] = [
		...(isRoot ? [] : ['sudo', '-n']),
		...['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...PATIENCE]
	];
	for (const args of [['update'], install]) {
		const timeoutMs = args === install ? INSTALL_MS : UPDATE_MS;
		const { code, output } = await run(command, [...before, ...args], { timeoutMs });
		if (code !== 0) return { reason: `apt-get ${args[0]} failed`, output };
	}
	return undefined;
}
