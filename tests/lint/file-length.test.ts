// @vitest-environment node
// Files stay short enough to be read in one go, and one that is long says at its top why it has to be.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/run.js';

/** Half of all files are no longer, nine of ten are no longer, and longer only with a reason. */
const LIMITS = { median: 80, ninetieth: 200, each: 300 };

/** Data is as long as what it tells of: invented people, and lists of topics and words. */
const DATA = /^src\/(lib\/domain\/sample\/|words\/)/;
const SOURCE = /\.(ts|svelte|css|html)$/;

interface Source {
	readonly path: string;
	readonly text: string;
}

function sources(folder: 'src' | 'tests' = 'src'): readonly Source[] {
	return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((path) => SOURCE.test(path) && !DATA.test(relative(ROOT, path)))
		.map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, 'utf8') }));
}

const isTest = ({ path }: Source): boolean => path.endsWith('.test.ts');

const lengthOf = ({ text }: Source): number => text.split('\n').length - 1;

/** The length that this part of all files does not go beyond. */
function lengthAt(part: number, all: readonly Source[]): number {
	const lengths = all.map(lengthOf).sort((a, b) => a - b);
	return lengths[Math.ceil(part * lengths.length) - 1] ?? 0;
}

/** Whether the comment a file begins with says why it is so long. */
function givesReason({ text }: Source): boolean {
	const [comment] = /^(<!--[^]*?-->|\/\*[^]*?\*\/|(\/\/.*\n)+)/.exec(text) ?? [''];
	return /over 300\s+(\/\/ )?lines/i.test(comment);
}

const unexplained = (all: readonly Source[]): readonly string[] =>
	all.filter((file) => lengthOf(file) > LIMITS.each && !givesReason(file)).map(({ path }) => path);

test('half of the files are short, nine of ten are not long', () => {
	const all = sources().filter((file) => !isTest(file));
	const [median, ninetieth] = [lengthAt(0.5, all), lengthAt(0.9, all)];
	process.stdout.write(
		`${all.length} files: median ${median}, 90th percentile ${ninetieth} lines\n`
	);
	expect(all.length).toBeGreaterThan(500);
	expect(median).toBeLessThanOrEqual(LIMITS.median);
	expect(ninetieth).toBeLessThanOrEqual(LIMITS.ninetieth);
});

test('a file of over 300 lines, a test too, gives its reason in the comment it begins with', () => {
	expect(unexplained([...sources(), ...sources('tests')])).toEqual([]);
});

test('a long file without a reason is named, and so is one that gives it too late', () => {
	const rest = 'let x;\n'.repeat(300);
	const reason = '// Over 300 lines, because it is one thing.\n';
	const written = {
		'none.ts': `// What it promises.\n${rest}`,
		'late.ts': `// What it promises.\n${rest}${reason}`,
		'given.ts': `// What it promises.\n${reason}${rest}`,
		'given.svelte': `<!-- What it promises. Over 300\n     lines, because it has to. -->\n${rest}`,
		'short.ts': 'let x;\n'
	};
	const all = Object.entries(written).map(([path, text]) => ({ path, text }));
	expect(unexplained(all)).toEqual(['none.ts', 'late.ts']);
});
