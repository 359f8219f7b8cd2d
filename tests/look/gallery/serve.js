// Builds the gallery of the pieces of `ui` and serves it: `node tests/look/gallery/serve.js <port>`.
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { ROOT } from '../../../scripts/run.js';
import { startServer } from '../../../scripts/serve.js';

const dir = join(ROOT, 'node_modules/.cache/kith', `gallery-${process.argv[2] ?? 0}`);
await build({
	root: import.meta.dirname,
	configFile: false,
	base: './',
	logLevel: 'warn',
	plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
	resolve: { alias: { $lib: join(ROOT, 'src/lib') } },
	build: { outDir: dir, emptyOutDir: true, target: 'es2023' }
});
await startServer({ dir, port: Number(process.argv[2] ?? 0) });
