// Runs a command of the project and hands back how it ended and what it said; knows only Node.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A failure whose message is a sentence for the person at the terminal; it needs no stack. */
export class Trouble extends Error {}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean, timeoutMs?: number }} [options] `show`: let
 * it write to this terminal instead of keeping its output; `timeoutMs`: after that long it is ended, with
 * all it started
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, show = false, timeoutMs } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: ROOT,
			env: { ...process.env, ...env },
			stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
			// A group of its own can be ended as one.
			detached: timeoutMs !== undefined
		});
		let output = '';
		const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
		child.stdout?.on('data', keep);
		child.stderr?.on('data', keep);
		const late =
			timeoutMs === undefined
				? undefined
				: setTimeout(() => {
						endGroup(child);
						const words = `${command} took longer than ${timeoutMs / 1000} s`;
						resolve({ code: 124, output: `${output}${words}\n` });
					}, timeoutMs);
		child.on('error', (error) => {
			clearTimeout(late);
			resolve({ code: 127, output: `${output}${error.message}\n` });
		});
		child.on('close', (code) => {
			clearTimeout(late);
			resolve({ code: code ?? 1, output });
		});
	});
}

/**
 * Asks a command and all it started to end, and goes on without it: what runs as root may not listen.
 * @param {import('node:child_process').ChildProcess} child
 */
function endGroup(child) {
	try {
		if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
	} catch {
		// It has ended meanwhile, or is another user's.
	}
	child.stdout?.destroy();
	child.stderr?.destroy();
	child.unref();
}

/**
 * Runs one of the installed tools with this very Node, whatever the PATH says.
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(script, args, options) {
	return run(process.execPath, [join(ROOT, 'node_modules', script), ...args], options);
}

/**
 * Runs the body of a script: trouble becomes one sentence and a failing end, surprises are thrown.
 * @param {() => Promise<void>} body
 */
export async function main(body) {
	try {
		await body();
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
