// @vitest-environment node
// The first load stays small: JavaScript at most 75 KB and CSS at most 10 KB, gzipped.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/run.js';

const KB = 1024;
const CLIENT = join(ROOT, '.svelte-kit/output/client');
const GENERATED = '.svelte-kit/generated/client-optimized';

interface Chunk {
	readonly file: string;
	readonly imports?: readonly string[];
	readonly css?: readonly string[];
}

/** The manifest key of the node that shows a route's page. */
function nodeOf(route: string): string {
	const app = readFileSync(join(ROOT, GENERATED, 'app.js'), 'utf8');
	const [, node] = new RegExp(`"${route}": \\[~?(\\d+)`).exec(app) ?? [];
	if (node === undefined) throw new Error(`Kit's generated app.js knows no route ${route}.`);
	return `${GENERATED}/nodes/${node}.js`;
}

/** What a browser fetches before the first screen: the chunks and, statically, all they import. */
function firstLoad(): Set<string> {
	const manifest = JSON.parse(readFileSync(join(CLIENT, '.vite/manifest.json'), 'utf8')) as Record<
		string,
		Chunk
	>;
	const files = new Set<string>();
	const visit = (key: string): void => {
		const chunk = manifest[key];
		if (!chunk) throw new Error(`The build's manifest has no ${key}.`);
		if (files.has(chunk.file)) return;
		files.add(chunk.file);
		for (const sheet of chunk.css ?? []) files.add(sheet);
		for (const imported of chunk.imports ?? []) visit(imported);
	};
	const start = Object.keys(manifest).find((key) => /\/client\/entry\.js$/.test(key));
	for (const key of [start ?? 'entry/start', `${GENERATED}/app.js`, `${GENERATED}/nodes/0.js`]) {
		visit(key);
	}
	visit(nodeOf('/'));
	// Whatever else index.html asks for in advance.
	const html = readFileSync(join(ROOT, 'build/index.html'), 'utf8');
	for (const [, path = ''] of html.matchAll(/(_app\/immutable\/[\w./-]+\.(?:js|css))/g)) {
		files.add(path);
	}
	return files;
}

describe('the first load', () => {
	let sizes: [file: string, bytes: number][] = [];

	beforeAll(() => {
		if (!existsSync(join(ROOT, 'build/index.html'))) {
			throw new Error('There is no build to measure: `npm run build` makes one.');
		}
		sizes = [...firstLoad()].map((file) => {
			const path = join(ROOT, 'build', file);
			if (!existsSync(path)) {
				throw new Error(`build/ and its manifest are of different builds: \`npm run build\`.`);
			}
			return [file, gzipSync(readFileSync(path), { level: 9 }).length];
		});
	});

	test.each([
		['js', 75 * KB],
		['css', 10 * KB]
	])('has at most its budget of %s', (kind, budget) => {
		const counted = sizes.filter(([file]) => file.endsWith(`.${kind}`));
		const total = counted.reduce((sum, [, bytes]) => sum + bytes, 0);
		const lines = [...counted]
			.sort(([, a], [, b]) => b - a)
			.map(([file, bytes]) => `${(bytes / KB).toFixed(1).padStart(7)} KB  ${file}`);
		const table = [
			...lines,
			`${(total / KB).toFixed(1).padStart(7)} KB of ${budget / KB} KB ${kind}, gzipped`
		].join('\n');
		console.warn(table);
		expect(counted, 'files were found').not.toEqual([]);
		expect(total, table).toBeLessThanOrEqual(budget);
	});
});
