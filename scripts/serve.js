// Serves a folder of static files on this machine only, as a plain static host would.
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import sirv from 'sirv';
import { packing } from './packed.js';
import { ROOT, Trouble, main } from './run.js';

/** @typedef {{ url: string, close: () => Promise<void> }} RunningServer */

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port it listens on
 */
function listen(server, port, host) {
	return new Promise((done, fail) => {
		server.once('error', fail);
		server.listen(port, host, () => {
			server.off('error', fail);
			const address = server.address();
			done(typeof address === 'object' && address ? address.port : port);
		});
	});
}

/**
 * Starts a server; `localhost` means 127.0.0.1 and, where there is one, ::1.
 * @param {{ dir: string, port?: number, base?: string }} options `port` 0 takes a free one; `base`
 * is the path the site lies under, such as `/kith`
 * @returns {Promise<RunningServer>}
 */
export async function startServer({ dir, port = 0, base = '' }) {
	const folder = resolve(ROOT, dir);
	const packed = packing(folder);
	/** Under a name that changes with its content: kept for good, and never asked about again. */
	const isForGood = (/** @type {string} */ path) => /\/_[\w-]+\/immutable\//.test(path);
	const FOR_GOOD = 'public, max-age=31536000, immutable';
	const plain = sirv(folder, {
		// Looks at the disk for each request, so that a new build is served without a new start.
		dev: true,
		etag: true,
		setHeaders(response, path) {
			if (isForGood(path)) response.setHeader('Cache-Control', FOR_GOOD);
		}
	});
	/** @type {(...args: Parameters<typeof plain>) => Promise<void>} */
	const files = async (request, response, notFound) => {
		const found = await packed(request);
		if (!found) {
			plain(request, response, notFound);
			return;
		}
		const { status, headers, body } = found;
		const control = isForGood(request.url ?? '') ? FOR_GOOD : 'no-cache';
		response.writeHead(status, { ...headers, 'Cache-Control': control });
		response.end(body);
	};
	/** @type {import('node:http').RequestListener} */
	const answer = (request, response) => {
		const path = request.url ?? '/';
		const notFound = () => {
			response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
		};
		if (path.startsWith(`${base}/`)) {
			request.url = path.slice(base.length);
			// A file that goes away while a new build is made is not there.
			files(request, response, notFound).catch(notFound);
		} else if (base !== '' && path.split('?')[0] === base) {
			response.writeHead(308, { Location: `${base}/` }).end();
		} else notFound();
	};
	const server = createServer(answer);
	const servers = [server];
	try {
		port = await listen(server, port, '127.0.0.1');
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
		throw new Trouble(`Port ${port} is taken: stop what listens there, or name another --port.`);
	}
	const six = createServer(answer);
	// No IPv6 here, or the port is taken there: browsers then use 127.0.0.1.
	await listen(six, port, '::1').then(
		() => servers.push(six),
		() => undefined
	);
	return {
		url: `http://localhost:${port}${base}/`,
		async close() {
			await Promise.all(
				servers.map(
					(server) =>
						new Promise((done) => {
							server.close(done);
							server.closeAllConnections();
						})
				)
			);
		}
	};
}

// As a command: node scripts/serve.js <folder> <port>, with the base path from BASE_PATH.
if (process.argv[1] === import.meta.filename) {
	const [dir = 'build', port = '4173'] = process.argv.slice(2);
	await main(async () => {
		const { url } = await startServer({
			dir,
			port: Number(port),
			base: process.env['BASE_PATH'] ?? ''
		});
		console.log(`Serving ${dir} at ${url}`);
	});
}
