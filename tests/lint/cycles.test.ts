// @vitest-environment node
// A circle of imports is found, also one that goes through a component or an alias.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ROOT } from '../../scripts/run.js';

const made: string[] = [];
afterEach(() => {
	for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** What oxlint says about these files, with the settings of this repository. */
function lint(files: Record<string, string>): string {
	const folder = mkdtempSync(join(tmpdir(), 'kith-cycles-'));
	made.push(folder);
	const settings = JSON.stringify({ compilerOptions: { paths: { '$lib/*': ['./src/lib/*'] } } });
	for (const [name, text] of Object.entries({ 'tsconfig.json': settings, ...files })) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
	const config = join(ROOT, 'tests/lint/oxlintrc.json');
	try {
		return execFileSync(process.execPath, [oxlint, '-c', config, 'src'], {
			cwd: folder,
			encoding: 'utf8'
		});
	} catch (error) {
		return (error as { stdout: string }).stdout;
	}
}

const component = (line: string): string => `<script lang="ts">\n\t${line}\n</script>\n`;

test('a circle through a component is found', () => {
	const said = lint({
		'src/lib/ui/Row.svelte': component(`import { sort } from './sort';\n\tsort();`),
		'src/lib/ui/sort.ts': `import Row from './Row.svelte';\nexport const sort = () => Row;\n`
	});
	expect(said).toContain('import(no-cycle)');
	expect(said).toContain('Found 0 warnings and 2 errors');
});

test('a circle through $lib is found, of types as well', () => {
	const said = lint({
		'src/lib/ui/one.ts': `import type { Two } from '$lib/ui/two';\nexport type One = Two[];\n`,
		'src/lib/ui/two.ts': `import type { One } from '$lib/ui/one';\nexport type Two = One | 2;\n`
	});
	expect(said).toContain('Found 0 warnings and 2 errors');
});

test('a straight line of imports is fine', () => {
	const said = lint({
		'src/lib/ui/Row.svelte': component(`import { sort } from '$lib/ui/sort';\n\tsort();`),
		'src/lib/ui/sort.ts': `export const sort = () => 0;\n`
	});
	expect(said).toContain('Found 0 warnings and 0 errors');
});
