// @vitest-environment node
// `npm start` serves the app as a good static host does: text packed, unchanging files kept for good, and
// nothing from outside the folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../scripts/serve.js';

const SCRIPT = 'export const words = "a person, a promise";\n'.repeat(200);
const folder = mkdtempSync(join(tmpdir(), 'kith-served-'));
let site: Awaited<ReturnType<typeof startServer>>;

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/** The path goes out as it is; `fetch` would tidy it. */
function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
	const { port } = new URL(site.url);
	return new Promise((done, fail) => {
		request({ host: '127.0.0.1', port, path, headers }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => {
				const { statusCode: status = 0, headers } = response;
				done({ status, headers, body: Buffer.concat(parts) });
			});
		})
			.on('error', fail)
			.end();
	});
}

beforeAll(async () => {
	mkdirSync(join(folder, 'site/_app/immutable'), { recursive: true });
	writeFileSync(join(folder, 'site/_app/immutable/a.js'), SCRIPT);
	writeFileSync(join(folder, 'site/index.html'), `<!doctype html>${SCRIPT}`);
	writeFileSync(join(folder, 'beside.js'), SCRIPT);
	site = await startServer({ dir: join(folder, 'site') });
});

afterAll(async () => {
	await site.close();
	rmSync(folder, { recursive: true });
});

test.each([
	['br', 'gzip, deflate, br', brotliDecompressSync],
	['gzip', 'gzip, deflate', gunzipSync]
])('text goes out as %s to who reads it', async (way, accepted, unpacked) => {
	const { headers, body } = await get('/_app/immutable/a.js', { 'accept-encoding': accepted });
	expect(headers).toMatchObject({
		'content-encoding': way,
		'content-type': 'text/javascript',
		'cache-control': 'public, max-age=31536000, immutable',
		vary: 'Accept-Encoding'
	});
	expect(body.length).toBeLessThan(SCRIPT.length / 10);
	expect(unpacked(body).toString()).toBe(SCRIPT);
});

test('text goes out as it is to who asks for nothing else', async () => {
	const { headers, body } = await get('/_app/immutable/a.js');
	expect(headers['content-encoding']).toBeUndefined();
	expect(headers['cache-control']).toContain('immutable');
	expect(body.toString()).toBe(SCRIPT);
});

test('the page is asked for anew each time, and sent when it has changed', async () => {
	const packed = { 'accept-encoding': 'br' };
	const first = await get('/?a=1', packed);
	expect(first.headers).toMatchObject({
		'content-type': 'text/html;charset=utf-8',
		'cache-control': 'no-cache'
	});
	const tag = { 'if-none-match': first.headers.etag ?? '' };
	expect((await get('/', { ...packed, ...tag })).status).toBe(304);
	writeFileSync(join(folder, 'site/index.html'), `<!doctype html>another ${SCRIPT}`);
	const next = await get('/', { ...packed, ...tag });
	expect(next.status).toBe(200);
	expect(brotliDecompressSync(next.body).toString()).toContain('another');
});

test.each(['/../beside.js', '/%2e%2e/beside.js', '/..%2fbeside.js', '/%', '/a%00.js', '/none.js'])(
	'%s is not there',
	async (path) => {
		expect((await get(path, { 'accept-encoding': 'br' })).status).toBe(404);
	}
);
