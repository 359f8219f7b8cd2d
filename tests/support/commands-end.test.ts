// @vitest-environment node
// A command of the project that does not end by itself is ended, with all it started.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../scripts/run.js';

test('a command past its limit is ended, and what it started with it', async () => {
	const mark = join(mkdtempSync(join(tmpdir(), 'kith-run-')), 'lived-on');
	const { code, output } = await run('sh', ['-c', `echo begun; (sleep 2; : > ${mark}) & wait`], {
		timeoutMs: 500
	});
	expect([code, output]).toEqual([124, 'begun\nsh took longer than 0.5 s\n']);
	await new Promise((passed) => setTimeout(passed, 2500));
	expect(existsSync(mark)).toBe(false);
	rmSync(dirname(mark), { recursive: true });
});

test('one within its limit ends as it would', async () => {
	expect(await run('sh', ['-c', 'echo done'], { timeoutMs: 10_000 })).toEqual({
		code: 0,
		output: 'done\n'
	});
});
