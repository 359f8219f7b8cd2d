// `npm start`: installs what is missing, builds what has changed, and serves the app here.
// `--demo` opens with the sample book; `--port <number>` takes another port than 4173.
import { parseArgs } from 'node:util';
import { DEMO, ensureBuild, ensureDependencies } from './prepare.js';
import { main } from './run.js';

await main(async () => {
	const { values } = parseArgs({
		options: {
			demo: { type: 'boolean', default: false },
			port: { type: 'string', default: '4173' }
		}
	});
	await ensureDependencies();
	const build = values.demo ? { mode: 'demo', out: DEMO } : { out: 'build' };
	await ensureBuild(build);
	// Only now: the server needs a package.
	const { startServer } = await import('./serve.js');
	const { url } = await startServer({
		dir: build.out,
		port: Number(values.port),
		base: process.env['BASE_PATH'] ?? ''
	});
	console.log(
		`Kith${values.demo ? ', with the sample book,' : ''} is at ${url} (Ctrl+C stops it).`
	);
});
