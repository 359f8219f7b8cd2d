// `npm run signal`: a meeting point of one's own, y-webrtc's signalling server as it is, but not ended by
// a bad message. The port is the first argument or PORT, 4444 unless one is named.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './prepare.js';
import { ROOT, Trouble, main } from './run.js';

const SERVER = join(ROOT, 'node_modules/y-webrtc/bin/server.js');

await main(async () => {
	const port = Number(process.argv[2] ?? process.env['PORT'] ?? '4444');
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Trouble('The port is a number from 1 to 65535: npm run signal -- 4444');
	}
	// A machine that only serves has no need of what the app is built with.
	const isThere = [SERVER, join(ROOT, 'node_modules/ws')].every((path) => existsSync(path));
	if (!isThere) await ensureDependencies();
	// Anything that is not JSON, or too long, throws where nobody catches it: whoever sent it is let go
	// of or unheard, and everybody else stays.
	process.on('uncaughtException', (error) => {
		if ('code' in error && error.code === 'EADDRINUSE') {
			console.error(`Port ${port} is taken: stop what listens there, or name another one.`);
			process.exit(1);
		}
		console.log(`${new Date().toISOString()} A bad message was thrown away: ${error.message}`);
	});
	process.env['PORT'] = String(port);
	await import(SERVER);
	console.log(
		`On this machine enter ws://localhost:${port} in Kith; other devices need wss://, see README.md,\n` +
			'“Your own meeting point”. Sealed greetings go through here. It keeps nothing and sees nothing\n' +
			'of the book. Ctrl+C stops it.'
	);
});
