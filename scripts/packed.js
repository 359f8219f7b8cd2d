// Answers with text packed as the browser can read it, as the hosts of static sites do; each file is packed once.
import { statSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Media types as the plain server names them; pictures are packed already. */
const TYPES = new Map([
	['.html', 'text/html;charset=utf-8'],
	['.js', 'text/javascript'],
	['.css', 'text/css'],
	['.json', 'application/json'],
	['.svg', 'image/svg+xml'],
	['.txt', 'text/plain'],
	['.webmanifest', 'application/manifest+json']
]);
/** Smaller ones would hardly be any smaller. */
const FROM_BYTES = 512;

/** @typedef {{ status: 200 | 304, headers: Record<string, string>, body: Buffer }} Packed */

const packers = {
	br: (/** @type {Buffer} */ bytes) =>
		promisify(brotliCompress)(bytes, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: 9,
				[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
			}
		}),
	gzip: (/** @type {Buffer} */ bytes) => promisify(gzip)(bytes, { level: 9 })
};

/**
 * Packs the files of a folder.
 * @param {string} folder
 * @returns {(request: import('node:http').IncomingMessage) => Promise<Packed | undefined>} nothing
 * where the file goes out as it is, or is not there
 */
export function packing(folder) {
	/** @type {Map<string, Promise<Buffer>>} */
	const kept = new Map();
	return async ({ method, url = '/', headers }) => {
		const accepted = headers['accept-encoding'] ?? '';
		const way = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
		if (method !== 'GET' || way === undefined || headers.range) return undefined;
		const path = pathOf(folder, url);
		const type = path && TYPES.get(extname(path));
		const found = type ? statSync(path, { throwIfNoEntry: false }) : undefined;
		if (!type || !found?.isFile() || found.size < FROM_BYTES) return undefined;
		const tag = `W/"${found.size}-${found.mtimeMs}-${way}"`;
		const answer = { 'Content-Type': type, ETag: tag, Vary: 'Accept-Encoding' };
		if (headers['if-none-match'] === tag) {
			return { status: 304, headers: answer, body: Buffer.alloc(0) };
		}
		// A new build is another file under the same name.
		const key = `${path} ${tag}`;
		const packed = kept.get(key) ?? packers[way](readFileSync(path));
		kept.set(key, packed);
		const body = await packed;
		const coded = { 'Content-Encoding': way, 'Content-Length': String(body.length) };
		return { status: 200, headers: { ...answer, ...coded }, body };
	};
}

/**
 * The file an address means, if it lies in the folder.
 * @param {string} folder
 * @param {string} url
 */
function pathOf(folder, url) {
	const [asked = '/'] = url.split('?');
	try {
		const path = join(
			folder,
			decodeURIComponent(asked.endsWith('/') ? `${asked}index.html` : asked)
		);
		return path.startsWith(folder + sep) && !path.includes('\0') ? path : undefined;
	} catch {
		return undefined;
	}
}
